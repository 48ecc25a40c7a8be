"""Chromium for the journeys: pages of a width, with or without a script, signed in without a password."""

import os
import shutil
from contextlib import contextmanager

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path():
    """Where Chromium is installed, or "" (CHROMIUM wins; the one without a window is quicker)."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = (shutil.which(name) for name in names)
    return os.environ.get("CHROMIUM") or next(filter(None, found), "")


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests of a run."""
    if not chromium_path():
        # A developer's machine may lack a browser; run.py then names these tests as left out, and CI fails.
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_at(chromium, live_server):
    """`page_at(width, elder=False, js=True, …)`: a fresh page whose addresses start at the live server."""
    contexts = []

    def open_page(width=1280, *, elder=False, js=True, user=None, capacity=None, **options):
        options = {"viewport": {"width": width, "height": 900}, "locale": "zh-CN", **options}
        context = chromium.new_context(base_url=live_server.url, java_script_enabled=js, **options)
        contexts.append(context)
        if elder:
            context.add_cookies([{"name": "elder", "value": "1", "url": live_server.url}])
        if user:
            sign_in(context, live_server, user, capacity)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def sign_in(context, live_server, user, capacity=None):
    """Signs `user` in, in `capacity` when one is given, by a session of her own: no password is typed."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    if capacity:
        session["capacity"] = capacity.pk
    session.save()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}
    context.add_cookies([cookie])


WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SERIOUS = """async (options) => {
    const report = await axe.run(document, { ...options, resultTypes: ["violations"] });
    return report.violations.filter(fault => ["serious", "critical"].includes(fault.impact))
        .map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 90)}`);
}"""


def shut_out(page, **rules):
    """What shuts somebody out of the page as it stands: serious faults after WCAG 2.2 AA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(SERIOUS, {"runOnly": WCAG} | rules)


def sideways(page):
    """By how many pixels the page is wider than its window; 0 is right."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@contextmanager
def no_complaints(page):
    """Fails when the page's console reports an error meanwhile: a breach of the policy, a broken script."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield
    assert said == []
