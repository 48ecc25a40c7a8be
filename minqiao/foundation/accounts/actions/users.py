"""Opening, changing and closing accounts, and their ways in. Rights are another office's."""

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db import IntegrityError, transaction

from minqiao.foundation.accounts.models import User
from minqiao.foundation.accounts.queries import standing_roles
from minqiao.foundation.accounts.rules import (
    SEPARATION,
    may_change_user,
    may_create_user,
    may_reset,
    may_switch_off,
    one_time_password,
    sign_in_name,
)
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused


def refuse(why):
    """Raises Refused with the reason, if there is one; its ground is the separation of the three offices."""
    if why:
        raise Refused(why, basis=SEPARATION)


@act
def create_user(*, username, name, actor, at, email=""):
    """A new account without any capacity. Returns the user and the one-time password, kept nowhere else."""
    refuse(may_create_user(actor))
    password = one_time_password()
    user = User(username=sign_in_name(username), name=name, email=email, must_change_password=True)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise Refused(f"用户名“{user.username}”已有人使用") from error
    note = f"用户名：{user.username}"
    record(actor=actor, action="create_user", label="开立账号", subject=user, at=at, note=note)
    return user, password


@act
def change_user(user, *, name, email, actor, at):
    """Name and e-mail of a user. The trail keeps the old name, not the address."""
    refuse(may_change_user(actor))
    changes = [f"姓名：{user.name} → {name}"] if name != user.name else []
    changes += ["电子邮箱已变更"] if email != user.email else []
    if not changes:
        return user
    User.objects.filter(pk=user.pk).update(name=name, email=email)
    user.refresh_from_db()
    record(
        actor=actor, action="change_user", label="修改用户资料", subject=user, at=at, note="；".join(changes)
    )
    return user


@act
def deactivate(user, *, actor, at, note=""):
    """No sign-in from now on; open sessions and tokens end with it."""
    refuse(may_switch_off(actor, user.pk, standing_roles(user.pk, at)))
    return _switch(user, on=False, action="deactivate", label="停用账号", actor=actor, at=at, note=note)


@act
def reactivate(user, *, actor, at, note=""):
    """Sign-in is possible again, with the capacities that still stand."""
    refuse(may_switch_off(actor, user.pk, standing_roles(user.pk, at)))
    return _switch(user, on=True, action="reactivate", label="启用账号", actor=actor, at=at, note=note)


def _switch(user, *, on, action, label, actor, at, note):
    if not User.objects.filter(pk=user.pk, is_active=not on).update(is_active=on):
        raise Refused("该账号已经启用" if on else "该账号已经停用")
    user.refresh_from_db()
    states = ("停用", "启用") if on else ("启用", "停用")
    record(
        actor=actor,
        action=action,
        label=label,
        subject=user,
        at=at,
        from_state=states[0],
        to_state=states[1],
        note=note,
    )
    return user


@act
def set_password(user, *, actor, at):
    """Replaces a lost password by a one-time one, returned once. Ends the user's sessions and lock-outs."""
    refuse(may_reset(actor, user.pk, standing_roles(user.pk, at)))
    password = one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    AccessAttempt.objects.filter(username=sign_in_name(user.username)).delete()
    record(actor=actor, action="set_password", label="重置密码", subject=user, at=at)
    return password


@act
def reset_second_factor(user, *, actor, at):
    """Forgets a lost authenticator and its recovery codes; staff must set up a new one."""
    refuse(may_reset(actor, user.pk, standing_roles(user.pk, at)))
    if not Authenticator.objects.filter(user_id=user.pk).delete()[0]:
        raise Refused("该用户没有设置两步验证")
    record(actor=actor, action="reset_second_factor", label="重置两步验证", subject=user, at=at)
