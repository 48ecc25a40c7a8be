"""A matter with all that belongs to it as the pages load it, by queries that are compiled once."""

from minqiao.duties.suggestions.models import Commitment, Handling, Publication, Reply, Suggestion
from minqiao.kit.prepared import Prepared

SOME_PK = 9007199254740993  # stands for any row while a query is compiled
LETTER = ("round", "number", "issued_on")


def _names(model):
    return [field.attname for field in model._meta.concrete_fields]


_suggestion = Prepared(lambda pk: Suggestion.objects.filter(pk=pk).values(*_names(Suggestion)), (SOME_PK,))
_handlings = Prepared(
    lambda pk: Handling.objects.filter(suggestion_id=pk).order_by("pk").values(*_names(Handling)), (SOME_PK,)
)
_promises = Prepared(
    lambda pk: Commitment.objects.filter(handling__suggestion_id=pk, reply__issued_on__isnull=False)
    .order_by("pk").values(*_names(Commitment), *(f"reply__{name}" for name in LETTER)), (SOME_PK,)
)  # fmt: skip
_publication = Prepared(lambda pk: Publication.objects.filter(pk=pk).values(*_names(Publication)), (SOME_PK,))


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


def promises_of(found, rows):
    """The promises of the issued letters to a matter's signers."""
    by_pk, promises = {row.pk: row for row in rows}, []
    for values in _promises(found.pk):
        letter = {name: values.pop(f"reply__{name}") for name in LETTER}
        one = _row(Commitment, values)
        one.handling = by_pk[one.handling_id]
        one.reply = Reply(pk=one.reply_id, handling_id=one.handling_id, **letter)
        promises.append(one)
    return promises


def publication_of(found):
    """The matter's present publication."""
    one = _row(Publication, _publication(found.publication_id)[0])
    one.suggestion = found
    return one


def _row(model, values):
    return model.from_db("default", list(values), list(values.values()))
