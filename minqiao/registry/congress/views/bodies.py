"""Pages of a congress: the overview, and the forms of its sessions, delegations and committees."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render

from minqiao.kit.clock import now
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, forms, queries
from minqiao.registry.congress.rules import by_keeper

# The word in the address: what it is called, how it is found, which form asks, which act writes.
BODIES = {
    "sessions": ("会议", queries.session, forms.SessionForm, actions.save_session),
    "delegations": ("代表团", queries.delegation, forms.DelegationForm, actions.save_delegation),
    "committees": ("专委会、委室", queries.committee, forms.CommitteeForm, actions.save_committee),
}


@login_required
def overview(request, pk=None):
    """A congress (that of the place when none is named): sessions, delegations, committees, counts."""
    congress = queries.congress(pk) if pk else queries.current_congress(settings.PLACE)
    if pk and congress is None:
        raise Http404("没有这个人大")
    context = {"congress": congress, "others": queries.congresses(), "may": not by_keeper(request.actor)}
    if congress:
        context |= {
            "counts": queries.counts_of(congress),
            "sessions": queries.sessions(congress),
            "delegations": queries.delegations(congress),
            "committees": queries.committees(congress),
        }
    return render(request, "congress/index.html", context)


@login_required
def create_congress(request):
    """A new congress or a new term."""
    return _congress_form(request, None)


@login_required
def edit_congress(request, pk):
    """Change a congress."""
    return _congress_form(request, _found(queries.congress, pk))


def _congress_form(request, congress):
    _keeper(request)
    values = {name: getattr(congress, name) for name in forms.CongressForm.base_fields} if congress else {}
    initial = values | {"area": congress.area_id} if congress else {}
    form = forms.CongressForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        cleaned = dict(form.cleaned_data)
        cleaned["area_id"] = cleaned.pop("area")
        saved = actions.save_congress(congress, actor=request.actor, at=now(), **cleaned)
        return redirect("congress:detail", saved.pk)
    title = f"修改{congress}" if congress else "登记人大"
    back = congress.pk if congress else None
    return render(request, "congress/form.html", {"form": form, "words": title, "congress_pk": back})


@login_required
def add_body(request, pk, kind):
    """A new session, delegation or committee."""
    return _body_form(request, kind, _found(queries.congress, pk), None)


@login_required
def edit_body(request, kind, pk):
    """Change a session, delegation or committee."""
    if kind not in BODIES:
        raise Http404("没有这一页")
    body = _found(BODIES[kind][1], pk)
    return _body_form(request, kind, body.congress, body)


def _body_form(request, kind, congress, body):
    _keeper(request)
    if kind not in BODIES:
        raise Http404("没有这一页")
    words, _, form_class, save = BODIES[kind]
    form = _bound(form_class, request, body)
    if form.is_valid():
        cleaned = dict(form.cleaned_data)
        if "area" in cleaned:
            cleaned["area_id"] = cleaned.pop("area") or None
        save(body, actor=request.actor, at=now(), congress=congress, **cleaned)
        return redirect("congress:detail", congress.pk)
    title = f"修改{body}" if body else f"{congress}：新增{words}"
    return render(request, "congress/form.html", {"form": form, "words": title, "congress_pk": congress.pk})


def _bound(form_class, request, body):
    data = request.POST if request.method == "POST" else None
    names = form_class.base_fields
    initial = (
        {name: getattr(body, f"{name}_id" if name == "area" else name) for name in names} if body else {}
    )
    return form_class(data, initial=initial)


def _found(find, pk):
    found = find(pk)
    if found is None:
        raise Http404("没有这一项")
    return found


def _keeper(request):
    if why := by_keeper(request.actor):
        raise Refused(why)
