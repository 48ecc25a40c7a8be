"""What the two administrators look after: accounts and capacities, counted; no case is looked at."""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from minqiao.foundation.accounts.choices import STAFF_ROLES, Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.accounts.queries import sign_ins_locked
from minqiao.kit.mechanism import Front

SOON = dt.timedelta(days=30)


def front(actor, now):
    """The block of the system or the security administrator; None for everybody else."""
    blocks = {Role.SYSTEM_ADMIN: _of_accounts, Role.SECURITY_ADMIN: _of_capacities}
    return blocks[actor.role](actor, now) if actor.role in blocks else None


def _tile(words, number, page, note="", tone=""):
    return {"words": words, "number": number, "url": reverse(page), "note": note, "tone": tone}


def _standing(today):
    return Capacity.objects.valid_on(today).filter(user=OuterRef("pk"))


def _without_capacity(today):
    return User.objects.filter(is_active=True).exclude(Exists(_standing(today))).count()


def _of_accounts(actor, now):
    counts = User.objects.aggregate(
        active=Count("pk", filter=Q(is_active=True)),
        closed=Count("pk", filter=Q(is_active=False)),
        unused=Count("pk", filter=Q(is_active=True, last_login=None)),
    )
    bare = _without_capacity(timezone.localtime(now).date())
    return Front(
        title="账号",
        tiles=(
            _tile("在用账号", counts["active"], "accounts:users"),
            _tile("还没有职务", bare, "accounts:users", "请安全管理员授予职务", "warn" if bare else ""),
            _tile("从未登录", counts["unused"], "accounts:users", "核对是否通知到本人"),
            _tile("已停用", counts["closed"], "accounts:users"),
        ),
        note="开立、停用账号，重置密码和两步验证由您办理；授予职务由安全管理员办理。",
    )


def _of_capacities(actor, now):
    today = timezone.localtime(now).date()
    held = Capacity.objects.valid_on(today).filter(user__is_active=True)
    ending = held.filter(ends_on__lte=today + SOON).count()
    paused = Capacity.objects.not_ended_on(today).filter(is_suspended=True).count()
    locked, bare = len(sign_ins_locked(actor, now)), _without_capacity(today)
    factor = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    open_staff = held.filter(role__in=sorted(STAFF_ROLES)).exclude(Exists(factor))
    unguarded = open_staff.values("user").distinct().count()
    return Front(
        title="职务和登录安全",
        tiles=(
            _tile("正在锁定的登录", locked, "accounts:policy", "连续输错密码", "bad" if locked else ""),
            _tile("还没有职务的账号", bare, "accounts:users", "待授予职务", "warn" if bare else ""),
            _tile("30天内到期的职务", ending, "accounts:users", "到期自动失效"),
            _tile("暂停的职务", paused, "accounts:users"),
            _tile("没有两步验证的工作人员", unguarded, "accounts:policy"),
        ),
        note="授予、暂停、终止职务和查看安全策略由您办理；开立账号由系统管理员办理。",
    )
