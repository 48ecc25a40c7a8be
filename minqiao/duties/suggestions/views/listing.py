"""The list, its export, acts on a selection."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.sheet import may_export
from minqiao.duties.suggestions.rules.sight import GOVERNMENT
from minqiao.duties.suggestions.views.report import words_behind
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, UNIT_ROLES
from minqiao.foundation.accounts.queries import saved_views
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused

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
BATCH_ACTS = ("register",)  # acts that need no words of their own, and so may be done to a selection


@login_required
def index(request):
    """The list: filters and search from the address, saved views, acts on a selection."""
    on, actor = today(), request.actor
    page = page_of(lists.listed(actor, request.GET, on), request.GET)
    context = {
        "page": page,
        "rows": [lists.words_of(row, actor, on) for row in page.rows],
        "views": saved_views(actor.user_id, "suggestions"),
        "states": c.State.choices,
        "kinds": c.Kind.choices,
        "topics": c.Topic.choices,
        "lights": lists.LIGHTS.items(),
        "sorts": lists.SORT_WORDS.items(),
        "params": request.GET,
        "quick": QUICK[_side(actor.role)],
        "may_select": actor.role in CONGRESS_STAFF,
        "is_unit": actor.role in UNIT_ROLES,
        "behind": words_behind(request.GET, on),
        "may_export": not may_export(actor),
    }
    return render(request, "suggestions/index.html", context)


def _side(role):
    sides = {"congress": CONGRESS_STAFF, "government": GOVERNMENT, "unit": UNIT_ROLES}
    return next((side for side, roles in sides.items() if role in roles), "others")


@login_required
@require_POST
def many(request):
    """The same act on each chosen suggestion; each stands or falls alone, and the report says which."""
    action = request.POST.get("action", "")
    if action not in BATCH_ACTS:
        raise Refused("这一步不能成批进行，请逐件办理")
    ids = [pk for pk in map(id_from, request.POST.getlist("pk")) if pk is not None][:500]
    if not ids:
        messages.warning(request, "请先勾选建议")
        return redirect("suggestions:index")
    done, refused = [], []
    for suggestion in lists.chosen(request.actor, ids):
        try:
            ACTIONS["suggestion"][action](suggestion, actor=request.actor, at=now())
            done.append(suggestion)
        except Refused as refusal:
            refused.append((suggestion, refusal.why))
    label = SUGGESTION.rows(action)[0].label
    return render(request, "suggestions/many.html", {"label": label, "done": done, "refused": refused})
