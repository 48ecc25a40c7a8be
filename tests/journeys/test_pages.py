"""Every page a person can reach: built alike, shut to nobody, never wider than a phone, large for the old."""

import re

import pytest

from minqiao.kit.mechanism import mechanisms
from tests.browsing import shut_out, sideways
from tests.journeys.crawl import crawled, distinct, people
from tests.journeys.hands import heading
from tests.look.test_pages import SMALL_TARGETS, SMALL_TEXT

pytestmark = pytest.mark.browser
COLOURS = {"runOnly": ["color-contrast"]}
NO_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
OPEN = "document.querySelectorAll('main details, aside details').forEach(part => { part.open = true; })"
ELDER = "document.documentElement.classList.add('elder')"
ONCE = {
    "h1": re.compile(r"<h1[ >]"),
    "main": re.compile(r"<main[ >]"),
    "title": re.compile(r"<title>[^<]*[^<\s][^<]* · 民桥</title>"),
}


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_in_every_look(house, person, half):
    """All pages of everybody: no dead end, one h1, one main part, a title; then the looks of half of them."""
    found = crawled(house.world)
    assert _missing_from_menus(found) == set()
    assert [(page.who, page.url, page.status) for page in found if page.status not in (200, 302)] == []
    assert _misbuilt(found) == {}
    assert _faults_of(distinct(found)[half::2], person, people(house.world)) == []


def _missing_from_menus(found):
    menus = {entry.url_name for room in mechanisms() for entry in room.web.menu}
    return menus - {page.kind.split()[0] for page in found}


def _misbuilt(found):
    counts = {
        (page.who, page.url): {name: len(pattern.findall(page.text)) for name, pattern in ONCE.items()}
        for page in found
        if page.is_page and page.status == 200 and not page.kind.endswith(" print")
    }
    return {place: count for place, count in counts.items() if set(count.values()) != {1}}


def _faults_of(pages, person, everybody):
    """One load a page, looked at as a desktop, by night, on a phone and by the old."""
    faults, readers = [], {}
    for page in pages:
        if page.who not in readers:
            readers[page.who] = person(everybody[page.who])
        looks = _faults(readers[page.who], page.url, is_paper=page.kind.endswith(" print"))
        faults += [(look, page.url, page.who, fault) for look, fault in looks]
    return faults


def test_doors_and_refusals_in_every_look(house, person, page_at):
    deputy, stranger = person(house.world.deputy), page_at(1440)
    places = [
        (stranger, "/accounts/login/", "登录"),
        (stranger, "/nowhere/", "没有找到这一页"),
        (deputy, f"/suggestions/{house.closed.pk}/steps/submit/", "这一步没有办成"),
        (deputy, "/suggestions/999999/", "没有找到这一页"),
    ]
    faults = [(url, *fault) for browser, url, _ in places for fault in _faults(browser, url)]
    assert faults == []
    for browser, url, words in places:
        browser.goto(url)
        assert heading(browser) == words


def _faults(browser, url, is_paper=False):
    browser.set_viewport_size({"width": 1440, "height": 900})
    browser.emulate_media(color_scheme="light", reduced_motion="reduce")
    browser.goto(url)
    browser.evaluate(OPEN)
    yield from (("desktop", fault) for fault in shut_out(browser))
    browser.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield from (("dark", fault) for fault in shut_out(browser, **COLOURS))
    if is_paper:  # a sheet of paper is as wide as a sheet of paper
        return
    browser.set_viewport_size({"width": 360, "height": 800})
    yield from (("phone", f"{pixels} px too wide") for pixels in [sideways(browser)] if pixels)
    yield from (("phone", fault) for fault in shut_out(browser, **NO_COLOURS))
    browser.evaluate(ELDER)
    yield from (("elder", f"{pixels} px too wide") for pixels in [sideways(browser)] if pixels)
    small = browser.evaluate(SMALL_TEXT) + browser.evaluate(SMALL_TARGETS, 60)
    yield from (("elder", fault) for fault in small)
