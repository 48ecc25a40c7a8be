"""The lists of a year that rooms offer the public: a page, and the same rows as open data."""

from django.http import Http404

from minqiao.kit import sheetfiles
from minqiao.kit.clock import today
from minqiao.overviews.portal.views.anyone import anyone_by_content, page, public_lists
from minqiao.overviews.portal.views.files import as_file, as_json, counted_file


@anyone_by_content
def index(request, slug):
    """A list of a year: the numbers in one sentence, the rows, the other years."""
    found, years, year = _asked(request, slug)
    told = found.of_year(year, today())
    return page(request, "list", list=found, years=years, year=year, told=told)


@anyone_by_content
@counted_file
def as_open_data(request, kind, slug):
    """The same rows as .csv or .json."""
    found, _, year = _asked(request, slug)
    rows = found.of_year(year, today()).rows
    if kind == "csv":
        content = sheetfiles.write(found.columns, rows, "csv")
    else:
        names = [column.key for column in found.columns]
        content = "".join(as_json({name: row[name] for name in names} for row in rows))
    return as_file(content, kind, f"{year}年{found.label}")


def _asked(request, slug):
    """The list of this name, its years, and the year asked for, else the running one."""
    found = next((one for one in public_lists() if one.slug == slug), None)
    if found is None:
        raise Http404("没有这份清单")
    running = today().year
    years = sorted({running, *found.years()}, reverse=True)
    asked = request.GET.get("year", "")
    return found, years, next((one for one in years if str(one) == asked), running)
