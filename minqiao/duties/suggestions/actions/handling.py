"""What a handling unit does before it answers: sign for, contact, opinions, extension."""

from django.utils import timezone

from minqiao.duties.suggestions.actions.clocks import due, step_clock
from minqiao.duties.suggestions.choices import FINAL_STATES, ContactState, ExtensionState
from minqiao.duties.suggestions.models import Commitment, Contact, Extension, Handling, Opinion, Suggestion
from minqiao.duties.suggestions.rules.matter import (
    ANSWERING,
    category_from,
    commitment_from,
    evaluation_from,
    procedure_from,
)
from minqiao.duties.suggestions.rules.sight import phone
from minqiao.duties.suggestions.workflow import HANDLING
from minqiao.foundation.trail.actions import act, record, take
from minqiao.kit.actor import CLOCK
from minqiao.kit.workflow import Refused

NO_CLOCK = {"step_due_on": None, "step_due_facts": {}}


def day_of(at):
    """The calendar day of a moment, here."""
    return timezone.localtime(at).date()


def move(handling, action, *, actor, at, note="", **changes):
    """A step of one handling; the suggestion's own columns follow it by the pure rules of `matter`.

    The suggestion's row is locked first, so that of two units answering at once the second sees the first.
    """
    Suggestion.objects.select_for_update().only("pk").get(pk=handling.suggestion_id)
    suggestion = handling.suggestion
    step = take(HANDLING, handling, action, actor=actor, at=at, case=suggestion, note=note, **changes)
    if step.target:
        follow(suggestion, day_of(at))
    return step


def follow(suggestion, on):
    """Set the suggestion's axes from its handlings: state, category, evaluation, promises, reply date.

    A case that has ended stays ended, whatever an assisting unit still sends.
    """
    if suggestion.state in FINAL_STATES:
        return
    rows = suggestion.handlings.filter(role__in=ANSWERING).order_by("pk")
    rows = rows.values_list("state", "replied_on", "evaluation_released", "reply__category")
    states, replied, released, categories = zip(*rows, strict=True)
    promises = Commitment.objects.filter(handling__suggestion=suggestion).values_list("state", flat=True)
    changes = {
        "state": procedure_from(states),
        "result_category": category_from(
            [one if on else "" for one, on in zip(categories, replied, strict=True)]
        ),
        "evaluation_state": evaluation_from(states, released),
        "commitment_state": commitment_from(set(promises) if all(replied) else set()),
        "replied_on": max(replied) if all(replied) else None,
    }
    Suggestion.objects.filter(pk=suggestion.pk).update(**changes)
    for name, new in changes.items():
        setattr(suggestion, name, new)


@act
def sign_for(handling, *, actor, at):
    """The unit confirms receipt; the clock of the first contact begins."""
    on = day_of(at)
    clock = step_clock(handling.suggestion.rules, "first_contact", on)
    move(handling, "sign_for", actor=actor, at=at, signed_on=on, **clock)
    return handling


@act
def contact(handling, *, actor, at, stage, on, way, who, content):
    """Log a contact with the deputy; it waits for the deputy's confirmation."""
    first = {} if handling.first_contact_on else {"first_contact_on": on, **NO_CLOCK}
    move(handling, "contact", actor=actor, at=at, note=f"{on} {who}", **first)
    return Contact.objects.create(handling=handling, stage=stage, on=on, way=way, who=who, content=content)


@act
def confirm_contact(handling, *, actor, at, contact, state, deputy_words=""):
    """The deputy says whether the contact took place as written."""
    move(handling, "confirm_contact", actor=actor, at=at, note=ContactState(state).label)
    waiting = Contact.objects.filter(pk=contact.pk, handling=handling, state=ContactState.WAITING)
    if not waiting.update(state=state, deputy_words=deputy_words, answered_at=at):
        raise Refused("这条联系记录已经确认过了", action="confirm_contact")
    return handling


@act
def send_opinion(handling, *, actor, at, text, signer):
    """An assisting unit's opinion to the lead. Rewriting makes a new row; the old one stays readable."""
    opinion = Opinion.objects.create(handling=handling, text=text, signer=signer, sent_on=day_of(at))
    changes = {"opinion": opinion, "replied_on": day_of(at), **NO_CLOCK}
    move(handling, "send_opinion", actor=actor, at=at, **changes)
    return handling


@act
def reject_opinion(handling, *, actor, at, note):
    """The lead finds no substance in the opinion: it is rewritten within the rule's workdays."""
    on = day_of(at)
    clock = step_clock(handling.suggestion.rules, "assist_rewrite", on)
    rejected = handling.opinion_id
    changes = {"opinion": None, "replied_on": None, **clock}
    move(handling, "reject_opinion", actor=actor, at=at, note=note, **changes)
    Opinion.objects.filter(pk=rejected).update(rejected_on=on, reject_note=note)
    return handling


@act
def request_extension(handling, *, actor, at, reason, done_so_far):
    """Ask for more time before the date, saying what has been done so far."""
    move(handling, "request_extension", actor=actor, at=at, note=reason)
    Extension.objects.create(
        handling=handling,
        reason=reason,
        done_so_far=done_so_far,
        asked_on=day_of(at),
        old_due_on=handling.due_on,
    )
    return handling


@act
def approve_extension(handling, *, actor, at, note=""):
    """More time, to six months from assignment at most; the deputy is told by the notice of this act."""
    clock = due(handling.suggestion.rules, "reply_hard", handling.assigned_on)
    changes = {"due_on": clock.due, "due_facts": clock.as_dict(), "extended": True, "reminded": ""}
    _decide(handling, ExtensionState.APPROVED, at, note, new_due_on=clock.due)
    move(handling, "approve_extension", actor=actor, at=at, note=note or f"延期至{clock.due}", **changes)
    _stretch(handling.suggestion)
    return handling


@act
def refuse_extension(handling, *, actor, at, note):
    """The date stands."""
    _decide(handling, ExtensionState.REFUSED, at, note)
    move(handling, "refuse_extension", actor=actor, at=at, note=note)
    return handling


@act
def read_phone(suggestion, *, actor, at):
    """The proposer's number for whoever must contact him. Each look leaves a line (PIPL; domain.md 2.10)."""
    units = set(suggestion.handlings.values_list("unit_id", flat=True))
    if why := phone(actor, suggestion, units):
        raise Refused(why, action="read_phone")
    record(actor=actor, action="read_phone", label="查看代表电话", subject=suggestion, at=at)
    return suggestion.lead_signer.deputy.phone


@act
def remind(handling, *, at, key, words):
    """The clock's own act: tell the unit once for each light (amber, red, black) its open date turns to."""
    waiting = Handling.objects.filter(pk=handling.pk, replied_on=None, reminded=handling.reminded)
    if not waiting.update(reminded=key):
        return False
    note = f"{handling.unit.short_name}：期限{handling.due_on}，{words}"
    states = {"from_state": handling.state, "to_state": handling.state}
    record(
        actor=CLOCK,
        action=f"remind_{key}",
        label="期限提醒",
        subject=handling,
        case=handling.suggestion,
        at=at,
        note=note,
        **states,
    )
    return True


def _decide(handling, state, at, note, **changes):
    pending = handling.extensions.filter(state=ExtensionState.PENDING)
    pending.update(state=state, decided_on=day_of(at), decision_note=note, **changes)


def _stretch(suggestion):
    """The whole is due when its last answering unit is."""
    rows = Handling.objects.filter(suggestion=suggestion, role__in=ANSWERING)
    last = rows.order_by("-due_on", "pk").first()
    suggestion.due_on, suggestion.due_facts = last.due_on, last.due_facts
    Suggestion.objects.filter(pk=suggestion.pk).update(due_on=last.due_on, due_facts=last.due_facts)
