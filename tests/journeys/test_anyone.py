"""没有脚本也能读、能交；没办成的说明原因、留住内容；写着的自动保存；以前提过的先看到。"""

import re

import pytest
from playwright.sync_api import expect

from minqiao.duties.suggestions.models import Suggestion
from tests.factories import a_draft, a_registered, a_replied, a_submitted
from tests.journeys.hands import done, follow, heading, press, reads, write

pytestmark = pytest.mark.browser


def test_a_deputy_reads_and_submits_without_scripts(world, person, clock):
    found, _ = a_replied(world)
    clock("2026-03-06")
    page = person(world.deputy, 360, js=False)
    page.goto(f"/suggestions/{found.pk}/")
    assert "已列入今年养护计划。" in reads(page)
    page.goto("/")
    follow(page, "提建议")
    write(page, "标题", "关于增设夜班公交的建议")
    page.get_by_label("类别").select_option("urban")
    write(page, "案由", "晚上九点后到站没有公交。")
    write(page, "第1条", "增设一条夜班线路")
    press(page, "保存并提交")
    press(page, "提交")
    assert done(page) == "已提交"
    raised = Suggestion.objects.get(title="关于增设夜班公交的建议")
    assert (raised.state, raised.requests) == ("submitted", ["增设一条夜班线路"])


def test_what_is_not_done_says_why_and_keeps_the_words(world, person, clock):
    found = a_submitted(world)
    page, other = person(world.affairs), person(world.affairs)
    page.goto(f"/suggestions/{found.pk}/steps/send_back/")
    write(page, "说明", "请写明是哪一段路，并附照片")
    other.goto(f"/suggestions/{found.pk}/steps/register/")
    press(other, "登记")
    press(page, "退回修改")
    assert heading(page) == "这一步没有办成"
    assert "当前环节是“已登记待交办”，不能退回修改" in reads(page)
    assert "请写明是哪一段路，并附照片" in reads(page)
    found.refresh_from_db()
    assert (found.state, found.office_note) == ("accepted", "")


def test_wrong_words_come_back_as_typed(world, person, clock):
    page = person(world.affairs)
    found = a_submitted(world)
    page.goto(f"/suggestions/{found.pk}/steps/screen_out/")
    write(page, "告知代表的话", "请补充后再提")
    press(page, "不作为建议处理")
    assert "理由：请选择" in reads(page)
    assert page.get_by_label("告知代表的话").input_value() == "请补充后再提"


def test_a_draft_saves_itself(world, person, clock):
    found = a_draft(world)
    page = person(world.deputy)
    page.goto(f"/suggestions/{found.pk}/steps/edit/")
    page.evaluate("document.querySelector('[data-autosave]').dataset.every = 50")
    write(page, "案由", "写到一半的案由")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^已自动保存"))
    page.reload()
    assert page.get_by_label("案由").input_value() == "写到一半的案由"


def test_a_new_suggestion_saves_itself_from_the_first_words(world, person, clock):
    page = person(world.deputy, 360)
    page.goto("/suggestions/new/")
    page.evaluate("document.querySelector('[data-autosave]').dataset.every = 50")
    write(page, "标题", "关于增设夜班公交的建议")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^已自动保存"))
    assert list(Suggestion.objects.values_list("title", "state")) == [("关于增设夜班公交的建议", "draft")]
    page.reload()
    assert page.get_by_label("标题").input_value() == "关于增设夜班公交的建议"
    write(page, "案由", "晚上没有公交")
    press(page, "保存")
    assert list(Suggestion.objects.values_list("title", "facts")) == [
        ("关于增设夜班公交的建议", "晚上没有公交")
    ]
    page.goto("/")
    assert "草稿还没有写完或者联名还没有确认" in reads(page)


def test_what_was_raised_before_is_shown_while_the_title_is_typed(world, person, clock):
    before = a_registered(world, title="关于修复威宁路破损路段的建议")
    page = person(world.deputy)
    page.goto("/suggestions/new/")
    page.get_by_label("标题").press_sequentially("关于修复威宁路路面的建议", delay=5)
    panel = page.locator("#similar")
    expect(panel).to_contain_text("以前有相近的建议")
    expect(panel.get_by_text(f"{before.number} {before.title}", exact=True)).to_have_count(1)
    assert panel.get_by_role("link").first.get_attribute("href") == f"/suggestions/{before.pk}/"
