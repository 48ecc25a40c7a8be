"""Whose word or work a case waits for: ids for the messages."""

from minqiao.duties.suggestions.choices import ANSWERING
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.supervision.models import ChasedPart, KeySuggestion


def signer_ids(item):
    """The mandates of all who raised or joined the item's suggestions."""
    rows = KeySuggestion.objects.filter(item=item).select_related("suggestion")
    found = [row.suggestion for row in rows.prefetch_related("suggestion__signings")]
    return frozenset().union(*(one.signer_ids for one in found))


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
