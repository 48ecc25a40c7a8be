"""What the acts write, what the trail keeps of it, and what they refuse."""

import datetime as dt
import json

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.utils import timezone

from minqiao.foundation.accounts import actions
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import ApiToken, Capacity, SavedView, User
from minqiao.foundation.accounts.queries import actor_for, actor_for_token, user_ids_in
from minqiao.foundation.trail.models import Event
from minqiao.kit.actor import CLOCK, NOBODY
from minqiao.kit.workflow import Refused
from tests.accounts.conftest import START, actor_in

pytestmark = pytest.mark.django_db
NEVER = 10**9  # no row of a test gets as far as this number
SYSTEM, SECURITY = actor_in(Role.SYSTEM_ADMIN, NEVER), actor_in(Role.SECURITY_ADMIN, NEVER + 1)


def kinds():
    return list(Event.objects.order_by("seq").values_list("action", "from_state", "to_state"))


def roles_now(user, at):
    return {row.role for row in user.capacities.valid_on(timezone.localtime(at).date())}


# Users


def test_a_new_user_has_a_one_time_password_and_no_rights(at):
    user, password = actions.create_user(username=" ZhangSan ", name="张三", actor=SYSTEM, at=at)
    assert (user.username, user.must_change_password, user.check_password(password)) == (
        "zhangsan",
        True,
        True,
    )
    assert actor_for(user.pk, at.date()) == NOBODY
    assert kinds() == [("create_user", "", "")]
    assert password not in json.dumps(list(Event.objects.values("note")))


def test_no_two_users_of_one_name_in_any_case(at, person):
    person(Role.DEPUTY, username="zhangsan")
    with pytest.raises(Refused, match="已有人使用"):
        actions.create_user(username="ZHANGSAN", name="另一人", actor=SYSTEM, at=at)
    assert (User.objects.count(), Event.objects.count()) == (1, 0)


def test_changing_a_user_keeps_the_old_name_but_not_the_address(at, person):
    user = person(Role.DEPUTY, name="张三", email="old@example.cn")
    actions.change_user(user, name="张珊", email="new@example.cn", actor=SYSTEM, at=at)
    assert (user.name, user.email) == ("张珊", "new@example.cn")
    assert Event.objects.get().note == "姓名：张三 → 张珊；电子邮箱已变更"


def test_changing_nothing_notes_nothing(at, person):
    user = person(Role.DEPUTY)
    actions.change_user(user, name=user.name, email=user.email, actor=SYSTEM, at=at)
    assert Event.objects.count() == 0


def test_deactivate_and_reactivate_once_each(at, person):
    user = person(Role.DEPUTY)
    actions.deactivate(user, actor=SYSTEM, at=at, note="调离")
    with pytest.raises(Refused, match="已经停用"):
        actions.deactivate(user, actor=SYSTEM, at=at)
    assert actor_for(user.pk, at.date()) == NOBODY
    actions.reactivate(user, actor=SYSTEM, at=at)
    assert actor_for(user.pk, at.date()).role == Role.DEPUTY
    assert kinds() == [("deactivate", "启用", "停用"), ("reactivate", "停用", "启用")]


def test_a_reset_password_is_one_time_and_ends_the_lock_out(at, person):
    user = person(Role.DEPUTY)
    AccessAttempt.objects.create(username="deputy", failures_since_start=5)
    password = actions.set_password(user, actor=SYSTEM, at=at)
    user.refresh_from_db()
    assert (user.check_password(password), user.must_change_password) == (True, True)
    assert AccessAttempt.objects.count() == 0


@pytest.mark.parametrize("role", [Role.SECURITY_ADMIN, Role.AUDITOR])
def test_the_other_offices_are_reset_only_on_the_server(at, person, role):
    user = person(role)
    with pytest.raises(Refused, match="在服务器上用命令办理"):
        actions.set_password(user, actor=SYSTEM, at=at)
    assert user.check_password(actions.set_password(user, actor=CLOCK, at=at))


def test_a_lost_authenticator_is_forgotten(at, person):
    user = person(Role.DEPUTY)
    with pytest.raises(Refused, match="没有设置两步验证"):
        actions.reset_second_factor(user, actor=SYSTEM, at=at)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    actions.reset_second_factor(user, actor=SYSTEM, at=at)
    assert (Authenticator.objects.count(), kinds()) == (0, [("reset_second_factor", "", "")])


# Capacities


def grant(user, role, at, actor=SECURITY, **terms):
    return actions.grant_capacity(user=user, role=role, actor=actor, at=at, **terms)


def test_a_capacity_through_its_life(at, person):
    user = person(username="zhangsan", name="张三")
    row = grant(
        user,
        Role.UNIT_OFFICER,
        at,
        scope_id=7,
        scope_label="市交通运输局",
        realm_id=1,
        note="任免〔2026〕3号",
    )
    actor = actor_for(user.pk, timezone.localtime(at).date())
    assert (actor.capacity, actor.scope_id, actor.realm_id) == ("承办人（市交通运输局）", 7, 1)
    actions.suspend_capacity(row, actor=SECURITY, at=at, note="借调")
    assert (roles_now(user, at), user_ids_in(Role.UNIT_OFFICER, [7])) == (set(), set())
    actions.resume_capacity(row, actor=SECURITY, at=at)
    assert user_ids_in(Role.UNIT_OFFICER, [7]) == {user.pk}
    actions.end_capacity(row, actor=SECURITY, at=at)
    assert (roles_now(user, at), user_ids_in(Role.UNIT_OFFICER, [7])) == (set(), set())
    states = [("", "有效"), ("有效", "暂停"), ("暂停", "有效"), ("有效", "终止")]
    assert [pair[1:] for pair in kinds()] == states
    assert Event.objects.first().note == "张三：承办人（市交通运输局）。任免〔2026〕3号"
    assert {(event.case_type, event.case_id) for event in Event.objects.all()} == {("accounts.user", user.pk)}


def test_an_ended_capacity_may_be_granted_anew(at, person):
    user = person(username="zhangsan")
    row = grant(user, Role.GOV_OFFICE, at)
    with pytest.raises(Refused, match="已有这一职务"):
        grant(user, Role.GOV_OFFICE, at)
    actions.end_capacity(row, actor=SECURITY, at=at)
    with pytest.raises(Refused, match="已终止"):
        actions.end_capacity(row, actor=SECURITY, at=at)
    again = grant(user, Role.GOV_OFFICE, at)
    assert (again.pk, roles_now(user, at)) == (row.pk, {Role.GOV_OFFICE})


def test_an_end_set_for_later_lets_the_right_stand_until_then(at, person):
    user = person(Role.DEPUTY)
    row = user.capacities.get()
    tomorrow = timezone.localtime(at).date() + dt.timedelta(days=1)
    actions.end_capacity(row, actor=SECURITY, at=at, on=tomorrow)
    assert roles_now(user, at) == {Role.DEPUTY}
    assert roles_now(user, at + dt.timedelta(days=1)) == set()


def test_nobody_gets_a_second_of_the_three_offices_even_while_the_first_is_suspended(at, person):
    user = person(Role.AUDITOR)
    Capacity.objects.update(is_suspended=True)
    with pytest.raises(Refused, match="该用户已任审计员，三员不得由一人兼任"):
        grant(user, Role.SYSTEM_ADMIN, at)
    assert user.capacities.count() == 1


def test_an_end_before_the_start_is_refused(at, person):
    with pytest.raises(Refused, match="终止日应晚于起始日"):
        grant(person(username="zhangsan"), Role.GOV_OFFICE, at, starts_on=START, ends_on=START)


def test_rights_follow_a_register_for_all_its_roles_at_once(at, person):
    user = person(username="zhangsan")
    staff = actor_in(Role.DEPUTY_AFFAIRS, NEVER + 2)
    roles = [Role.DEPUTY, Role.COMMITTEE_MEMBER]
    terms = {"scope_id": 5, "scope_label": "七星关代表团", "realm_id": 1}
    for role in roles:
        actions.follow_grant(user=user, role=role, actor=staff, at=at, **terms)
    other = Capacity.objects.create(user=user, role=Role.DEPUTY, scope_id=6, starts_on=START)
    follow = {"roles": roles, "scope_id": 5, "actor": staff, "at": at}
    assert actions.follow_suspend(**follow) == 2
    assert set(user.capacities.valid_on(at.date())) == {other}
    assert actions.follow_resume(**follow) == 2
    assert actions.follow_end(**follow) == 2
    assert actions.follow_end(**follow) == 0
    assert set(user.capacities.valid_on(at.date())) == {other}


def test_a_register_cannot_make_an_auditor(at, person):
    staff = actor_in(Role.DEPUTY_AFFAIRS, NEVER + 2)
    terms = {"scope_id": 0, "scope_label": "", "realm_id": 0}
    with pytest.raises(Refused, match="三员的职务只能由安全管理员变更"):
        actions.follow_grant(user=person(username="x"), role=Role.AUDITOR, actor=staff, at=at, **terms)


# Tokens and saved views


@pytest.fixture
def token(at, person):
    user = person(Role.DEPUTY, name="张三")
    me = actor_for(user.pk, timezone.localtime(at).date())
    return me, *actions.make_token(user.capacities.get(), actor=me, at=at, note="统计脚本", days=30)


def test_a_token_acts_as_its_capacity_and_only_its_digest_is_kept(at, token):
    me, row, text = token
    assert actor_for_token(text, at) == me
    assert text not in json.dumps(list(ApiToken.objects.values("digest", "note")))
    assert actor_for_token(text + "x", at) == NOBODY
    assert row.expires_at == at + dt.timedelta(days=30)


@pytest.mark.parametrize(
    "loss",
    [
        lambda: Capacity.objects.update(is_suspended=True),
        lambda: Capacity.objects.update(ends_on=dt.date(2022, 1, 1)),
        lambda: User.objects.update(is_active=False),
        lambda: ApiToken.objects.update(expires_at=timezone.now()),
    ],
)
def test_a_token_is_worthless_once_its_ground_is_gone(at, token, loss):
    loss()
    assert actor_for_token(token[2], timezone.now()) == NOBODY


def test_a_token_counts_its_days_in_local_time(token):
    """At 00:30 in Guizhou it is still yesterday in UTC: a capacity that begins today is valid."""
    local = timezone.make_aware(dt.datetime(2026, 11, 23, 0, 30))
    Capacity.objects.update(starts_on=dt.date(2026, 11, 23))
    assert actor_for_token(token[2], local).role == Role.DEPUTY


def test_a_revoked_token_is_gone(at, token):
    me, row, text = token
    actions.revoke_token(row, actor=me, at=at)
    assert actor_for_token(text, at) == NOBODY
    assert [action for action, _, _ in kinds()] == ["make_token", "revoke_token"]


@pytest.mark.parametrize("days", [0, 366])
def test_a_token_lives_a_year_at_most(at, person, days):
    capacity = person(Role.DEPUTY).capacities.get()
    with pytest.raises(Refused, match="有效期应为1至365天"):
        actions.make_token(capacity, actor=CLOCK, at=at, days=days)


def test_a_saved_view_is_replaced_by_the_same_name(at, person):
    me = actor_for(person(Role.DEPUTY).pk, at.date())
    for query in ("?state=a", "state=b"):
        view = actions.save_view(room="suggestions", name="我的", query=query, actor=me, at=at)
    assert list(SavedView.objects.values_list("query", flat=True)) == ["state=b"]
    with pytest.raises(Refused):
        actions.delete_view(view, actor=actor_in(Role.DEPUTY, me.user_id + 1), at=at)
    actions.delete_view(view, actor=me, at=at)
    assert SavedView.objects.count() == 0
