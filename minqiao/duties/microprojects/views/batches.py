"""The pool: what waits for money, a proposal by the rule, and the approval of what was decided."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.microprojects.actions.batches import approve_batch, draw_up
from minqiao.duties.microprojects.forms.fields import Meeting
from minqiao.duties.microprojects.queries.batches import open_funds, pool_of, run_with_projects
from minqiao.duties.microprojects.rules.people import may_keep_pool
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused


@login_required
def pool(request):
    """The pool of a fund in the order of the rule; POST draws up a proposal."""
    if why := may_keep_pool(request.actor):
        raise Refused(why, action="draw_up")
    funds = open_funds(request.actor)
    wanted = id_from((request.POST or request.GET).get("fund", ""))
    fund = next((row for row in funds if wanted in (None, row.pk)), None)
    refused = None
    if request.method == "POST" and fund is not None:
        try:
            run = draw_up(fund, actor=request.actor, at=now())
            return redirect("funds:allocation", run.pk)
        except Refused as refusal:
            refused = refusal
    context = {"funds": funds, "fund": fund, "refused": refused}
    context |= {"pool": pool_of(fund)} if fund is not None else {}
    return render(request, "microprojects/pool.html", context, status=409 if refused else 200)


@login_required
def approve(request, pk):
    """批准一批: the projects the working group chose, with what is left of the fund before and after."""
    actor = request.actor
    found = run_with_projects(actor, pk)
    form = Meeting(**sent(request), actor=actor, on=today())
    tried = attempt(form, lambda **words: approve_batch(found.run, actor=actor, at=now(), **words))
    if tried.is_done:
        messages.success(request, f"已批准{tried.made}个项目，项目安排决定已印发")
        return redirect(f"{reverse('microprojects:index')}?state=approved")
    context = {"found": found, "form": form, "refused": tried.refused}
    return render(request, "microprojects/batch.html", context, status=tried.status)
