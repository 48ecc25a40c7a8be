"""The pages of the sign-in are ours: Chinese, in our frame, none of the library's."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from minqiao.foundation.accounts.models import User

pytestmark = pytest.mark.django_db
OPEN = {
    "account_login": "登录",
    "account_reset_password_done": "请查收邮件",
    "account_reset_password_from_key_done": "密码已修改",
    "account_inactive": "账号已停用",
    "socialaccount_login_cancelled": "已取消登录",
}
SIGNED_IN = {
    "account_logout": "退出登录",
    "account_change_password": "修改密码",
    "account_reauthenticate": "再确认一次是您本人",
    "mfa_index": "两步验证",
}


def heading(response):
    """The words of the page's h1."""
    return response.content.decode().split("<h1>")[1].split("</h1>")[0]


@pytest.fixture
def inside():
    client = Client()
    client.force_login(
        User.objects.create_user("luoqiming", "a-long-password-1", name="罗启明"),
        settings.AUTHENTICATION_BACKENDS[-1],
    )
    return client


@pytest.mark.parametrize("name", OPEN)
def test_open_page_is_ours(client, name):
    response = client.get(reverse(name))
    assert (response.status_code, heading(response)) == (200, OPEN[name])


@pytest.mark.parametrize("name", SIGNED_IN)
def test_page_of_a_signed_in_person_is_ours(inside, name):
    response = inside.get(reverse(name))
    assert (response.status_code, heading(response)) == (200, SIGNED_IN[name])


def test_failed_identity_service_is_ours(client):
    response = client.get(reverse("socialaccount_login_error"))
    assert (response.status_code, heading(response)) == (401, "统一身份认证没有成功")


def test_used_link_says_so(client):
    response = client.get(reverse("account_reset_password_from_key", args=("1", "x-y")))
    assert heading(response) == "链接已失效"
