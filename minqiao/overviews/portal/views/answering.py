"""How the public site answers: alike to everybody, a copy kept for minutes, files under a limit of calls."""

import hashlib
import json
from functools import wraps
from time import time

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import content_disposition_header, parse_etags, quote_etag
from django.views.decorators.http import require_safe
from ninja.throttling import BaseThrottle

from minqiao.duties.suggestions.queries.published import public_stamp
from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.portal.actions import count_call
from minqiao.overviews.portal.choices import FIRST, LAST

FRESH = 300  # seconds a copy may be shown without asking again
CALLER = BaseThrottle()
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


def for_anyone(view):
    """One answer for everybody: nobody is signed in here, and a copy may be kept for some minutes.

    What was published tells whether the copy still holds, before the page is made.
    """

    @require_safe
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        etag = quote_etag(f"{public_stamp()}/{request.COOKIES.get('elder', '')}/{today()}")
        if _is_known(request, etag):
            return _kept_for_minutes(HttpResponseNotModified(), etag)
        return _kept_for_minutes(_as_nobody(view, request, *args, **kwargs), etag)

    return wrapper


def for_anyone_by_content(view):
    """The same where more is told than publications: the answer itself says whether a copy still holds."""

    @require_safe
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = _as_nobody(view, request, *args, **kwargs)
        etag = quote_etag(hashlib.sha256(response.content).hexdigest())
        return _kept_for_minutes(HttpResponseNotModified() if _is_known(request, etag) else response, etag)

    return wrapper


def _is_known(request, etag):
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def _kept_for_minutes(response, etag):
    if response.status_code not in (200, 304):  # a refusal is for this caller, now
        return response
    response["ETag"] = etag
    response["X-Robots-Tag"] = "noarchive"  # what is taken down shall not live on in copies
    patch_cache_control(response, public=True, max_age=FRESH)
    patch_vary_headers(response, ["Cookie"])
    return response


def _as_nobody(view, request, *args, **kwargs):
    """The page without the person who asks; messages are kept for the page they are meant for."""
    messages = request._messages
    request.actor, request.user, request._messages = NOBODY, AnonymousUser(), []
    try:
        return view(request, *args, **kwargs)
    finally:
        request._messages = messages


def page(request, name, **context):
    """A page of the site with its parts: the standing ones, and the lists that the rooms offer."""
    lists = [(one.label, reverse("public:list", args=[one.slug])) for one in public_lists()]
    first, last = ((words, reverse(view)) for words, view in (FIRST, LAST))
    return render(request, f"portal/{name}.html", {"sections": [first, *lists, last], **context})


def public_lists():
    """The lists of a year of all rooms, in the order of the rooms."""
    return [one for room in mechanisms() for one in room.data.public]


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
