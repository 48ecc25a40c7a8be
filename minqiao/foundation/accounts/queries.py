"""Who is acting: the capacities of a user, and the actor they make. And what the two administrators see."""

import datetime as dt
import hashlib

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Q, Sum
from django.utils import timezone

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import ApiToken, Capacity, SavedView, User
from minqiao.foundation.accounts.rules import SEPARATION, TOKEN_DAYS, by_account_office, by_security_admin
from minqiao.foundation.trail.queries import own_acts
from minqiao.kit.actor import NOBODY, Actor
from minqiao.kit.prepared import Prepared


def capacities_of(user_id, today):
    """The capacities the user may act in today, in the order they were granted."""
    rows = Capacity.objects.filter(starts_on__lte=today, user_id=user_id, user__is_active=True)
    return _held(rows.select_related("user").order_by("pk"), today)


def _held(every, today):
    """The capacities valid today; each knows what mandates the person has or ever had."""
    every = list(every)
    once = frozenset((row.role, row.scope_id) for row in every if row.role == Role.DEPUTY)
    held = [row for row in every if row.is_valid_on(today)]
    for row in held:
        row.once_deputy = once
    return held


def user_with_capacities(user_id, today, **more):
    """A user with `held`, the capacities valid today, and `more` (expressions over them), in one query.

    Somebody without any capacity is a user all the same, with `held` empty and nothing more. `more` is
    fixed by its names: the same names always mean the same expressions.
    """
    rows = _holding(tuple(sorted(more)), lambda: more)(user_id, today)
    if not rows:
        user = User.objects.filter(pk=user_id).first()
        if user is not None:
            user.held = []
        return user
    user = User.from_db("default", OF_USER, [rows[0][f"user__{name}"] for name in OF_USER])
    user.held = _held([_capacity(row, user) for row in rows], today)
    for name in more:
        setattr(user, name, rows[0][name])
    return user


OF_USER = tuple(field.attname for field in User._meta.concrete_fields)
OF_CAPACITY = tuple(field.attname for field in Capacity._meta.concrete_fields)
_prepared = {}


def _holding(names, more):
    """The prepared query of a user's capacities, ended and suspended ones too, with further expressions."""
    if names not in _prepared:
        expressions = more()

        def build(user_id, today):
            rows = Capacity.objects.filter(starts_on__lte=today, user_id=user_id).order_by("pk")
            return rows.annotate(**expressions).values(
                *OF_CAPACITY, *[f"user__{name}" for name in OF_USER], *names
            )

        _prepared[names] = Prepared(build, (918_273_645, dt.date(1949, 10, 1)))
    return _prepared[names]


def _capacity(row, user):
    capacity = Capacity.from_db("default", OF_CAPACITY, [row[name] for name in OF_CAPACITY])
    capacity.user = user
    return capacity


def actor_for(user_id, today, capacity_id=None):
    """The actor for a user and a chosen capacity (the first when none or a lost one was chosen)."""
    return actor_among(capacities_of(user_id, today), capacity_id)


def actor_among(held, capacity_id=None):
    """The actor of the chosen capacity among the `held` ones of one person; NOBODY when there are none.

    What he raised as a deputy stays his own matter when his mandate rests or has ended.
    """
    chosen = next((row for row in held if row.pk == capacity_id), held[0] if held else None)
    if chosen is None:
        return NOBODY
    return Actor(
        user_id=chosen.user_id,
        name=chosen.user.name,
        capacity_id=chosen.pk,
        role=chosen.role,
        role_label=chosen.get_role_display(),
        scope_id=chosen.scope_id,
        scope_label=chosen.scope_label,
        realm_id=chosen.realm_id,
        selves=frozenset((row.role, row.scope_id) for row in held) | chosen.once_deputy,
    )


def actor_for_token(token, now):
    """The actor a bearer token stands for, or NOBODY."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    row = ApiToken.objects.filter(digest=digest).select_related("capacity").first()
    if row is None or (row.expires_at and row.expires_at <= now):
        return NOBODY
    actor = actor_for(row.capacity.user_id, timezone.localtime(now).date(), row.capacity_id)
    return actor if actor.capacity_id == row.capacity_id else NOBODY


def standing_roles(user_id, at):
    """The roles of a user that have not ended, suspended ones included: they may come back."""
    rows = Capacity.objects.not_ended_on(timezone.localtime(at).date()).filter(user_id=user_id)
    return set(rows.values_list("role", flat=True))


def user_ids_in(role, scope_ids, on=None):
    """The users who hold `role` for any of these scopes (on the day `on`, for capacities with a set end)."""
    scope_ids = list(scope_ids)
    if len(scope_ids) == 1:
        return _holders("scope_id", role, scope_ids[0], on)
    rows = _standing(on).filter(role=role, scope_id__in=scope_ids)
    return set(rows.values_list("user_id", flat=True))


def user_ids_for_realm(role, realm_id, on=None):
    """The users who hold `role` in the work of this assembly."""
    return _holders("realm_id", role, realm_id, on)


def _standing(on):
    rows = Capacity.objects.filter(is_suspended=False, user__is_active=True)
    return rows.valid_on(on) if on else rows


def _holders(column, role, pk, on):
    rows = _HOLDERS(str(role), pk, on or SOME_DAY, shape=(column, on is not None))
    return {row["user_id"] for row in rows}


def _holders_query(role, pk, on, shape):
    column, is_dated = shape
    rows = _standing(on if is_dated else None).filter(**{"role": role, column: pk})
    return rows.values("user_id")


SOME_DAY = dt.date(1949, 10, 1)  # stands for any day while a query is compiled
# Every act asks whom to tell, several times.
_HOLDERS = Prepared(_holders_query, ("some role", 918_273_645, SOME_DAY))


def saved_views(user_id, room):
    """A person's saved views of a room's list, as {name, query}."""
    return _VIEWS(user_id, room)


def _views_query(user_id, room):
    return SavedView.objects.filter(user_id=user_id, room=room).order_by("name").values("name", "query")


_VIEWS = Prepared(_views_query, (918_273_645, "some room"))


def saved_view(user_id, pk):
    """One saved view of the person's own, or None."""
    return SavedView.objects.filter(user_id=user_id, pk=pk).first()


def views_of(user_id):
    """All saved views of a person, by room."""
    return list(SavedView.objects.filter(user_id=user_id).order_by("room", "name"))


def tokens_of(user_id):
    """A person's API tokens, newest first."""
    rows = ApiToken.objects.filter(capacity__user_id=user_id).select_related("capacity__user")
    return list(rows.order_by("-pk"))


def users(actor, words=""):
    """The users an administrator looks for by name or user name; nobody else sees any."""
    if by_account_office(actor):
        return User.objects.none()
    found = Q(name__icontains=words) | Q(username__icontains=words) if words else Q()
    return User.objects.filter(found).prefetch_related("capacities").order_by("pk")


def user(actor, pk):
    """One user as an administrator sees it, or None."""
    return users(actor).filter(pk=pk).first()


def user_by_name(username):
    """The user who signs in by this name, in any case, or None."""
    return User.objects.filter(username__iexact=username.strip()).first()


def capacity(actor, pk):
    """One capacity as an administrator sees it, or None."""
    rows = Capacity.objects.none() if by_account_office(actor) else Capacity.objects.all()
    return rows.filter(pk=pk).select_related("user").first()


def office_holders(roles, today):
    """Who holds these roles today."""
    rows = Capacity.objects.valid_on(today).filter(role__in=roles, user__is_active=True)
    return list(rows.select_related("user").order_by("pk"))


def has_second_factor(user_id):
    """Whether the user has set up an authenticator."""
    return Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.TOTP).exists()


def own_data(user_id):
    """What accounts and trail keep about a person, as JSON; no secrets, not even their digests."""
    user = User.objects.get(pk=user_id)
    return {
        "账号": {
            "用户名": user.username,
            "姓名": user.name,
            "电子邮箱": user.email,
            "开立时间": user.created_at,
            "上次登录": user.last_login,
        },
        "职务": [
            {
                "职务": str(row),
                "起始日": row.starts_on,
                "终止日": row.ends_on,
                "暂停": row.is_suspended,
            }
            for row in user.capacities.order_by("pk")
        ],
        "接口令牌": [
            {"用途": row.note, "建立时间": row.created_at, "失效时间": row.expires_at}
            for row in tokens_of(user_id)
        ],
        "常用视图": [{"栏目": row.room, "名称": row.name, "条件": row.query} for row in views_of(user_id)],
        "操作记录": own_acts(user_id),
    }


def policy():
    """The security policy in force, in words: (what, how). Values come from the settings."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return [
        ("登录锁定", f"同一用户在同一地址连续失败{settings.AXES_FAILURE_LIMIT}次，锁定{minutes}分钟"),
        ("无操作退出", f"{settings.SESSION_COOKIE_AGE // 60}分钟"),
        ("一次登录最长", f"{settings.SESSION_HOURS}小时"),
        ("工作人员两步验证", "必须" if settings.STAFF_TOTP_REQUIRED else "不强制"),
        ("统一身份认证", settings.OIDC_SERVER_URL or "未启用"),
        ("接口令牌最长有效期", f"{TOKEN_DAYS}天"),
        ("留痕保存", "全部保存，不删除（网络日志不少于一年）"),
        ("三员", SEPARATION),
    ]


def sign_ins_locked(actor, now):
    """The sign-ins that are locked now: user name, address, since when."""
    if by_security_admin(actor):
        return []
    recent = AccessAttempt.objects.filter(attempt_time__gte=now - settings.AXES_COOLOFF_TIME)
    counted = recent.values("username", "ip_address").annotate(
        failures=Sum("failures_since_start"), last=Max("attempt_time")
    )
    return list(counted.filter(failures__gte=settings.AXES_FAILURE_LIMIT).order_by("-last"))
