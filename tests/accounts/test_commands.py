"""The commands of accounts: first start, tokens, accounts from the server."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.accounts.queries import actor_for, actor_for_token
from minqiao.foundation.trail.queries import fault_in_trail

pytestmark = pytest.mark.django_db


def said(capsys, *words):
    call_command(*words)
    return capsys.readouterr().out.split()


def test_createadmin_makes_three_offices_once(capsys, db):
    lines = said(capsys, "createadmin")
    users = {username: User.objects.get(username=username) for username in lines[1::3]}
    assert list(users) == ["sysadmin", "secadmin", "auditor"]
    for user, password in zip(users.values(), lines[2::3], strict=True):
        assert (user.check_password(password), user.must_change_password) == (True, True)
    assert [user.capacities.get().role for user in users.values()] == [
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
        Role.AUDITOR,
    ]
    with pytest.raises(CommandError, match="已有三员账号") as refused:
        call_command("createadmin")
    assert (refused.value.returncode, fault_in_trail()) == (2, "")


def test_createadmin_makes_all_three_or_none(person):
    person(Role.DEPUTY, username="auditor")
    with pytest.raises(CommandError, match="已有人使用"):
        call_command("createadmin")
    assert User.objects.count() == 1


def test_token_command_prints_a_token_that_works(capsys, person, at):
    user = person(Role.DEPUTY, Role.UNIT_PRINCIPAL)
    with pytest.raises(CommandError, match="有几个职务"):
        call_command("token", "deputy")
    (text,) = said(capsys, "token", "DEPUTY", "--capacity", "unit_principal")
    assert actor_for_token(text, at) == actor_for(user.pk, at.date(), user.capacities.last().pk)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("token", "nobody"), "没有这个用户：nobody"),
        (("token", "deputy", "--capacity", "auditor"), "没有符合的有效职务"),
        (("user", "reset", "nobody"), "没有这个用户：nobody"),
        (("user", "reactivate", "deputy"), "该账号已经启用"),
    ],
)
def test_a_wrong_command_says_why_and_ends_with_2(person, words, fault):
    person(Role.DEPUTY)
    with pytest.raises(CommandError, match=fault) as refused:
        call_command(*words)
    assert refused.value.returncode == 2


def test_user_command_creates_and_resets(capsys, db):
    username, first = said(capsys, "user", "create", "ZhangSan", "--name", "张三")
    user = User.objects.get(username=username)
    assert (username, user.check_password(first)) == ("zhangsan", True)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    _, second = said(capsys, "user", "reset", "zhangsan", "--factor")
    user.refresh_from_db()
    assert (user.check_password(second), Authenticator.objects.count()) == (True, 0)
