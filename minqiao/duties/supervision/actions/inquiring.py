"""A special inquiry at a meeting: planned, changed, held, voted on, mended, ended."""

from minqiao.duties.supervision.actions.leading import series_for
from minqiao.duties.supervision.actions.proposing import day_of
from minqiao.duties.supervision.documents import inquiry_plan, inquiry_record, poll_result
from minqiao.duties.supervision.models import InquiredUnit, Inquiry, Question
from minqiao.duties.supervision.rules.inquiries import judged, may_plan_inquiry
from minqiao.duties.supervision.workflow import INQUIRY
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress as congress_of


@act
def plan_inquiry(*, actor, at, units, **words):
    """Which units answer to the standing committee, in which meeting, on what; the plan goes to them."""
    if why := may_plan_inquiry(actor):
        raise Refused(why, action="plan_inquiry")
    inquiry = Inquiry.objects.create(congress=congress_of(actor.realm_id), plans_issued=1, **words)
    InquiredUnit.objects.bulk_create(InquiredUnit(inquiry=inquiry, unit=unit) for unit in units)
    told = f"{inquiry.meeting}，{inquiry.planned_on}"
    record(actor=actor, action="plan_inquiry", label="安排专题询问", subject=inquiry, at=at, note=told)
    _issue_plan(inquiry, actor, at)
    return inquiry


def _issue_plan(inquiry, actor, at, reason=""):
    units = list(inquiry.units.select_related("unit"))
    _issue(inquiry_plan(inquiry, units, on=day_of(at), reason=reason), "inquiry_plan", inquiry, actor, at)


def _issue(document, kind, inquiry, actor, at):
    place = {"subject": inquiry, "case": inquiry, "edition": inquiry.plans_issued}
    issue(document, kind=kind, actor=actor, at=at, series=series_for(inquiry.congress, day_of(at)), **place)


@act
def change_inquiry(inquiry, *, actor, at, units, reason, **words):
    """Another day, other units, another focus: the plan is issued anew."""
    read = inquiry.plans_issued
    freshen(inquiry)
    if inquiry.plans_issued != read:
        raise Refused("他人刚刚调整了询问安排，请刷新页面后再看", action="change_inquiry")
    editions = read + 1
    take(INQUIRY, inquiry, "change_inquiry", actor=actor, at=at, note=reason, plans_issued=editions, **words)
    inquiry.units.all().delete()
    InquiredUnit.objects.bulk_create(InquiredUnit(inquiry=inquiry, unit=unit) for unit in units)
    _issue_plan(inquiry, actor, at, reason)
    return inquiry


@act
def call_off(inquiry, *, actor, at, note):
    """It does not take place."""
    take(INQUIRY, inquiry, "call_off", actor=actor, at=at, note=note, ended_on=day_of(at), end_note=note)
    return inquiry


@act
def record_inquiry(inquiry, *, actor, at, held_on, questions):
    """What was asked by whom and answered; `questions` is a list of (unit, asked_by, text, answer)."""
    note = f"{held_on}，询问{len(questions)}个问题"
    take(INQUIRY, inquiry, "record_inquiry", actor=actor, at=at, note=note, held_on=held_on)
    asked = {one.unit_id for one in inquiry.units.all()}
    if beside := next((unit for unit, *_ in questions if unit.pk not in asked), None):
        raise Refused(f"{beside}不在应询单位中", action="record_inquiry")
    rows = [
        Question(inquiry=inquiry, unit=unit, asked_by=by, text=text, answer=answer)
        for unit, by, text, answer in questions
    ]
    Question.objects.bulk_create(rows)
    _issue(inquiry_record(inquiry, rows, on=day_of(at)), "inquiry_record", inquiry, actor, at)
    return inquiry


@act
def record_vote(inquiry, *, actor, at, members, present, scrutineer, counts, mend_by=None):
    """The counts of the secret vote; `counts` is {unit id: (satisfied, basic, dissatisfied)}.

    Each unit's grade follows from them by the rule; who is found wanting mends by `mend_by`.
    """
    rows = list(inquiry.units.select_related("unit"))
    if set(counts) != {row.unit_id for row in rows}:
        raise Refused("请填写每个应询单位的票数", action="record_vote")
    found = judged(members, present, counts)
    if wrong := next(((row, found[row.unit_id][1]) for row in rows if not found[row.unit_id][0]), None):
        raise Refused(f"{wrong[0].unit}的票数不可能成立：{wrong[1]}", action="record_vote")
    is_short = any(verdict == "dissatisfied" for verdict, _ in found.values())
    if is_short and mend_by is None:
        raise Refused("有单位测评为不满意，请写明整改期限", action="record_vote")
    changes = {"members": members, "present": present, "scrutineer": scrutineer, "voted_on": day_of(at)}
    changes["mend_by"] = mend_by if is_short else None
    take(INQUIRY, inquiry, "record_vote", actor=actor, at=at, note=f"到会{present}人", **changes)
    for row in rows:
        row.satisfied, row.basic, row.dissatisfied = counts[row.unit_id]
        row.verdict, row.why = found[row.unit_id]
    InquiredUnit.objects.bulk_update(rows, ["satisfied", "basic", "dissatisfied", "verdict", "why"])
    _issue(poll_result(inquiry, rows, on=day_of(at)), "poll_result", inquiry, actor, at)
    return inquiry


@act
def report_mended(inquiry, *, actor, at, words):
    """A unit found wanting says what it has mended, under its principal's name."""
    take(INQUIRY, inquiry, "report_mended", actor=actor, at=at, note=words[:500])
    waiting = inquiry.units.filter(unit_id=actor.scope_id, mended_on=None)
    waiting.update(mended=words, mended_on=day_of(at))
    return inquiry


@act
def end_inquiry(inquiry, *, actor, at, note=""):
    """Nothing is owed any more."""
    take(INQUIRY, inquiry, "end_inquiry", actor=actor, at=at, note=note, ended_on=day_of(at), end_note=note)
    return inquiry
