"""代表工作委员会：审核、登记、交办、审批延期、反馈评价、办结。"""

import pytest
from playwright.sync_api import expect

from minqiao.duties.suggestions.actions import handling, replying
from minqiao.duties.suggestions.models import Batch, Extension, Handling, Suggestion
from tests.factories import (
    a_contact,
    a_dispatched,
    a_submitted,
    an_assigned,
    an_evaluated,
    at,
    day,
)
from tests.journeys.hands import done, follow, heading, menu, press, reads, write

pytestmark = pytest.mark.browser
TITLES = [f"关于{words}的建议" for words in ("河道保洁", "本人职称", "乡村公路", "校园食品", "夜班公交")]


def states():
    """The state of every suggestion, by its number or, without one, its title."""
    return {one.number or one.title: one.state for one in Suggestion.objects.order_by("pk")}


def open_waiting(page, title, act=""):
    """From the workbench to the item that waits, of several for this act."""
    page.goto("/")
    section = page.locator("section").filter(has_text=act).first
    section.get_by_role("link", name=title).first.click()


def test_the_office_screens_registers_and_assigns(world, person, clock, tmp_path):
    river, personal, road, *_ = TITLES
    for title in TITLES:
        a_submitted(world, title=title)
    clock("2026-03-10")
    page = person(world.affairs)

    open_waiting(page, river)
    follow(page, "退回修改")
    write(page, "说明", "请写明是哪一段河道")
    press(page, "退回修改")
    assert done(page) == "已退回修改"

    open_waiting(page, personal)
    follow(page, "不作为建议处理")
    page.get_by_label("理由").select_option("personal")
    write(page, "告知代表的话", "属于个人问题，已转有关窗口")
    press(page, "不作为建议处理")
    assert "代表本人或者亲属的个人问题" in reads(page)

    open_waiting(page, road)
    press(page, "登记")
    assert "3-5-001 · 代表建议" in reads(page)

    menu(page, "代表建议")
    follow(page, "待审核")
    page.get_by_label("全选本页").check()
    expect(page.locator("[data-picked]")).to_have_text("已选 2 件")
    _register_chosen(page)
    accepted = {number: "accepted" for number in ("3-5-001", "3-5-002", "3-5-003")}
    assert states() == {river: "returned_for_edit", personal: "not_a_suggestion", **accepted}

    _assign(page, clock, tmp_path)
    assert states() == {river: "returned_for_edit", personal: "not_a_suggestion"} | dict.fromkeys(
        accepted, "assigned"
    )
    batch = Batch.objects.get()
    facts = (batch.name, batch.state, batch.assigned_on, batch.place, batch.assigned_by, batch.received_by)
    assert facts == ("3-5", "issued", day("2026-03-20"), "市人大会议厅", "代工委主任", "政府副秘书长")


def _register_chosen(page):
    press(page, "登记")
    assert "所选2件，可以登记的2件。" in reads(page)
    press(page, "确认登记")
    assert "登记2件。" in reads(page)


def _assign(page, clock, tmp_path):
    """One batch of all that is registered, its letter, both signers, the letter as a file."""
    clock("2026-03-20")
    menu(page, "交办批次")
    write(page, "批次名称", "3-5")
    press(page, "拟定批次")
    assert "共3件。" in reads(page)
    follow(page, "签发交办书")
    write(page, "交办日", "2026-03-20")
    write(page, "交办地点", "市人大会议厅")
    press(page, "签发交办书")
    assert "答复期限" in reads(page)
    follow(page, "登记签字")
    write(page, "交办方签字人", "代工委主任")
    write(page, "接收方签字人", "政府副秘书长")
    press(page, "登记签字")
    assert done(page) == "已登记签字"
    with page.expect_download() as caught:
        follow(page, "Word")
    caught.value.save_as(tmp_path / "letter.docx")
    assert (tmp_path / "letter.docx").read_bytes()[:2] == b"PK"


@pytest.mark.papers
def test_the_office_has_the_letter_as_pdf(world, person, clock):
    an_assigned(world)
    page = person(world.affairs)
    page.goto("/suggestions/batches/")
    follow(page, "3-5-001")
    letter = page.request.get(page.get_by_role("link", name="PDF", exact=True).get_attribute("href"))
    assert (letter.status, letter.body()[:5]) == (200, b"%PDF-")


def test_the_office_grants_more_time(world, person, clock):
    found, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    words = {"reason": "涉及征地", "done_so_far": "已完成勘察"}
    handling.request_extension(row, actor=world.officer["A14"], at=at("2026-06-08"), **words)
    clock("2026-06-10")
    page = person(world.affairs)
    open_waiting(page, found.title)
    assert ("涉及征地" in reads(page), "已完成勘察" in reads(page)) == (True, True)
    press(page, "同意延期")
    assert done(page) == "已同意延期"
    assert (Extension.objects.get().state, Handling.objects.get().due_on) == ("approved", day("2026-09-20"))
    assert "2026-09-20" in reads(page)


def test_the_office_gives_the_evaluation_back_and_closes(world, person, clock):
    found, _ = an_evaluated(world, words="进度偏慢", result="basic")
    clock("2026-06-01")
    page = person(world.affairs)
    open_waiting(page, found.title, "请向承办单位反馈")
    assert "进度偏慢" in reads(page)
    press(page, "向承办单位反馈评价")
    assert Handling.objects.get().evaluation_released is True
    open_waiting(page, found.title, "请办结")
    assert heading(page) == "办结"
    press(page, "办结")
    assert (done(page), states()) == ("已办结", {"3-5-001": "closed"})


def test_a_suggestion_the_deputy_is_not_content_with_is_not_closed(world, person, clock):
    found, row = an_evaluated(world, result="dissatisfied", words="一件也没有办")
    replying.release(row, actor=world.affairs, at=at("2026-06-01"))
    page = person(world.affairs)
    page.goto(f"/suggestions/{found.pk}/steps/close/")
    assert "代表对办理结果不满意，不能办结" in reads(page)
    assert states() == {"3-5-001": "evaluated"}
