"""Pages of a mandate: granting it, changing its registration, and the steps of its life."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render

from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, forms, queries
from minqiao.registry.congress.rules import LAW_END, LAW_SUSPEND, by_keeper
from minqiao.registry.congress.workflow import MANDATE

ACTIONS = {
    "suspend_mandate": actions.suspend_mandate,
    "resume_mandate": actions.resume_mandate,
    "end_mandate": actions.end_mandate,
}
GROUNDS = {"suspend_mandate": LAW_SUSPEND, "resume_mandate": LAW_SUSPEND, "end_mandate": LAW_END}


@login_required
def grant_mandate(request, pk):
    """A seat in one more congress."""
    deputy = queries.deputy(pk)
    if deputy is None:
        raise Http404("没有这位代表")
    form = _form(request, None, deputy)
    if form.is_valid():
        actions.grant_mandate(deputy, actor=request.actor, at=now(), **_values(form))
        return redirect("congress:deputy", pk)
    return render(
        request, "congress/form.html", {"form": form, "words": f"登记{deputy}的代表资格", "deputy": deputy}
    )


@login_required
def change_mandate(request, pk):
    """Delegation, constituency, certificate, standing committee."""
    mandate = _found(request, pk)
    form = _form(request, mandate, mandate.deputy)
    if form.is_valid():
        values = _values(form)
        values.pop("congress")
        values["starts_on"] = values.get("starts_on") or mandate.starts_on
        actions.change_mandate(mandate, actor=request.actor, at=now(), **values)
        return redirect("congress:deputy", mandate.deputy_id)
    words = f"修改{mandate.deputy}的代表资格登记"
    return render(request, "congress/form.html", {"form": form, "words": words, "deputy": mandate.deputy})


@login_required
def step(request, pk, action):
    """Any step of a mandate's life: show its form, then run its action."""
    mandate = _found(request, pk)
    row = MANDATE.step(action, request.actor, mandate, today())
    form = forms.FORMS[action](request.POST if request.method == "POST" else None)
    if form.is_valid():
        ACTIONS[action](mandate, actor=request.actor, at=now(), **form.cleaned_data)
        return redirect("congress:deputy", mandate.deputy_id)
    context = {"form": form, "words": f"{row.label}：{mandate.deputy}", "deputy": mandate.deputy}
    context |= {"lead": f"{mandate.congress}，代表证号 {mandate.certificate_no}", "ground": GROUNDS[action]}
    return render(request, "congress/form.html", context)


def _found(request, pk):
    mandate = queries.mandate_to_change(request.actor, pk)
    if mandate is None:
        raise Http404("没有这项代表资格")
    return mandate


def _form(request, mandate, deputy):
    if why := by_keeper(request.actor):
        raise Refused(why)
    managed = queries.managed_congress_ids(request.actor)
    initial = {name: getattr(mandate, name) for name in forms.MandateForm.base_fields} if mandate else {}
    initial |= {"area": mandate.area_id} if mandate else {}
    data = request.POST if request.method == "POST" else None
    return forms.MandateForm(data, congress_ids=managed, known=mandate is not None, initial=initial)


def _values(form):
    values = dict(form.cleaned_data)
    values["area_id"] = values.pop("area") or None
    return values
