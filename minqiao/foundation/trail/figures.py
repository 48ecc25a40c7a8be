"""What the auditor looks after: how much was done, and the acts worth a look; only kinds are counted."""

import datetime as dt

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import last_moment
from minqiao.foundation.trail.rules import by_auditor
from minqiao.kit.mechanism import Front

DAYS = 30
# Acts that change who may do what, or carry data out: the words of their labels.
WATCHED = ("职务", "账号", "密码", "令牌", "导出", "导入", "规则", "附件")


def front(actor, now):
    """The auditor's block; None for everybody else."""
    if by_auditor(actor):
        return None
    today = timezone.localtime(now).date()
    first = today - dt.timedelta(days=DAYS - 1)
    begin = timezone.make_aware(dt.datetime.combine(first, dt.time()))
    counts = Event.objects.filter(at__gte=begin).aggregate(
        all=Count("pk"), **{word: Count("pk", filter=Q(label__contains=word)) for word in WATCHED}
    )
    page, last = reverse("trail:index"), last_moment()
    tiles = [{"words": "全部记录", "number": counts["all"], "unit": "条", "url": f"{page}?first={first}"}]
    for word in WATCHED:
        url = f"{page}?first={first}&action={word}" if counts[word] else ""
        tiles.append({"words": f"涉及{word}", "number": counts[word], "unit": "条", "url": url})
    when = f"最近一条记录在{timezone.localtime(last):%Y-%m-%d %H:%M}。" if last else "还没有记录。"
    return Front(
        title=f"近{DAYS}天的留痕（{first}至{today}）",
        tiles=tuple(tiles),
        note=f"{when}整条链是否被改动，由服务器上的 minqiao verify trail 核对。",
    )
