"""Who acts enters here; a refusal raised anywhere below becomes one polite page here."""

from functools import cache
from time import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.messages import info
from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from minqiao.config.signin import BEGAN, FACTOR, SEEN
from minqiao.foundation.accounts.choices import STAFF_ROLES
from minqiao.foundation.accounts.queries import actor_among, capacities_of, has_second_factor
from minqiao.kit.actor import NOBODY, Actor
from minqiao.kit.clock import today
from minqiao.kit.workflow import Refused
from minqiao.overviews.api.views import answer_once

API = "/api/v1/"
SEEN_EVERY = 300  # seconds: an active session is written at most this often
# What a person may open before the password is changed and the second factor set up.
OPEN_DOORS = (
    "account_login",
    "account_logout",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "elder",
)


class PlainTextMiddleware:
    """Refuses addresses that carry a NUL: no text has one, and PostgreSQL could not look for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path:
            raise BadRequest("地址中有不能识别的字符")
        return self.get_response(request)


class SessionLimitMiddleware:
    """Ends a session after so many hours; idle ones end by themselves (SESSION_COOKIE_AGE)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if SESSION_KEY in request.session:
            self._look_at(request, int(time()))
        response = self.get_response(request)
        if request.method == "POST" and _asks_to_sign_in(response):
            typed = [(name, value) for name, value in request.POST.items() if "password" not in name]
            return render(request, "accounts/expired.html", {"typed": typed}, status=401)
        return response

    def _look_at(self, request, now):
        if BEGAN not in request.session:
            request.session[BEGAN] = request.session[SEEN] = now
        if now - request.session[BEGAN] > settings.SESSION_HOURS * 3600:
            request.shown_out = f"登录已满{settings.SESSION_HOURS}小时"
            logout(request)
            info(request, f"{request.shown_out}，请重新登录")
        elif now - request.session.get(SEEN, 0) >= SEEN_EVERY:
            request.session[SEEN] = now


def _asks_to_sign_in(response):
    return response.status_code == 302 and response["Location"].startswith(f"{reverse(settings.LOGIN_URL)}?")


class ActorMiddleware:
    """Sets `request.actor`: the signed-in person in the chosen capacity, or NOBODY. One query per request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.capacities = cache(lambda: _capacities(request))
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return self.get_response(request)


def _capacities(request):
    """Brought along with the user by config.backend; a user who came another way is asked for."""
    if not request.user.is_authenticated:
        return []
    held = getattr(request.user, "held", None)
    return capacities_of(request.user.pk, today()) if held is None else held


def _actor(request):
    """Somebody signed in without any capacity has a name, but may do nothing."""
    actor = actor_among(request.capacities(), request.session.get("capacity"))
    if actor is NOBODY and request.user.is_authenticated:
        return Actor(user_id=request.user.pk, name=request.user.name)
    return actor


class DoorMiddleware:
    """First a password of one's own, then (staff) a second factor; only then the house."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        missing = self._missing(request)
        if missing and request.path.startswith(API):
            return JsonResponse(
                {"errors": {"__all__": ["请先在网页上修改初始密码、设置动态口令"]}}, status=401
            )
        return redirect(missing) if missing else self.get_response(request)

    def _missing(self, request):
        if not request.user.is_authenticated or request.path.startswith(_open_paths()):
            return ""
        if request.user.must_change_password:
            return "account_change_password"
        needs_factor = settings.STAFF_TOTP_REQUIRED and not request.session.get(FACTOR)
        if needs_factor and any(role in STAFF_ROLES for role, _ in request.actor.selves):
            return self._factor(request)
        return ""

    def _factor(self, request):
        if not has_second_factor(request.user.pk):
            return "mfa_activate_totp"
        request.session[FACTOR] = True
        return ""


@cache
def _open_paths():
    return tuple(reverse(name) for name in OPEN_DOORS)


class IdempotencyMiddleware:
    """A POST to the API that carries an Idempotency-Key is worked on once (overviews.api)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and request.path.startswith(API):
            return answer_once(request, self.get_response)
        return self.get_response(request)


class RefusalMiddleware:
    """Turns Refused into a page that says why, by which rule, and keeps what was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        context = {"refused": exception, "typed": request.POST.items() if request.method == "POST" else ()}
        return render(request, "refused.html", context, status=409)
