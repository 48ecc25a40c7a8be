"""Special inquiries and their votes: the list, one, a new one, the steps."""

import datetime as dt
from typing import Literal

from ninja import Query, Schema

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.actions.inquiring import plan_inquiry
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.inquiry import Plan
from minqiao.duties.supervision.forms.known import REVISIONS, known
from minqiao.duties.supervision.queries import inquiries as queries
from minqiao.duties.supervision.rules.inquiries import may_plan_inquiry
from minqiao.duties.supervision.workflow import INQUIRY
from minqiao.kit.api import (
    add_lives,
    answers,
    asked,
    body_of,
    page_of_rows,
    read_answers,
    refuse,
    rows_of,
    told,
)
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of

ROOM = "supervision"


class InquiryRow(Schema):
    id: int
    title: str
    meeting: str
    planned_on: dt.date
    state: str
    state_words: str
    units: list[str]


class InquiryGrade(Schema):
    unit_id: int
    unit: str
    satisfied: int | None
    basic: int | None
    dissatisfied: int | None
    verdict: str
    why: str
    mended: str
    mended_on: dt.date | None


class InquiryQuestion(Schema):
    unit: str
    asked_by: str
    text: str
    answer: str


class InquiryDetail(InquiryRow):
    focus: str
    held_on: dt.date | None
    voted_on: dt.date | None
    members: int | None
    present: int | None
    scrutineer: str
    mend_by: dt.date | None
    ended_on: dt.date | None
    grades: list[InquiryGrade]
    questions: list[InquiryQuestion]


class InquiryFilters(Schema):
    state: Literal[("", *c.InquiryState.values)] = ""


def _same(row):
    units = [one.unit.name for one in row.units.all()]
    return {"state_words": row.get_state_display(), "units": units}


def _row(row):
    return told(InquiryRow, row, **_same(row))


def show_inquiry(actor, pk):
    """An inquiry as the API answers with it."""
    file = queries.inquiry_file(actor, pk, today())
    grades = [told(InquiryGrade, one, unit=one.unit.name) for one in file.units]
    questions = [told(InquiryQuestion, one, unit=one.unit.name) for one in file.questions]
    same = _same(file.inquiry)
    return told(InquiryDetail, file.inquiry, grades=grades, questions=questions, **same)


@router.get(
    "/inquiries/",
    response=read_answers(rows_of(InquiryRow)),
    operation_id="supervision_inquiry_list",
    summary="专题询问和测评",
)
def list_inquiries(request, filters: Query[InquiryFilters], cursor: str = "", limit: int = 25):
    """The inquiries the actor may see, the latest meeting first."""
    rows = queries.inquiries(request.actor, asked(filters))
    return page_of_rows(rows, ("-planned_on", "-pk"), cursor, limit, _row)


@router.post(
    "/inquiries/",
    response=answers(InquiryDetail),
    operation_id="supervision_inquiry_plan",
    summary="安排专题询问",
    openapi_extra=body_of(Plan),
)
def new_inquiry(request):
    """Plan an inquiry; its plan is issued as a paper."""
    payload, actor = payload_of(request), request.actor
    refuse(may_plan_inquiry(actor), "plan_inquiry")
    words = bind(Plan, payload, actor=actor, on=today()).arguments
    return show_inquiry(actor, plan_inquiry(actor=actor, at=now(), **words).pk)


@router.get(
    "/inquiries/{int:pk}",
    response=read_answers(InquiryDetail),
    operation_id="supervision_inquiry_read",
    summary="一次专题询问",
)
def read_inquiry(request, pk: int):
    """One inquiry with its questions and the counts of the vote."""
    return show_inquiry(request.actor, pk)


LIVES = (("/inquiries/{int:pk}", INQUIRY, queries.inquiry_of, show_inquiry, InquiryDetail),)
add_lives(router, LIVES, room=ROOM, forms=FORMS, actions=ACTIONS, known=known, revisions=REVISIONS)
