"""Sign-ins as they happened, for the auditor: who, from which address, why not."""

from minqiao.foundation.accounts.models import User
from minqiao.foundation.accounts.rules import masked_name, sign_in_name
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import Actor

METHODS = {"password": "密码", "mfa": "两步验证", "socialaccount": "统一身份认证"}
REFUSALS = {
    "sign_in_failed": "登录失败",
    "sign_in_locked": "登录锁定",
    "second_factor_failed": "两步验证失败",
}
FACTORS = {"factor_added": "设置两步验证", "factor_removed": "取消两步验证"}


@act
def note_sign_in(user, *, at, address, methods=()):
    """A person came in, by these methods (words of allauth)."""
    ways = "、".join(dict.fromkeys(METHODS.get(method, method) for method in methods))
    record(
        actor=_self(user),
        action="sign_in",
        label="登录",
        subject=user,
        at=at,
        note=f"自 {address}" + (f"，{ways}" if ways else ""),
    )


@act
def note_sign_out(user, *, at, address, why=""):
    """A person left, or was shown out (`why`)."""
    record(
        actor=_self(user), action="sign_out", label="退出", subject=user, at=at, note=why or f"自 {address}"
    )


@act
def note_refused_sign_in(username, *, kind, at, address):
    """Somebody did not come in. `kind` is one of REFUSALS; an unknown name is kept masked."""
    user = User.objects.filter(username__iexact=sign_in_name(username)).first()
    who = user or User(pk=0, name=masked_name(sign_in_name(username)) or "（空）")
    note = f"自 {address}" if user else f"没有这个用户名；自 {address}"
    record(actor=_self(who), action=kind, label=REFUSALS[kind], subject=who, at=at, note=note)


@act
def note_factor(user, *, kind, at):
    """A second factor was set up or taken away by its owner. `kind` is one of FACTORS."""
    record(actor=_self(user), action=kind, label=FACTORS[kind], subject=user, at=at)


@act
def note_own_password(user, *, at):
    """A person chose a new password: a one-time password is used up."""
    User.objects.filter(pk=user.pk).update(must_change_password=False)
    user.must_change_password = False
    record(actor=_self(user), action="change_password", label="修改密码", subject=user, at=at)


def _self(user):
    return Actor(user_id=user.pk, name=user.name)
