"""Whom an opinion concerns: ids for the messages."""

from minqiao.duties.stations.models import Attached, Place


def attached_ids(station_id, realms):
    """The mandates attached to a station or what belongs to it, of these congresses."""
    places = Place.objects.kept_by(station_id).values("pk")
    rows = Attached.objects.filter(place__in=places, mandate__congress_id__in=realms)
    return sorted(set(rows.values_list("mandate_id", flat=True)))
