"""The Jinja2 environment of our pages: a few filters, the same for every room."""

from functools import cache, cached_property

from django.conf import settings
from django.contrib.messages import get_messages
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from jinja2 import Environment

from minqiao.config.demo.logins import LOGINS, PASSWORD
from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.money import in_yuan
from minqiao.overviews.notifications.queries import unread_count


def day(value):
    """A date as 2026-06-22."""
    return value.isoformat() if value else ""


def moment(value):
    """A moment in local time as 2026-06-22 09:05."""
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M") if value else ""


def url(name, *args, **kwargs):
    """The address of a named page. The shape of an address is worked out once, its numbers filled in."""
    plain = (isinstance(arg, int) or (isinstance(arg, str) and arg.isidentifier()) for arg in args)
    if kwargs or not all(plain):
        return reverse(name, args=args, kwargs=kwargs or None)
    kinds = tuple(isinstance(arg, int) for arg in args)
    shape = _shape(settings.ROOT_URLCONF, name, kinds)
    return shape.format(*args) if shape else reverse(name, args=args)


@cache
def _shape(urlconf, name, kinds):
    """An address with a gap for each argument; "" where only certain words fit the gaps."""
    marks = [9007199254740000 + at if number else f"zq{at}qz" for at, number in enumerate(kinds)]
    try:
        found = reverse(name, args=marks).replace("{", "{{").replace("}", "}}")
    except NoReverseMatch:
        return ""
    for at, mark in enumerate(marks):
        found = found.replace(str(mark), f"{{{at}}}")
    return found


def page_if(name):
    """The address of a page that this installation may lack, or ""."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def menu_for(actor):
    """The lines of the menu this actor sees."""
    entries = [entry for room in mechanisms() for entry in room.web.menu]
    return [
        (entry.label, url(entry.url_name))
        for entry in entries
        if not entry.roles or actor.role in entry.roles
    ]


class OneToken:
    """The hidden field of a form against forged posts, masked once for all forms of a page."""

    def __init__(self, request):
        self.request = request

    def __html__(self):
        return self._field

    @cached_property
    def _field(self):
        return csrf_input(self.request)


def page_context(request):
    """What every page needs: who acts, the menu, the day, the chosen look. Early refusals have no actor."""
    actor = getattr(request, "actor", NOBODY)
    return {
        "actor": actor,
        "capacities": getattr(request, "capacities", list),
        "demo": settings.DEMO,
        "demo_logins": LOGINS if settings.DEMO else (),
        "demo_password": PASSWORD if settings.DEMO else "",
        "oidc": settings.OIDC_NAME if settings.OIDC_SERVER_URL else "",
        "csrf_input": OneToken(request),
        "today": today(),
        "unread": lambda: _unread(request, actor),
        "elder": request.COOKIES.get("elder") == "1",
        "get_messages": lambda: get_messages(request),
    }


def _unread(request, actor):
    """Brought along with the signed-in user (config.backend); counted where he came another way."""
    known = getattr(getattr(request, "user", None), "unread", None)
    return unread_count(actor.user_id) if known is None else known


def environment(**options):
    """Django's Jinja2 environment with our filters and globals."""
    env = Environment(**options)
    env.filters.update(day=day, moment=moment, yuan=in_yuan)
    env.globals.update(static=static, url=url, page_if=page_if, menu_for=menu_for)
    env.globals.update(house=settings.HOUSE)
    return env
