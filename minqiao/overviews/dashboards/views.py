"""Home: what waits for me comes first."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render

from minqiao.foundation.accounts.choices import THREE_OFFICES, Role
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.clock import now, today
from minqiao.kit.deadlines import light
from minqiao.kit.mechanism import chain_of, page_of_case
from minqiao.overviews.dashboards.queries import fronts, raised, waiting

TITLES = {Role.DEPUTY: "我的事", Role.DEPUTY_AFFAIRS: "工作台", Role.GOV_OFFICE: "工作台"} | dict.fromkeys(
    THREE_OFFICES, "工作台"
)

SHOWN = 15  # of one kind at first; the rest by one tap


@login_required
def home(request):
    """The acts that wait for me, each with its date; how things stand in all rooms."""
    on, actor = today(), request.actor
    items = waiting(actor, on) if actor.capacity_id else []
    groups, late = {}, 0
    for item in items:
        lamp = light(item.due_on, on, calendar()) if item.due_on else None
        groups.setdefault(item.act, []).append((item, lamp))
        late += bool(lamp and lamp.key == "black")
    context = {
        "groups": groups,
        "shown": None if request.GET.get("all") else SHOWN,
        "count": len(items),
        "late": late,
        "raised": raised(actor, on) if actor.capacity_id else (),
        "fronts": fronts(actor, now()) if actor.capacity_id else (),
        "is_office": actor.role in THREE_OFFICES,
        "title": TITLES.get(actor.role, "待办"),
    }
    return render(request, "dashboards/home.html", context)


@login_required
def chain(request, pk):
    """The whole way of a matter on one line, for whoever may open one of its links."""
    rows = [(link, page_of_case(request.actor, *link.case)) for link in chain_of(pk)]
    if not any(address for _, address in rows):
        raise Http404("没有这件事，或者您无权查看")
    return render(request, "dashboards/chain.html", {"rows": rows})
