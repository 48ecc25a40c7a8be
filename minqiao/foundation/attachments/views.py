"""Handing a file out, for the views of the rooms that have already asked who may open it."""

from django.http import FileResponse, Http404

from minqiao.foundation.attachments.choices import MEDIA_TYPES
from minqiao.foundation.attachments.queries import content_of


def answer(attachment) -> FileResponse:
    """The file as a download under the name it was given; pictures may be shown in the page."""
    content = content_of(attachment) if attachment else None
    if content is None:
        raise Http404("没有这个附件，或者文件已不在存储中")
    response = FileResponse(
        content,
        as_attachment=not attachment.is_image,
        filename=attachment.name,
        content_type=MEDIA_TYPES[attachment.kind],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
