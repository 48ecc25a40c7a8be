"""Pages of the deputies: the register, one deputy, the look at contact data."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from minqiao.foundation.trail.queries import events_of
from minqiao.kit.clock import now, today
from minqiao.kit.paging import page_of
from minqiao.kit.sealed import mask
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, forms, queries
from minqiao.registry.congress.rules import by_keeper, contact_closed_to, masked_address, reasons_closed_to
from minqiao.registry.congress.workflow import MANDATE

CONTACT = ("phone", "address")


@login_required
def deputies(request):
    """The register of a congress: by name, pinyin, initials, delegation, state."""
    congress = queries.current_congress(settings.PLACE)
    form = forms.Find(request.GET, congress=request.GET.get("congress") or congress)
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.deputies_listed(
        request.actor,
        asked.get("congress") or congress,
        text=asked.get("q", ""),
        delegation=asked.get("delegation"),
        state=asked.get("state", ""),
    )
    page = page_of(found, request.GET, rows=50)
    context = {"form": form, "page": page, "congress": asked.get("congress") or congress}
    return render(request, "congress/deputies.html", context | {"may": not by_keeper(request.actor)})


@login_required
def deputy(request, pk):
    """One deputy: data, mandates with the steps open to this actor, what was changed."""
    return _page(request, _found(pk))


@login_required
@require_POST
@never_cache
def contact(request, pk):
    """Phone and address in full, shown once; a look by staff is on the trail."""
    deputy = _found(pk)
    contact = actions.reveal_contact(deputy, actor=request.actor, at=now())
    return _page(request, deputy, contact=contact)


@login_required
def create_deputy(request):
    """A new deputy."""
    return _edit(request, None)


@login_required
def edit_deputy(request, pk):
    """Change a deputy's data."""
    return _edit(request, _found(pk))


@login_required
def link_account(request, pk):
    """Tie the deputy to an account."""
    if why := by_keeper(request.actor):
        raise Refused(why)
    deputy = _found(pk)
    form = forms.LinkAccount(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.link_account(deputy, form.cleaned_data["username"], actor=request.actor, at=now())
        messages.success(request, f"已关联账号 {form.cleaned_data['username']}")
        return redirect("congress:deputy", pk)
    return render(
        request, "congress/form.html", {"form": form, "words": f"为{deputy}关联账号", "deputy": deputy}
    )


def _edit(request, deputy):
    if why := by_keeper(request.actor):
        raise Refused(why)
    names = [name for name in forms.DeputyForm.base_fields if name not in CONTACT]
    initial = {name: getattr(deputy, name) for name in names} if deputy else {}
    data = request.POST if request.method == "POST" else None
    form = forms.DeputyForm(data, known=deputy is not None, initial=initial)
    if form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if value or name not in CONTACT}
        saved = actions.save_deputy(deputy, actor=request.actor, at=now(), **values)
        return redirect("congress:deputy", saved.pk)
    words = f"修改{deputy}的资料" if deputy else "登记代表"
    return render(request, "congress/form.html", {"form": form, "words": words, "deputy": deputy})


def _page(request, deputy, contact=None):
    mandates = queries.mandates_of(request.actor, deputy)
    masked = {"phone": mask(deputy.phone), "address": masked_address(deputy.address)}
    reasons_closed = reasons_closed_to(request.actor, deputy)
    context = {
        "deputy": deputy,
        "mandates": [(each, MANDATE.open_to(request.actor, each, today())) for each in mandates],
        "contact": contact or masked,
        "closed": contact_closed_to(request.actor, deputy),
        "is_revealed": contact is not None,
        "may": not by_keeper(request.actor),
        "reasons_closed": reasons_closed,
        "events": () if reasons_closed else events_of("congress.deputy", deputy.pk),
    }
    return render(request, "congress/deputy.html", context)


def _found(pk):
    found = queries.deputy(pk)
    if found is None:
        raise Http404("没有这位代表")
    return found
