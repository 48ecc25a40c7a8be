"""Published suggestions and replies: the front page, the list, one of them, open data."""

from time import time

from django.http import StreamingHttpResponse

from minqiao.duties.suggestions.queries import published as queries
from minqiao.kit import sheetfiles
from minqiao.kit.mechanism import chain_of
from minqiao.kit.paging import page_of
from minqiao.overviews.portal.choices import COLUMNS
from minqiao.overviews.portal.views.anyone import FRESH, anyone, page
from minqiao.overviews.portal.views.files import as_file, as_json, counted_file

NEWEST = 10  # rows of the front page
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
@counted_file
def open_data(request, kind):
    """The list under the same filters as a file: .csv, or .json with the texts."""
    rows = queries.published_with_text(request.GET) if kind == "json" else queries.published(request.GET)
    told = (_told(request, row) for row in rows.iterator(chunk_size=500))
    if kind == "csv":
        return as_file(sheetfiles.write(COLUMNS, list(told), kind), kind, "代表建议公开")
    return as_file(as_json(told), kind, "代表建议公开", StreamingHttpResponse)


def _told(request, row):
    words = queries.words_of_published(row)
    address = request.build_absolute_uri(f"/public/suggestions/{row['suggestion_id']}/")
    names = [column.key for column in COLUMNS if column.key in words] + (["text"] if "text" in row else [])
    return {name: words[name] for name in names} | {"address": address}
