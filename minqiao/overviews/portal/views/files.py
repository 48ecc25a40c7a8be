"""Open data as files: csv or json, under a limit of calls."""

import json
from functools import wraps
from time import time

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from ninja.throttling import BaseThrottle

from minqiao.kit.clock import today
from minqiao.overviews.portal.actions import count_call

CALLER = BaseThrottle()
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


def counted_file(view):
    """A view of (request, kind, …) that gives open data: csv or json, so many calls a minute."""

    @wraps(view)
    def wrapper(request, kind, *args, **kwargs):
        if kind not in TYPES:
            raise Http404("没有这种文件")
        if not count_call(CALLER.get_ident(request), int(time() // 60)):
            return render(request, "429.html", status=429)
        return view(request, kind, *args, **kwargs)

    return wrapper


def as_file(content, kind, label, response=HttpResponse):
    """The content (text, bytes or pieces) to be saved under a name with its day."""
    answer = response(content, content_type=TYPES[kind])
    answer["Content-Disposition"] = content_disposition_header(True, f"{label}{today()}.{kind}")
    return answer


def as_json(rows):
    """The rows one by one, so that a whole term needs no more memory than one row."""
    yield '{"rows": ['
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False, default=str)
    yield "\n]}\n"
