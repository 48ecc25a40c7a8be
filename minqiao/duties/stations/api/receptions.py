"""Reception days: the list, planning at a place, one day with its roster."""

import datetime as dt

from ninja import Query, Schema

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.actions.receptions import plan
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms.receptions import Plan
from minqiao.duties.stations.queries import receptions as queries
from minqiao.duties.stations.queries.places import place_of
from minqiao.kit.api import Id, answers, asked, body_of, page_of_rows, read_answers, rows_of, told
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class ReceptionRow(Schema):
    id: int
    place: str
    on: dt.date
    starts_at: dt.time
    ends_at: dt.time
    rhythm: c.Rhythm
    state: c.ReceptionState
    visitors: int | None


class OnDuty(Schema):
    mandate: int
    name: str
    is_away: bool


class ReceptionDetail(ReceptionRow):
    topics: str
    announced_on: dt.date | None
    summary: str
    reason: str
    duties: list[OnDuty]


class ReceptionFilters(Schema):
    """As on the page; `past` for days behind."""

    place: Id | None = None
    past: bool = False


class PlannedDays(Schema):
    days: list[dt.date]


def _row(row):
    return told(ReceptionRow, row, place=row.place.code)


def show(actor, pk):
    """A reception as the API answers with it."""
    found = queries.reception_of(actor, pk)
    duties = [
        {"mandate": one.mandate_id, "name": one.mandate.deputy.name, "is_away": one.is_away}
        for one in queries.duties_of(found)
    ]
    return told(ReceptionDetail, found, place=found.place.code, duties=duties)


@router.get(
    "/receptions/",
    response=read_answers(rows_of(ReceptionRow)),
    operation_id="stations_reception_list",
    summary="接待日",
)
def list_receptions(request, filters: Query[ReceptionFilters], cursor: str = "", limit: int = 25):
    """Days ahead, or behind."""
    rows = queries.receptions(request.actor, asked(filters), today())
    return page_of_rows(rows, queries.ORDER, cursor, limit, _row)


@router.get(
    "/receptions/{int:pk}",
    response=read_answers(ReceptionDetail),
    operation_id="stations_reception_read",
    summary="一次接待",
)
def read_reception(request, pk: int):
    """One reception with its roster."""
    return show(request.actor, pk)


@router.post(
    "/{int:pk}/receptions/",
    response=answers(PlannedDays),
    operation_id="stations_reception_plan",
    summary="接待排班",
    openapi_extra=body_of(Plan),
)
def plan_receptions(request, pk: int):
    """Reception days of a place with a fair roster; those planned before stay."""
    place, payload = place_of(request.actor, pk), payload_of(request)
    form = bind(Plan, payload, subject=place, actor=request.actor, on=today())
    rows = plan(place, actor=request.actor, at=now(), **form.arguments)
    return {"days": [row.on for row in rows]}
