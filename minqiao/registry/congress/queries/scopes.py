"""What the security administrator may grant congress and government roles for."""

from minqiao.kit.mechanism import Scope
from minqiao.registry.congress.models import Committee, Congress

SHOWN = 50


def standing_committees(words, scope_id=None):
    """Congresses by the name of their standing committee, for its staff."""
    return _congresses("standing_committee", words, scope_id)


def governments(words, scope_id=None):
    """Congresses by the name of the government that answers to them."""
    return _congresses("government", words, scope_id)


def committees_named(words, scope_id=None):
    """Special committees, offices and working bodies."""
    found = Committee.objects.filter(name__contains=words.strip()).order_by("congress_id", "pk")
    found = found.filter(pk=scope_id) if scope_id else found
    return [Scope(row.pk, row.name, row.congress_id) for row in found[:SHOWN]]


def _congresses(field, words, scope_id):
    found = Congress.objects.filter(**{f"{field}__contains": words.strip()}).order_by("area_id", "-term")
    found = found.filter(pk=scope_id) if scope_id else found
    return [Scope(row.pk, getattr(row, field), row.pk) for row in found[:SHOWN]]
