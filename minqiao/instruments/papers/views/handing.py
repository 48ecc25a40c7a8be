"""Handing a paper out: as pdf, Word, print page or data. The caller has asked who may open it."""

from urllib.parse import urlsplit

import segno
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from minqiao.instruments.papers.documents import MEDIA_TYPES, document_of, draw, name_of
from minqiao.instruments.papers.queries import paper_in
from minqiao.instruments.papers.rules.text import title_lines
from minqiao.kit.workflow import Refused

# The browser's own viewer shows a PDF as an object of its page.
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"


def record_url(request, paper) -> str:
    """The full address behind the code on a paper."""
    return request.build_absolute_uri(reverse("papers:record", args=[paper.token]))


def site_of(request) -> str:
    """The site's own address, without a path."""
    parts = urlsplit(request.build_absolute_uri("/"))
    return f"{parts.scheme}://{parts.netloc}"


def answer(request, paper, form) -> HttpResponse:
    """The paper as `form`: pdf, docx, print or json; 404 for another word."""
    makers = {"pdf": _file, "docx": _file, "print": _print_page, "json": _data}
    if form not in makers:
        raise Http404("没有这种格式")
    response = makers[form](request, paper, form)
    response["Cache-Control"] = "private, no-store"
    return response


def answer_paper_of(request, case, pk, form, hidden=None) -> HttpResponse:
    """One paper of a case the actor may see, as `form`; 404 when the case has no such paper.

    `hidden(kind)`: why papers of a kind are not for this reader, or "", where a case has such.
    """
    paper = paper_in(case, pk)
    if paper is None:
        raise Http404("没有这份公文")
    if why := hidden(paper.kind) if hidden else "":
        raise Refused(why)
    return answer(request, paper, form)


def _file(request, paper, form):
    content = draw(paper, form, record_url(request, paper))
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    how = "inline" if form == "pdf" else "attachment"
    response["Content-Disposition"] = disposition(how, name_of(paper, form))
    response["X-Content-Type-Options"] = "nosniff"
    if form == "pdf":
        response["Content-Security-Policy"] = PDF_POLICY
    return response


def disposition(how, name) -> str:
    """The header that names a file, in Chinese too."""
    return content_disposition_header(how == "attachment", name) or how


def _print_page(request, paper, form):
    document = document_of(paper, record_url(request, paper))
    code = document.qr and segno.make(document.qr.url, error="m", micro=False)
    context = {
        "paper": paper,
        "document": document,
        "title_lines": title_lines,
        "code": code.svg_inline(border=2, omitsize=True) if code else "",
        "others": _siblings(request.path),
    }
    return render(request, "papers/print.html", context)


def _siblings(path):
    """The addresses of the same paper as pdf and Word, where the print page's own address ends in `print`."""
    head, slash, tail = path.rstrip("/").rpartition("/")
    end = "/" if path.endswith("/") else ""
    return {form: f"{head}/{form}{end}" for form in ("pdf", "docx")} if slash and tail == "print" else {}


def _data(request, paper, form):
    words = {
        "id": paper.pk,
        "kind": paper.kind,
        "kind_label": paper.get_kind_display(),
        "number": paper.number,
        "title": paper.title,
        "state": paper.state,
        "issued_at": paper.issued_at.isoformat(),
        "issued_by": paper.issued_by,
        "sha256": paper.sha256,
        "record": record_url(request, paper),
        "document": paper.facts,
        "signatures": [
            {"organ": row.organ, "post": row.post, "name": row.name, "signed_at": row.signed_at.isoformat()}
            for row in paper.signatures.all()
        ],
    }
    return JsonResponse(words, json_dumps_params={"ensure_ascii": False})
