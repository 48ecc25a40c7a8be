"""A POST with an Idempotency-Key is worked on once; who sends it again gets the first answer."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError

from minqiao.foundation.accounts.queries import actor_for_token
from minqiao.kit.clock import now
from minqiao.overviews.api.actions import claim, free, keep
from minqiao.overviews.api.rules import digest, key_fault

HEADER = "Idempotency-Key"
UNDECIDED = frozenset({401, 403, 408, 413, 429})  # nothing was done: the key may be used again


def answer_once(request, get_response):
    """The answer to a POST below the API's root; the first one when its Idempotency-Key comes again."""
    key, secret = request.headers.get(HEADER), _secret(request)
    if key is None or not secret:
        return get_response(request)
    if why := key_fault(key):
        return _faults(why, 400)
    try:
        place = {"who": digest(secret), "key": key}
        content = digest(request.path, *_content(request))
    except (SuspiciousOperation, MultiPartParserError):
        return get_response(request)  # what is wrong with the body is said there
    earlier = claim(**place, digest=content, at=now())
    if earlier is None:
        return _first(request, get_response, place)
    return _again(earlier, content) if _stands(request) else get_response(request)


def _first(request, get_response, place):
    response = get_response(request)
    if response.streaming or response.status_code >= 500 or response.status_code in UNDECIDED:
        free(**place)
    else:
        keep(**place, status=response.status_code, body=response.content.decode())
    return response


def _again(earlier, content):
    if earlier.digest != content:
        return _faults("这个Idempotency-Key已用于另一个请求，请换一个", 422)
    if not earlier.status:
        why = "同一请求正在办理，请稍后用同一个Idempotency-Key再取回答"
        return JsonResponse({"refused": "", "why": why, "basis": ""}, status=409)
    headers = {"Idempotent-Replay": "true"}
    kind = "application/json; charset=utf-8"
    return HttpResponse(earlier.body, status=earlier.status, content_type=kind, headers=headers)


def _secret(request):
    """What the sender shows to be who he is; only its digest is kept."""
    return request.headers.get("Authorization") or request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")


def _stands(request):
    """May the sender still come in? A token may have been revoked since."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    actor = actor_for_token(token, now()) if scheme.lower() == "bearer" else request.actor
    return bool(actor.capacity_id)


def _content(request):
    """The body's parts; a form with files by its fields, for its boundary differs at every sending."""
    if request.content_type != "multipart/form-data":
        return [request.content_type, request.body]
    fields = [text for name, texts in sorted(request.POST.lists()) for text in (name, *texts)]
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            fields += [name, file.name, b"".join(file.chunks())]
            file.seek(0)
    return fields


def _faults(words, status):
    return JsonResponse({"errors": {HEADER: [words]}}, status=status)
