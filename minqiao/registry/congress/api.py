"""The congress and its deputies in JSON, for reading; contact data stays masked."""

import datetime as dt

from django.conf import settings
from django.http import Http404
from ninja import Router, Schema

from minqiao.kit.api import Id, page_of_rows, read_answers, rows_of, told
from minqiao.kit.sealed import mask
from minqiao.registry.congress import queries

router = Router(tags=["人大机构与代表"])


class Body(Schema):
    id: int
    name: str


class Congress(Schema):
    id: int
    name: str
    term: int
    starts_on: dt.date
    ends_on: dt.date | None
    counts: dict[str, int]
    sessions: list[Body]
    delegations: list[Body]
    committees: list[Body]


class DeputyRow(Schema):
    id: int
    mandate_id: int
    name: str
    code: str
    certificate_no: str
    delegation: str
    post: str
    state: str
    is_committee_member: bool


DeputyRows = rows_of(DeputyRow)


class Mandate(Schema):
    id: int
    congress: str
    certificate_no: str
    delegation: str
    state: str
    starts_on: dt.date
    ended_on: dt.date | None


class Deputy(Schema):
    id: int
    name: str
    code: str
    sex: str
    nationality: str
    post: str
    phone: str
    address: str
    mandates: list[Mandate]


def _current():
    found = queries.current_congress(settings.PLACE)
    if found is None:
        raise Http404("还没有登记本级人大")
    return found


@router.get(
    "/", response=read_answers(Congress), operation_id="congress_read", summary="本级人大、会议、代表团、机构"
)
def read(request):
    """The congress of this place in its present term."""
    found = _current()
    readings = {"sessions": queries.sessions, "delegations": queries.delegations}
    readings["committees"] = queries.committees
    bodies = {name: [told(Body, row) for row in find(found)] for name, find in readings.items()}
    return told(Congress, found, counts=queries.counts_of(found), **bodies)


@router.get(
    "/deputies/", response=read_answers(DeputyRows), operation_id="congress_deputy_list", summary="代表名册"
)
def list_deputies(
    request, q: str = "", delegation: Id | None = None, state: str = "", cursor: str = "", limit: int = 25
):
    """By name, pinyin, certificate, delegation, state; no contact data."""
    words = {"text": q[:40], "delegation": delegation, "state": state[:12]}
    rows = queries.deputies_listed(request.actor, _current(), **words)
    return page_of_rows(rows, ("pk",), cursor, limit, _row)


def _row(mandate):
    words = {
        "id": mandate.deputy_id,
        "mandate_id": mandate.pk,
        "name": mandate.deputy.name,
        "code": mandate.deputy.code,
        "post": mandate.deputy.post,
        "delegation": str(mandate.delegation or ""),
    }
    return told(DeputyRow, mandate, **words)


@router.get(
    "/deputies/{int:pk}",
    response=read_answers(Deputy),
    operation_id="congress_deputy_read",
    summary="一位代表",
)
def read_deputy(request, pk: int):
    """One deputy with all mandates; phone and address masked, as on the page before they are asked for."""
    found = queries.deputy(pk)
    if found is None:
        raise Http404("没有这位代表")
    contact = {name: mask(getattr(found, name)) for name in ("phone", "address")}
    mandates = [_mandate(row) for row in queries.mandates_of(request.actor, found)]
    return told(Deputy, found, mandates=mandates, **contact)


def _mandate(row):
    return told(Mandate, row, congress=str(row.congress), delegation=str(row.delegation or ""))
