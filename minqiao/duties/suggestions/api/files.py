"""Papers and attachments of a suggestion or a batch."""

import datetime as dt
from functools import partial

from ninja import File, Form, Schema
from ninja.files import UploadedFile

from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.forms.drafting import TakeDown
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import file_of, files_of, suggestion_of
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.people import may_attach
from minqiao.foundation.attachments.actions import keep, remove
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.api import FILE, READING, answers, body_of, read_answers, refuse, told
from minqiao.kit.clock import now
from minqiao.kit.schema import bind, payload_of


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


@router.get(
    "/{int:pk}/papers/",
    response=read_answers(list[PaperRow]),
    operation_id="suggestions_papers",
    summary="一件建议的公文",
)
def papers(request, pk: int):
    """The papers of a suggestion the actor may open, oldest first."""
    found = suggestion_of(request.actor, pk)
    return [
        told(PaperRow, row) for row in papers_of(found) if not sight.paper(request.actor, found, row.kind)
    ]


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
    hidden = partial(sight.paper, request.actor, suggestion)
    return answer_paper_of(request, suggestion, paper_pk, form, hidden)


@router.get(
    "/batches/{int:pk}/papers/",
    response=read_answers(list[PaperRow]),
    operation_id="suggestions_batch_papers",
    summary="一个交办批次的公文",
)
def batch_papers(request, pk: int):
    """The letters of a batch."""
    return [told(PaperRow, row) for row in papers_of(lists.batch(request.actor, pk))]


@router.get(
    "/batches/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="suggestions_batch_paper",
    summary="交办书：pdf、docx、print、json",
    openapi_extra=FILE,
)
def batch_paper(request, pk: int, paper_pk: int, form: str):
    """A batch's letter as a file."""
    return answer_paper_of(request, lists.batch(request.actor, pk), paper_pk, form)


@router.get(
    "/{int:pk}/attachments/",
    response=read_answers(list[AttachmentRow]),
    operation_id="suggestions_attachments",
    summary="一件建议的附件",
)
def attachments(request, pk: int):
    """The files of a suggestion, oldest first."""
    return [told(AttachmentRow, row) for row in files_of(request.actor, suggestion_of(request.actor, pk))]


@router.post(
    "/{int:pk}/attachments/",
    response=answers(AttachmentRow),
    operation_id="suggestions_attach",
    summary="上传附件（multipart/form-data）",
)
def attach(request, pk: int, file: File[UploadedFile], note: Form[str] = ""):
    """The author adds a file to his text, the Congress side scans of signed papers."""
    found = suggestion_of(request.actor, pk)
    refuse(may_attach(request.actor, found), "attach")
    row = keep(file, subject=found, case=found, actor=request.actor, at=now(), note=note[:200])
    return told(AttachmentRow, row)


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
    refuse(may_attach(request.actor, suggestion), "detach")
    words = bind(TakeDown, payload, subject=suggestion, actor=request.actor).arguments
    row = remove(found, case=suggestion, actor=request.actor, at=now(), **words)
    return told(AttachmentRow, row)
