"""Every administrative act × every role: who may, and why not. Generated from the roles."""

import pytest

from minqiao.foundation.accounts import rules
from minqiao.foundation.accounts.choices import MANDATE_ROLES, THREE_OFFICES, Role
from minqiao.foundation.trail import rules as trail_rules
from minqiao.foundation.trail.choices import AUDITOR
from minqiao.kit.actor import NOBODY
from tests.accounts.conftest import actor_in

SYSTEM, SECURITY = {Role.SYSTEM_ADMIN}, {Role.SECURITY_ADMIN}
ACTS = {
    "create_user": (SYSTEM, lambda actor: rules.may_create_user(actor)),
    "change_user": (SYSTEM, lambda actor: rules.may_change_user(actor)),
    "deactivate": (SYSTEM, lambda actor: rules.may_switch_off(actor, 2, {Role.DEPUTY})),
    "reset": (SYSTEM, lambda actor: rules.may_reset(actor, 2, {Role.DEPUTY})),
    "grant": (SECURITY, lambda actor: rules.may_grant(actor, 2, Role.UNIT_OFFICER, set())),
    "change_capacity": (SECURITY, lambda actor: rules.may_change_capacity(actor, 2)),
    "see_policy": (SECURITY, lambda actor: rules.by_security_admin(actor)),
    "see_users": (SYSTEM | SECURITY, lambda actor: rules.by_account_office(actor)),
    "revoke_token": (SECURITY, lambda actor: rules.may_revoke_token(actor, 2)),
    "read_trail": ({Role.AUDITOR}, lambda actor: trail_rules.by_auditor(actor)),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", ACTS)
def test_only_its_office_may(act, role):
    allowed, judge = ACTS[act]
    assert (judge(actor_in(role, user_id=1)) == "") == (role in allowed)


@pytest.mark.parametrize("act", ACTS)
def test_nobody_without_a_capacity_may(act):
    assert ACTS[act][1](NOBODY) != ""


@pytest.mark.parametrize("first", sorted(THREE_OFFICES))
@pytest.mark.parametrize("second", sorted(THREE_OFFICES))
def test_nobody_holds_two_of_the_three_offices(first, second):
    why = rules.may_grant(actor_in(Role.SECURITY_ADMIN, 1), 2, second, {first})
    assert (why == "") == (first == second)


@pytest.mark.parametrize("role", Role)
def test_nobody_grants_to_himself(role):
    why = rules.may_grant(actor_in(Role.SECURITY_ADMIN, 1), 1, role, set())
    assert why == "不能授予职务给本人"


@pytest.mark.parametrize("held", Role)
def test_system_admin_cannot_become_another_office_by_resetting_its_password(held):
    why = rules.may_reset(actor_in(Role.SYSTEM_ADMIN, 1), 2, {held})
    assert (why != "") == (held in {Role.SECURITY_ADMIN, Role.AUDITOR})


def test_nobody_switches_himself_off():
    assert rules.may_switch_off(actor_in(Role.SYSTEM_ADMIN, 1), 1, set()) == "不能停用本人"


@pytest.mark.parametrize("role", Role)
def test_a_register_never_moves_the_three_offices(role):
    assert (rules.may_follow([Role.DEPUTY, role]) != "") == (role in THREE_OFFICES)


@pytest.mark.parametrize("role", Role)
def test_tokens_are_of_ones_own_capacity_and_never_of_the_three_offices(role):
    own = rules.may_make_token(actor_in(role, 1), 1, role)
    assert (own == "") == (role not in THREE_OFFICES)
    assert rules.may_make_token(actor_in(role, 1), 2, role) == "只能为本人的职务建立接口令牌"


def test_the_trail_knows_the_auditor_by_the_same_word():
    assert AUDITOR == Role.AUDITOR


def test_one_time_passwords_differ_and_can_be_read_aloud():
    passwords = {rules.one_time_password() for _ in range(200)}
    assert len(passwords) == 200
    assert {letter for password in passwords for letter in password} <= set(rules.LETTERS + "-")


@pytest.mark.parametrize("typed", ["zhang", " Zhang ", "ZHANG"])
def test_a_sign_in_is_one_however_it_is_typed(typed):
    assert rules.sign_in_name(typed) == "zhang"


def test_an_unknown_name_is_masked():
    assert rules.masked_name("my-secret-password") == "my********"


@pytest.mark.parametrize("role", Role)
def test_a_deputy_is_made_by_election_not_by_the_security_admin(role):
    why = rules.may_grant(actor_in(Role.SECURITY_ADMIN, 1), 2, role, set())
    assert ("代表资格" in why) == (role in MANDATE_ROLES)
    assert rules.may_grant(rules.SERVER, 2, role, set()) == ""
