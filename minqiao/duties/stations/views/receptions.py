"""Reception days: the list, one day, planning, places where nobody was received."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from minqiao.duties.stations.actions.receptions import plan as plan_receptions
from minqiao.duties.stations.forms.receptions import Plan
from minqiao.duties.stations.queries import receptions as queries
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.rules.people import by_keeper
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, Role
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused

OVERSEERS = CONGRESS_LEADERS | {Role.DEPUTY_AFFAIRS}


@login_required
def index(request):
    """The days ahead that concern the actor, or those behind."""
    page = page_of(queries.receptions(request.actor, request.GET, today()), request.GET)
    context = {"page": page, "params": request.GET, "may_oversee": request.actor.role in OVERSEERS}
    return render(request, "stations/receptions.html", context)


@login_required
def detail(request, pk):
    """One day with its roster."""
    file = queries.reception_file(request.actor, pk, today())
    return render(request, "stations/reception.html", {"file": file})


@login_required
def plan(request, pk):
    """排班 for a place."""
    place = place_of(request.actor, pk)
    if why := by_keeper(request.actor, place):
        raise Refused(why)
    form = Plan(**sent(request), subject=place, actor=request.actor, on=today())
    tried = attempt(form, partial(plan_receptions, place, actor=request.actor, at=now()))
    if tried.is_done:
        return redirect(f"/stations/receptions/?place={place.pk}")
    context = {"form": form, "place": place, "refused": tried.refused}
    return render(request, "stations/plan.html", context, status=tried.status)


@login_required
def empty(request):
    """空站提示: open places without a reception for three months. A signal to ask, never a score."""
    if request.actor.role not in OVERSEERS:
        raise Refused("供代表工作委员会和常委会组成人员了解情况使用")
    rows = queries.without_reception(request.actor, today())
    return render(request, "stations/empty.html", {"page": page_of(rows, request.GET)})


@login_required
def paper(request, pk, paper_pk, form):
    """The notice of a reception as pdf, docx, print page or json."""
    return answer_paper_of(request, queries.reception_of(request.actor, pk), paper_pk, form)
