"""Whose word or work a case waits for: ids for the messages."""

from minqiao.duties.suggestions.choices import ANSWERING
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.supervision.models import ChasedPart, KeySuggestion


def know_signers(items):
    """Tell many items at once who raised their suggestions: two queries, whatever their number."""
    rows = KeySuggestion.objects.filter(item__in=items).select_related("suggestion")
    named = {}
    for row in rows.prefetch_related("suggestion__signings"):
        named.setdefault(row.item_id, set()).update(row.suggestion.signer_ids)
    for item in items:
        item._signer_ids = frozenset(named.get(item.pk, ()))


def other_unit_ids(item):
    """The units that handle its suggestions beside the leading one."""
    rows = Handling.objects.standing().filter(suggestion__key_items__item=item)
    return sorted(set(rows.values_list("unit_id", flat=True)) - {item.unit_id})


def leading_unit_id(item):
    """The unit that answers the item's first suggestion, or None: the likely one to lead."""
    rows = Handling.objects.standing().filter(suggestion__key_items__item=item, role__in=sorted(ANSWERING))
    return rows.order_by("suggestion_id", "pk").values_list("unit_id", flat=True).first()


def chased_unit_ids(chase):
    """The units a chaser or circular names."""
    rows = ChasedPart.objects.filter(chase=chase).values_list("handling__unit_id", flat=True)
    return sorted(set(rows))
