"""Papers and attachments of a suggestion or a batch."""

import datetime as dt

from django.http import Http404
from ninja import File, Form, Schema
from ninja.files import UploadedFile

from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.forms.drafting import TakeDown
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import CASE, file_of, files_of, suggestion_of
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.people import may_attach
from minqiao.foundation.attachments.actions import keep, remove
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.instruments.papers.queries import paper_in, papers_of
from minqiao.instruments.papers.views import answer as answer_paper
from minqiao.kit.api import READING, answers, body_of, read_answers
from minqiao.kit.clock import now
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused

FILE = {
    "responses": {
        200: {
            "description": "文件",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


class PaperRow(Schema):
    id: int
    kind: str
    title: str
    number: str
    state: str
    issued_at: dt.datetime


class AttachmentRow(Schema):
    id: int
    name: str
    kind: str
    size: int
    sha256: str
    uploaded_at: dt.datetime


def _paper(row):
    names = [name for name in PaperRow.model_fields if name != "id"]
    return {name: getattr(row, name) for name in names} | {"id": row.pk}


def _attachment(row):
    names = [name for name in AttachmentRow.model_fields if name != "id"]
    return {name: getattr(row, name) for name in names} | {"id": row.pk}


@router.get(
    "/{int:pk}/papers/",
    response=read_answers(list[PaperRow]),
    operation_id="suggestions_papers",
    summary="一件建议的公文",
)
def papers(request, pk: int):
    """The papers of a suggestion the actor may open, oldest first."""
    found = suggestion_of(request.actor, pk)
    return [_paper(row) for row in papers_of(found) if not sight.paper(request.actor, found, row.kind)]


@router.get(
    "/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="suggestions_paper",
    summary="一份公文：pdf、docx、print、json",
    openapi_extra=FILE,
)
def paper(request, pk: int, paper_pk: int, form: str):
    """A paper as a file."""
    suggestion = suggestion_of(request.actor, pk)
    found = paper_in(CASE, suggestion.pk, paper_pk)
    if found is None:
        raise Http404("没有这份公文")
    if why := sight.paper(request.actor, suggestion, found.kind):
        raise Refused(why)
    return answer_paper(request, found, form)


@router.get(
    "/batches/{int:pk}/papers/",
    response=read_answers(list[PaperRow]),
    operation_id="suggestions_batch_papers",
    summary="一个交办批次的公文",
)
def batch_papers(request, pk: int):
    """The letters of a batch."""
    return [_paper(row) for row in papers_of(lists.batch(request.actor, pk))]


@router.get(
    "/batches/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="suggestions_batch_paper",
    summary="交办书：pdf、docx、print、json",
    openapi_extra=FILE,
)
def batch_paper(request, pk: int, paper_pk: int, form: str):
    """A batch's letter as a file."""
    found = paper_in("suggestions.batch", lists.batch(request.actor, pk).pk, paper_pk)
    if found is None:
        raise Http404("没有这份公文")
    return answer_paper(request, found, form)


@router.get(
    "/{int:pk}/attachments/",
    response=read_answers(list[AttachmentRow]),
    operation_id="suggestions_attachments",
    summary="一件建议的附件",
)
def attachments(request, pk: int):
    """The files of a suggestion, oldest first."""
    return [_attachment(row) for row in files_of(request.actor, suggestion_of(request.actor, pk))]


@router.post(
    "/{int:pk}/attachments/",
    response=answers(AttachmentRow),
    operation_id="suggestions_attach",
    summary="上传附件（multipart/form-data）",
)
def attach(request, pk: int, file: File[UploadedFile], note: Form[str] = ""):
    """The author adds a file to his text, the Congress side scans of signed papers."""
    found = suggestion_of(request.actor, pk)
    if why := may_attach(request.actor, found):
        raise Refused(why, action="attach")
    row = keep(file, subject=found, case=found, actor=request.actor, at=now(), note=note[:200])
    return _attachment(row)


@router.get(
    "/{int:pk}/attachments/{int:file_pk}",
    response=READING,
    operation_id="suggestions_attachment",
    summary="一个附件",
    openapi_extra=FILE,
)
def attachment(request, pk: int, file_pk: int):
    """A file as it was kept."""
    return answer_attachment(file_of(request.actor, pk, file_pk)[1])


@router.post(
    "/{int:pk}/attachments/{int:file_pk}/remove",
    response=answers(AttachmentRow),
    operation_id="suggestions_detach",
    summary="撤下附件，须写明原因",
    openapi_extra=body_of(TakeDown),
)
def detach(request, pk: int, file_pk: int):
    """Take a file down: those who may add files. It stays in the archive and on the trail."""
    payload = payload_of(request)
    suggestion, found = file_of(request.actor, pk, file_pk)
    if why := may_attach(request.actor, suggestion):
        raise Refused(why, action="detach")
    words = bind(TakeDown, payload, subject=suggestion, actor=request.actor).arguments
    return _attachment(remove(found, case=suggestion, actor=request.actor, at=now(), **words))
