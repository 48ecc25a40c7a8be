"""The same act on a selection of the list: first a page that says what will happen, then the act."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.queries.many import LABELS, MANY, planned
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.workflow import Refused


@login_required
@require_POST
def many(request):
    """What would be done and what cannot; sent again as `sure`, each stands or falls alone."""
    action = request.POST.get("action", "")
    if action not in MANY:
        raise Refused("这一步不能成批进行，请逐件办理")
    ids = [pk for pk in map(id_from, request.POST.getlist("pk")) if pk is not None]
    if not ids:
        messages.warning(request, "请先勾选建议")
        return redirect("suggestions:index")
    rows = planned(request.actor, action, ids, today())
    context = {"action": action, "label": LABELS[action]}
    if request.POST.get("sure"):
        return render(request, "suggestions/many.html", context | _done(request.actor, action, rows))
    able = [row for row in rows if not row.why_not]
    context |= {"able": able, "unable": [row for row in rows if row.why_not]}
    return render(request, "suggestions/many_before.html", context)


def _done(actor, action, rows):
    """The act on each: what was done, and what was not with the reason."""
    act = ACTIONS["handling" if action == "release" else "suggestion"][action]
    done, refused = [], []
    for row in rows:
        why = row.why_not
        try:
            for subject in row.subjects:
                act(subject, actor=actor, at=now())
        except Refused as refusal:
            why = refusal.why
        if why:
            refused.append((row.suggestion, why))
        else:
            done.append(row.suggestion)
    return {"done": done, "refused": refused}
