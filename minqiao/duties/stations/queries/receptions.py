"""Reception days: the list, one with its roster, what the public sees, months without any."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404

from minqiao.duties.stations.choices import AHEAD, ReceptionState
from minqiao.duties.stations.models import Duty, Opinion, Place, Reception
from minqiao.duties.stations.workflow import RECEPTION
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.trail.queries import events_of
from minqiao.kit.ids import id_from

CASE = "stations.reception"
ORDER = ("on", "pk")
EMPTY_AFTER = dt.timedelta(days=92)  # three months without a reception are a signal, never a score


def receptions(actor, params, today):
    """Days ahead under the filters of `params` (place, past); else the actor's own concern."""
    past = bool(params.get("past"))
    rows = Reception.objects.filter(on__lt=today) if past else Reception.objects.filter(on__gte=today)
    if (place := id_from(params.get("place", ""))) is not None:
        rows = rows.filter(place_id=place)
    elif actor.role == Role.STATION_KEEPER:
        rows = rows.filter(place__in=Place.objects.kept_by(actor.scope_id).values("pk"))
    elif actor.role == Role.DEPUTY:
        rows = rows.filter(duties__mandate_id=actor.scope_id)
    else:
        rows = rows.filter(place__congress_id=actor.realm_id) | rows.filter(place__city_id=actor.realm_id)
    return rows.select_related("place").order_by("-on" if past else "on", "pk")


def reception_of(actor, pk):
    """One reception, or 404. They are public: everybody may look."""
    found = Reception.objects.filter(pk=pk).select_related("place__kind", "place__congress").first()
    if found is None:
        raise Http404("没有这次接待")
    return found


def receptions_at(place, on):
    """The reception of a place on a day, or None."""
    return place.receptions.filter(on=on).first()


@dataclass
class ReceptionFile:
    """A reception's page."""

    reception: Reception
    duties: list
    events: list
    papers: list
    steps: list
    said: int  # opinions entered that day


def reception_file(actor, pk, today):
    """Everything about one reception: the roster, its paper, what may be done."""
    found = reception_of(actor, pk)
    whole = list(events_of(CASE, found.pk))
    return ReceptionFile(
        reception=found,
        duties=duties_of(found),
        events=whole,
        papers=[one for one in whole if one.action == "issue_paper"],
        steps=RECEPTION.offered(actor, found, today),
        said=visitors_of(found),
    )


def visitors_of(reception):
    """How many were entered at the place that day: the visitors as far as they had something to say."""
    rows = Opinion.objects.filter(place_id=reception.place_id, received_at__date=reception.on)
    return rows.exclude(entered_by="").count()


def duties_of(reception):
    """Who sits there, those on leave too."""
    rows = reception.duties.select_related("mandate__deputy", "mandate__congress")
    return list(rows.defer("mandate__deputy__phone", "mandate__deputy__address"))


def announced_at(place, today):
    """What the public page of a place says of the days ahead: announced, or cancelled with the reason."""
    states = (ReceptionState.ANNOUNCED, ReceptionState.CANCELLED)
    rows = place.receptions.filter(state__in=states, on__gte=today, announced_on__isnull=False)
    rows = list(rows.order_by("on")[:6])
    names = {}
    duties = Duty.objects.filter(reception__in=rows, is_away=False).select_related("mandate__deputy")
    for duty in duties.defer("mandate__deputy__phone", "mandate__deputy__address"):
        names.setdefault(duty.reception_id, []).append(duty.mandate.deputy.name)
    for row in rows:
        row.names = names.get(row.pk, [])
    return rows


def without_reception(actor, today):
    """Open places with a building where nobody was received for three months, though they are that old."""
    held = Reception.objects.filter(
        place=OuterRef("pk"), state=ReceptionState.HELD, on__gte=today - EMPTY_AFTER
    )
    rows = Place.objects.open().filter(kind__is_online=False, since__lt=today - EMPTY_AFTER)
    rows = rows.filter(congress_id=actor.realm_id) | rows.filter(city_id=actor.realm_id)
    return rows.exclude(Exists(held)).select_related("kind", "county", "township").order_by("code")


def to_announce(station_id, until):
    """Planned days of a station and its rooms that must be announced by `until`."""
    rows = Reception.objects.filter(place__in=Place.objects.kept_by(station_id).values("pk"))
    return (
        rows.filter(state=ReceptionState.PLANNED, on__lte=until).select_related("place").order_by("on")[:20]
    )


def to_record(station_id, today):
    """Announced days that have come and are not recorded."""
    rows = Reception.objects.filter(place__in=Place.objects.kept_by(station_id).values("pk"))
    return (
        rows.filter(state=ReceptionState.ANNOUNCED, on__lte=today).select_related("place").order_by("on")[:20]
    )


def mine_ahead(mandate_id, until):
    """The days on which a deputy sits, as far as they are announced."""
    rows = Reception.objects.filter(state__in=AHEAD, on__lte=until, announced_on__isnull=False)
    rows = rows.filter(duties__mandate_id=mandate_id, duties__is_away=False)
    return rows.select_related("place").order_by("on")[:20]
