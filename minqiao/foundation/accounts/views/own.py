"""A person's own page: capacities, tokens, saved views, a copy of the own data."""

from django.contrib.auth.decorators import login_required
from django.contrib.messages import success
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from minqiao.foundation.accounts import actions
from minqiao.foundation.accounts.choices import THREE_OFFICES
from minqiao.foundation.accounts.forms import NewToken, NewView
from minqiao.foundation.accounts.queries import has_second_factor, saved_view, tokens_of, views_of
from minqiao.kit.clock import now, today
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.workflow import Refused


@login_required
@require_POST
def switch(request):
    """From now on the person acts in another of the own capacities."""
    capacity = _own_capacity(request, request.POST.get("capacity", ""))
    if capacity.pk != request.actor.capacity_id:
        actions.switch_capacity(capacity, actor=request.actor, at=now())
        request.session["capacity"] = capacity.pk
        success(request, f"现在以“{capacity}”的身份办事")
    return redirect(_back(request))


@login_required
@require_GET
def profile(request):
    """What is mine here."""
    return render(request, "accounts/profile.html", _mine(request, NewToken(capacities=_for_tokens(request))))


def _mine(request, form):
    return {
        "person": request.user,
        "held": request.capacities(),
        "tokens": tokens_of(request.user.pk),
        "views": views_of(request.user.pk),
        "has_factor": has_second_factor(request.user.pk),
        "form": form,
    }


@login_required
@require_POST
@never_cache
def new_token(request):
    """Makes a token; its text is shown this once."""
    form = NewToken(request.POST, capacities=_for_tokens(request))
    if not form.is_valid():
        return render(request, "accounts/profile.html", _mine(request, form), status=422)
    capacity = _own_capacity(request, str(form.cleaned_data["capacity"]))
    token, text = actions.make_token(
        capacity,
        actor=request.actor,
        at=now(),
        note=form.cleaned_data["note"],
        days=form.cleaned_data["days"],
    )
    return render(request, "accounts/secret.html", {"token": token, "secret": text})


@login_required
@require_POST
def drop_token(request, pk):
    """Takes back a token of one's own."""
    token = next((token for token in tokens_of(request.user.pk) if token.pk == pk), None)
    if token is None:
        raise Http404
    actions.revoke_token(token, actor=request.actor, at=now())
    success(request, "接口令牌已撤销")
    return redirect("accounts:profile")


@login_required
@require_POST
def new_view(request):
    """Keeps the filter of a list under a name."""
    form = NewView(request.POST)
    if not form.is_valid():
        raise Refused("请给常用视图起一个名称（40字以内）")
    view = actions.save_view(actor=request.actor, at=now(), **form.cleaned_data)
    success(request, f"已存为常用视图“{view.name}”")
    return redirect(_back(request))


@login_required
@require_POST
def drop_view(request, pk):
    """Forgets a saved view."""
    view = saved_view(request.user.pk, pk)
    if view is None:
        raise Http404
    actions.delete_view(view, actor=request.actor, at=now())
    return redirect(_back(request))


@login_required
@require_POST
@never_cache
def export(request):
    """Everything the platform keeps about the person, as JSON (PIPL article 45)."""
    actions.export_own_data(user_id=request.user.pk, actor=request.actor, at=now())
    rooms = {room.label: room.data.own_data(request.user.pk) for room in mechanisms() if room.data.own_data}
    answer = JsonResponse(
        {"导出日期": today(), **rooms}, json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    answer["Content-Disposition"] = f'attachment; filename="my-data-{today()}.json"'
    return answer


def _for_tokens(request):
    return [row for row in request.capacities() if row.role not in THREE_OFFICES]


def _own_capacity(request, text):
    capacity = next((row for row in request.capacities() if str(row.pk) == text), None)
    if capacity is None:
        raise Refused("这不是您当前有效的职务")
    return capacity


def _back(request):
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"
