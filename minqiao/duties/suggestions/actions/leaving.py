"""A suggestion that leaves the road: withdrawn by its signers, sent on as a letter or to a higher level."""

from django.utils import timezone

from minqiao.duties.suggestions.actions.handling import NO_CLOCK, OF_ITS_OWN
from minqiao.duties.suggestions.actions.promising import end_with_the_matter
from minqiao.duties.suggestions.choices import ExtensionState, HandlingState, ReturnState
from minqiao.duties.suggestions.documents import decision_notice
from minqiao.duties.suggestions.workflow import LIVE, SUGGESTION
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.actor import CLOCK

DRAFTED = frozenset(
    {HandlingState.REPLY_DRAFT, HandlingState.FORMAT_CHECK, HandlingState.PRE_REVIEW,
     HandlingState.REPLY_SIGNING}
)  # fmt: skip


def _day(at):
    return timezone.localtime(at).date()


@act
def escalate_up(suggestion, *, actor, at, passed_to, note):
    """Beyond the powers of this area: passed to a higher level or its deputies; the signers are told."""
    on = _day(at)
    changes = {"passed_to": passed_to, "passed_on": on, "office_note": note}
    take(SUGGESTION, suggestion, "escalate_up", actor=actor, at=at, note=passed_to, **changes)
    notice = decision_notice(suggestion, on=on)
    issue(notice, kind="decision_notice", subject=suggestion, case=suggestion, actor=actor, at=at)
    return suggestion


@act
def send_as_letter(suggestion, *, actor, at, passed_to, note):
    """A text screened out goes on as a letter (来信) to whom it concerns."""
    changes = {"passed_to": passed_to, "passed_on": _day(at)}
    words = f"{passed_to}：{note}"
    take(SUGGESTION, suggestion, "send_as_letter", actor=actor, at=at, note=words, **changes)
    return suggestion


@act
def ask_withdraw(suggestion, *, actor, at, reason):
    """The lead signer asks in writing; where others signed, they are asked to agree."""
    changes = {"withdraw_reason": reason, "withdraw_asked_on": _day(at)}
    take(SUGGESTION, suggestion, "ask_withdraw", actor=actor, at=at, note=reason, **changes)
    return suggestion


@act
def agree_withdraw(suggestion, *, actor, at):
    """A co-signer agrees to the withdrawal."""
    take(SUGGESTION, suggestion, "agree_withdraw", actor=actor, at=at)
    suggestion.signings.filter(mandate_id=actor.scope_id).update(withdraw_agreed_at=at)
    return suggestion


@act
def keep_on(suggestion, *, actor, at):
    """The lead signer thinks again: the suggestion stands, and those who agreed would be asked anew."""
    changes = {"withdraw_reason": "", "withdraw_asked_on": None}
    take(SUGGESTION, suggestion, "keep_on", actor=actor, at=at, **changes)
    suggestion.signings.update(withdraw_agreed_at=None)
    return suggestion


@act
def withdraw(suggestion, *, actor, at):
    """All agree: it is withdrawn, every unit's handling ends with it, and its work file is dissolved."""
    take(SUGGESTION, suggestion, "withdraw", actor=actor, at=at, note=suggestion.withdraw_reason)
    _dissolve(suggestion, at)
    for row in suggestion.handlings.standing().order_by("pk"):
        states = {"from_state": row.state, "to_state": HandlingState.WITHDRAWN}
        _let_go(row)
        row.state = HandlingState.WITHDRAWN
        type(row).objects.filter(pk=row.pk).update(state=row.state, **NO_CLOCK)
        label, place = "办理终止", {"subject": row, "case": suggestion, "at": at}
        record(actor=actor, action="end_handling", label=label, **place, **states)
    end_with_the_matter(suggestion, actor=actor, at=at)
    return suggestion


def _dissolve(suggestion, at):
    """Those merged into it that wait for an answer go on alone; in their trail it is not its signers' act."""
    for one in suggestion.merged.filter(state__in=sorted(LIVE)).order_by("pk"):
        type(one).objects.filter(pk=one.pk).update(merged_into=None)
        note = f"{suggestion.number}已撤回，单独办理"
        record(actor=CLOCK, action="split", label="取消并案", subject=one, at=at, note=note)


def _let_go(handling):
    """Those that went with a withdrawn lead item go on alone; what was drafted was the lead item's.

    What the unit asked or said on the lead item it asked and said for all: it stands for each of them.
    """
    handling.followers.filter(state__in=sorted(DRAFTED)).update(state=HandlingState.HANDLING)
    said = [
        *handling.returns.filter(state=ReturnState.PENDING),
        *handling.extensions.filter(state=ExtensionState.PENDING),
    ]
    for row in handling.followers.exclude(state__in=sorted(OF_ITS_OWN)):
        for one in said:
            _said_of_too(one, row)
        if handling.opinion_id:
            opinion = _said_of_too(handling.opinion, row)
            type(row).objects.filter(pk=row.pk).update(opinion=opinion)
    handling.followers.update(works_with=None)


def _said_of_too(one, handling):
    """The same request or opinion, of another handling."""
    one.pk, one.handling = None, handling
    one._state.adding = True
    one.save()
    return one
