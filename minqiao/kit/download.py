"""A file for whoever asked for it: kept under its name, by him alone."""

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(content, name):
    """`content` (bytes, or an iterator of them that is sent as it comes) to be saved as `name`; its end says
    what it is. Nothing on the way keeps a copy.
    """
    answer = HttpResponse if isinstance(content, bytes | str) else StreamingHttpResponse
    response = answer(content, content_type=TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
