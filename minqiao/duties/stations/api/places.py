"""Places: the directory, one place, its steps."""

import datetime as dt

from ninja import Query, Schema

from minqiao.duties.stations.actions import ACTIONS
from minqiao.duties.stations.actions.places import file_place
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.forms.known import known
from minqiao.duties.stations.forms.places import NewPlace
from minqiao.duties.stations.queries import places as queries
from minqiao.duties.stations.workflow import PLACE
from minqiao.kit.api import add_steps, answers, body_of, page_of_rows, read_answers
from minqiao.kit.clock import now
from minqiao.kit.schema import bind, payload_of


class PlaceRow(Schema):
    id: int
    code: str
    kind: str
    name: str
    state: str
    county: str
    township: str
    address: str
    phone: str
    opening: str
    longitude: float | None
    latitude: float | None


class PlaceRows(Schema):
    rows: list[PlaceRow]
    next: str | None


class AttachedDeputy(Schema):
    mandate: int
    name: str
    level: str


class PlaceDetail(PlaceRow):
    area: str
    station: str
    head: str
    liaison: str
    floor_area: int | None
    facilities: str
    market: str
    online_url: str
    since: dt.date | None
    deputies: list[AttachedDeputy]


class PlaceFilters(Schema):
    """As on the page: county and township by code, kind by its code."""

    county: str = ""
    township: str = ""
    kind: str = ""
    state: str = ""
    q: str = ""


SAME = ("code", "name", "state", "address", "phone", "opening")
MORE = ("head", "liaison", "floor_area", "facilities", "market", "online_url", "since")


def _row(place):
    return {name: getattr(place, name) for name in SAME} | {
        "id": place.pk,
        "kind": place.kind.name,
        "county": place.county.name,
        "township": place.township.name if place.township else "",
        "longitude": place.longitude,
        "latitude": place.latitude,
    }


def show(actor, pk):
    """A place as the API answers with it."""
    place = queries.place_of(actor, pk)
    attached = [
        {"mandate": one.mandate_id, "name": one.mandate.deputy.name, "level": one.mandate.congress.level}
        for one in queries.attached_to(place)
    ]
    more = {name: getattr(place, name) for name in MORE}
    station = place.parent.code if place.parent else ""
    return _row(place) | more | {"area": place.area_id, "station": station, "deputies": attached}


@router.get("/", response=read_answers(PlaceRows), operation_id="stations_list", summary="联络站点")
def list_places(request, filters: Query[PlaceFilters], cursor: str = "", limit: int = 25):
    """Places by code; filters as on the page."""
    rows = queries.places(filters.model_dump())
    return page_of_rows(rows, queries.ORDER, cursor, limit, _row)


@router.post(
    "/",
    response=answers(PlaceDetail),
    operation_id="stations_file",
    summary="申请设立联络站点",
    openapi_extra=body_of(NewPlace),
)
def file_new(request):
    """A new place is filed."""
    form = bind(NewPlace, payload_of(request))
    return show(request.actor, file_place(actor=request.actor, at=now(), **form.arguments).pk)


@router.get("/{int:pk}", response=read_answers(PlaceDetail), operation_id="stations_read", summary="一个联络站点")
def read(request, pk: int):
    """One place with the deputies who receive there."""
    return show(request.actor, pk)


def _held(action, subject):
    return known("place", action, subject)


add_steps(
    router,
    "/{int:pk}",
    room="stations",
    workflow=PLACE,
    forms=FORMS["place"],
    actions=ACTIONS["place"],
    find=queries.place_of,
    show=show,
    answer=PlaceDetail,
    known=_held,
)
