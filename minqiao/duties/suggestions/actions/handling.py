"""What a handling unit does before it answers: sign for, contact, opinions, extension."""

from django.utils import timezone

from minqiao.duties.suggestions.actions.clocks import (
    NO_CLOCK,
    extended_to,
    longest_of,
    return_clock,
    step_clock,
)
from minqiao.duties.suggestions.choices import ENDED_HANDLINGS, FINAL_STATES, ContactState, ExtensionState
from minqiao.duties.suggestions.choices import HandlingState as S
from minqiao.duties.suggestions.documents import assist_opinion, extension_request
from minqiao.duties.suggestions.models import Commitment, Contact, Extension, Handling, Opinion, Suggestion
from minqiao.duties.suggestions.rules.matter import (
    ANSWERING,
    category_from,
    commitment_from,
    evaluation_from,
    extension_fault,
    procedure_from,
)
from minqiao.duties.suggestions.rules.merging import has_own_file
from minqiao.duties.suggestions.rules.sight import phone
from minqiao.duties.suggestions.workflow import HANDLING
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.prepared import Prepared
from minqiao.kit.workflow import Refused

# What a step on the lead item of a merged file changes on the others: not their contacts, not their grades.
CARRIED = (
    "signed_on", "step_due_on", "step_due_facts", "step_reminded", "return_due_on", "return_due_facts",
    "returns_asked", "due_on", "due_facts", "extended", "reminded", "replied_on",
)  # fmt: skip
OF_ITS_OWN = frozenset({S.REPLIED, S.EVALUATED, S.JOINT_STUDY, S.STUDIED, S.REDO, S.UNSENT, *ENDED_HANDLINGS})
FOLLOWED = (
    "state", "replied_on", "evaluation_released", "reply__category", "round", "no_response",
)  # fmt: skip


# Asked at every step of every unit: compiled once.
SOME_PK = 9007199254740993
_ANSWERING_NOW = Prepared(
    lambda pk: (
        Handling.objects.standing()
        .filter(suggestion_id=pk, role__in=sorted(ANSWERING))
        .order_by("pk")
        .values(*FOLLOWED)
    ),
    (SOME_PK,),
)
_PROMISED_NOW = Prepared(lambda pk: Commitment.objects.told_to(pk).order_by().values("state"), (SOME_PK,))


def day_of(at):
    """The calendar day of a moment, here."""
    return timezone.localtime(at).date()


def hold(handling):
    """Lock the whole before its part, the wholes of a merged file in one order: nobody waits in a circle.

    Of two units answering at once the second sees the first.
    """
    cases = [handling.suggestion_id]
    if handling.leads_file:
        cases += handling.followers.values_list("suggestion_id", flat=True)
    rows = Suggestion.objects.select_for_update().filter(pk__in=cases)
    list(rows.order_by("pk").values_list("pk"))


def move(handling, action, *, actor, at, note="", **changes):
    """A step of one handling; the suggestion's own columns follow it by the pure rules of `matter`."""
    hold(handling)
    suggestion = handling.suggestion
    step = take(HANDLING, handling, action, actor=actor, at=at, case=suggestion, note=note, **changes)
    if step.target:
        follow(suggestion, day_of(at))
    if handling.leads_file:
        carry(handling, step, actor=actor, at=at, **changes)
    return step


def followers(handling):
    """The handlings of a merged file that still go with this one, with their suggestions."""
    rows = handling.followers.exclude(state__in=sorted(OF_ITS_OWN)).exclude(redo_on__isnull=False)
    return list(rows.select_related("suggestion__congress", "unit").order_by("pk"))


def carry(handling, step, *, actor, at, **changes):
    """One work file: what is done on its lead item is done on the others, each with its own line of trail."""
    if has_own_file not in step_checks(step):
        return
    same = {name: value for name, value in changes.items() if name in CARRIED}
    for row in followers(handling):
        states = {"from_state": row.state, "to_state": step.target or row.state}
        Handling.objects.filter(pk=row.pk).update(state=states["to_state"], **same)
        note = f"随{handling.suggestion.number}办理"
        place = {"subject": row, "case": row.suggestion, "at": at, "note": note}
        record(actor=actor, action=step.action, label=step.label, **place, **states)
        follow(row.suggestion, day_of(at))
        if "due_on" in same:
            stretch(row.suggestion)


def step_checks(step):
    """The checks of every row of this step's action: one has its own file, or none does."""
    return {check for row in HANDLING.rows(step.action) for check in row.checks}


def follow(suggestion, on):
    """Set the suggestion's axes from its handlings: state, category, evaluation, promises, reply date.

    A case that has ended stays ended, whatever an assisting unit still sends.
    """
    if suggestion.state in FINAL_STATES:
        return
    rows = [tuple(row.values()) for row in _ANSWERING_NOW(suggestion.pk)]
    if not rows:  # given back a moment ago: the next unit's handling follows in the same act
        return
    states, replied, released, categories, rounds, silent = zip(*rows, strict=True)
    changes = {
        "state": procedure_from(states, rounds),
        "result_category": category_from(
            [one if on else "" for one, on in zip(categories, replied, strict=True)]
        ),
        "evaluation_state": evaluation_from(states, released, silent),
        "commitment_state": _promised(suggestion),
        "replied_on": max(replied) if all(replied) else None,
    }
    changes["first_replied_on"] = suggestion.first_replied_on or changes["replied_on"]
    Suggestion.objects.filter(pk=suggestion.pk).update(**changes)
    for name, new in changes.items():
        setattr(suggestion, name, new)


def _promised(suggestion):
    """Axis 4 from the promises of issued letters; what a draft says binds nobody."""
    return commitment_from({row["state"] for row in _PROMISED_NOW(suggestion.pk)})


def follow_promises(suggestion, handling=None):
    """The axis of the promises alone: they are kept, or not, long after the case is closed.

    `handling`: whose letter made them, where they were made to all of a merged file.
    """
    told = [row.suggestion for row in handling.followers.all()] if handling and handling.leads_file else []
    for one in (suggestion, *told):
        one.commitment_state = _promised(one)
        Suggestion.objects.filter(pk=one.pk).update(commitment_state=one.commitment_state)


@act
def sign_for(handling, *, actor, at):
    """The unit confirms receipt; the clock of the first contact begins."""
    on = day_of(at)
    rules = handling.suggestion.rules
    clock = step_clock(rules, "first_contact", on)
    clock |= return_clock(rules, "receipt", on)
    move(handling, "sign_for", actor=actor, at=at, signed_on=on, **clock)
    return handling


@act
def contact(handling, *, actor, at, stage, on, way, who, content):
    """Log a contact with the deputy; it waits for his confirmation. The first ends its own clock only."""
    first = {} if handling.first_contact_on else {"first_contact_on": on}
    if first and handling.step_due_facts.get("rule") == "first_contact":
        first |= NO_CLOCK
    if handling.redo_on and not handling.redo_contact_on and on >= handling.redo_on:
        first = {"redo_contact_on": on, **NO_CLOCK}
    move(handling, "contact", actor=actor, at=at, note=f"{on} {who}", **first)
    return Contact.objects.create(handling=handling, stage=stage, on=on, way=way, who=who, content=content)


@act
def confirm_contact(handling, *, actor, at, contact, state, deputy_words=""):
    """The deputy says whether the contact took place as written; what he disputes counts for nothing."""
    move(handling, "confirm_contact", actor=actor, at=at, note=ContactState(state).label)
    waiting = Contact.objects.filter(pk=contact.pk, handling=handling, state=ContactState.WAITING)
    if not waiting.update(state=state, deputy_words=deputy_words, answered_at=at):
        raise Refused("这条联系记录已经确认过了", action="confirm_contact")
    if state == ContactState.DISPUTED:
        _count_contacts(handling)
    return handling


def _count_contacts(handling):
    """The days of the contacts that count, without the disputed ones."""
    days = handling.contacts.exclude(state=ContactState.DISPUTED).order_by("on").values_list("on", flat=True)
    changes = {"first_contact_on": days.first()}
    if handling.redo_on:
        changes["redo_contact_on"] = days.filter(on__gte=handling.redo_on).first()
    Handling.objects.filter(pk=handling.pk).update(**changes)
    for name, value in changes.items():
        setattr(handling, name, value)


@act
def send_opinion(handling, *, actor, at, text, signer):
    """An assisting unit's opinion to the lead. Rewriting makes a new row; the old one stays readable."""
    opinion = Opinion.objects.create(handling=handling, text=text, signer=signer, sent_on=day_of(at))
    changes = {"opinion": opinion, "replied_on": day_of(at), **NO_CLOCK}
    move(handling, "send_opinion", actor=actor, at=at, **changes)
    place = {"subject": handling, "case": handling.suggestion, "edition": handling.opinions.count()}
    issue(assist_opinion(handling, opinion), kind="assist_opinion", actor=actor, at=at, **place)
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
def request_extension(handling, *, actor, at, reason, done_so_far, until=None):
    """Ask for more time before the date, saying what has been done so far; by `until` or the longest."""
    most = longest_of(handling)
    if why := extension_fault(until, handling.due_on, most.due) if until else "":
        raise Refused(why, action="request_extension")
    move(handling, "request_extension", actor=actor, at=at, note=reason)
    asked = Extension.objects.create(
        handling=handling,
        reason=reason,
        done_so_far=done_so_far,
        asked_on=day_of(at),
        old_due_on=handling.due_on,
        until=until,
    )
    place = {"subject": handling, "case": handling.suggestion, "edition": handling.extensions.count()}
    paper = extension_request(handling, asked, most)
    issue(paper, kind="extension_request", actor=actor, at=at, **place)
    return handling


@act
def approve_extension(handling, *, actor, at, note=""):
    """More time, as long as was asked for; the deputy is told by the notice of this act."""
    clock = extended_to(handling)
    changes = {"due_on": clock.due, "due_facts": clock.as_dict(), "extended": True, "reminded": ""}
    _decide(handling, ExtensionState.APPROVED, at, note, new_due_on=clock.due)
    move(handling, "approve_extension", actor=actor, at=at, note=note or f"延期至{clock.due}", **changes)
    stretch(handling.suggestion)
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
    units = set(suggestion.handlings.standing().values_list("unit_id", flat=True))
    if why := phone(actor, suggestion, units):
        raise Refused(why, action="read_phone")
    record(actor=actor, action="read_phone", label="查看代表电话", subject=suggestion, at=at)
    return suggestion.lead_signer.deputy.phone


def _decide(handling, state, at, note, **changes):
    pending = handling.extensions.filter(state=ExtensionState.PENDING)
    pending.update(state=state, decided_on=day_of(at), decision_note=note, **changes)


def stretch(suggestion):
    """The whole is due when its last answering unit is."""
    rows = Handling.objects.standing().filter(suggestion=suggestion, role__in=ANSWERING)
    last = rows.order_by("-due_on", "pk").first()
    suggestion.due_on, suggestion.due_facts = last.due_on, last.due_facts
    Suggestion.objects.filter(pk=suggestion.pk).update(due_on=last.due_on, due_facts=last.due_facts)
