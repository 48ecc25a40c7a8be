"""A caller that speaks WSGI to the application in this process: no network, no client's cost."""

import io
import sys
from importlib import import_module
from time import time

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.middleware.csrf import get_token
from django.test import RequestFactory

from minqiao.config.signin import BEGAN, SEEN

# What `startproject` gives: the middleware of the bare pages (nobody is signed in there).
BARE_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
FIXED = {
    "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1",
    "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000", "wsgi.version": (1, 0),
    "CONTENT_TYPE": "application/x-www-form-urlencoded", "wsgi.errors": sys.stderr,
    "wsgi.url_scheme": "http", "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
}  # fmt: skip


def applications():
    """The house's own application and the bare one, both at the addresses of bench.urls."""
    settings.ROOT_URLCONF = "minqiao.config.bench.urls"
    house, middleware = WSGIHandler(), settings.MIDDLEWARE
    settings.MIDDLEWARE = BARE_MIDDLEWARE
    bare = WSGIHandler()
    settings.MIDDLEWARE = middleware
    return house, bare


class Caller:
    """Someone signed in (or nobody) at an application."""

    def __init__(self, application, user_id=0):
        self.application = application
        request = RequestFactory().get("/")
        self.token = get_token(request)
        self.cookies = f"{settings.CSRF_COOKIE_NAME}={request.META['CSRF_COOKIE']}"
        if user_id:
            self.cookies += f"; {settings.SESSION_COOKIE_NAME}={_session(user_id)}"

    def get(self, path):
        """Status and body of a page."""
        return self._call("GET", path, b"")

    def post(self, path, body):
        """Status and body of what a form (bytes, url-encoded) is answered with."""
        return self._call("POST", path, body)

    def _call(self, method, path, body):
        path, _, query = path.partition("?")
        asked = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
        sent = {"HTTP_COOKIE": self.cookies, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
        answer = self.application({**FIXED, **asked, **sent}, lambda status, headers: None)
        content = b"".join(answer)
        answer.close()
        return answer.status_code, content


def _session(user_id):
    user = get_user_model().objects.get(pk=user_id)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[BEGAN] = session[SEEN] = int(time())
    session.create()
    return session.session_key
