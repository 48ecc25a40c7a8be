"""The notebook in JSON: a deputy's own notes, and their steps."""

import datetime as dt

from ninja import File, Schema
from ninja.files import UploadedFile

from minqiao.duties.suggestions.actions.ideas import attach, jot
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.choices import IdeaState
from minqiao.duties.suggestions.forms.ideas import Jot
from minqiao.duties.suggestions.queries.ideas import ORDER, idea_of, ideas
from minqiao.foundation.attachments.queries import attachment_in, attachments_of
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.kit.api import (
    FILE,
    ONCE,
    READING,
    answers,
    body_of,
    page_of_rows,
    read_answers,
    rows_of,
    take_once,
    told,
)
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class IdeaRow(Schema):
    id: int
    title: str
    place: str
    topic: str
    source: str
    state: str
    state_words: str
    created_at: dt.datetime
    suggestion_id: int | None


IdeaRows = rows_of(IdeaRow)


class IdeaFile(Schema):
    id: int
    name: str
    size: int


class IdeaDetail(IdeaRow):
    text: str
    attachments: list[IdeaFile]


def _row(idea):
    return told(IdeaRow, idea, state_words=idea.get_state_display())


def show_idea(actor, pk):
    """One note with its files."""
    found = idea_of(actor, pk)
    files = [told(IdeaFile, one) for one in attachments_of(found)]
    return _row(found) | {"text": found.text, "attachments": files}


@router.get(
    "/ideas/", response=read_answers(IdeaRows), operation_id="suggestions_idea_list", summary="我的素材本"
)
def list_ideas(request, state: str = IdeaState.OPEN, cursor: str = "", limit: int = 25):
    """The deputy's own notes in one state, newest first; anybody else has none."""
    rows = ideas(request.actor, {"state": state})
    return page_of_rows(rows, ORDER, cursor, limit, _row)


@router.post(
    "/ideas/",
    response=answers(IdeaDetail),
    operation_id="suggestions_idea_jot",
    summary="记一条素材",
    openapi_extra=body_of(Jot, ONCE),
)
def jot_idea(request):
    """Note an idea. The same `once` gives the same note."""
    payload, actor = payload_of(request), request.actor
    once = take_once(payload)
    words = bind(Jot, payload, actor=actor, on=today()).arguments
    return show_idea(actor, jot(actor=actor, at=now(), once=once, **words).pk)


@router.get(
    "/ideas/{int:pk}",
    response=read_answers(IdeaDetail),
    operation_id="suggestions_idea_read",
    summary="一条素材",
)
def read_idea(request, pk: int):
    """One note of one's own."""
    return show_idea(request.actor, pk)


@router.post(
    "/ideas/{int:pk}/attachments/",
    response=answers(IdeaDetail),
    operation_id="suggestions_idea_attach",
    summary="给素材加照片或附件（multipart/form-data）",
)
def attach_to_idea(request, pk: int, file: File[UploadedFile]):
    """Add a file to a note."""
    attach(idea_of(request.actor, pk), file, actor=request.actor, at=now())
    return show_idea(request.actor, pk)


@router.get(
    "/ideas/{int:pk}/attachments/{int:file_pk}",
    response=READING,
    operation_id="suggestions_idea_attachment",
    summary="素材的一个附件",
    openapi_extra=FILE,
)
def idea_attachment(request, pk: int, file_pk: int):
    """A file of one's own note."""
    return answer_attachment(attachment_in(idea_of(request.actor, pk), file_pk))
