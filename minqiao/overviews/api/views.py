"""The API's root: who asks, what is answered when something is wrong, what it consists of."""

from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import APIKeyCookie, HttpBearer

from minqiao.foundation.accounts.queries import actor_for_token
from minqiao.kit.clock import now
from minqiao.kit.deadlines import MissingYear
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.schema import BadInput
from minqiao.kit.workflow import Refused


class Token(HttpBearer):
    """A bearer token stands for one capacity of one person."""

    def authenticate(self, request, token):
        actor = actor_for_token(token, now())
        if not actor.capacity_id:
            return None
        request.actor = actor
        return actor


class SignedIn(APIKeyCookie):
    """The browser's own session, with its CSRF token."""

    param_name = "sessionid"

    def authenticate(self, request, key):
        return request.actor if request.actor.capacity_id else None


api = NinjaAPI(title="民桥接口", version="1", auth=[Token(), SignedIn()], urls_namespace="api", docs_url=None)
for room in mechanisms():
    if room.router:
        api.add_router(f"/{room.slug}/", room.router)


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
    names = {str(one["loc"][-1]): ["格式不对"] for one in error.errors}
    return api.create_response(request, {"errors": names}, status=422)


@api.exception_handler(AuthenticationError)
def not_signed_in(request, error):
    return api.create_response(request, {"errors": {"__all__": ["请先登录或者提供有效令牌"]}}, status=401)


@api.exception_handler(Http404)
def not_found(request, error):
    return api.create_response(request, {"errors": {"__all__": ["没有这个对象，或者您无权查看"]}}, status=404)
