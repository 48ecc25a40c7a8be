"""The API's root: who asks, what is answered when something is wrong, what it consists of."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import APIKeyCookie, HttpBearer

from minqiao.foundation.accounts.queries import actor_for_token
from minqiao.kit.clock import now
from minqiao.kit.deadlines import MissingYear
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.schema import BadInput
from minqiao.kit.workflow import Refused

DESCRIPTION = """网页上能做的，接口都能做，规则相同。

令牌由 `minqiao token` 生成，以 `Authorization: Bearer 令牌` 访问；浏览器会话亦可，须带 X-CSRFToken。
POST 可带 `Idempotency-Key`（1至100个可见字符），一天之内重复发送得到第一次的回答。
列表的 `next` 是下一页的 `cursor`；为空表示到底。修改类步骤中没有写出的字段保持原值。"""


class Token(HttpBearer):
    """A bearer token stands for one capacity of one person."""

    def authenticate(self, request, token):
        actor = actor_for_token(token, now())
        if not actor.capacity_id:
            return None
        request.actor = actor
        return actor


class SignedIn(APIKeyCookie):
    """The browser's own session, with its CSRF token; not asked where a token was sent."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request):
        if "Authorization" in request.headers or self.param_name not in request.COOKIES:
            return None
        return super().__call__(request)

    def authenticate(self, request, key):
        return request.actor if request.actor.capacity_id else None


class HouseApi(NinjaAPI):
    """Ninja's API; its description takes a second to make and never changes while the process runs."""

    def get_openapi_schema(self, *, path_prefix=None, path_params=None):
        made = self.__dict__.setdefault("_described", {})
        if path_prefix not in made:
            made[path_prefix] = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        return made[path_prefix]


api = HouseApi(
    title="民桥接口",
    version="1",
    description=DESCRIPTION,
    auth=[Token(), SignedIn()],
    urls_namespace="api",
    docs_url=None,
)
for room in mechanisms():
    if room.api:
        api.add_router(f"/{room.slug}/" if room.slug else "", room.api)


def _faults(request, words, status, name="__all__"):
    return api.create_response(request, {"errors": {name: [words]}}, status=status)


@api.exception_handler(Refused)
def refused(request, error):
    answer = {"refused": error.action, "why": error.why, "basis": error.basis}
    return api.create_response(request, answer, status=409)


@api.exception_handler(MissingYear)
def missing_year(request, error):
    return api.create_response(request, {"refused": "", "why": str(error), "basis": ""}, status=409)


@api.exception_handler(BadInput)
def bad_input(request, error):
    return api.create_response(request, {"errors": error.errors}, status=error.status)


@api.exception_handler(ValidationError)
def invalid(request, error):
    names = {str(one["loc"][-1]): ["格式不对，或者不在可选范围"] for one in error.errors}
    return api.create_response(request, {"errors": names}, status=422)


@api.exception_handler(AuthenticationError)
def not_signed_in(request, error):
    return _faults(request, "请先登录或者提供有效令牌", 401)


@api.exception_handler(HttpError)
def refused_by_ninja(request, error):
    """What Ninja itself turns away: a session's act without its CSRF token, a body it cannot read."""
    words = {
        403: "缺少CSRF令牌（X-CSRFToken），请刷新页面后再试",
        429: "请求过于频繁，请稍后再试",
    }.get(error.status_code, "请求不能识别")
    answer = _faults(request, words, error.status_code)
    if wait := getattr(error, "wait", None):
        answer["Retry-After"] = str(int(wait) + 1)
    return answer


@api.exception_handler(Http404)
def not_found(request, error):
    return _faults(request, "没有这个对象，或者您无权查看", 404)


@api.exception_handler(RequestDataTooBig)
def too_big(request, error):
    return _faults(request, "请求内容过大", 413)


@api.exception_handler(SuspiciousOperation)
def suspicious(request, error):
    return _faults(request, "请求不能识别", 400)


def unknown(request, rest):
    """An address below the root that nothing answers at."""
    return _faults(request, "没有这个接口", 404)
