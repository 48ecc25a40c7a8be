"""The facts of a year's assigned suggestions as they stood on a day, read once: six queries."""

from dataclasses import dataclass

from django.utils import timezone

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment, Contact, Extension, Handling, Reply, Suggestion
from minqiao.duties.suggestions.rules.counting import NONE, Case, Part, Promise, Round, with_pace
from minqiao.duties.suggestions.rules.facts import is_so
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import light

FACE = frozenset({c.ContactWay.MEETING, c.ContactWay.VISIT})
# Where a proposer comes from is kept with his name, from those to whom it is not told (rules.sight).
UNNAMED = dict.fromkeys(
    ("delegation_id", "delegation__name", "delegation__area_id", "delegation__area__name"), None
)


def cases(actor, scope):
    """The cases the actor may see, assigned in the scope's year up to its day, withdrawn ones among them."""
    rows = (
        Suggestion.objects.visible_to(actor)
        .filter(year=scope.year, assigned_on__lte=scope.on)
        .exclude(state__in=sorted(c.BEFORE_ASSIGNMENT - {c.State.WITHDRAWN}))
    )
    parts = _parts(actor, rows, scope.on)
    found = rows.order_by("number", "pk").values(
        "pk", "number", "title", "year", "session_id", "kind", "topic", "assigned_on", "due_on", "state",
        "repeat_of",
        "request_confidential", "delegation_id", "delegation__name", "delegation__area_id",
        "delegation__area__name",
    )  # fmt: skip
    if actor.role not in CONGRESS_STAFF | CONGRESS_LEADERS:
        found = [row | UNNAMED if row["request_confidential"] else row for row in found]
    every = [_case(row, parts.get(row["pk"], ()), scope.on) for row in found]
    return [case for case in every if scope.holds(case)]


def behind(actor, scope, fact):
    """The ids of the suggestions that a figure counted: the list opens exactly these."""
    return [case.pk for case in cases(actor, scope) if is_so(fact, case, scope.unit)]


def _case(row, parts, on):
    return Case(
        pk=row["pk"],
        number=row["number"],
        title=row["title"],
        year=row["year"],
        kind=row["kind"],
        topic=row["topic"] or NONE,
        assigned_on=row["assigned_on"],
        due_on=row["due_on"],
        on=on,
        delegation=str(row["delegation_id"] or NONE),
        delegation_name=row["delegation__name"] or "",
        county=row["delegation__area_id"] or NONE,
        county_name=row["delegation__area__name"] or "",
        is_withdrawn=row["state"] == c.State.WITHDRAWN,
        is_repeated=bool(row["repeat_of"]),
        is_inter=row["session_id"] is None,
        parts=tuple(parts),
    )


def _parts(actor, suggestions, on):
    """The parts of each suggestion, by its pk."""
    handlings = Handling.objects.filter(
        suggestion__in=suggestions.order_by().values("pk"), assigned_on__lte=on
    )
    ids = handlings.order_by().values("pk")
    known = _Known(_rounds(actor, ids, on), _promises(ids, on), _contacts(ids, on), _extensions(ids, on))
    rows = list(
        handlings.order_by("pk").values(
            "pk", "suggestion_id", "suggestion__session_id", "unit_id", "unit__short_name", "role", "state",
            "assigned_on", "due_on", "replied_on", "round", "extended", "no_response", "first_due_on",
            "redo_on", "suggestion__closed_on",
        )
    )  # fmt: skip
    parts = with_pace([_part(row, known, on) for row in rows])
    found = {}
    for row, part in zip(rows, parts, strict=True):
        found.setdefault(row["suggestion_id"], []).append(part)
    return found


@dataclass(frozen=True)
class _Known:
    """What belongs to the handlings, by handling."""

    rounds: dict
    promises: dict
    contacts: dict
    due_before: dict


def _part(row, known, on):
    pk = row["pk"]
    issued, due_on = known.rounds.get(pk, ()), known.due_before.get(pk, row["first_due_on"] or row["due_on"])
    sent_on = _sent_on(row, issued, on)
    is_unsent = row["state"] == c.HandlingState.UNSENT and row["suggestion__closed_on"] <= on
    is_open = not is_unsent and (sent_on is None or _is_redoing(row, issued, on))
    return Part(
        unit_id=row["unit_id"],
        unit=row["unit__short_name"],
        is_answering=row["role"] in c.ANSWERING,
        assigned_on=row["assigned_on"],
        due_on=due_on,
        on=row["suggestion__closed_on"] if is_unsent else on,
        sent_on=sent_on,
        light=light(due_on if sent_on is None else row["due_on"], on, calendar()).key if is_open else "",
        is_extended=row["extended"] and pk not in known.due_before,
        is_contacted=pk in known.contacts,
        is_met=bool(known.contacts.get(pk, frozenset()) & FACE),
        is_redone=_is_redone(row, on),
        is_silent=row["no_response"],
        is_inter=row["suggestion__session_id"] is None,
        is_returned=row["state"] == c.HandlingState.RETURNED,
        is_unsent=is_unsent,
        rounds=tuple(issued),
        promises=tuple(known.promises.get(pk, ())),
    )


def _is_redoing(row, issued, on):
    """A redo was ordered and its letter is not out: the unit's clock runs again."""
    return _is_redone(row, on) and all(one.number < row["round"] for one in issued)


def _is_redone(row, on):
    return row["round"] > 1 and (row["redo_on"] is None or row["redo_on"] <= on)


def _sent_on(row, issued, on):
    """The first letter of an answering unit, the opinion of an assisting one."""
    if row["role"] in c.ANSWERING:
        return issued[0].issued_on if issued else None
    return row["replied_on"] if row["replied_on"] and row["replied_on"] <= on else None


def _may_see_grade(actor, released_at):
    """The Congress side sees a grade at once, the government after its release, others count none."""
    if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS:
        return True
    return actor.role in (Role.GOV_OFFICE, Role.GOV_LEADER) and released_at is not None


def _rounds(actor, ids, on):
    rows = Reply.objects.filter(handling__in=ids, issued_on__lte=on).order_by("handling_id", "round")
    found = {}
    for row in rows.values(
        "handling_id", "round", "issued_on", "category", "no_contact_note", "evaluation__result",
        "evaluation__attitude", "evaluation__category_is_true", "evaluation__evaluated_at",
        "evaluation__released_at",
    ):  # fmt: skip
        at = row["evaluation__evaluated_at"]
        told = at is not None and timezone.localtime(at).date() <= on
        told = told and _may_see_grade(actor, row["evaluation__released_at"])
        one = Round(
            number=row["round"],
            issued_on=row["issued_on"],
            category=row["category"],
            result=row["evaluation__result"] if told else "",
            attitude=row["evaluation__attitude"] if told else "",
            category_is_true=bool(told and row["evaluation__category_is_true"]),
            without_contact=bool(row["no_contact_note"]),
        )
        found.setdefault(row["handling_id"], []).append(one)
    return found


def _promises(ids, on):
    """By handling. What was settled after the day is not settled yet; what the committee ended is none."""
    rows = Commitment.objects.filter(handling__in=ids, reply__issued_on__lte=on)
    rows = rows.exclude(state=c.PromiseState.ENDED, settled_on__lte=on).order_by("reply_id", "position")
    found = {}
    for row in rows.values(
        "handling_id", "pk", "text", "first_due_on", "due_on", "state", "done_on", "settled_on"
    ):
        is_over = row["settled_on"] is not None and row["settled_on"] <= on
        is_met = is_over and row["state"] == c.PromiseState.MET
        one = Promise(
            row["pk"],
            row["text"],
            row["first_due_on"],
            is_met=is_met,
            is_over=is_over,
            is_on_time=is_met and row["done_on"] <= row["first_due_on"],
            put_off_to=row["due_on"] if row["due_on"] > row["first_due_on"] else None,
        )
        found.setdefault(row["handling_id"], []).append(one)
    return found


def _contacts(ids, on):
    """The ways in which each unit has spoken with the deputy; what he disputes does not count."""
    rows = Contact.objects.filter(handling__in=ids, on__lte=on).exclude(state=c.ContactState.DISPUTED)
    found = {}
    for pk, way in rows.order_by().values_list("handling_id", "way"):
        found[pk] = found.get(pk, frozenset()) | {way}
    return found


def _extensions(ids, on):
    """The dates that still stood on the day although more time was given later."""
    rows = Extension.objects.filter(handling__in=ids, state=c.ExtensionState.APPROVED, decided_on__gt=on)
    return dict(rows.order_by("-pk").values_list("handling_id", "old_due_on"))
