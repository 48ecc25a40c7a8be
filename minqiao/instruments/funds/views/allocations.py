"""One allocation: the methods side by side, every project with its reason, and what was decided."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.instruments.funds.queries import allocations as queries
from minqiao.instruments.funds.workflow import ALLOCATION
from minqiao.kit.clock import today


@login_required
def detail(request, pk):
    """The proposal, what the other methods say, the decision and where it differs."""
    run = queries.run_of(request.actor, pk)
    lines = queries.lines_of(run)
    context = {
        "run": run,
        "lines": lines,
        "methods": queries.compared(run),
        "differing": [line for line in lines if line.differs],
        "steps": ALLOCATION.answers(request.actor, run, today()),
    }
    return render(request, "funds/allocation.html", context)
