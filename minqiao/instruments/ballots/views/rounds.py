"""Votes: the list, a new one, one vote's page, its steps and papers."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.instruments.ballots.actions import ACTIONS
from minqiao.instruments.ballots.actions.preparing import prepare
from minqiao.instruments.ballots.choices import RoundState
from minqiao.instruments.ballots.forms import FORMS
from minqiao.instruments.ballots.forms.before import Prepare
from minqiao.instruments.ballots.forms.known import known
from minqiao.instruments.ballots.queries import rounds as queries
from minqiao.instruments.ballots.rules.people import may_prepare
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.instruments.papers.views import answer as answer_paper
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent, step_page
from minqiao.kit.workflow import Refused

PAGES = {"enter": "ballots/enter.html"}
SHOWN = frozenset({"sign", "seal", "announce", "vote_again"})  # steps at which the result stands on the page


@login_required
def index(request):
    """The votes the actor may see."""
    page = page_of(queries.rounds(request.actor, request.GET), request.GET)
    context = {"page": page, "states": RoundState.choices, "params": request.GET}
    return render(request, "ballots/index.html", context | {"may_prepare": not may_prepare(request.actor)})


@login_required
def new(request):
    """The staff prepares a vote."""
    actor = request.actor
    if why := may_prepare(actor):
        raise Refused(why)
    form = Prepare(**sent(request), actor=actor, on=today())
    tried = attempt(form, lambda **words: prepare(actor=actor, at=now(), **words))
    if tried.is_done:
        return redirect("ballots:detail", tried.made.pk)
    context = {"form": form, "refused": tried.refused}
    return render(request, "ballots/new.html", context, status=tried.status)


@login_required
def detail(request, pk):
    """The whole way of one vote."""
    return render(request, "ballots/detail.html", {"file": queries.round_file(request.actor, pk, today())})


@login_required
def step(request, pk, action):
    """A step of a vote."""
    actor, round_ = request.actor, queries.round_of(request.actor, pk)
    crumbs = [("票决", reverse("ballots:index")), (str(round_), reverse("ballots:detail", args=[pk]))]
    heap = id_from(request.GET.get("heap", ""))
    more = {"file": queries.round_file(actor, pk, today())} if action in SHOWN else {}
    return step_page(
        request, ROUND, round_, action, forms=FORMS, actions=ACTIONS, crumbs=crumbs,
        known=lambda slug, act, subject: known(act, subject, actor.user_id, heap),
        page=PAGES.get(action, "ballots/act.html"), more=more,
    )  # fmt: skip


@login_required
def paper(request, pk, paper_pk, form):
    """A paper of a vote as pdf, docx, print page or json."""
    return answer_paper(request, queries.paper_of(request.actor, pk, paper_pk), form)
