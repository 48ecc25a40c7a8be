"""What the rule of counterpart supervision is asked about: suggestions without a committee yet."""

from itertools import islice

from minqiao.duties.suggestions.choices import ANSWERING, FINAL_STATES, Topic
from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.supervision.rules.matching import Body, counterpart_of
from minqiao.kit.prepared import Sought
from minqiao.registry.congress.choices import CommitteeKind
from minqiao.registry.congress.models import Committee
from minqiao.registry.units.models import UnitDuty

TOPICS = dict(Topic.choices)
LEADS_FIRST = {"sole": 0, "lead": 1, "separate": 2}


_UNSEEN = Sought(
    lambda: (
        Suggestion.objects.filter(counterpart=None, handlings__isnull=False)
        .exclude(state__in=sorted(FINAL_STATES))
        .distinct()
    ),
    (),
    lambda: Suggestion.objects.select_related("congress"),
)


def bodies_of(congress_ids):
    """The special committees of each congress, as the rule needs them."""
    rows = Committee.objects.filter(congress_id__in=congress_ids, kind=CommitteeKind.SPECIAL).order_by("pk")
    found = {}
    for row in rows:
        found.setdefault(row.congress_id, []).append(Body(row.pk, row.name, row.short_name, row.field))
    return found


def waiting_for_a_committee(most):
    """[(suggestion, Match)] for dispatched suggestions that nobody oversees yet, the oldest first."""
    suggestions = list(islice(_UNSEEN(), most))
    if not suggestions:
        return []
    units = _answering_units([one.pk for one in suggestions])
    duties = {}
    for unit_id, words in UnitDuty.objects.values_list("unit_id", "words"):
        duties.setdefault(unit_id, []).append(words)
    bodies = bodies_of({one.congress_id for one in suggestions})
    return [
        (one, _match(one, units.get(one.pk), duties, bodies.get(one.congress_id, []))) for one in suggestions
    ]


def _answering_units(ids):
    """The first unit that answers each suggestion: (id, name)."""
    rows = Handling.objects.standing().filter(suggestion_id__in=ids, role__in=sorted(ANSWERING))
    found = {}
    for row in sorted(rows.select_related("unit"), key=lambda row: (LEADS_FIRST[row.role], row.pk)):
        found.setdefault(row.suggestion_id, (row.unit_id, row.unit.name))
    return found


def _match(suggestion, unit, duties, bodies):
    unit_id, name = unit or (0, "")
    return counterpart_of(name, duties.get(unit_id, []), TOPICS.get(suggestion.topic, ""), bodies)
