"""Chasing: what the ladder proposes, the preview of a notice or circular, what was issued."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from minqiao.duties.supervision.actions import chasing as actions
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.forms.others import ChaseUnit, Circulate
from minqiao.duties.supervision.queries import chasing as queries
from minqiao.duties.supervision.rules.people import may_chase
from minqiao.duties.supervision.workflow import CHASE
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import as_facts, digest
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.deadlines import next_workday
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused
from minqiao.registry.units.queries import unit as unit_of

ANSWER_DAYS = 5  # the day first offered for the unit's answer; the office may write another


@login_required
def index(request):
    """What may be chased now, what waits, and all that was issued."""
    actor = request.actor
    page = page_of(queries.chases(actor), request.GET)
    context = {
        "page": page,
        "on": today(),
        "may_chase": not may_chase(actor),
        "levels": dict(ChaseLevel.choices),
    }
    if context["may_chase"]:
        context["ladder"] = queries.ladder(actor, today())
    return render(request, "supervision/chasing.html", context)


@login_required
def notice(request, unit, level):
    """The chaser to one unit: chosen, previewed, then issued by a person."""
    if why := may_chase(request.actor):
        raise Refused(why)
    found = unit_of(unit)
    parts = queries.ladder(request.actor, today()).notices.get((unit, level), [])
    if found is None or not parts:
        raise Refused("现在没有可以对这个单位催办的事项")
    initial = {"answer_by": next_workday(today() + dt.timedelta(days=ANSWER_DAYS), calendar())}
    form = _form(request, ChaseUnit, parts, initial)

    def draft(words):
        chosen = _chosen(parts, words["parts"])
        named = {name: words[name] for name in ("demand", "answer_by")}
        return actions.notice_draft(request.actor, chosen, level, on=today(), **named)

    def issue(words):
        return actions.chase(actor=request.actor, at=now(), unit=found, level=level, **words)

    return _issued(request, form, draft, issue, f"{ChaseLevel(level).label}：{found.name}")


@login_required
def circulate(request):
    """The circular that names who is late after two chasers."""
    if why := may_chase(request.actor):
        raise Refused(why)
    parts = queries.ladder(request.actor, today()).circular
    if not parts:
        raise Refused("现在没有经两次催办仍未答复、可以通报的事项")
    form = _form(request, Circulate, parts, {})

    def draft(words):
        chosen = _chosen(parts, words["parts"])
        return actions.circular_draft(request.actor, chosen, demand=words["demand"], on=today())

    def issue(words):
        return actions.circulate(actor=request.actor, at=now(), **words)

    return _issued(request, form, draft, issue, "通报")


def _form(request, form_class, parts, initial):
    bound = {"data": request.POST} if request.method == "POST" else {}
    return form_class(**bound, initial=initial, proposed=parts, actor=request.actor, on=today())


def _chosen(parts, ids):
    return [part for part in parts if part.handling_id in ids]


def _issued(request, form, draft, issue, heading):
    """First the paper as it would be, then, when a person says so, the paper itself."""
    document, refused, seen = None, None, ""
    if form.is_bound and form.is_valid():
        document = draft(form.cleaned_data)
        seen = digest(as_facts(document))
        if request.POST.get("then") == "issue":
            try:
                _as_previewed(request, seen)
                made = issue(form.arguments)
                messages.success(request, "已印发")
                return redirect("supervision:chase", made.pk)
            except Refused as refusal:
                refused = refusal
    status = 409 if refused else 422 if form.is_bound and document is None else 200
    context = {"form": form, "document": document, "refused": refused, "heading": heading, "seen": seen}
    return render(request, "supervision/chase_new.html", context, status=status)


def _as_previewed(request, seen):
    """Nobody issues what he has not read: words changed after the preview are shown first."""
    if request.POST.get("seen") != seen:
        raise Refused("预览以后内容有改动，请再看一遍预览，确认后印发")


@login_required
def detail(request, pk):
    """A chaser or circular as it was issued, and what became of what it named."""
    found = queries.chase_of(request.actor, pk)
    context = {
        "chase": found,
        "parts": queries.parts_of(request.actor, found),
        "papers": papers_of(found),
        "steps": CHASE.answers(request.actor, found, today()) if found.unit_id else [],
    }
    return render(request, "supervision/chase.html", context)


@login_required
def paper(request, pk, paper_pk, form):
    """Its paper as pdf, docx, print page or json."""
    return answer_paper_of(request, queries.chase_of(request.actor, pk), paper_pk, form)
