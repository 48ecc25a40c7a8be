"""All counting for dashboards; every number comes with its base and opens its rows."""

from django.db.models import Count, Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Evaluation, Handling, Suggestion, late_for
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF

ASSIGNED = ~Q(state__in=sorted(c.BEFORE_ASSIGNMENT))


def handling_progress(actor, today):
    """Where the actor's suggestions stand: assigned, by kind, answered, open, late. One query.

    Base: all that is assigned and visible to the actor. Answered is not solved: no figure adds the two.
    """
    late = late_for(actor, today)
    found = (
        Suggestion.objects.visible_to(actor)
        .order_by()
        .aggregate(
            assigned=Count("pk", filter=ASSIGNED),
            suggestions=Count("pk", filter=ASSIGNED & ~Q(kind=c.Kind.REVIEW_REMARK)),
            remarks=Count("pk", filter=ASSIGNED & Q(kind=c.Kind.REVIEW_REMARK)),
            to_dispatch=Count("pk", filter=Q(state=c.State.ASSIGNED)),
            held=Count("pk", filter=Q(state=c.State.ASSIGNED, held_on__isnull=False)),
            replied=Count("pk", filter=ASSIGNED & Q(replied_on__isnull=False)),
            overdue=Count("pk", filter=ASSIGNED & late),
            closed=Count("pk", filter=Q(state=c.State.CLOSED)),
        )
    )
    return {**found, "open": found["assigned"] - found["replied"], "base": found["assigned"], "on": today}


def satisfaction(actor, *, counts_silence=False):
    """How deputies graded the result, by unit's handling: of the first round and of the last, side by side.

    Base: evaluations returned (for units and government only those released to them); those who did not
    answer after two chasers are outside it, and shown, unless the place `counts_silence` (rule
    no_response_in_base). A redo counts once for each handling that was redone.
    """
    rows = Handling.objects.standing().filter(
        role__in=sorted(c.ANSWERING), suggestion__in=Suggestion.objects.visible_to(actor).filter(ASSIGNED)
    )
    inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS
    graded = Evaluation.objects.filter(reply__handling__in=rows)
    graded = graded if inside else graded.filter(released_at__isnull=False)
    first, last = {}, {}
    for pk, result in graded.order_by("reply__round").values_list("reply__handling_id", "result"):
        first.setdefault(pk, result)
        last[pk] = result
    counts = rows.aggregate(
        no_response=Count("pk", filter=Q(no_response=True)), redo=Count("pk", filter=Q(round__gt=1))
    )
    return {
        **counts,
        "first": _by_grade(first),
        "last": _by_grade(last),
        "returned": len(last),
        "base": len(last) + (counts["no_response"] if counts_silence else 0),
    }


def _by_grade(results):
    found = list(results.values())
    return {grade.value: found.count(grade) for grade in c.Grade}
