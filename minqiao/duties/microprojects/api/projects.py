"""Projects: the list, one, an application, the steps, the papers. Amounts are in fen."""

import datetime as dt
from typing import Annotated, Literal

from ninja import File, Form, Query, Schema
from ninja.files import UploadedFile
from pydantic import Field

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.actions import ACTIONS
from minqiao.duties.microprojects.actions.applying import add_photo, apply
from minqiao.duties.microprojects.api.root import router
from minqiao.duties.microprojects.forms import FORMS
from minqiao.duties.microprojects.forms.applying import Application
from minqiao.duties.microprojects.forms.known import REVISIONS, known
from minqiao.duties.microprojects.queries import projects as queries
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.api import (
    FILE,
    READING,
    Id,
    add_lives,
    answers,
    asked,
    body_of,
    page_of_rows,
    read_answers,
    rows_of,
    told,
)
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class ProjectRow(Schema):
    id: int
    number: str
    title: str
    kind: str
    fund: str
    county: str
    place: str
    suggestion: str
    state: str
    state_words: str
    requested: int
    approved: int
    paid: int
    final: int | None
    people: int
    households: int
    due_on: dt.date | None


ProjectRows = rows_of(ProjectRow)


class ProjectPhoto(Schema):
    id: int
    file: int
    stage: str
    taken_on: dt.date
    caption: str


class PhotoWords(Schema):
    """What is said of a picture that is sent."""

    stage: Literal[tuple(c.PhotoStage.values)]
    taken_on: dt.date
    caption: Annotated[str, Field(max_length=100)] = ""


class ProjectVisit(Schema):
    on: dt.date
    stage: str
    people: str
    findings: str
    demand: str


class ProjectPayment(Schema):
    reference: str
    amount: int
    paid_on: dt.date
    stage: str
    proof: str


class ProjectChange(Schema):
    works: str
    village: str
    old_amount: int
    new_amount: int
    reason: str
    is_large: bool
    state: str
    decision: str


class ProjectPaper(Schema):
    id: int
    title: str


class ProjectDetail(ProjectRow):
    problem: str
    works: str
    urgent: str
    direct_benefit: str
    no_other_funding: str
    cost: int
    county_share: int
    other_share: int
    other_source: str
    builder: str
    land: str
    upkeep: str
    office_note: str
    finance_opinion: str
    tier: int | None
    score: int | None
    notice_until: dt.date | None
    started_on: dt.date | None
    finished_on: dt.date | None
    accepted_on: dt.date | None
    settled_on: dt.date | None
    surveyed: int
    satisfied: int
    review_score: int | None
    photos: list[ProjectPhoto]
    visits: list[ProjectVisit]
    payments: list[ProjectPayment]
    changes: list[ProjectChange]
    papers: list[ProjectPaper]


class ProjectFilters(Schema):
    """As on the page; `fund` is the number of a fund, `county` a code."""

    q: str = ""
    state: Literal[("", *c.ProjectState.values)] = ""
    kind: Literal[("", *c.Kind.values)] = ""
    county: str = ""
    fund: Id | None = None
    granted: bool = False
    late: bool = False
    sort: Literal[("newest", "number")] = "newest"


def _words(row):
    return {
        "fund": row.fund.name,
        "county": row.county.name,
        "suggestion": row.suggestion.number,
        "state_words": row.get_state_display(),
    }


def _row(row):
    return told(ProjectRow, row, **_words(row))


def show(actor, pk):
    """A project as the API answers with it."""
    file = queries.project_file(actor, pk, today())
    return told(
        ProjectDetail,
        file.project,
        **_words(file.project),
        photos=[told(ProjectPhoto, one, file=one.attachment_id) for one in file.photos],
        visits=file.visits,
        payments=file.payments,
        changes=file.changes,
        papers=[{"id": one.subject_id, "title": one.note} for one in file.papers],
    )


@router.get("/", response=read_answers(ProjectRows), operation_id="microprojects_list", summary="微实事项目")
def list_projects(request, filters: Query[ProjectFilters], cursor: str = "", limit: int = 25):
    """Projects the actor may see; filters as on the page."""
    rows = queries.projects(request.actor, asked(filters), today())
    return page_of_rows(rows, queries.ORDERS[filters.sort], cursor, limit, _row)


@router.post(
    "/",
    response=answers(ProjectDetail),
    operation_id="microprojects_apply",
    summary="为一件代表建议申报专项资金；金额以元为单位的文字，照片在页面上传",
    openapi_extra=body_of(Application),
)
def apply_project(request):
    """An application, from a suggestion."""
    words = bind(Application, payload_of(request), actor=request.actor, on=today()).arguments
    return show(request.actor, apply(actor=request.actor, at=now(), **words).pk)


@router.get(
    "/{int:pk}",
    response=read_answers(ProjectDetail),
    operation_id="microprojects_read",
    summary="一个微实事项目",
)
def read(request, pk: int):
    """One project with its photos, visits, payments, changes and papers."""
    return show(request.actor, pk)


@router.get(
    "/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="microprojects_paper",
    summary="项目公文：pdf、docx、print、json",
    openapi_extra=FILE,
)
def paper(request, pk: int, paper_pk: int, form: str):
    """A paper as a file."""
    project = queries.project_of(request.actor, pk)
    return answer_paper_of(request, project, paper_pk, form, queries.hidden_of(request.actor, project))


@router.post(
    "/{int:pk}/photos/",
    response=answers(ProjectPhoto),
    operation_id="microprojects_add_photo",
    summary="上传现场照片（multipart/form-data）；stage 为 before、during、after",
)
def photograph(request, pk: int, file: File[UploadedFile], words: Form[PhotoWords]):
    """A picture of the site."""
    project = queries.project_of(request.actor, pk)
    row = add_photo(project, actor=request.actor, at=now(), photo=file, **words.model_dump())
    return told(ProjectPhoto, row, file=row.attachment_id)


LIVES = (("/{int:pk}", PROJECT, queries.project_of, show, ProjectDetail),)
add_lives(router, LIVES, room="microprojects", forms=FORMS, actions=ACTIONS, known=known, revisions=REVISIONS)
