"""Places: the directory, one place, its steps."""

import datetime as dt

from ninja import Query, Schema

from minqiao.duties.stations.actions.places import file_place
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms.places import NewPlace
from minqiao.duties.stations.queries import places as queries
from minqiao.kit.api import answers, asked, body_of, page_of_rows, read_answers, rows_of, told
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


def _words(place):
    township = place.township.name if place.township else ""
    return {"kind": place.kind.name, "county": place.county.name, "township": township}


def _row(place):
    return told(PlaceRow, place, **_words(place))


def show(actor, pk):
    """A place as the API answers with it."""
    place = queries.place_of(actor, pk)
    attached = [
        {"mandate": one.mandate_id, "name": one.mandate.deputy.name, "level": one.mandate.congress.level}
        for one in queries.attached_to(place)
    ]
    station = place.parent.code if place.parent else ""
    others = {"area": place.area_id, "station": station, "deputies": attached}
    return told(PlaceDetail, place, **_words(place), **others)


@router.get("/", response=read_answers(rows_of(PlaceRow)), operation_id="stations_list", summary="联络站点")
def list_places(request, filters: Query[PlaceFilters], cursor: str = "", limit: int = 25):
    """Places by code; filters as on the page."""
    rows = queries.places(asked(filters))
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


@router.get(
    "/{int:pk}", response=read_answers(PlaceDetail), operation_id="stations_read", summary="一个联络站点"
)
def read(request, pk: int):
    """One place with the deputies who receive there."""
    return show(request.actor, pk)
