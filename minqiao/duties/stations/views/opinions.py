"""Opinions: the queue, one opinion, entering one, looking at the contact data."""

from functools import partial
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.stations.actions.residents import enter_opinion
from minqiao.duties.stations.actions.routing import reveal_contact
from minqiao.duties.stations.actions.telling import code_of
from minqiao.duties.stations.choices import OpinionState, Route
from minqiao.duties.stations.figures import opinion_progress
from minqiao.duties.stations.forms.opinions import Enter, Reveal
from minqiao.duties.stations.queries import opinions as queries
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.rules.people import may_enter
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.clock import now, today
from minqiao.kit.deadlines import light
from minqiao.kit.ids import uuid_from
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused


@login_required
def index(request):
    """The queue: what is under way, the newest first; filters as links."""
    on = today()
    page = page_of(queries.opinions(request.actor, request.GET, on), request.GET)
    for row in page.rows:
        is_open = row.state == OpinionState.ASSIGNED and row.due_on
        row.light = light(row.due_on, on, calendar()) if is_open else None
    context = {
        "page": page,
        "params": request.GET,
        "states": OpinionState.choices[1:],
        "routes": Route.choices,
        "figures": opinion_progress(request.actor, on),
    }
    return render(request, "stations/opinions.html", context)


@login_required
def detail(request, pk):
    """One opinion with its whole way."""
    return render(
        request, "stations/opinion.html", {"file": queries.opinion_file(request.actor, pk, today())}
    )


@login_required
def enter(request, pk):
    """登记接待: one visitor in under a minute; the slip with the tracking code comes back at once."""
    place = place_of(request.actor, pk)
    if why := may_enter(request.actor, place):
        raise Refused(why)
    once = uuid_from(request.POST.get("once")) or uuid4()
    form = Enter(**sent(request))
    tried = attempt(form, partial(enter_opinion, place, actor=request.actor, at=now(), once=once))
    if tried.is_done:
        slip = {"opinion": tried.made, "code": code_of(once), "place": place}
        return render(request, "stations/entered.html", slip)
    context = {"form": form, "place": place, "refused": tried.refused, "once": once}
    return render(request, "stations/enter.html", context, status=tried.status)


@login_required
def contact(request, pk):
    """Name and number, once the reason is written down."""
    opinion = queries.opinion_of(request.actor, pk)
    form = Reveal(**sent(request))
    tried = attempt(form, partial(reveal_contact, opinion, actor=request.actor, at=now()))
    context = {"form": form, "opinion": opinion, "told": tried.made, "refused": tried.refused}
    return render(request, "stations/contact.html", context, status=tried.status)


@login_required
def photo(request, pk, file_pk):
    """A photo of an opinion."""
    return answer_attachment(queries.photo_of(request.actor, pk, file_pk))
