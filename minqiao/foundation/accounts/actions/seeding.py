"""Accounts of the demo: many at once, one password between them."""

from django.contrib.auth.hashers import make_password

from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.accounts.rules import PLATFORM, sign_in_name
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused

STANDS = "有效"


@act
def seed_users(people, *, password, actor, at):
    """Accounts for (username, name) pairs that have none yet, all with `password`, hashed once.

    Only the platform itself may do so. Answers the users by username.
    """
    if actor.role != PLATFORM:
        raise Refused("成批开立账号只用于演示数据")
    names = {sign_in_name(username): name for username, name in people}
    present = set(User.objects.filter(username__in=names).values_list("username", flat=True))
    hashed = make_password(password)
    new = [
        User(username=username, name=name, password=hashed)
        for username, name in names.items()
        if username not in present
    ]
    User.objects.bulk_create(new, batch_size=500)
    users = {user.username: user for user in User.objects.filter(username__in=names)}
    for user in new:
        subject = users[user.username]
        note = f"用户名：{user.username}（演示）"
        record(actor=actor, action="create_user", label="开立账号", subject=subject, at=at, note=note)
    return users


@act
def seed_capacities(rows, *, actor, at):
    """Capacities as (user, role, scope id, scope label, realm id, starts on) for users without any."""
    if actor.role != PLATFORM:
        raise Refused("成批授予职务只用于演示数据")
    names = ("user", "role", "scope_id", "scope_label", "realm_id", "starts_on")
    capacities = [Capacity(**dict(zip(names, row, strict=True))) for row in rows]
    Capacity.objects.bulk_create(capacities, batch_size=500)
    for capacity in capacities:
        record(
            actor=actor,
            action="grant_capacity",
            label="授予职务",
            subject=capacity,
            case=capacity.user,
            at=at,
            to_state=STANDS,
            note=f"{capacity.user.name}：{capacity}（演示）",
        )
