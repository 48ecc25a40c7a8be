"""对口督办 and 委托检查: the lists, and one of each."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render

from minqiao.duties.supervision.choices import CheckState
from minqiao.duties.supervision.queries import counterparts as queries
from minqiao.duties.supervision.workflow import COUNTERPART, DELEGATED_CHECK
from minqiao.foundation.trail.queries import events_of
from minqiao.instruments.papers.queries import paper_in, papers_of
from minqiao.instruments.papers.views import answer as answer_paper
from minqiao.kit.clock import today
from minqiao.kit.paging import page_of

CASE = "supervision.delegatedcheck"


@login_required
def index(request):
    """Suggestions with the committee that oversees each; a committee's own first."""
    actor, on = request.actor, today()
    page = page_of(queries.counterparts(actor, request.GET, on), request.GET, rows=40)
    context = {
        "page": page,
        "rows": [queries.shown(row, on) for row in page.rows],
        "bodies": queries.by_committee(actor, on),
        "committee": queries.asked_committee(actor, request.GET),
        "params": request.GET,
        "on": on,
    }
    return render(request, "supervision/counterparts.html", context)


@login_required
def detail(request, pk):
    """One suggestion: who oversees it and why, what was done, which checks were asked."""
    actor = request.actor
    found = queries.counterpart_of(actor, pk)
    context = {
        "row": queries.shown(found, today()),
        "notes": queries.notes_of(found),
        "checks": queries.checks_of(actor, found.suggestion),
        "steps": COUNTERPART.answers(actor, found, today()),
    }
    return render(request, "supervision/counterpart.html", context)


@login_required
def checks(request):
    """Checks that counties make for the city."""
    page = page_of(queries.checks(request.actor, request.GET), request.GET)
    context = {"page": page, "states": CheckState.choices, "params": request.GET}
    return render(request, "supervision/checks.html", context)


@login_required
def check(request, pk):
    """One delegated check: what is asked, what was answered to the deputy, what the county found."""
    actor = request.actor
    found = queries.check_of(actor, pk)
    context = {
        "row": found,
        "replies": queries.replies_for(found),
        "events": events_of(CASE, found.pk),
        "papers": papers_of(found),
        "steps": DELEGATED_CHECK.answers(actor, found, today()),
    }
    return render(request, "supervision/check.html", context)


@login_required
def paper(request, pk, paper_pk, form):
    """Its letter as pdf, docx, print page or json."""
    found = paper_in(CASE, queries.check_of(request.actor, pk).pk, paper_pk)
    if found is None:
        raise Http404("没有这份公文")
    return answer_paper(request, found, form)
