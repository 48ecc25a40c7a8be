"""What the clock does: finish bundles whose worker died, clear away old archives."""

from datetime import timedelta

from minqiao.instruments.papers.actions import clear_bundles, work_bundle
from minqiao.instruments.papers.queries import finished_before, waiting_bundles
from minqiao.kit import clock

KEPT = timedelta(days=7)


def finish_bundles(now) -> list[str]:
    """Draw the bundles nobody is working on; which, in words."""
    done = [pk for pk in waiting_bundles(now) if work_bundle(pk, clock=clock.now)]
    return [f"完成公文打包{len(done)}个"] if done else []


def clear_old_bundles(now) -> list[str]:
    """Remove archives older than a week; how many, in words."""
    cleared = clear_bundles(finished_before(now - KEPT))
    return [f"清理过期的公文打包{cleared}个"] if cleared else []
