"""Places: the directory, one place with what belongs to it, kinds, counties and townships to choose from."""

from django.db.models import Count, Max, Q
from django.http import Http404

from minqiao.duties.stations.choices import RUNNING, PlaceState
from minqiao.duties.stations.models import Attached, Kind, Place
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.search.queries import matching
from minqiao.kit.mechanism import Scope
from minqiao.kit.remembered import Remembered

RELATED = ("kind", "area", "county", "township", "parent", "congress", "city__area")
LISTED = ("kind", "county", "township")
ORDER = ("code",)


def places(params, *, only_open=False):
    """Places under the filters of `params`: county, township, kind, state, q; by code."""
    rows = Place.objects.open() if only_open else Place.objects.all()
    for name in ("county", "township", "kind", "state"):
        if value := params.get(name, "").strip()[:20]:
            rows = rows.filter(**{name: value})
    if words := params.get("q", "").strip()[:60]:
        rows = rows.filter(pk__in=matching("stations.place", words))
    return rows.select_related(*LISTED).order_by(*ORDER)


def my_places(actor, params):
    """The same; “mine” narrows to what the actor keeps, guides or receives at."""
    rows = places(params)
    if not params.get("mine"):
        return rows
    if actor.role == Role.STATION_KEEPER:
        return rows.filter(Q(pk=actor.scope_id) | Q(parent_id=actor.scope_id))
    if actor.role == Role.DEPUTY:
        return rows.filter(attached__mandate_id=actor.scope_id)
    return rows.filter(congress_id=actor.realm_id)


def place_of(actor, pk):
    """One place with all it belongs to, or 404. Places are public: everybody may look."""
    return _found(pk=pk)


def place_by_code(code, *, only_open=True):
    """The place a QR code or an address names, or 404."""
    return _found(code=code, **({"state__in": RUNNING} if only_open else {}))


def _found(**named):
    found = Place.objects.filter(**named).select_related(*RELATED).first()
    if found is None:
        raise Http404("没有这个联络站点，或者它已经撤并")
    return found


def attached_to(place):
    """The deputies who receive there, with their level."""
    rows = Attached.objects.filter(place=place).select_related(
        "mandate__deputy", "mandate__congress", "mandate__delegation"
    )
    return list(rows.defer("mandate__deputy__phone", "mandate__deputy__address").order_by("mandate_id"))


def rooms_of(place):
    """What belongs to a station."""
    return list(place.rooms.exclude(state=PlaceState.CLOSED).select_related("kind").order_by("code"))


def kinds():
    """The tree of kinds, in order."""
    return list(Kind.objects.select_related("under"))


def counts_by_county():
    """How many places are open, by county and kind: [(county id, county, kind id, number)], one query."""
    rows = Place.objects.open().values_list("county_id", "county__name", "kind_id")
    return list(rows.annotate(number=Count("pk")).order_by("county_id", "kind_id"))


def stamp():
    """Differs whenever a place was filed, changed, opened or closed."""
    found = Place.objects.aggregate(rows=Count("pk"), last=Max("changed_at"))
    return f"{found['rows']}/{found['last']}"


def _facets():
    counties, townships = {}, {}
    rows = Place.objects.exclude(state=PlaceState.CLOSED).order_by("county_id", "township_id")
    columns = ("county_id", "county__name", "township_id", "township__name")
    for county, name, township, township_name in rows.values_list(*columns).distinct():
        counties[county] = name
        if township:
            townships.setdefault(county, []).append((township, township_name))
    return list(counties.items()), townships


# (counties, {county: [townships]}) that have places, for the boxes of every list.
facets = Remembered(_facets, stamp)


def places_named(words, scope_id=None):
    """Places by name or code: what the security administrator may make somebody keeper of."""
    rows = Place.objects.exclude(state=PlaceState.CLOSED)
    rows = rows.filter(pk=scope_id) if scope_id else rows
    words = words.strip()
    rows = rows.filter(Q(name__contains=words) | Q(code=words)).order_by("code")[:50]
    return [Scope(row.pk, row.name, row.congress_id) for row in rows]
