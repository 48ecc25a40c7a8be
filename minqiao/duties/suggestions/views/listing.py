"""The list: filters, saved views, what may be done to a selection."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.many import LABELS, acts_on
from minqiao.duties.suggestions.queries.sheet import may_export
from minqiao.duties.suggestions.rules.sight import GOVERNMENT
from minqiao.duties.suggestions.views.report import words_behind
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, UNIT_ROLES
from minqiao.foundation.accounts.queries import saved_views
from minqiao.kit.clock import today
from minqiao.kit.paging import page_of

# What each side looks for most, one tap away: (parameter, value, words).
LATE = (("light", "soon", "15天内到期"), ("light", "overdue", "已超期"))
QUICK = {
    "congress": (("state", "submitted", "待审核"), ("state", "accepted", "待交办"), *LATE),
    "government": (("state", "assigned", "待分办"), ("light", "held", "留待研究"), *LATE),
    "unit": (("state", "dispatched", "待签收"), ("state", "handling", "办理中"), *LATE),
    "others": (
        ("state", "handling", "办理中"),
        ("state", "replied", "已答复待评价"),
        ("state", "closed", "已办结"),
    ),
}


@login_required
def index(request):
    """The list: filters and search from the address, saved views, acts on a selection (views.many)."""
    on, actor = today(), request.actor
    page = page_of(lists.listed(actor, request.GET, on), request.GET)
    rows = [lists.words_of(row, actor, on) | {"acts": acts_on(actor.role, row)} for row in page.rows]
    open_acts = {act for row in rows for act in row["acts"]}
    context = {
        "page": page,
        "rows": rows,
        "many": [(act, words) for act, words in LABELS.items() if act in open_acts],
        "views": saved_views(actor.user_id, "suggestions"),
        "states": c.State.choices,
        "kinds": c.Kind.choices,
        "topics": c.Topic.choices,
        "lights": lists.LIGHTS.items(),
        "sorts": lists.SORT_WORDS.items(),
        "params": request.GET,
        "quick": QUICK[_side(actor.role)],
        "is_staff": actor.role in CONGRESS_STAFF,
        "is_unit": actor.role in UNIT_ROLES,
        "behind": words_behind(request.GET, on),
        "may_export": not may_export(actor),
    }
    return render(request, "suggestions/index.html", context)


def _side(role):
    sides = {"congress": CONGRESS_STAFF, "government": GOVERNMENT, "unit": UNIT_ROLES}
    return next((side for side, roles in sides.items() if role in roles), "others")
