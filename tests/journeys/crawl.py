"""Every page of the house: from each person's menu, link by link, as the pages themselves offer them."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from minqiao.foundation.accounts.models import User

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)"')
LEFT_ALONE = ("/elder/", "/accounts/logout/")
OWN_FOR_EACH = ("suggestions:", "dashboards:", "notifications:")  # these pages differ by who reads them
EACH_ITS_OWN = ("suggestions:detail",)  # and these by what they are about, to those who follow a matter
FOLLOWERS = ("deputy", "affairs", "officer")
WORDS = ("action", "form", "kind", "slug")  # what in an address says how the page is built


@dataclass(frozen=True)
class Found:
    """A page: who reads it, where it is, what it answered."""

    who: str
    url: str
    kind: str  # pages of one kind are built alike
    status: int
    is_page: bool
    text: str


def people(world):
    """One person for every role, by the name of the part played."""
    single = ("deputy", "affairs", "secretariat", "gov", "gov_leader", "chairs", "member", "committee")
    offices = ("system_admin", "security_admin", "auditor")
    units = {post: getattr(world, post)["A14"] for post in ("officer", "head", "principal")}
    return {name: getattr(world, name) for name in (*single, *offices)} | units


def crawled(world, extra=()):
    """What each person reaches by links from home (and `extra` addresses), one page of each kind a person."""
    return [page for name, actor in people(world).items() for page in _reached(name, actor, extra)]


def _reached(name, actor, extra):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id), "minqiao.config.backend.HouseBackend")
    waiting, seen = ["/", *extra], set()
    while waiting:
        url = waiting.pop(0)
        kind = kind_of(url, name)
        if kind is None or kind in seen:
            continue
        seen.add(kind)
        answer = client.get(url)
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        text = answer.content.decode() if is_page else ""
        waiting += [unescape(link) for link in LINK.findall(text)]
        yield Found(name, url, kind, answer.status_code, is_page, text)


def kind_of(url, who):
    """The view and its words: pages of one kind differ only in what they are about."""
    parts = urlsplit(url)
    if parts.path.startswith(LEFT_ALONE):
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return f"nowhere:{parts.path}"
    words = [str(value) for name, value in match.kwargs.items() if name in WORDS]
    alike = match.view_name not in EACH_ITS_OWN or who not in FOLLOWERS
    subject = [] if alike else [str(value) for value in match.kwargs.values()]
    return " ".join([match.view_name or parts.path, *words, *subject])


def distinct(found):
    """Of the crawled pages, one of each kind; of those that differ by reader, one for each reader."""
    kept, known = [], set()
    for page in found:
        view = page.kind.split()[0]
        keys = {page.kind, (view if view in EACH_ITS_OWN else page.kind, page.who)}
        keys = keys if view.startswith(OWN_FOR_EACH) else {page.kind}
        if page.is_page and page.status == 200 and not keys <= known:
            kept.append(page)
        known |= keys
    return kept
