"""What the system administrator looks after: that the calendar reaches far enough."""

from django.urls import reverse
from django.utils import timezone

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.workdays.queries import years
from minqiao.kit.mechanism import Front


def front(actor, now):
    """Up to which year dates can be counted; None for everybody but the system administrator."""
    if actor.role != Role.SYSTEM_ADMIN:
        return None
    known, year = {one.year for one in years()}, timezone.localtime(now).year
    next_is_there = year + 1 in known
    tile = {"words": "工作日历导入到", "number": max(known, default="—"), "unit": "年"}
    tile |= {"url": reverse("workdays:index"), "tone": "" if year in known else "bad"}
    wanted = f"{year + 1}年的放假安排公布以后请导入，否则算不出跨年的期限。"
    return Front(title="工作日历", tiles=(tile,), note="" if next_is_there else wanted)
