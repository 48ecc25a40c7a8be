"""Where residents meet their deputies: the directory, a place, who is whose; the same for everybody."""

from minqiao.duties.stations.choices import Rating
from minqiao.duties.stations.queries import places as queries
from minqiao.duties.stations.queries.public import deputies_of, published, stamp
from minqiao.duties.stations.queries.receptions import announced_at
from minqiao.kit import sheetfiles
from minqiao.kit.clock import today
from minqiao.kit.paging import page_of
from minqiao.overviews.portal.choices import OPINION_COLUMNS, PLACE_COLUMNS
from minqiao.overviews.portal.views.anyone import anyone, page
from minqiao.overviews.portal.views.files import as_file, as_json, counted_file

for_anyone, for_answers = anyone(queries.stamp), anyone(stamp)
RATINGS = dict(Rating.choices)


@for_anyone
def stations(request):
    """The directory by county and township, searched."""
    counties, townships = queries.facets()
    context = {
        "page": page_of(queries.places(request.GET, only_open=True), request.GET),
        "asked": request.GET,
        "counties": counties,
        "townships": townships.get(request.GET.get("county", ""), ()),
        "kinds": [(kind.pk, kind.name) for kind in queries.kinds()],
        "counted": _by_county(queries.counts_by_county()) if not request.GET else [],
    }
    return page(request, "stations", **context)


def _by_county(rows):
    """(county id, county, how many places) in the order of codes."""
    found = {}
    for county, name, _, number in rows:
        found[county] = (county, name, number + found.get(county, (0, "", 0))[2])
    return list(found.values())


@for_anyone
def place(request, code):
    """One place: where, when, who receives; the way to say something."""
    found = queries.place_by_code(code)
    context = {"attached": queries.attached_to(found), "rooms": queries.rooms_of(found)}
    context["receptions"] = announced_at(found, today())
    return page(request, "place", place=found, by_code="qr" in request.GET, **context)


@for_anyone
def mine(request):
    """我的代表、我的站点, by township."""
    counties, townships = queries.facets()
    township = request.GET.get("township", "")[:12]
    asked = {"township": township} if township else None
    context = {
        "asked": request.GET,
        "counties": counties,
        "townships": townships.get(request.GET.get("county", ""), ()),
        "places": list(queries.places(asked, only_open=True)[:60]) if asked else [],
        "deputies": deputies_of(township) if asked else [],
    }
    return page(request, "mine", **context)


@for_answers
def opinions(request):
    """Opinions answered, as published: no resident is named."""
    found = page_of(published(request.GET), request.GET)
    rows = [_answered(row) for row in found.rows]
    counties, _ = queries.facets()
    return page(request, "opinions", page=found, rows=rows, asked=request.GET, counties=counties)


def _answered(row):
    facts = {"place": row["place__name"], "code": row["place__code"], "text": row["public_text"]}
    facts |= {"answer": row["public_answer"], "rating": RATINGS.get(row["rating"], "")}
    return facts | {"published_on": row["published_on"]}


@for_answers
@counted_file
def opinions_data(request, kind):
    """All of them as a file."""
    rows = [_answered(row) for row in published(request.GET)]
    return _file(rows, OPINION_COLUMNS, kind, "群众意见和答复")


@for_anyone
@counted_file
def open_data(request, kind):
    """All open places as a file: .csv or .json."""
    rows = [_told(request, row) for row in queries.places(request.GET, only_open=True)]
    return _file(rows, PLACE_COLUMNS, kind, "代表联络站点")


def _file(rows, columns, kind, name):
    content = sheetfiles.write(columns, rows, "csv") if kind == "csv" else "".join(as_json(rows))
    return as_file(content, kind, name)


def _told(request, row):
    names = ("code", "name", "address", "opening", "phone", "market", "longitude", "latitude")
    facts = {name: getattr(row, name) for name in names}
    facts = {name: "" if value is None else value for name, value in facts.items()}
    township = row.township.name if row.township else ""
    address = request.build_absolute_uri(f"/public/stations/{row.code}/")
    more = {"kind": row.kind.name, "county": row.county.name, "township": township, "page": address}
    return facts | more
