"""Handling units and their duty lists in JSON, for reading."""

from functools import partial
from typing import Literal

from django.http import Http404
from ninja import Router, Schema

from minqiao.kit.api import page_of_rows, read_answers, rows_of, told
from minqiao.registry.units import queries
from minqiao.registry.units.choices import UnitKind

router = Router(tags=["承办单位"])


class UnitRow(Schema):
    id: int
    code: str
    name: str
    short_name: str
    kind: str
    is_active: bool


UnitRows = rows_of(UnitRow)


class Unit(UnitRow):
    area: str
    contact_name: str
    contact_phone: str
    duties: list[str]


@router.get("/", response=read_answers(UnitRows), operation_id="units_list", summary="承办单位")
def list_units(
    request, q: str = "", kind: Literal[("", *UnitKind.values)] = "", cursor: str = "", limit: int = 25
):
    """Units in use by name, code, kind or the words of a duty."""
    rows = queries.search_units(request.actor, q.strip()[:40], kind)
    return page_of_rows(rows, ("code",), cursor, limit, partial(told, UnitRow))


@router.get("/{int:pk}", response=read_answers(Unit), operation_id="units_read", summary="一个承办单位")
def read(request, pk: int):
    """One unit: how to reach it, what it is charged with."""
    found = queries.unit(pk)
    if found is None:
        raise Http404("没有这个单位")
    duties = [row.words for row in queries.duties_of(found)]
    return told(Unit, found, area=found.area.name if found.area else "", duties=duties)
