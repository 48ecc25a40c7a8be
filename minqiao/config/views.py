"""What belongs to no room: the switch of the look, the signs of life for those who run the platform."""

from functools import cache

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

A_YEAR = 365 * 24 * 3600  # seconds


@require_GET
def elder(request):
    """Switches the elder look on (`on=1`) or off and goes back to `next`. A preference, nobody's data."""
    back = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    response.set_cookie("elder", "1" if request.GET.get("on") == "1" else "0", max_age=A_YEAR, samesite="Lax")
    return response


@require_GET
def robots(request):
    """What search engines may read: the public pages."""
    words = "User-agent: *\nAllow: /public/\nAllow: /static/\nDisallow: /\n"
    return HttpResponse(words, content_type="text/plain")


@require_GET
def alive(request):
    """The process answers. Nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_GET
def ready(request):
    """The database is reachable and every migration applied; 503 with the reason when not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = _migrations_waiting()
    except DatabaseError:
        return HttpResponse("数据库不可用\n", status=503, content_type="text/plain; charset=utf-8")
    if waiting:
        _migrations_waiting.cache_clear()
        words = f"有{waiting}个数据库迁移尚未执行\n"
        return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain")


@cache
def _migrations_waiting():
    """How many migrations are not applied. None is remembered: code does not change as it runs."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@require_GET
def forgotten(request):
    """A lost password is replaced by the system administrator, in person; no link is sent."""
    return render(request, "accounts/forgotten.html")


def bad_request(request, exception):
    """What cannot be read is 400; what is merely too large is 413, in words that say so."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def not_offered(request):
    """A door of allauth that this house keeps shut."""
    raise Http404
