"""Figures: the page, the lights of the units, promises, and the yearly report as a file."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures.ahead import COLUMNS, METHOD, lights_by_unit
from minqiao.duties.suggestions.figures.between import shares_between
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.promises import promise_rows
from minqiao.duties.suggestions.figures.report import counted, handling_report
from minqiao.duties.suggestions.figures.tables import all_tables, replies_by_month
from minqiao.duties.suggestions.queries.lists import years
from minqiao.duties.suggestions.rules.facts import FACTS
from minqiao.duties.suggestions.rules.measures import PLAIN, number
from minqiao.duties.suggestions.rules.scope import scope_from
from minqiao.duties.suggestions.rules.sight import may_count
from minqiao.instruments.papers.views.reports import answer_report
from minqiao.kit.clock import today
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress


def _scope(request, on):
    if why := may_count(request.actor):
        raise Refused(why)
    return scope_from(request.GET, on)


@login_required
def figures(request):
    """统计: every rate with base, exclusions and rows, beside last year; the same counts by group."""
    on = today()
    scope = _scope(request, on)
    found = counted(request.actor, scope, on)
    context = {
        "scope": scope,
        "found": found,
        "before": {one.key: one for group in found.figures_before.values() for one in group},
        "plain": [number(found.cases, fact, scope, on) for fact in PLAIN],
        "plain_before": [number(found.before, fact, scope.last_year, on) for fact in PLAIN],
        "assigned": number(found.cases, "assigned", scope, on),
        "assigned_before": number(found.before, "assigned", scope.last_year, on),
        "tables": all_tables(found.cases, scope, on),
        "months": replies_by_month(found.cases, scope, on),
        **_choices(request, on),
    }
    return render(request, "suggestions/figures.html", context)


def _choices(request, on):
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "years": years(request.actor, on),
        "kinds": c.Kind.choices,
        "topics": c.Topic.choices,
        "params": request.GET,
        "query": query.urlencode(),
    }


@login_required
def ahead(request):
    """亮灯: each unit's open parts by light, and what is likely to be late within thirty days."""
    on = today()
    scope = _scope(request, on)
    lines, total = lights_by_unit(cases(request.actor, scope), scope, on)
    words = {"lines": lines, "total": total, "columns": COLUMNS, "method": METHOD, "scope": scope}
    return render(request, "suggestions/figures_ahead.html", {**words, **_choices(request, on)})


@login_required
def between(request):
    """闭会期间建议占比: by unit and county, how much of what was assigned came between the sessions."""
    on = today()
    scope = _scope(request, on)
    tables = shares_between(cases(request.actor, scope), scope, on)
    words = {"tables": tables, "scope": scope}
    return render(request, "suggestions/figures_between.html", {**words, **_choices(request, on)})


@login_required
def promises(request):
    """The promises behind a figure, one row each."""
    on = today()
    scope = _scope(request, on)
    wanted = {f"only_{name}": request.GET.get(name) == "1" for name in ("due", "met")}
    rows = promise_rows(cases(request.actor, scope), scope, **wanted)
    return render(request, "suggestions/figures_promises.html", {"rows": rows, "scope": scope})


@login_required
def handling_file(request, form):
    """办理情况报告 as docx, xlsx or pdf."""
    on = today()
    scope = _scope(request, on)
    return answer_report(handling_report(request.actor, scope, on, congress(request.actor.realm_id)), form)


def words_behind(params, on):
    """What a list behind a figure shows, in words; "" for an ordinary list."""
    fact = FACTS.get(params.get("fact"))
    if fact is None:
        return ""
    scope = scope_from(params, on)
    topics, kinds = dict(c.Topic.choices), dict(c.Kind.choices)
    parts = [f"{scope.year}年", kinds.get(scope.kind), topics.get(scope.topic), scope.month, scope.replied]
    return " · ".join([*filter(None, parts), fact.words, f"截至{scope.on}"])
