"""A matter with its handlings as the pages load them, by two queries that are compiled once."""

from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.kit.prepared import Prepared

SOME_PK = 9007199254740993  # stands for any row while a query is compiled


def _names(model):
    return [field.attname for field in model._meta.concrete_fields]


_suggestion = Prepared(lambda pk: Suggestion.objects.filter(pk=pk).values(*_names(Suggestion)), (SOME_PK,))
_handlings = Prepared(
    lambda pk: Handling.objects.filter(suggestion_id=pk).order_by("pk").values(*_names(Handling)), (SOME_PK,)
)


def loaded(world, pk):
    """(suggestion, handlings), what never changes in a year taken from the world instead of the tables."""
    found = _row(Suggestion, _suggestion(pk)[0])
    found.congress, found.lead_signer = world.congress, world.by_mandate[found.lead_signer_id]
    found.delegation = world.by_delegation.get(found.delegation_id)
    if found.session_id:
        found.session = world.by_session[found.session_id]
    rows = [_row(Handling, values) for values in _handlings(pk)] if found.assigned_on else []
    for row in rows:
        row.suggestion, row.fellows, row.unit = found, rows, world.units[world.by_unit[row.unit_id]]
    return found, rows


def _row(model, values):
    return model.from_db("default", list(values), list(values.values()))
