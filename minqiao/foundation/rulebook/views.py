"""The rulebook's pages: all rules of a place, one rule with its history, its change."""

import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.foundation.rulebook.actions import change_rule, end_rule
from minqiao.foundation.rulebook.forms import RuleForm, written
from minqiao.foundation.rulebook.queries import by_group, history, local_rule, standing
from minqiao.foundation.rulebook.rules import UnknownRule, may_change, words_of
from minqiao.foundation.rulebook.rules import setting as setting_of
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


@login_required
def index(request):
    """Every rule as it stands: ?place=520502000000 for another place, ?on=2026-03-20 for another day."""
    place, on = _asked(request)
    context = {"groups": by_group(place=place, on=on), "place": place, "on": on}
    return render(request, "rulebook/index.html", context)


@login_required
def detail(request, key):
    """One rule: its value here and today, its default, and every row ever entered."""
    entry = _entry(key)
    place, on = _asked(request)
    rows = [(row, words_of(entry, row.value, row.unit), _state(row)) for row in history(key)]
    context = {
        "setting": entry,
        "standing": standing(key, place=place, on=on),
        "default_words": words_of(entry, entry.value),
        "rows": rows,
        "place": place,
        "on": on,
        "why_not": may_change(request.actor) or entry.fixed,
    }
    return render(request, "rulebook/detail.html", context)


@login_required
def change(request, key):
    """Enter a place's own value."""
    entry = _entry(key)
    if why := may_change(request.actor) or entry.fixed:
        raise Refused(why, entry.basis, action="change_rule")
    place, on = _asked(request)
    found = standing(key, place=place, on=on)
    initial = {"place": place, "value": written(entry, found.value), "unit": found.unit, "valid_from": on}
    data = request.POST if request.method == "POST" else None
    form = RuleForm(data, setting=entry, home=settings.PLACE, today=today(), initial=initial)
    if form.is_valid():
        change_rule(key=key, actor=request.actor, at=now(), **form.cleaned_data)
        messages.success(request, f"已修改“{entry.label}”")
        return redirect("rulebook:detail", key)
    context = {"setting": entry, "form": form, "standing": found}
    return render(request, "rulebook/change.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def end(request, pk):
    """Let a place's own value no longer stand."""
    row = local_rule(pk)
    if row is None:
        raise Http404
    end_rule(row, actor=request.actor, at=now())
    messages.success(request, "已停止执行这一条本地规则")
    return redirect("rulebook:detail", row.key)


def _entry(key):
    try:
        return setting_of(key)
    except UnknownRule as error:
        raise Http404(str(error)) from error


def _asked(request):
    """The place and the day of the question; the deployment's own and today when none is named."""
    place = request.GET.get("place", "").strip() or settings.PLACE
    try:
        on = dt.date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        on = today()
    return place[:12], on


def _state(row):
    if row.is_void:
        return "作废"
    if row.valid_from > today():
        return "待生效"
    return "执行中" if row.valid_to is None or row.valid_to >= today() else "已失效"
