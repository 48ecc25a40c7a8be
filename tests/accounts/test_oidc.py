"""The identity service: shown when configured, opens only existing accounts. No network."""

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore

from minqiao.config.signin import OidcAdapter
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def configured(settings):
    """An identity service, as the environment would configure it."""
    settings.OIDC_SERVER_URL = "https://id.example.gov.cn"
    settings.OIDC_NAME = "市级统一身份认证"
    app = {
        "provider_id": "house",
        "name": "市级统一身份认证",
        "client_id": "minqiao",
        "secret": "s",
        "settings": {"server_url": settings.OIDC_SERVER_URL},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


@pytest.fixture
def request_in_door(rf):
    """A request of somebody who is not signed in."""
    request = rf.get("/accounts/oidc/house/login/callback/")
    request.session = SessionStore()
    request.user = AnonymousUser()
    request._messages = FallbackStorage(request)
    return request


def visit(request, claims, process="login"):
    """What the service tells of a visitor, on its way through the door."""
    from allauth.core import context

    with context.request_context(request):
        provider = get_adapter().get_provider(request, "house")
        account = SocialAccount(provider="house", uid=claims["sub"], extra_data={"userinfo": claims})
        login = SocialLogin(user=User(), account=account, provider=provider)
        login.state = {"process": process}
        return login, complete_login(request, login)


def test_the_sign_in_page_offers_the_configured_service(client, configured):
    page = client.get("/accounts/login/").content.decode()
    assert ("市级统一身份认证" in page, "/accounts/oidc/house/login/" in page) == (True, True)


def test_and_nothing_when_there_is_none(client):
    assert "/accounts/oidc/" not in client.get("/accounts/login/").content.decode()


def test_an_existing_user_is_bound_and_comes_in(configured, request_in_door, person):
    user = person(Role.DEPUTY, username="zhangsan")
    visit(request_in_door, {"sub": "abc", "preferred_username": "ZhangSan"})
    assert request_in_door.session["_auth_user_id"] == str(user.pk)
    assert SocialAccount.objects.get().user == user
    assert list(Event.objects.values_list("action", "note")) == [("sign_in", "自 127.0.0.1，统一身份认证")]


def test_nobody_is_created(configured, request_in_door, person):
    person(Role.DEPUTY)
    _, answer = visit(request_in_door, {"sub": "abc", "preferred_username": "nobody"})
    assert (answer.status_code, User.objects.count(), SocialAccount.objects.count()) == (403, 1, 0)
    assert "您的统一身份没有对应的账号" in answer.content.decode()


def test_a_deactivated_user_stays_out(configured, request_in_door, person):
    person(Role.DEPUTY, username="zhangsan", is_active=False)
    _, answer = visit(request_in_door, {"sub": "abc", "preferred_username": "zhangsan"})
    assert (answer.status_code, SocialAccount.objects.count()) == (403, 0)


def test_a_claim_that_is_missing_matches_nobody(configured, request_in_door, person):
    person(Role.DEPUTY)
    assert visit(request_in_door, {"sub": "abc"})[1].status_code == 403


def test_nobody_binds_an_identity_by_himself(configured, request_in_door, person):
    request_in_door.user = person(Role.DEPUTY, username="zhangsan")
    login = SocialLogin(user=User(), account=SocialAccount(provider="house", uid="x"))
    login.state = {"process": "connect"}
    with pytest.raises(ImmediateHttpResponse) as refused:
        OidcAdapter().pre_social_login(request_in_door, login)
    assert refused.value.response.status_code == 403
