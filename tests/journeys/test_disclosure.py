"""公开：审定、逐处核对隐去、发布；谁都能看，看不到电话；承诺进入公开的年度清单。"""

import pytest

from minqiao.duties.suggestions.models import Publication
from tests.browsing import no_complaints, shut_out, sideways
from tests.factories import a_replied, day
from tests.journeys.hands import Keys, done, follow, heading, press, reads

pytestmark = pytest.mark.browser
PHONE = "13812345678"
PROMISES = (("完成威宁路路面修复", day("2026-11-30")),)


def decided(page, title):
    """In full, as the unit proposed."""
    page.goto("/")
    follow(page, title)
    assert heading(page) == "决定公开"
    assert page.get_by_label("全文公开").is_checked()
    press(page, "决定公开")


def redacted(page, title):
    """The one number that was found is hidden as proposed and ticked, with the keyboard alone."""
    page.goto("/")
    keys = Keys(page)
    keys.to("3-5-001").enter()
    assert (heading(page), shut_out(page)) == ("编辑公开文本", [])
    assert page.locator("mark").all_inner_texts() == [PHONE]
    keys.to(f"电话号码“{PHONE}”").press("Space")
    keys.to("核对完毕，保存公开文本").enter()
    assert done(page) == "已编辑公开文本"


def test_a_reply_is_decided_on_redacted_published_and_read_by_anybody(world, person, page_at, clock):
    words = f"威宁路破损，雨天积水，详情请拨打{PHONE}。"
    found, _ = a_replied(world, facts=words, promises=PROMISES)
    clock("2026-05-25")
    page = person(world.affairs)
    decided(page, found.title)
    redacted(page, found.title)
    page.goto("/")
    follow(page, found.title)
    assert (heading(page), PHONE in reads(page)) == ("发布", False)
    press(page, "发布")
    assert Publication.objects.get().state == "published"

    reader = page_at(360)
    with no_complaints(reader):
        reader.goto("/public/")
        follow(reader, found.title)
        assert "威宁路破损，雨天积水，详情请拨打（电话略）。" in reads(reader)
        assert (sideways(reader), shut_out(reader), PHONE in reader.content()) == (0, [], False)
        follow_public = reader.get_by_role("link", name="公开", exact=True).first
        follow_public.click()
        follow(reader, "承诺兑现清单")
        assert heading(reader) == "2026年承诺兑现清单"
        assert "2026年应兑现1项" in reads(reader)
        assert "完成威宁路路面修复（2026-11-30前）" in reads(reader)
        assert (sideways(reader), shut_out(reader)) == (0, [])
