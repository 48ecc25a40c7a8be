"""Papers drawn: PDF by Typst, Word by python-docx, both from the same frozen facts."""

from dataclasses import replace

from django.utils import timezone

from minqiao.instruments.papers.documents.pdf import pdf
from minqiao.instruments.papers.documents.word import word
from minqiao.instruments.papers.rules import Qr, Signatures, chinese_date, from_facts
from minqiao.instruments.papers.rules.text import file_name

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
DRAW = {"pdf": pdf, "docx": word}


def document_of(paper, url):
    """The document of a paper as it stands: with the signatures given since, and a code leading to `url`."""
    document = from_facts(paper.facts)
    if document.qr is None and url and document.has_code:
        document = replace(document, qr=Qr(url))
    rows = {(row.organ, row.post): row for row in paper.signatures.all()}
    if not rows:
        return document
    return replace(document, blocks=tuple(_signed(block, rows) for block in document.blocks))


def _signed(block, rows):
    if not isinstance(block, Signatures):
        return block
    return replace(block, signers=tuple(_with_name(signer, rows) for signer in block.signers))


def _with_name(signer, rows):
    row = rows.get((signer.organ, signer.post)) or rows.get(("", signer.post))
    if row is None:
        return signer
    return replace(signer, name=row.name, date=chinese_date(timezone.localtime(row.signed_at).date()))


def draw(paper, form, url) -> bytes:
    """A paper as pdf or docx, its code leading to `url`; Refused when the faces for pdf are missing."""
    return DRAW[form](document_of(paper, url))


def name_of(paper, form) -> str:
    """The name of the file a paper is handed out as."""
    return file_name(paper.number, paper.get_kind_display(), paper.title, end=form)
