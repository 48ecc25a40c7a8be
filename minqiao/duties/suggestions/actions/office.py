"""What the Congress side and the government office do: screen, register, assign, dispatch, close."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from minqiao.duties.suggestions.actions.clocks import assign_clock, due, rules_on
from minqiao.duties.suggestions.actions.dispatching import dispatch as dispatch
from minqiao.duties.suggestions.actions.drafting import index_text
from minqiao.duties.suggestions.actions.earlier import tied
from minqiao.duties.suggestions.choices import Ground, Kind, State
from minqiao.duties.suggestions.documents import (
    assignment_letter,
    decision_notice,
    signers_of,
    suggestion_sheet,
)
from minqiao.duties.suggestions.models import Batch, Suggestion
from minqiao.duties.suggestions.queries.lists import items_to_issue
from minqiao.duties.suggestions.rules.inter_session import WAITING
from minqiao.duties.suggestions.workflow import BATCH, SUGGESTION
from minqiao.foundation.rulebook.queries import standing, value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import issue, next_serial, sign
from minqiao.instruments.papers.queries import standing_paper
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.actor import CLOCK
from minqiao.kit.numbers import number_after
from minqiao.kit.workflow import Refused


def _day(at):
    return timezone.localtime(at).date()


@act
def send_back(suggestion, *, actor, at, note):
    """Ask the deputy to improve a fixable fault."""
    take(SUGGESTION, suggestion, "send_back", actor=actor, at=at, note=note, office_note=note)
    return suggestion


@act
def screen_out(suggestion, *, actor, at, ground, note):
    """Not a suggestion: the deputy is told the ground and what else he may do."""
    changes = {"ground": ground, "office_note": note}
    take(SUGGESTION, suggestion, "screen_out", actor=actor, at=at, note=note, **changes)
    grounds = standing("screen_out_grounds", place=suggestion.congress.area_id, on=_day(at))
    notice = decision_notice(suggestion, on=_day(at), source=grounds.source)
    issue(notice, kind="decision_notice", subject=suggestion, case=suggestion, actor=actor, at=at)
    return suggestion


@act
def sort(suggestion, *, actor, at, **words):
    """Write an oral remark up, to be confirmed by its speaker."""
    take(SUGGESTION, suggestion, "sort", actor=actor, at=at, **words)
    return suggestion


@act
def set_aside(suggestion, *, actor, at, note):
    """A remark that only serves to improve the report debated."""
    changes = {"ground": Ground.NOT_HANDLED, "office_note": note}
    take(SUGGESTION, suggestion, "set_aside", actor=actor, at=at, note=note, **changes)
    return suggestion


@act
def hint_merge(suggestion, *, actor, at, with_number):
    """Note which other suggestion says nearly the same; merging itself is decided later."""
    take(SUGGESTION, suggestion, "hint_merge", actor=actor, at=at, note=with_number, merge_hint=with_number)
    return suggestion


@act
def register(suggestion, *, actor, at, topic="", is_hard=False, repeat_of=""):
    """Accept: the registration number is drawn, gap-free, in this same transaction."""
    serial, number = _numbered(suggestion, _day(at))
    changes = {
        "serial": serial,
        "number": number,
        "accepted_on": _day(at),
        "topic": topic or suggestion.topic,
        "is_hard": is_hard,
        **tied(actor, {"repeat_of": repeat_of or suggestion.repeat_of}, suggestion.pk),
        **_between_sessions(suggestion, _day(at)),
    }
    take(SUGGESTION, suggestion, "register", actor=actor, at=at, note=changes["number"], **changes)
    index_text(suggestion)
    sheet = suggestion_sheet(suggestion)
    issue(sheet, kind="suggestion_sheet", subject=suggestion, case=suggestion, actor=actor, at=at)
    return suggestion


def _between_sessions(suggestion, on):
    """What a suggestion of between sessions takes with it: whose consent it needs, by when it is due."""
    if suggestion.session_id:
        return {}
    needed = value("chairs_agree_inter_session", place=suggestion.congress.area_id, on=on)
    received = _day(suggestion.submitted_at) if suggestion.submitted_at else on
    clock = {} if suggestion.assign_due_on else assign_clock(suggestion, received, strict=True)
    return {"chairs_needed": needed, **clock}


def _numbered(suggestion, on):
    """(serial, number): the next of the series: per session, or per year of handing in between sessions."""
    congress, session = suggestion.congress, suggestion.session
    mark = "审" if suggestion.kind == Kind.REVIEW_REMARK else ""
    place = f"{session.number}" if session else f"闭{suggestion.year}"
    pattern = value("number_format", place=congress.area_id, on=on)
    serial = next_serial(f"suggestions/{congress.pk}/{place}{mark}")
    return serial, number_after(pattern, term=congress.term, session=place, serial=serial, mark=mark)


@act
def prepare_batch(*, actor, at, congress, name, suggestions=()):
    """Open a batch and put accepted items into it; its session is that of its items."""
    if Batch.objects.filter(congress=congress, name=name).exists():
        raise Refused(f"已有名为“{name}”的交办批次，请换一个名称")
    batch = Batch(congress=congress, name=name)
    if why := BATCH.refusal("add_items", actor, batch, _day(at)):
        raise Refused(why, action="prepare_batch")
    try:
        with transaction.atomic():
            batch.save()
    except IntegrityError as error:  # two at once with the same name
        raise Refused(f"已有名为“{name}”的交办批次，请换一个名称", action="prepare_batch") from error
    record(
        actor=actor, action="prepare_batch", label="拟定交办批次", subject=batch, at=at, to_state=batch.state
    )
    if suggestions:
        add_items(batch, actor=actor, at=at, suggestions=suggestions)
    return batch


@act
def add_items(batch, *, actor, at, suggestions):
    """Put accepted suggestions into a batch that is not issued yet."""
    take(BATCH, batch, "add_items", actor=actor, at=at, note=f"{len(suggestions)}件")
    ids = [one.pk for one in suggestions]
    rows = Suggestion.objects.filter(pk__in=ids, congress=batch.congress, state=State.ACCEPTED, batch=None)
    if rows.update(batch=batch) != len(ids):
        raise Refused(
            "所选建议中有的不是“已登记待交办”，或者已经在其他批次中，请刷新后重选", action="add_items"
        )
    _name_session(batch)
    return batch


@act
def remove_items(batch, *, actor, at, suggestions):
    """Take items out of a batch that is not issued yet."""
    take(BATCH, batch, "remove_items", actor=actor, at=at, note=f"{len(suggestions)}件")
    batch.suggestions.filter(pk__in=[one.pk for one in suggestions]).update(batch=None)
    _name_session(batch)
    return batch


@act
def issue_batch(batch, *, actor, at, assigned_on, place=""):
    """Hand the whole batch over: one letter with its annex, one day, every item's clock begins."""
    changes = {"assigned_on": assigned_on, "place": place}
    take(BATCH, batch, "issue_batch", actor=actor, at=at, **changes)
    items = items_to_issue(batch)
    if not items:
        raise Refused("批次里还没有建议，请先加入", action="issue_batch")
    if early := [item for item in items if item.accepted_on > assigned_on]:
        raise Refused(
            f"交办日早于{early[0].number}的登记日（{early[0].accepted_on}），请核对", action="issue_batch"
        )
    rules = rules_on(batch.congress.area_id, assigned_on)
    for suggestion in items:
        _assign(suggestion, batch, rules, actor, at)
    letter = assignment_letter(batch, items)
    series = series_of_year(
        value("assignment_letter_word", place=batch.congress.area_id, on=assigned_on), assigned_on.year
    )
    issue(letter, kind="assignment_letter", subject=batch, case=batch, actor=actor, at=at, series=series)
    return batch


def _name_session(batch):
    """The session all its items were raised in; else the batch is one of between sessions."""
    sessions = list(batch.suggestions.order_by().values_list("session_id", flat=True).distinct()[:2])
    batch.session_id = sessions[0] if len(sessions) == 1 else None
    Batch.objects.filter(pk=batch.pk).update(session=batch.session_id)


def _assign(suggestion, batch, rules, actor, at):
    key = "reply_hard" if suggestion.is_hard else "reply"
    clock = due(rules, key, batch.assigned_on)
    changes = {
        "batch": batch,
        "assigned_on": batch.assigned_on,
        "rules": rules,
        "due_on": clock.due,
        "due_facts": clock.as_dict(),
    }
    take(SUGGESTION, suggestion, "assign", actor=actor, at=at, note=f"批次{batch.name}", **changes)


@act
def agree_assign(suggestion, *, actor, at):
    """The chairs' council agrees that a suggestion of between sessions be assigned."""
    take(SUGGESTION, suggestion, "agree_assign", actor=actor, at=at, chairs_agreed_on=_day(at))
    return suggestion


@act
def remind_to_assign(suggestion, *, at, key, words):
    """The clock's own act: tell the office once for each light its day to assign turns to."""
    waiting = Suggestion.objects.filter(
        pk=suggestion.pk, state__in=WAITING, assign_reminded=suggestion.assign_reminded
    )
    if not waiting.update(assign_reminded=key):
        return False
    note = f"交办期限{suggestion.assign_due_on}，{words}"
    states = {"from_state": suggestion.state, "to_state": suggestion.state}
    subject = {"subject": suggestion, "action": f"remind_assign_{key}", "label": "交办期限提醒"}
    record(actor=CLOCK, at=at, note=note, **subject, **states)
    return True


@act
def assign(suggestion, *, actor, at, assigned_on, place=""):
    """Assign one item with a letter of its own, as between sessions."""
    SUGGESTION.step("assign", actor, suggestion, _day(at))
    if suggestion.batch_id:
        raise Refused(f"这件建议已编入交办批次“{suggestion.batch}”，请随批次交办", action="assign")
    batch = prepare_batch(
        actor=actor,
        at=at,
        congress=suggestion.congress,
        name=suggestion.number,
        suggestions=[suggestion],
    )
    issue_batch(batch, actor=actor, at=at, assigned_on=assigned_on, place=place)
    suggestion.refresh_from_db()
    return suggestion


@act
def sign_batch(batch, *, actor, at, assigned_by, received_by):
    """Record who signed the letter for the standing committee and who for the government, once."""
    if batch.assigned_by or batch.received_by:
        raise Refused("已经登记签字", action="sign_batch")
    changes = {"assigned_by": assigned_by, "received_by": received_by}
    take(BATCH, batch, "sign_batch", actor=actor, at=at, note=f"{assigned_by}；{received_by}", **changes)
    letter = standing_paper("assignment_letter", batch)
    for signer in signers_of(batch):
        sign(letter, name=signer.name, post=signer.post, organ=signer.organ, actor=actor, at=at)
    return batch


@act
def hold(suggestion, *, actor, at, note):
    """Keep an item back for the leaders to decide who should handle it; its clock goes on."""
    take(SUGGESTION, suggestion, "hold", actor=actor, at=at, note=note, held_on=_day(at), held_note=note)
    return suggestion
