"""Standards: one inspection with its sheets, the slots of model places."""

import datetime as dt

from ninja import Schema

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.queries import standards as queries
from minqiao.kit.api import read_answers, told


class InspectorSheet(Schema):
    inspector: str
    on: dt.date
    total: int
    words: str


class InspectionDetail(Schema):
    id: int
    place: str
    state: c.InspectionState
    began_on: dt.date
    result: float | None
    stars: int
    settled_on: dt.date | None
    advice: str
    sheets: list[InspectorSheet]


class ModelSlots(Schema):
    county: str
    kind: str
    slots: int
    filled: int
    nominated: int
    open: int


def show(actor, pk):
    """An inspection as the API answers with it."""
    found = queries.inspection_of(actor, pk)
    sheets = [told(InspectorSheet, one) for one in found.sheets.all()]
    return told(InspectionDetail, found, place=found.place.code, sheets=sheets)


@router.get(
    "/inspections/{int:pk}",
    response=read_answers(InspectionDetail),
    operation_id="stations_inspection_read",
    summary="一次规范化检查",
)
def read_inspection(request, pk: int):
    """One inspection of the actor's county or city."""
    return show(request.actor, pk)


@router.get(
    "/models/",
    response=read_answers(list[ModelSlots]),
    operation_id="stations_models",
    summary="示范站点名额",
)
def list_slots(request):
    """Slots of model places by county and kind: how many, filled, nominated, open."""
    return [told(ModelSlots, row, county=row.county.name, kind=row.kind.pk) for row in queries.model_slots()]
