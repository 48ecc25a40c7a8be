"""督办：委员会提请、主任会议确定、代工委安排、登记活动；催办两次以后通报。能只用键盘。"""

import pytest

from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.models import ChasedPart, KeyItem
from minqiao.instruments.papers.models import Paper
from tests.browsing import shut_out, sideways
from tests.factories import a_dispatched
from tests.journeys.hands import Keys, done, follow, heading, press, reads, write
from tests.supervision import stages

pytestmark = pytest.mark.browser
TITLE = "农村公路养护"


def proposed(page, number):
    """The committee's clerk proposes, with the keyboard alone."""
    page.goto("/supervision/")
    keys = Keys(page)
    keys.to("提请重点督办").enter()
    assert shut_out(page) == []
    keys.to("督办题目").type(TITLE)
    keys.to("提请理由").type(stages.REASONS)
    keys.to(number).press("Space")
    keys.to("提请").enter()
    assert (heading(page), "主任会议研究" in page.locator("aside").inner_text()) == (TITLE, True)


def chosen(page):
    """The chairs' council decides, from what waits on its first page."""
    page.goto("/")
    follow(page, TITLE)
    assert heading(page) == "列为重点督办"
    write(page, "主任会议", "市人大常委会第42次主任会议")
    write(page, "会议日期", "2026-04-10")
    press(page, "列为重点督办")


def arranged(page):
    """Who answers for it; the activities row by row, one more row than were offered."""
    page.goto("/")
    follow(page, TITLE)
    page.get_by_label("领衔督办领导").select_option(index=1)
    write(page, "领办领导", "市政府副市长 某某某")
    write(page, "督办内容和要求", stages.PLAN)
    press(page, "再加一项")
    page.get_by_label("第1项方式").select_option("走访调研")
    write(page, "第1项内容", "到威宁路现场查看")
    write(page, "第1项计划日期", "2026-05-12")
    page.get_by_label("第3项方式").select_option("听取汇报")
    write(page, "第3项内容", "听取承办单位汇报")
    write(page, "第3项计划日期", "2026-09-10")
    write(page, "报告期限", "2026-10-15")
    press(page, "落实责任和方案")
    assert "听取承办单位汇报" in reads(page)


def visited(page):
    """What was found on the spot, each problem with its date."""
    page.goto("/")
    follow(page, TITLE)
    assert heading(page) == "登记督办活动"
    write(page, "举行日期", "2026-05-12")
    write(page, "参加人员", "城环委、代表1、市交通运输局")
    write(page, "情况记录", "现场查看三处路段，两处尚未开工。")
    write(page, "第1项问题", "威宁路二公里处路基下沉")
    write(page, "第1项整改期限", "2026-06-30")
    press(page, "登记督办活动")
    assert "威宁路二公里处路基下沉" in reads(page)


def test_a_key_item_is_proposed_chosen_arranged_and_visited(world, person, clock):
    stages.ready(world)
    found, _ = a_dispatched(world)
    clock("2026-04-03")
    committee = person(world.builder)
    proposed(committee, found.number)
    clock("2026-04-13")
    chosen(person(world.chairs))
    clock("2026-04-17")
    arranged(person(world.affairs))
    clock("2026-05-13")
    visited(committee)
    item = KeyItem.objects.get()
    assert (item.state, item.chosen_on.isoformat()) == ("running", "2026-04-10")
    visits = item.visits.order_by("pk").values_list("way", "text", "held_on")
    assert [(way, text, bool(held)) for way, text, held in visits] == [
        ("visit", "到威宁路现场查看", True),
        ("hearing", "听取承办单位汇报", False),
    ]
    papers = Paper.objects.filter(case_type="supervision.keyitem", case_id=item.pk)
    assert list(papers.values_list("kind", flat=True)) == ["supervision_plan"]
    phone = person(world.builder, 360, elder=True)
    phone.goto(f"/supervision/{item.pk}/")
    assert (sideways(phone), shut_out(phone)) == (0, [])


def test_who_does_not_answer_is_chased_twice_and_named_in_a_circular(world, person, clock):
    stages.ready(world)
    found, _ = a_dispatched(world)
    clock("2026-06-12")
    page = person(world.affairs)
    page.goto("/supervision/chasing/")
    follow(page, "对毕节市交通运输局第一次催办")
    press(page, "预览")
    assert ("预览，还没有印发" in reads(page), found.number in reads(page)) == (True, True)
    press(page, "印发")
    assert done(page) == "已印发"
    stages.chase_again(world, ChaseLevel.SECOND, "2026-06-23")

    clock("2026-06-30")
    page.goto("/supervision/chasing/")
    assert ("1件经两次催办仍未答复" in reads(page), shut_out(page)) == (True, [])
    keys = Keys(page)
    keys.to("起草通报").enter()
    keys.to("预览").enter()
    assert shut_out(page) == []
    keys.to("印发").enter()
    assert (done(page), heading(page)) == ("已印发", "通报")
    assert list(ChasedPart.objects.order_by("pk").values_list("chase__level", "days_late")) == [
        ("first", -10), ("second", 1), ("circular", 8),
    ]  # fmt: skip
