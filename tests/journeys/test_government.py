"""政府办：分办台上一件接一件，预审答复。"""

import pytest

from minqiao.duties.suggestions.actions import handling, replying
from minqiao.duties.suggestions.models import Handling, Reply, Suggestion
from tests.factories import REPLY, a_contact, a_dispatched, an_assigned, at
from tests.journeys.hands import done, follow, heading, menu, press, reads, write

pytestmark = pytest.mark.browser


def handlings():
    """Who handles what: number, unit, role, part."""
    rows = Handling.objects.order_by("suggestion__number", "pk")
    return list(rows.values_list("suggestion__number", "unit__code", "role", "part"))


def chosen(page):
    """The number of the item the desk shows."""
    return page.locator(".inbox [aria-current] strong").inner_text()


def test_the_desk_goes_from_item_to_item(world, person, clock):
    for place in ("学院路", "威宁路", "清毕路", "松山路"):
        an_assigned(world, title=f"关于{place}农村公路建设养护的建议")
    clock("2026-03-21")
    page = person(world.gov)
    page.goto("/")
    menu(page, "分办台")
    assert ("待分办共4件" in reads(page), chosen(page)) == (True, "3-5-001")

    follow(page, "选市交通运输局")
    assert page.get_by_label("独办或者主办单位").locator("option:checked").inner_text() == "毕节市交通运输局"
    press(page, "分办")
    assert (done(page), chosen(page)) == ("已分办", "3-5-002")

    page.get_by_text("主办和协办", exact=True).click()
    page.locator("#id_lead_unit").select_option(label="毕节市交通运输局")
    page.get_by_role("group", name="协办单位").get_by_label("毕节市财政局").check()
    press(page, "分办")
    assert chosen(page) == "3-5-003"

    page.locator("#id_mode").get_by_text("分办", exact=True).click()
    for unit, part in (("毕节市交通运输局", "路面"), ("毕节市自然资源和规划局", "用地")):
        page.get_by_label(unit, exact=True).last.check()
        write(page, f"{unit}负责的部分", part)
    press(page, "分办")
    assert chosen(page) == "3-5-004"

    follow(page, "留待领导研究")
    write(page, "说明", "涉及三家，请领导研究")
    press(page, "留待领导研究")
    assert "待分办共1件" in reads(page)
    assert "留待研究：涉及三家，请领导研究" in reads(page)
    assert Suggestion.objects.get(number="3-5-004").state == "assigned"
    assert handlings() == [
        ("3-5-001", "A14", "sole", ""),
        ("3-5-002", "A14", "lead", ""),
        ("3-5-002", "A08", "assist", ""),
        ("3-5-003", "A11", "separate", "用地"),
        ("3-5-003", "A14", "separate", "路面"),
    ]


def test_a_dispatch_that_does_not_hold_comes_back_with_all_that_was_chosen(world, person, clock):
    an_assigned(world)
    page = person(world.gov)
    page.goto("/suggestions/desk/")
    page.locator("#id_mode").get_by_text("分办", exact=True).click()
    page.get_by_label("毕节市财政局", exact=True).last.check()
    write(page, "毕节市财政局负责的部分", "资金")
    press(page, "分办")
    assert "分办至少要有两个单位" in reads(page)
    assert page.get_by_label("毕节市财政局负责的部分").input_value() == "资金"
    assert handlings() == []


def test_the_reader_goes_through_the_list_by_keys(world, person, clock):
    for place in ("学院路", "威宁路", "清毕路"):
        an_assigned(world, title=f"关于修复{place}的建议")
    page = person(world.gov)
    page.goto("/suggestions/desk/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert chosen(page) == "3-5-003"
    assert page.evaluate("document.activeElement.id") in ("chosen", "")


def at_pre_review(world):
    found, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    again(world, row, "2026-05-18")
    return found, row


def again(world, row, when, **words):
    """The unit writes, hands in and checks its draft."""
    replying.draft_reply(row, actor=world.officer["A14"], at=at(when), promises=(), **(REPLY | words))
    replying.submit_reply(row, actor=world.officer["A14"], at=at(when))
    replying.check_format(row, actor=world.head["A14"], at=at(when))


def test_a_reply_is_read_before_it_goes_out(world, person, clock):
    found, row = at_pre_review(world)
    clock("2026-05-19")
    page = person(world.gov)
    page.goto("/")
    follow(page, found.title)
    assert (heading(page), "已列入今年养护计划。" in reads(page)) == ("预审通过", True)
    follow(page, "退回修改答复")
    write(page, "说明", "请写明完工时间")
    press(page, "退回修改答复")
    assert (Handling.objects.get().state, Reply.objects.get().review_note) == (
        "reply_draft",
        "请写明完工时间",
    )

    row.refresh_from_db()
    row.fellows = [row]
    again(world, row, "2026-05-20", answers=["9月底前完工。", "同步改造。"])
    page.goto("/")
    follow(page, found.title)
    assert "9月底前完工。" in reads(page)
    press(page, "预审通过")
    assert (done(page), Handling.objects.get().state) == ("已预审通过", "reply_signing")
