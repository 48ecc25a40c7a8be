"""What the clock does: clear away files whose act was rolled back."""

from datetime import timedelta

from django.utils import timezone

from minqiao.foundation.attachments.actions import sweep


def sweep_orphans(now) -> list[str]:
    """Look through the folders of the last week, today's left alone; what was cleared, in words."""
    today = timezone.localtime(now).date()
    swept = sweep([today - timedelta(days=back) for back in range(1, 8)])
    return [f"清理无主附件{swept}个"] if swept else []
