"""The pages of papers in a browser: no complaint, no sideways scroll, print pages, work that shows."""

import datetime as dt
import io
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.instruments.papers import actions
from minqiao.instruments.papers.models import Bundle
from tests.browsing import sideways
from tests.papers import samples
from tests.papers.conftest import AT, REALM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("MINQIAO_PICTURES", "")


@pytest.fixture
def staff():
    user = User.objects.create_user(username="staff", password="a-long-password", name="工作人员甲")
    Capacity.objects.create(
        user=user, role=Role.DEPUTY_AFFAIRS, realm_id=REALM, starts_on=dt.date(2020, 1, 1)
    )
    return user


def seen(page, name):
    """Keep a picture for whoever wants to look."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@pytest.fixture
def complaints():
    """What the browser's console says against a page."""
    return []


@pytest.fixture
def visit(page_at, staff, complaints):
    def go(address, width=1280, **options):
        page = page_at(width, user=staff, **options)
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    return go


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", samples.ALL)
def test_print_pages_fit_their_window(visit, issue, complaints, kind, width):
    paper = issue(kind)
    page = visit(f"/papers/{paper.pk}/print", width)
    seen(page, f"print-{kind}-{width}")
    assert (complaints, sideways(page)) == ([], 0)
    assert page.locator(".paper").count() == 1


@pytest.mark.parametrize("kind", samples.ALL)
def test_the_print_page_prints_without_its_bar(visit, issue, kind):
    page = visit(f"/papers/{issue(kind).pk}/print")
    assert page.locator(".bar").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    printed = page.pdf(prefer_css_page_size=True)
    if PICTURES:
        (Path(PICTURES) / f"{kind}.pdf").write_bytes(printed)
    words = PdfReader(io.BytesIO(printed)).pages[0].extract_text()
    assert ("扫码核验" in words, "打印页使用" in words) == (True, False)


@pytest.mark.parametrize("width", [1280, 360])
def test_register_and_record(visit, issue, officer, complaints, width):
    paper = issue("assignment_letter", series="毕人常交〔2026〕{serial}号")
    actions.sign(paper, post="负责人", name="测试乙", actor=officer, at=AT)
    actions.void(issue("feedback_form"), actor=officer, at=AT, reason="文中数字有误")
    page = visit("/papers/", width)
    seen(page, f"register-{width}")
    assert (complaints, sideways(page)) == ([], 0)
    page.get_by_role("link", name=paper.title).click()
    assert page.get_by_role("link", name="PDF").get_attribute("href") == f"/papers/{paper.pk}/pdf"
    seen(page, f"record-{width}")
    assert (complaints, sideways(page)) == ([], 0)


def test_a_stranger_sees_that_the_paper_exists(page_at, issue):
    paper = issue("reply_letter", series="毕交函〔2026〕{serial}号")
    page = page_at(360)
    page.goto(f"/papers/r/{paper.token}/")
    seen(page, "verify-360")
    assert page.get_by_text("毕交函〔2026〕1号").is_visible()
    assert page.get_by_text(paper.title).count() == 0


@pytest.mark.parametrize("js", [True, False])
def test_a_bundle_shows_its_progress_until_it_can_be_downloaded(visit, issue, staff, complaints, js):
    issue("feedback_form")
    page = visit("/papers/", js=js)
    page.get_by_role("button", name="Word文档").click()
    page.get_by_role("link", name="下载压缩包").wait_for(timeout=30_000)
    seen(page, f"bundle-{js}")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载压缩包").click()
    assert download.value.suggested_filename == "公文.zip"
    assert (complaints, Bundle.objects.get().user_id) == ([], staff.pk)
