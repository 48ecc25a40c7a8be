"""The chapter of the yearly handling report on supervision: key items one by one, problems, chasers."""

from django.db.models import Count, Prefetch

from minqiao.duties.supervision.choices import ChaseLevel, KeyState, ProblemState
from minqiao.duties.supervision.figures.progress import key_progress
from minqiao.duties.supervision.models import Chase, KeyItem, KeySuggestion
from minqiao.instruments.papers.documents.reports import Section
from minqiao.instruments.papers.rules import chinese_date
from minqiao.kit.workbook import Page

HEAD = ("编号", "督办题目", "涉及建议", "领衔领导", "督办机构", "督办活动", "发现问题", "已整改", "督办进展")
NOTE = "由主任会议确定的重点督办建议，含上年结转的，不含已终止的；情况为编制报告时的情况。"


def supervision_chapter(actor, scope, today):
    """[Section] for the report of a year as counted on a day; empty when nothing was supervised or chased."""
    items = list(_items(actor, scope))
    chased = _chased(actor, scope)
    if not items and not chased:
        return []
    figures = key_progress(actor, scope.year, scope.on)
    words = [_said(figures, scope)] if items else []
    words += [chased] if chased else []
    pages = (
        (Page("重点督办建议", "重点督办建议", HEAD, tuple(_row(one) for one in items), NOTE),)
        if items
        else ()
    )
    return [Section("督办情况", tuple(words), pages)]


def _items(actor, scope):
    members = KeySuggestion.objects.select_related("suggestion").order_by("suggestion__number", "pk")
    rows = KeyItem.objects.visible_to(actor).in_year(scope.year).filter(chosen_on__lte=scope.on)
    rows = rows.exclude(state=KeyState.CANCELLED).select_related("leader__deputy", "committee")
    return rows.prefetch_related("visits", "problems", Prefetch("members", members)).order_by("number")


def _row(item):
    problems = item.problems.all()
    return (
        item.number,
        item.title,
        "、".join(one.suggestion.number for one in item.members.all()),
        item.leader.deputy.name if item.leader else "待定",
        item.committee.short_name if item.committee else "待定",
        sum(one.held_on is not None for one in item.visits.all()),
        len(problems),
        sum(one.state == ProblemState.MENDED for one in problems),
        item.get_state_display(),
    )


def _said(found, scope):
    carried = f"（其中上年结转{found['carried']}个）" if found["carried"] else ""
    return (
        f"截至{chinese_date(scope.on)}，{scope.year}年重点督办题目{found['items']}个{carried}，涉及建议{found['suggestions']}件；"
        f"已办结{found['done']}个，已报告待审议{found['reported']}个，督办中{found['running']}个。"
        f"开展督办活动{found['visits']}次，发现问题{found['problems']}个，已整改{found['mended']}个。"
    )


def _chased(actor, scope):
    """How often was chased, and of how many parts; "" when never."""
    rows = Chase.objects.visible_to(actor).filter(issued_on__year=scope.year, issued_on__lte=scope.on)
    counts = dict(rows.order_by().values_list("level").annotate(Count("pk")))
    if not counts:
        return ""
    named = "，".join(f"{level.label}{counts[level]}份" for level in ChaseLevel if level in counts)
    return f"对临近期限和逾期未答复的承办单位印发：{named}。"
