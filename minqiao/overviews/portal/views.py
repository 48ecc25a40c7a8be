"""The public site: fast, the same for everybody, no sign-in, no scripts needed."""

import json
from functools import wraps
from time import time

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import content_disposition_header, parse_etags, quote_etag
from django.views.decorators.http import require_safe
from ninja.throttling import BaseThrottle

from minqiao.duties.suggestions.queries import published as queries
from minqiao.kit import sheetfiles
from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.kit.paging import page_of
from minqiao.overviews.portal.actions import count_call
from minqiao.overviews.portal.choices import COLUMNS, SECTIONS

NEWEST = 10  # rows of the front page
FRESH = 300  # seconds a copy may be shown without asking again
CALLER = BaseThrottle()


def for_anyone(view):
    """One answer for everybody: nobody is signed in here, and a copy may be kept for some minutes."""

    @require_safe
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        etag = quote_etag(f"{queries.public_stamp()}/{request.COOKIES.get('elder', '')}/{today()}")
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            response = HttpResponseNotModified()
        else:
            response = _as_nobody(view, request, *args, **kwargs)
        response["ETag"] = etag
        response["X-Robots-Tag"] = "noarchive"  # what is taken down shall not live on in copies
        patch_cache_control(response, public=True, max_age=FRESH)
        patch_vary_headers(response, ["Cookie"])
        return response

    return wrapper


def _as_nobody(view, request, *args, **kwargs):
    """The page without the person who asks; messages are kept for the page they are meant for."""
    messages = request._messages
    request.actor, request.user, request._messages = NOBODY, AnonymousUser(), []
    try:
        return view(request, *args, **kwargs)
    finally:
        request._messages = messages


@for_anyone
def index(request):
    """The front page: what there is, and the newest."""
    rows = list(map(queries.words_of_published, queries.published({})[:NEWEST]))
    return _page(request, "index", rows=rows)


@for_anyone
def suggestions(request):
    """The list: searched, filtered, the newest first."""
    page = page_of(queries.published(request.GET), request.GET)
    rows = list(map(queries.words_of_published, page.rows))
    facets = queries.public_facets()
    pairs = {
        "years": [(year, f"{year}年") for year in facets.years],
        "counties": [(name, name) for name in facets.counties],
    }
    return _page(request, "suggestions", page=page, rows=rows, facets=facets, asked=request.GET, **pairs)


@for_anyone
def suggestion(request, pk):
    """One suggestion with its replies, as published."""
    row = queries.published_one(pk)
    return _page(request, "suggestion", row=row, text=row["text"])


@for_anyone
def data(request):
    """Open data: what the files hold, and under which terms."""
    return _page(request, "data", columns=COLUMNS, facets=queries.public_facets())


@for_anyone
def open_data(request, kind):
    """The list under the same filters as a file: .csv, or .json with the texts."""
    if kind not in ("csv", "json"):
        raise Http404("没有这种文件")
    if not count_call(CALLER.get_ident(request), int(time() // 60)):
        return render(request, "429.html", status=429)
    rows = queries.published_with_text(request.GET) if kind == "json" else queries.published(request.GET)
    told = (_told(request, row) for row in rows.iterator(chunk_size=500))
    if kind == "csv":
        response = HttpResponse(
            sheetfiles.write(COLUMNS, list(told), "csv"), content_type="text/csv; charset=utf-8"
        )
    else:
        response = StreamingHttpResponse(_json(told), content_type="application/json; charset=utf-8")
    name = f"代表建议公开{today()}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def _told(request, row):
    words = queries.words_of_published(row)
    address = request.build_absolute_uri(f"/public/suggestions/{row['suggestion_id']}/")
    names = [column.key for column in COLUMNS if column.key in words] + (["text"] if "text" in row else [])
    return {name: words[name] for name in names} | {"address": address}


def _json(rows):
    """The rows one by one, so that a whole term needs no more memory than one row."""
    yield '{"rows": ['
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False, default=str)
    yield "\n]}\n"


def _page(request, name, **context):
    return render(request, f"portal/{name}.html", {"sections": SECTIONS, **context})
