"""The front page; published suggestions and replies; their open data."""

import json
from time import time

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from ninja.throttling import BaseThrottle

from minqiao.duties.suggestions.queries import published as queries
from minqiao.kit import sheetfiles
from minqiao.kit.clock import today
from minqiao.kit.mechanism import chain_of
from minqiao.kit.paging import page_of
from minqiao.overviews.portal.actions import count_call
from minqiao.overviews.portal.choices import COLUMNS
from minqiao.overviews.portal.views.anyone import FRESH, anyone, page

NEWEST = 10  # rows of the front page
CALLER = BaseThrottle()
for_anyone = anyone(queries.public_stamp)
for_some_minutes = anyone(lambda: int(time() // FRESH))  # what goes on beside the publications


@for_anyone
def index(request):
    """The front page: what there is, and the newest."""
    rows = list(map(queries.words_of_published, queries.published({})[:NEWEST]))
    return page(request, "index", rows=rows)


@for_anyone
def suggestions(request):
    """The list: searched, filtered, the newest first."""
    found = page_of(queries.published(request.GET), request.GET)
    rows = list(map(queries.words_of_published, found.rows))
    facets = queries.public_facets()
    pairs = {
        "years": [(year, f"{year}年") for year in facets.years],
        "counties": [(name, name) for name in facets.counties],
    }
    return page(request, "suggestions", page=found, rows=rows, facets=facets, asked=request.GET, **pairs)


@for_anyone
def suggestion(request, pk):
    """One suggestion with its replies, as published."""
    row = queries.published_one(pk)
    return page(request, "suggestion", row=row, text=row["text"])


@for_some_minutes
def chain(request, pk):
    """The whole way of a published matter: what residents said, what was done, how they judged."""
    return page(request, "chain", row=queries.published_one(pk), links=chain_of(pk))


@for_anyone
def data(request):
    """Open data: what the files hold, and under which terms."""
    return page(request, "data", columns=COLUMNS, facets=queries.public_facets())


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
