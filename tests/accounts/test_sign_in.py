"""The door: passwords, lock-out, second factor, limits of the session, the identity service."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.core.cache import cache
from django.utils import timezone

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from tests.accounts.conftest import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_memory_of_other_tests():
    cache.clear()


def noted():
    """What the trail tells of sign-ins, oldest first."""
    return list(Event.objects.order_by("seq").values_list("action", "name", "note"))


def is_in(client):
    """Whether the client is signed in."""
    return client.get("/accounts/profile/").status_code == 200


# Passwords and lock-out


def test_right_password_comes_in_with_a_new_session(client, person):
    user = person(Role.DEPUTY, name="张三")
    client.get("/accounts/login/")
    before = client.session.session_key
    answer = sign_in(client, "Deputy ")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session.session_key not in (None, before)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert noted() == [("sign_in", "张三", "自 127.0.0.1，密码")]


def test_wrong_password_stays_out_and_is_noted(client, person):
    person(Role.DEPUTY, name="张三")
    answer = sign_in(client, "deputy", "wrong-password-1")
    assert (answer.status_code, "用户名或密码不正确" in answer.content.decode()) == (200, True)
    assert noted() == [("sign_in_failed", "张三", "自 127.0.0.1")]


def test_unknown_name_gets_the_same_answer_and_is_noted_masked(client, db):
    answer = sign_in(client, "qingshan-secret", "wrong-password-1")
    assert "用户名或密码不正确" in answer.content.decode()
    assert noted() == [("sign_in_failed", "qi********", "没有这个用户名；自 127.0.0.1")]


def test_deactivated_user_stays_out(client, person):
    person(Role.DEPUTY, is_active=False)
    sign_in(client, "deputy")
    assert not is_in(client)


def fail(client, times, username="deputy", **extra):
    return [sign_in(client, username, "wrong-password-1", **extra).status_code for _ in range(times)]


def test_the_fifth_failure_locks_even_the_right_password(client, person):
    person(Role.DEPUTY)
    assert fail(client, 5) == [200, 200, 200, 200, 429]
    answer = sign_in(client, "deputy")
    assert answer.status_code == 429
    assert "连续输错5次，登录已锁定15分钟" in answer.content.decode()
    assert not is_in(client)
    kinds = [action for action, _, _ in noted()]
    assert kinds == ["sign_in_failed"] * 4 + ["sign_in_locked"] * 2


def test_upper_and_lower_case_count_together(client, person):
    person(Role.DEPUTY)
    fail(client, 3, "deputy")
    assert fail(client, 2, " DEPUTY") == [200, 429]


def test_another_address_is_not_locked(client, person):
    person(Role.DEPUTY)
    fail(client, 5)
    assert sign_in(client, "deputy", REMOTE_ADDR="10.0.0.9").status_code == 302


def test_a_forged_address_is_not_believed_without_a_proxy(client, person):
    person(Role.DEPUTY)
    codes = [
        sign_in(client, "deputy", "wrong-password-1", HTTP_X_FORWARDED_FOR=f"10.0.0.{i}").status_code
        for i in range(5)
    ]
    assert codes[-1] == 429


def test_behind_a_trusted_proxy_its_word_counts(client, person, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    person(Role.DEPUTY)
    sign_in(client, "deputy", HTTP_X_FORWARDED_FOR="1.2.3.4, 10.0.0.7")
    assert noted() == [("sign_in", "某人", "自 10.0.0.7，密码")]


def test_unlocked_after_the_cool_off_however_often_one_tried_meanwhile(client, person):
    person(Role.DEPUTY)
    fail(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=14))
    assert sign_in(client, "deputy").status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=16))
    assert sign_in(client, "deputy").status_code == 302


def test_a_right_password_forgives_the_wrong_ones(client, person):
    person(Role.DEPUTY)
    fail(client, 4)
    sign_in(client, "deputy")
    client.post("/accounts/logout/")
    assert fail(client, 4) == [200, 200, 200, 200]


def test_sign_out_is_noted(client, person):
    person(Role.DEPUTY, name="张三")
    sign_in(client, "deputy")
    assert client.post("/accounts/logout/")["Location"] == "/accounts/login/"
    assert noted()[-1] == ("sign_out", "张三", "自 127.0.0.1")


@pytest.mark.parametrize("door", ["signup", "email", "3rdparty", "3rdparty/signup"])
def test_doors_this_house_does_not_offer(client, db, door):
    assert client.get(f"/accounts/{door}/").status_code == 404


# Passwords of one's own


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("duanmima", "10"),
        ("password123", "常见"),
        ("98237498237", "数字"),
        ("zhangsan-2026", "用户名"),
        (PASSWORD, "新密码不能与当前密码相同"),
    ],
)
def test_password_rules_in_words(client, person, password, said):
    user = person(Role.DEPUTY, username="zhangsan-2026")
    client.force_login(user)
    answer = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )
    assert (answer.status_code, said in answer.content.decode()) == (200, True)
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_a_one_time_password_leads_only_to_a_new_one(client, person):
    user = person(Role.DEPUTY, must_change_password=True)
    sign_in(client, "deputy")
    assert client.get("/accounts/profile/")["Location"] == "/accounts/password/change/"
    new = "huang-guoshu-77"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert is_in(client)
    user.refresh_from_db()
    assert (user.must_change_password, user.check_password(new)) == (False, True)
    assert noted()[-1][0] == "change_password"


# Second factor


def code_for(secret):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def enrol(client):
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer.status_code == 200, answer["Location"]
    secret = client.session["mfa.totp.secret"]
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    return secret


def test_staff_must_set_up_a_second_factor_and_then_use_it(client, person, settings, transactional_db):
    settings.STAFF_TOTP_REQUIRED = True
    user = person(Role.DEPUTY_AFFAIRS)
    sign_in(client, "deputy_affairs")
    assert client.get("/accounts/profile/")["Location"] == "/accounts/2fa/totp/activate/"
    secret = enrol(client)
    assert is_in(client)
    stored = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"]
    assert (stored == secret, stored.startswith("s4:")) == (False, True)

    client.post("/accounts/logout/")
    assert sign_in(client, "deputy_affairs")["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert not is_in(client)
    cache.clear()
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    assert is_in(client)
    kinds = [action for action, _, _ in noted()]
    assert kinds == ["sign_in", "factor_added", "sign_out", "second_factor_failed", "sign_in"]
    assert noted()[-1][2] == "自 127.0.0.1，密码、两步验证"


def test_a_second_factor_code_works_once(client, person, transactional_db):
    person(Role.DEPUTY)
    sign_in(client, "deputy")
    secret = enrol(client)
    code = code_for(secret)
    for expected in (True, False):
        client.post("/accounts/logout/")
        sign_in(client, "deputy")
        client.post("/accounts/2fa/authenticate/", {"code": code})
        assert is_in(client) == expected


def test_a_deputy_need_not(client, person, settings):
    settings.STAFF_TOTP_REQUIRED = True
    person(Role.DEPUTY)
    sign_in(client, "deputy")
    assert is_in(client)


def test_staff_may_not_drop_the_second_factor(client, person, settings, transactional_db):
    settings.STAFF_TOTP_REQUIRED = True
    user = person(Role.GOV_OFFICE)
    sign_in(client, "gov_office")
    enrol(client)
    client.post("/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).count() == 1


def test_a_lost_password_is_the_administrators_business(client, db):
    assert "请联系本单位系统管理员重置" in client.get("/accounts/password/reset/").content.decode()
    assert client.post("/accounts/password/reset/", {"email": "a@example.cn"}).status_code == 405
