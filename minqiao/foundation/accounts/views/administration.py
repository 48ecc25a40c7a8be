"""The pages of the system administrator (users) and of the security administrator (capacities, policy)."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.messages import success
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from minqiao.foundation.accounts import actions, forms
from minqiao.foundation.accounts.choices import THREE_OFFICES, Role
from minqiao.foundation.accounts.queries import (
    capacity,
    has_second_factor,
    policy,
    sign_ins_locked,
    standing_roles,
    user,
    users,
)
from minqiao.foundation.accounts.rules import (
    SEPARATION,
    by_account_office,
    by_security_admin,
    by_system_admin,
    may_change_capacity,
    may_grant,
    may_reset,
    may_switch_off,
)
from minqiao.kit.clock import now, today
from minqiao.kit.mechanism import Scope, mechanisms
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused

USER_ACTS = {
    "deactivate": (actions.deactivate, "停用账号", "本人将立即退出，不能再登录。"),
    "reactivate": (actions.reactivate, "启用账号", "本人可以重新登录，原有职务如未终止即恢复使用。"),
}
CAPACITY_ACTS = {
    "suspend": (actions.suspend_capacity, forms.Reason, "暂停职务", "本人立即不能再以这一身份办事。"),
    "resume": (actions.resume_capacity, forms.Reason, "恢复职务", "本人立即可以再以这一身份办事。"),
    "end": (actions.end_capacity, forms.Ending, "终止职务", "终止之日起不能再以这一身份办事。"),
}


@login_required
@require_GET
def index(request):
    """The users, for both administrators."""
    _only(by_account_office(request.actor))
    words = request.GET.get("words", "").strip()
    context = {
        "page": page_of(users(request.actor, words), request.GET),
        "form": forms.Search(request.GET),
        "may_create": not by_system_admin(request.actor),
        "today": today(),
    }
    return render(request, "accounts/users.html", context)


@login_required
def new(request):
    """Opens an account and shows its one-time password, this once."""
    _only(by_system_admin(request.actor))
    form = forms.NewUser(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "accounts/new_user.html", {"form": form}, status=422 if form.is_bound else 200)
    person, password = actions.create_user(actor=request.actor, at=now(), **form.cleaned_data)
    return _password_page(request, person, password)


@login_required
def detail(request, pk):
    """One user: for the system administrator to change, for the security administrator to grant."""
    person = _user(request, pk)
    roles = standing_roles(person.pk, now())
    form = forms.ChangedUser(
        request.POST if request.method == "POST" else None,
        initial={"name": person.name, "email": person.email},
    )
    if request.method == "POST" and form.is_valid():
        actions.change_user(person, actor=request.actor, at=now(), **form.cleaned_data)
        success(request, "已保存")
        return redirect("accounts:user", pk)
    context = {
        "person": person,
        "rows": person.capacities.order_by("pk"),
        "form": form,
        "has_factor": has_second_factor(person.pk),
        "is_system_admin": not by_system_admin(request.actor),
        "is_security_admin": not by_security_admin(request.actor),
        "why_not_reset": may_reset(request.actor, person.pk, roles),
        "why_not_off": may_switch_off(request.actor, person.pk, roles),
        "why_not_change": may_change_capacity(request.actor, person.pk),
        "today": today(),
    }
    return render(request, "accounts/user.html", context, status=422 if form.errors else 200)


@login_required
def act_on_user(request, pk, verb):
    """Deactivates or reactivates, with the reason."""
    person = _user(request, pk)
    act, label, warning = USER_ACTS[verb]
    _only(may_switch_off(request.actor, person.pk, standing_roles(person.pk, now())))
    form = forms.Reason(request.POST if request.method == "POST" else None)
    if form.is_valid():
        act(person, actor=request.actor, at=now(), **form.cleaned_data)
        success(request, f"已{label}：{person.name}")
        return redirect("accounts:user", pk)
    return _act_page(request, form, person, label, warning, str(person))


@login_required
@require_POST
@never_cache
def reset_password(request, pk):
    """A new one-time password, shown this once."""
    person = _user(request, pk)
    return _password_page(request, person, actions.set_password(person, actor=request.actor, at=now()))


@login_required
@require_POST
def reset_factor(request, pk):
    """Forgets a lost authenticator."""
    person = _user(request, pk)
    actions.reset_second_factor(person, actor=request.actor, at=now())
    success(request, "两步验证已重置，本人下次登录须重新设置")
    return redirect("accounts:user", pk)


@login_required
def grant(request, pk):
    """Grants a capacity: first the role and the words, then one of the scopes found."""
    person = _user(request, pk)
    _only(by_security_admin(request.actor))
    asked = request.POST if request.method == "POST" else request.GET
    ask = forms.AskRole(asked if "role" in asked else None)
    if not ask.is_valid():
        return render(request, "accounts/grant.html", {"person": person, "ask": ask, "form": None})
    role, words = ask.cleaned_data["role"], ask.cleaned_data["words"]
    scopes = _scopes(role, words)
    form = forms.Grant(
        request.POST if request.method == "POST" else None,
        scopes=scopes,
        initial={"role": role, "words": words, "scope_id": scopes[0].id if len(scopes) == 1 else None},
    )
    if form.is_valid():
        _grant(request, person, role, form)
        return redirect("accounts:user", pk)
    why_not = may_grant(request.actor, person.pk, role, standing_roles(person.pk, now()))
    context = {"person": person, "ask": ask, "form": form, "scopes": scopes, "why_not": why_not}
    return render(request, "accounts/grant.html", context, status=422 if form.is_bound else 200)


def _grant(request, person, role, form):
    data = form.cleaned_data
    scope = form.scopes[data["scope_id"]]
    row = actions.grant_capacity(
        user=person,
        role=role,
        actor=request.actor,
        at=now(),
        starts_on=data["starts_on"],
        ends_on=data["ends_on"],
        scope_id=scope.id,
        scope_label=scope.label if scope.id else "",
        realm_id=scope.realm_id,
        note=data["note"],
    )
    success(request, f"已授予{person.name}：{row}")


def _scopes(role, words):
    """What `role` may be granted for, as the registry offers it; the three offices need nothing."""
    if role in THREE_OFFICES:
        return [Scope(0, Role(role).label)]
    offers = [room.scopes[role] for room in mechanisms() if role in room.scopes]
    return [scope for offer in offers for scope in offer(words, None)]


@login_required
def act_on_capacity(request, pk, verb):
    """Suspends, resumes or ends, with the reason."""
    row = capacity(request.actor, pk)
    if row is None:
        raise Http404
    act, form_class, label, warning = CAPACITY_ACTS[verb]
    _only(may_change_capacity(request.actor, row.user_id))
    form = form_class(request.POST if request.method == "POST" else None)
    if form.is_valid():
        act(row, actor=request.actor, at=now(), **form.cleaned_data)
        success(request, f"已{label}：{row.user.name} {row}")
        return redirect("accounts:user", row.user_id)
    return _act_page(request, form, row.user, label, warning, f"{row.user.name}：{row}")


@login_required
@require_GET
def show_policy(request):
    """The security policy as it is in force, and the sign-ins locked now."""
    _only(by_security_admin(request.actor))
    context = {
        "policy": policy(),
        "password_rules": password_validators_help_texts(),
        "locked": sign_ins_locked(request.actor, now()),
    }
    return render(request, "accounts/policy.html", context)


def _user(request, pk):
    person = user(request.actor, pk)
    if person is None:
        _only(by_account_office(request.actor))
        raise Http404
    return person


def _password_page(request, person, password):
    answer = render(request, "accounts/secret.html", {"person": person, "secret": password})
    answer["Cache-Control"] = "no-store"
    return answer


def _act_page(request, form, person, label, warning, what):
    context = {"form": form, "person": person, "label": label, "warning": warning, "what": what}
    return render(request, "accounts/act.html", context, status=422 if form.is_bound else 200)


def _only(why):
    if why:
        raise Refused(why, basis=SEPARATION)
