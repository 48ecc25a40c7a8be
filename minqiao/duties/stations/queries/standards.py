"""Standards: the checklist, inspections, and how the slots of model places are filled."""

from collections import Counter
from dataclasses import dataclass

from django.http import Http404

from minqiao.duties.stations.choices import PlaceState
from minqiao.duties.stations.models import CheckItem, Inspection, Kind, Place
from minqiao.duties.stations.workflow import INSPECTION
from minqiao.foundation.trail.queries import events_of
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area

CASE = "stations.inspection"


def inspection_of(actor, pk):
    """One inspection of the actor's county or city, or 404."""
    rows = Inspection.objects.filter(place__congress_id=actor.realm_id)
    rows = rows | Inspection.objects.filter(place__city_id=actor.realm_id)
    found = rows.filter(pk=pk).select_related("place__kind").first()
    if found is None:
        raise Http404("没有这次检查，或者您无权查看")
    return found


def inspections_of(place):
    """The inspections of a place, the latest first."""
    return list(place.inspections.order_by("-pk")[:10])


@dataclass
class InspectionFile:
    """An inspection's page: lines with the points of both sheets."""

    inspection: Inspection
    sheets: list
    lines: list  # (line, [points of each sheet])
    events: list
    steps: list


def inspection_file(actor, pk, today):
    """Everything about one inspection; each inspector's points stand side by side."""
    found = inspection_of(actor, pk)
    sheets = list(found.sheets.all())
    items = CheckItem.objects.filter(kind=found.place.kind_id)
    lines = [(item, [sheet.points.get(str(item.pk)) for sheet in sheets]) for item in items]
    steps = INSPECTION.offered(actor, found, today)
    return InspectionFile(found, sheets, lines, list(events_of(CASE, found.pk)), steps)


@dataclass
class Slots:
    """Model places of a county and a kind: how many there may be, are, are nominated, are open."""

    county: Area
    kind: Kind
    slots: int
    filled: int
    nominated: int

    @property
    def open(self):
        return max(self.slots - self.filled - self.nominated, 0)


def model_slots():
    """Every county with every kind that has slots: three queries, however many places."""
    kinds = list(Kind.objects.filter(model_slots__gt=0))
    counties = list(Area.objects.filter(level=Level.COUNTY).order_by("code"))
    states = (PlaceState.MODEL, PlaceState.CANDIDATE)
    taken = Counter(
        Place.objects.filter(state__in=states).values_list("county_id", "kind_id", "state").order_by()
    )
    return [
        Slots(
            county,
            kind,
            kind.model_slots,
            taken[county.pk, kind.pk, PlaceState.MODEL],
            taken[county.pk, kind.pk, PlaceState.CANDIDATE],
        )
        for county in counties
        for kind in kinds
    ]


def model_places():
    """Nominated and awarded places, by county."""
    rows = Place.objects.filter(state__in=(PlaceState.MODEL, PlaceState.CANDIDATE))
    return rows.select_related("kind", "county").order_by("county_id", "kind__position", "code")


def check_items(actor):
    """The checklist as rows of a spreadsheet."""
    for row in CheckItem.objects.select_related("kind"):
        facts = {name: getattr(row, name) for name in ("group", "words", "points", "position")}
        yield facts | {"kind": row.kind.name}


def line_ids(kind):
    """The lines of a kind's checklist, in order."""
    return list(CheckItem.objects.filter(kind=kind).values_list("pk", flat=True))


def kinds_by_word():
    """Kinds by their name, short name and code."""
    return {word: kind.pk for kind in Kind.objects.all() for word in (kind.name, kind.short_name, kind.pk)}
