"""What many rows of places need to know at once, and places as rows of a spreadsheet."""

from collections import defaultdict

from minqiao.duties.stations.choices import PlaceState
from minqiao.duties.stations.models import Attached, Kind, Opinion, Place
from minqiao.kit.clock import local_day
from minqiao.kit.sealed import mask
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.queries import gazetteer
from minqiao.registry.congress.choices import MandateState
from minqiao.registry.congress.models import Congress, Mandate

STATES = dict(PlaceState.choices)
PLAIN = (
    "code", "name", "address", "longitude", "latitude", "head", "liaison", "phone", "opening", "floor_area",
    "facilities", "market", "online_url",
)  # fmt: skip


class PlaceLookups:
    """Areas, kinds, congresses and places in hand, so that a row costs no look-up."""

    def __init__(self):
        self.areas = gazetteer()
        self.kinds = {kind.pk: kind for kind in Kind.objects.all()}
        self.congresses = {}
        for found in Congress.objects.order_by("term"):
            self.congresses[found.area_id] = found.pk
        self.places, self.stations = {}, defaultdict(list)
        for place in Place.objects.iterator(chunk_size=2000):
            self.keep(place)

    def keep(self, place):
        """Take in a place once it is written."""
        if place.code not in self.places:
            self.stations[place.township_id, place.kind_id].append(place)
        self.places[place.code] = place

    def seat(self, area_id):
        """{county_id, township_id, congress_id, city_id} of an area, or None above the county."""
        of = {self.areas.levels[code]: code for code in self.areas.path(area_id)}
        county = of.get(Level.COUNTY) or of.get(Level.ZONE)
        city = self.congresses.get(of.get(Level.CITY))
        if county is None or city is None:
            return None
        congress = self.congresses.get(county, city)
        ids = {"county_id": county, "township_id": of.get(Level.TOWNSHIP)}
        return ids | {"congress_id": congress, "city_id": city}

    def station_for(self, kind, township):
        """The one place a room belongs to by itself: of the kind above, in the same township."""
        found = self.stations[township, kind.under_id] if kind.under_id and township else []
        return found[0] if len(found) == 1 else None


def place_rows(actor):
    """All places, by code."""
    rows = Place.objects.select_related("kind", "parent").order_by("code")
    for row in rows.iterator(chunk_size=1000):
        facts = {name: getattr(row, name) for name in PLAIN}
        facts = {name: "" if value is None else value for name, value in facts.items()}
        parent = row.parent.code if row.parent else ""
        yield facts | {
            "kind": row.kind.name, "area": row.area_id, "parent": parent, "state": STATES[row.state]
        }  # fmt: skip


class AttachedLookups:
    """Places by code, standing mandates by congress and certificate, and who is attached."""

    def __init__(self):
        self.places = {place.code: place for place in Place.objects.all()}
        self.mandates = defaultdict(list)
        rows = Mandate.objects.filter(state=MandateState.ACTIVE).select_related("deputy", "congress")
        for row in rows.defer("deputy__phone", "deputy__address"):
            self.mandates[row.deputy.code].append(row)
        self.pairs = set(Attached.objects.values_list("place_id", "mandate_id"))


def attached_rows(actor):
    """Who receives where."""
    rows = Attached.objects.select_related("place", "mandate__deputy", "mandate__congress")
    for row in rows.order_by("place__code", "mandate_id").iterator(chunk_size=2000):
        yield {
            "place": row.place.code,
            "place_name": row.place.name,
            "deputy": row.mandate.deputy.code,
            "deputy_name": row.mandate.deputy.name,
            "level": row.mandate.congress.get_level_display(),
        }


def opinion_rows(actor):
    """Every opinion the actor may see; of the number only what a list shows, of the name nothing."""
    rows = Opinion.objects.visible_to(actor).select_related("place", "suggestion").defer("name")
    for row in rows.order_by("pk").iterator(chunk_size=1000):
        yield {
            "number": row.number,
            "place": row.place.name,
            "received_on": local_day(row.received_at),
            "way": row.get_way_display(),
            "topic": row.get_topic_display(),
            "text": row.text,
            "phone": mask(row.phone),
            "route": row.get_route_display(),
            "handler": row.handler,
            "state": row.get_state_display(),
            "due_on": row.due_on or "",
            "suggestion": row.suggestion.number if row.suggestion else "",
            "answered_on": row.answered_on or "",
            "first_rating": row.get_first_rating_display(),
            "rating": row.get_rating_display(),
        }
