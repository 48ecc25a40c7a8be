"""One answer for everybody, whoever asks; it may be kept for some minutes."""

from functools import wraps

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseNotModified
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.overviews.portal.choices import SECTIONS

FRESH = 300  # seconds a copy may be shown without asking again


def anyone(stamp):
    """Views of which all see the same, as long as `stamp()` stays: nobody is signed in here."""

    def for_anyone(view):
        @require_safe
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            etag = quote_etag(f"{stamp()}/{request.COOKIES.get('elder', '')}/{today()}")
            if etag in parse_etags(request.headers.get("If-None-Match", "")):
                response = HttpResponseNotModified()
            else:
                response = as_nobody(view, request, *args, **kwargs)
            response["ETag"] = etag
            response["X-Robots-Tag"] = "noarchive"  # what is taken down shall not live on in copies
            patch_cache_control(response, public=True, max_age=FRESH)
            patch_vary_headers(response, ["Cookie"])
            return response

        return wrapper

    return for_anyone


def as_nobody(view, request, *args, **kwargs):
    """The page without the person who asks; messages are kept for the page they are meant for."""
    messages = request._messages
    request.actor, request.user, request._messages = NOBODY, AnonymousUser(), []
    try:
        return view(request, *args, **kwargs)
    finally:
        request._messages = messages


def page(request, name, status=200, **context):
    """A page of the public site with its sections."""
    return render(request, f"portal/{name}.html", {"sections": SECTIONS, **context}, status=status)
