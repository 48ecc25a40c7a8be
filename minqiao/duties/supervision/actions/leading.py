"""What the leader, the supervising committee and the office do with a key item under way."""

from minqiao.duties.supervision.actions.proposing import day_of
from minqiao.duties.supervision.choices import ProblemState, VisitWay
from minqiao.duties.supervision.documents import supervision_letter, supervision_plan
from minqiao.duties.supervision.models import Problem, Visit
from minqiao.duties.supervision.workflow import KEY_ITEM
from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, freshen, take
from minqiao.instruments.papers.actions import issue
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.workflow import Refused


def series_for(congress, on):
    """The series of the standing committee's supervision papers in a year."""
    return series_of_year(value("supervision_word", place=congress.area_id, on=on), on.year)


@act
def arrange(item, *, actor, at, visits, **words):
    """Name leader, supervising committee, unit and handling leader; the plan with its dated activities."""
    take(KEY_ITEM, item, "arrange", actor=actor, at=at, plans_issued=1, **words)
    _plan(item, visits, actor, at)
    return item


@act
def rearrange(item, *, actor, at, visits, reason, **words):
    """Another leader, another unit after a reform, other dates: what was held stays on record."""
    read = item.plans_issued
    freshen(item)
    if item.plans_issued != read:
        raise Refused("他人刚刚调整了督办安排，请刷新页面后再看", action="rearrange")
    changes = {"plans_issued": read + 1, "reminded": ""} | words
    take(KEY_ITEM, item, "rearrange", actor=actor, at=at, note=reason, **changes)
    item.visits.filter(held_on=None).delete()
    _plan(item, visits, actor, at, reason)
    return item


def _plan(item, visits, actor, at, reason=""):
    """Keep the activities ahead, and issue the plan as a paper."""
    rows = (Visit(item=item, way=way, text=text, planned_on=day) for way, text, day in visits)
    Visit.objects.bulk_create(rows)
    on = day_of(at)
    members = list(item.members.select_related("suggestion").order_by("suggestion__number", "pk"))
    paper = supervision_plan(item, members, list(item.visits.all()), on=on, reason=reason)
    place = {"subject": item, "case": item, "edition": item.plans_issued}
    series = series_for(item.congress, on)
    issue(paper, kind="supervision_plan", actor=actor, at=at, series=series, **place)


@act
def announce(item, *, actor, at, visit, on, place, words, county=None):
    """Say day and place of a planned activity: those who raised it are invited, the unit is told."""
    note = f"{on} {place}：{words}"
    take(KEY_ITEM, item, "announce", actor=actor, at=at, note=note[:500])
    waiting = Visit.objects.filter(pk=visit.pk, item=item, held_on=None)
    if not waiting.update(on=on, place=place, county=county, reminded=""):
        raise Refused("这项督办活动已经登记或者不在方案中", action="announce")
    return item


@act
def record_visit(item, *, actor, at, held_on, participants, findings, visit=None, problems=(), **words):
    """What was seen and said, by whom; each problem found has its own date. A file may be kept with it."""
    file = words.pop("file", None)
    row = visit or Visit(item=item, planned_on=held_on, way=words["way"], text=words["text"])
    for name in ("way", "text", "place", "county"):
        setattr(row, name, words.get(name) or getattr(row, name))
    label = VisitWay(row.way).label
    note = f"{held_on} {label}：{row.text}" + (f"；发现问题{len(problems)}个" if problems else "")
    take(KEY_ITEM, item, "record_visit", actor=actor, at=at, note=note)
    ahead = Visit.objects.filter(pk=row.pk, item=item, held_on=None)
    if visit and not ahead.exists():  # asked while the item is locked, not of what the page had loaded
        raise Refused("这项督办活动已经登记", action="record_visit")
    row.held_on, row.participants, row.findings = held_on, participants, findings
    row.save()
    Problem.objects.bulk_create(
        Problem(item=item, visit=row, text=text, due_on=due) for text, due in problems
    )
    if file:
        keep(file, subject=item, case=item, actor=actor, at=at, note=f"{held_on}{label}")
    return item


@act
def send_letter(item, *, actor, at, problems, demand, due_on):
    """督办函: problems that are not mended, what is demanded, a new date."""
    freshen(item)
    on, count = day_of(at), item.letters_sent + 1
    note = f"{len(problems)}个问题，{due_on}前整改"
    take(KEY_ITEM, item, "send_letter", actor=actor, at=at, note=note, letters_sent=count)
    ids = [one.pk for one in problems]
    rows = item.problems.filter(pk__in=ids).exclude(state=ProblemState.MENDED)
    if rows.count() != len(ids) or not ids:
        raise Refused("所选的问题已经核销，请重新选择", action="send_letter")
    rows.update(lettered_on=on, due_on=due_on, state=ProblemState.OPEN, reminded="")
    listed = list(item.problems.filter(pk__in=ids).select_related("visit"))
    paper = supervision_letter(item, listed, demand=demand, due_on=due_on, on=on)
    place = {"subject": item, "case": item, "edition": count}
    series = series_for(item.congress, on)
    issue(paper, kind="supervision_letter", actor=actor, at=at, series=series, **place)
    return item


@act
def settle_problem(item, *, actor, at, problem, is_mended, note):
    """The supervisor has looked: mended, or to be done again."""
    label = "已整改" if is_mended else "没有整改到位"
    take(KEY_ITEM, item, "settle_problem", actor=actor, at=at, note=f"{label}：{problem.text}；{note}"[:500])
    state = ProblemState.MENDED if is_mended else ProblemState.OPEN
    changes = {"state": state, "settle_note": note, "mended_on": day_of(at) if is_mended else None}
    answered = item.problems.filter(pk=problem.pk, state=ProblemState.ANSWERED)
    if not answered.update(reminded="", **changes):
        raise Refused("这个问题不在等待核查的整改中", action="settle_problem")
    return item
