"""Whom an opinion concerns: ids for the messages."""

from minqiao.duties.stations.models import Attached


def attached_ids(place_id, realms):
    """The mandates attached to a place, of these congresses."""
    rows = Attached.objects.filter(place_id=place_id, mandate__congress_id__in=realms)
    return sorted(rows.values_list("mandate_id", flat=True))
