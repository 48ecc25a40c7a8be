"""Every page of the gallery, in every look: readable, reachable, never wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import no_complaints, sideways
from tests.look.gallery import names

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.look.urls"),
    pytest.mark.django_db(transaction=True),
]
LOOKS = {
    "desktop": {"width": 1440},
    "tablet": {"width": 768},
    "phone": {"width": 360},
    "elder phone": {"width": 360, "elder": True},
    "elder desktop": {"width": 1440, "elder": True},
    "dark": {"width": 1440, "color_scheme": "dark"},
    "dark elder phone": {"width": 360, "elder": True, "color_scheme": "dark"},
}
PAGES = [*names(), "form?wrong=1"]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SMALL_TEXT = """() => [...document.querySelectorAll("body *")].filter(node => {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    return own && node.checkVisibility() && node.getBoundingClientRect().right > 0
        && parseFloat(getComputedStyle(node).fontSize) < 18;
}).map(node => node.outerHTML.slice(0, 80))"""
TIGHT_LINES = """() => [...document.querySelectorAll("main p, main li, main dd, main td")].filter(node =>
    parseFloat(getComputedStyle(node).lineHeight) < 1.5 * parseFloat(getComputedStyle(node).fontSize)
).map(node => node.outerHTML.slice(0, 80))"""
# What a finger must hit: everything but links inside a sentence; a box counts with the label around it.
SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    "button, summary, select, textarea, a[href], label.choice, .cards td.pick," +
    "input:not([type=hidden], .pick input)"
)].filter(node => {
    if (node.matches("label.choice input") || node.closest(".skip, .help, p:not(.acts), .text")) return false;
    const box = node.getBoundingClientRect();
    return node.checkVisibility() && box.height > 0 && box.height < least - 0.5;
}).map(node => [Math.round(node.getBoundingClientRect().height), node.outerHTML.slice(0, 80)])"""


def opened(page, name):
    """The page with all its folded parts open, as a reader may have it."""
    page.goto(f"/look/{name}")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_shut_out(page_at, look):
    page = page_at(**LOOKS[look])
    found = []
    for name in PAGES:
        report = Axe().run(opened(page, name), options=WCAG)
        found += [
            (name, fault["id"], fault["nodes"][0]["html"][:90]) for fault in report.response["violations"]
        ]
    assert found == []


@pytest.mark.parametrize("look", [look for look in LOOKS if "phone" in look])
def test_no_page_is_wider_than_a_phone(page_at, look):
    page = page_at(**LOOKS[look])
    assert {name: sideways(opened(page, name)) for name in PAGES} == dict.fromkeys(PAGES, 0)


@pytest.mark.parametrize("width", [360, 1440])
def test_elder_mode_is_large(page_at, width):
    page = page_at(width, elder=True)
    for name in PAGES:
        opened(page, name)
        faults = page.evaluate(SMALL_TEXT) + page.evaluate(SMALL_TARGETS, 60) + page.evaluate(TIGHT_LINES)
        assert (name, faults) == (name, [])


def test_ordinary_targets_fit_a_finger(page_at):
    page = page_at(360, has_touch=True)
    assert {name: opened(page, name).evaluate(SMALL_TARGETS, 44) for name in PAGES} == {
        name: [] for name in PAGES
    }


def test_elder_mode_shows_fewer_things(page_at):
    plain, elder = opened(page_at(360), "detail"), opened(page_at(360, elder=True), "detail")
    assert [page.locator(".extra").first.is_visible() for page in (plain, elder)] == [True, False]


def test_policy_forbids_nothing_that_we_do(page_at):
    page = page_at(1440)
    with no_complaints(page):
        for name in PAGES:
            opened(page, name)
        page.wait_for_load_state("networkidle")


def test_paper_has_the_text_and_no_handles(page_at):
    page = page_at(794)
    page.goto("/look/detail")
    page.emulate_media(media="print")
    hidden = [".top", ".side", ".small-menu", ".crumbs", ".steps"]
    assert [page.locator(part).first.is_visible() for part in hidden] == [False] * len(hidden)
    assert page.get_by_text("《代表建议、批评和意见办理工作条例》").is_visible()
    assert sideways(page) == 0


def test_a_page_reads_without_a_script(page_at):
    page = page_at(360, js=False)
    page.goto("/look/list")
    page.get_by_text("菜单").click()
    page.get_by_role("link", name="分办").click()
    expect(page).to_have_title("分办台 · 民桥")
