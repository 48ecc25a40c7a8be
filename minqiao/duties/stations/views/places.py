"""Places: the directory, one place, a new one."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from minqiao.duties.stations.actions.places import file_place
from minqiao.duties.stations.choices import PlaceState
from minqiao.duties.stations.documents import poster_of
from minqiao.duties.stations.forms.places import NewPlace
from minqiao.duties.stations.queries import places as queries
from minqiao.duties.stations.queries.standards import inspections_of
from minqiao.duties.stations.rules.people import may_enter, may_file
from minqiao.duties.stations.workflow import PLACE
from minqiao.foundation.trail.queries import events_of
from minqiao.instruments.papers.documents.poster import SIZES, posters_pdf
from minqiao.kit.clock import now, today
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused

MOST_POSTERS = 500  # pages of one file


@login_required
def index(request):
    """The directory by county and township, searched."""
    counties, townships = queries.facets()
    context = {
        "page": page_of(queries.my_places(request.actor, request.GET), request.GET),
        "params": request.GET,
        "counties": counties,
        "townships": townships.get(request.GET.get("county", ""), ()),
        "kinds": [(kind.pk, kind.name) for kind in queries.kinds()],
        "states": PlaceState.choices,
        "may_file": not may_file(request.actor),
    }
    return render(request, "stations/index.html", context)


@login_required
def detail(request, pk):
    """One place: its facts, its deputies, what may be done."""
    place = queries.place_of(request.actor, pk)
    context = {
        "place": place,
        "attached": queries.attached_to(place),
        "rooms": queries.rooms_of(place),
        "inspections": inspections_of(place),
        "events": list(events_of("stations.place", place.pk)),
        "steps": PLACE.offered(request.actor, place, today(), last=("edit", "close")),
        "may_enter": not may_enter(request.actor, place),
    }
    return render(request, "stations/place.html", context)


@login_required
def poster(request, pk, size):
    """The poster of one place, A4 or A3."""
    return _posters(request, [queries.place_of(request.actor, pk)], size)


@login_required
def posters(request, size):
    """The posters of the places a list shows, a page each, so many at once."""
    rows = list(queries.places(request.GET, only_open=True)[: MOST_POSTERS + 1])
    if len(rows) > MOST_POSTERS:
        raise Refused(f"一次最多生成{MOST_POSTERS}张，请先选县区或者乡镇")
    if not rows:
        raise Refused("没有符合条件的、已启用的站点")
    return _posters(request, rows, size)


def _posters(request, places, size):
    if size not in SIZES:
        raise Http404("只有A4和A3两种")
    urls = [request.build_absolute_uri(f"/public/stations/{place.code}/?qr") for place in places]
    pages = [poster_of(place, url) for place, url in zip(places, urls, strict=True)]
    response = HttpResponse(posters_pdf(pages, size), content_type="application/pdf")
    name = f"{places[0].name if len(places) == 1 else '联络站点'}二维码{size.upper()}.pdf"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@login_required
def new(request):
    """申请设立 a new place."""
    if why := may_file(request.actor):
        raise Refused(why)
    form = NewPlace(**sent(request))
    tried = attempt(form, partial(file_place, actor=request.actor, at=now()))
    if tried.is_done:
        return redirect("stations:place", tried.made.pk)
    return render(request, "stations/new.html", {"form": form, "refused": tried.refused}, status=tried.status)
