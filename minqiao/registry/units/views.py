"""Pages of the handling units: the list, one unit with its duty list, the forms."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.foundation.trail.queries import events_of
from minqiao.kit.clock import now
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused
from minqiao.registry.units import actions, forms, queries
from minqiao.registry.units.rules import by_keeper


@login_required
def index(request):
    """Units by name, kind or the words of a duty."""
    form = forms.Find(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "kind": ""}
    found = queries.search_units(request.actor, asked["q"].strip(), asked["kind"])
    page = page_of(found, request.GET, rows=100)
    return render(
        request, "units/index.html", {"form": form, "page": page, "may": not by_keeper(request.actor)}
    )


@login_required
def detail(request, pk):
    """One unit: how to reach it, what it is charged with, what was changed."""
    return _page(request, _unit(pk), forms.DutyForm())


@login_required
def create(request):
    """A new unit."""
    return _edit(request, None)


@login_required
def edit(request, pk):
    """Change a unit."""
    return _edit(request, _unit(pk))


@login_required
@require_POST
def add_duty(request, pk):
    """One more line on the duty list."""
    unit, form = _unit(pk), forms.DutyForm(request.POST)
    if not form.is_valid():
        return _page(request, unit, form)
    actions.save_duty({"unit": unit.pk, **form.cleaned_data}, actor=request.actor, at=now())
    return redirect("units:detail", pk)


@login_required
@require_POST
def drop_duty(request, pk):
    """Take a line out."""
    duty = queries.duty(pk)
    if duty is None:
        raise Http404("没有这条职责")
    actions.drop_duty(duty, actor=request.actor, at=now())
    return redirect("units:detail", duty.unit_id)


def _unit(pk):
    unit = queries.unit(pk)
    if unit is None:
        raise Http404("没有这个单位")
    return unit


def _page(request, unit, form):
    context = {
        "unit": unit,
        "duties": queries.duties_of(unit),
        "form": form,
        "may": not by_keeper(request.actor),
        "events": events_of("units.unit", unit.pk),
    }
    return render(request, "units/detail.html", context)


def _edit(request, unit):
    if why := by_keeper(request.actor):
        raise Refused(why)
    initial = (
        {name: getattr(unit, name) for name in forms.UnitForm.base_fields if name != "area"} if unit else {}
    )
    initial |= {"area": unit.area_id if unit else "", "is_active": unit.is_active if unit else True}
    data = request.POST if request.method == "POST" else None
    form = forms.UnitForm(data, known=unit is not None, initial=initial)
    if form.is_valid():
        actions.save_unit(form.cleaned_data, actor=request.actor, at=now())
        return redirect("units:detail", queries.unit_named(form.cleaned_data["code"]).pk)
    return render(request, "units/edit.html", {"form": form, "unit": unit})
