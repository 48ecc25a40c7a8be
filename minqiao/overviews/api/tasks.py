"""What the clock does: answers kept for repeats are forgotten after a day."""

from minqiao.overviews.api.actions import forget


def forget_answers(now):
    """Delete kept answers older than a day."""
    gone = forget(now)
    return [f"清除了{gone}条接口应答记录"] if gone else []
