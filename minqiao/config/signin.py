"""How people come in: allauth and axes in the words and by the rules of the house, each step in the trail."""

from time import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.signals import password_changed, password_set, user_logged_in
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.signals import user_logged_in as session_began
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver
from django.shortcuts import render

from minqiao.foundation.accounts.actions import (
    note_factor,
    note_own_password,
    note_refused_sign_in,
    note_sign_in,
    note_sign_out,
)
from minqiao.foundation.accounts.choices import STAFF_ROLES
from minqiao.foundation.accounts.queries import standing_roles, user_by_name
from minqiao.foundation.accounts.rules import sign_in_name
from minqiao.kit.clock import now
from minqiao.kit.sealed import seal, unseal

BEGAN, SEEN, FACTOR = "began", "seen", "factor"  # keys of the session: seconds, seconds, whether set up
WRONG = "用户名或密码不正确"
SILENT = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up: the system administrator opens accounts. A wrong name and a wrong password look alike."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "account_inactive": "该账号已停用，请联系本单位系统管理员",
        "enter_current_password": "当前密码不正确",
        "incorrect_password": "密码不正确",
        "incorrect_code": "验证码不正确",
        "too_many_login_attempts": "登录失败次数过多，请15分钟后再试",
        "rate_limited": "操作过于频繁，请稍后再试",
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return client_address(request)

    def is_reauthentication_required(self, *, app):
        """Who signed in a moment ago need not type the password again to set up the second factor."""
        is_fresh = time() - self.request.session.get(BEGAN, 0) < REAUTHENTICATION_TIMEOUT
        return not is_fresh and super().is_reauthentication_required(app=app)

    def get_password_change_redirect_url(self, request):
        return settings.LOGIN_REDIRECT_URL

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template not in SILENT:
            super().add_message(request, level, message_template, *args, **kwargs)


class FactorAdapter(DefaultMFAAdapter):
    """Secrets are sealed at rest; staff may replace their authenticator only through the administrator."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "验证码不正确，请输入验证器当前显示的6位数字",
        "cannot_delete_authenticator": "工作人员必须使用两步验证；更换手机请联系系统管理员重置",
    }

    def encrypt(self, text):
        return seal(text)

    def decrypt(self, encrypted_text):
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        required = settings.STAFF_TOTP_REQUIRED and STAFF_ROLES & standing_roles(authenticator.user_id, now())
        return not required


class OidcAdapter(DefaultSocialAccountAdapter):
    """The unit's own identity service opens the door only for users who have an account here already."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        """Binds a first visit to the user whom the configured claim names; anybody else is told why not."""
        if sociallogin.state.get("process") == "connect":
            raise ImmediateHttpResponse(_no_account(request, "统一身份由单位配置，不能自行绑定"))
        if sociallogin.is_existing:
            return
        claims = sociallogin.provider.wrap_account(sociallogin.account).get_user_data() or {}
        user = user_by_name(str(claims.get(settings.OIDC_CLAIM) or ""))
        if user is None or not user.is_active:
            name = str(claims.get(settings.OIDC_CLAIM) or "")
            note_refused_sign_in(name, kind="sign_in_failed", at=now(), address=client_address(request))
            raise ImmediateHttpResponse(_no_account(request, "您的统一身份没有对应的账号"))
        sociallogin.connect(request, user)


def _no_account(request, why):
    return render(request, "accounts/no_account.html", {"why": why}, status=403)


def client_address(request) -> str:
    """Where a request comes from; behind trusted proxies, what the outermost of them saw."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    address = seen[-proxies].strip() if proxies and len(seen) >= proxies else ""
    return (address or request.META.get("REMOTE_ADDR", ""))[:45]


def lock_out_name(request, credentials) -> str:
    """Under which user name axes counts a failure: one person, however the name is typed."""
    return sign_in_name((credentials or {}).get("username") or request.POST.get("login", ""))


def locked_out(request, original_response=None, credentials=None, *args):
    """The page of a locked sign-in: why, for how long, and whom to ask."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {"minutes": minutes, "failures": settings.AXES_FAILURE_LIMIT}
    return render(request, "accounts/locked.html", context, status=429)


@receiver(session_began)
def begin_session(request, **kwargs):
    """Both limits of the session count from here."""
    request.session[BEGAN] = request.session[SEEN] = int(time())


@receiver(user_logged_in)
def came_in(request, user, **kwargs):
    """A sign-in through the door: password, second factor or identity service."""
    records = request.session.get("account_authentication_methods", [])
    methods = [record["method"] for record in records]
    note_sign_in(user, at=now(), address=client_address(request), methods=methods)


@receiver(user_logged_out)
def went_out(request, user, **kwargs):
    """A sign-out; a session already gone leaves nobody to note."""
    if user is not None:
        why = getattr(request, "shown_out", "")
        note_sign_out(user, at=now(), address=client_address(request), why=why)


@receiver(user_login_failed)
def did_not_come_in(credentials, request=None, **kwargs):
    """A wrong password, or any password while the sign-in is locked. Connected after axes has counted."""
    if request is None:
        return
    kind = "sign_in_locked" if getattr(request, "axes_locked_out", False) else "sign_in_failed"
    note_refused_sign_in(
        credentials.get("username", ""), kind=kind, at=now(), address=client_address(request)
    )


@receiver(authentication_failed)
def wrong_code(request, user, **kwargs):
    """A wrong code of the second factor."""
    note_refused_sign_in(
        user.username, kind="second_factor_failed", at=now(), address=client_address(request)
    )


@receiver(authenticator_added)
def factor_added(request, user, authenticator, **kwargs):
    """A second factor was set up; its recovery codes are part of it."""
    if authenticator.type == authenticator.Type.TOTP:
        request.session[FACTOR] = True
        note_factor(user, kind="factor_added", at=now())


@receiver(authenticator_removed)
def factor_removed(request, user, authenticator, **kwargs):
    """A second factor was taken away by its owner."""
    if authenticator.type == authenticator.Type.TOTP:
        request.session.pop(FACTOR, None)
        note_factor(user, kind="factor_removed", at=now())


@receiver([password_changed, password_set])
def chose_password(user, **kwargs):
    """The person's own new password uses up a one-time one."""
    note_own_password(user, at=now())
