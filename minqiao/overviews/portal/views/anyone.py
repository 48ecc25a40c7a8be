"""How the public site answers: alike to everybody, and a copy may be kept for some minutes."""

import hashlib
from functools import wraps

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.portal.choices import SECTIONS

FRESH = 300  # seconds a copy may be shown without asking again


def anyone(stamp):
    """Views of which all see the same, as long as `stamp()` stays: nobody is signed in here."""

    def for_anyone(view):
        @require_safe
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            etag = quote_etag(f"{stamp()}/{request.COOKIES.get('elder', '')}/{today()}")
            if _is_known(request, etag):
                return _kept_for_minutes(HttpResponseNotModified(), etag)
            return _kept_for_minutes(as_nobody(view, request, *args, **kwargs), etag)

        return wrapper

    return for_anyone


def anyone_by_content(view):
    """The same where no stamp tells of every change: the answer itself says whether a copy still holds."""

    @require_safe
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = as_nobody(view, request, *args, **kwargs)
        etag = quote_etag(hashlib.sha256(response.content).hexdigest())
        return _kept_for_minutes(HttpResponseNotModified() if _is_known(request, etag) else response, etag)

    return wrapper


def _is_known(request, etag):
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def _kept_for_minutes(response, etag):
    if response.status_code not in (200, 304):  # a refusal is for this caller, now
        return response
    response["ETag"] = etag
    response["X-Robots-Tag"] = "noarchive"  # what is taken down shall not live on in copies
    patch_cache_control(response, public=True, max_age=FRESH)
    patch_vary_headers(response, ["Cookie"])
    return response


def as_nobody(view, request, *args, **kwargs):
    """The page without the person who asks; messages are kept for the page they are meant for."""
    messages = request._messages
    request.actor, request.user, request._messages = NOBODY, AnonymousUser(), []
    try:
        return view(request, *args, **kwargs)
    finally:
        request._messages = messages


def page(request, name, status=200, **context):
    """A page of the public site with its parts: the standing ones, then the lists that the rooms offer."""
    lists = [(one.label, reverse("public:list", args=[one.slug])) for one in public_lists()]
    sections = [(words, reverse(view)) for words, view in SECTIONS] + lists
    return render(request, f"portal/{name}.html", {"sections": sections, **context}, status=status)


def public_lists():
    """The lists of a year of all rooms, in the order of the rooms."""
    return [one for room in mechanisms() for one in room.data.public]
