"""代表：手机、长辈版，只用键盘。"""

import pytest

from minqiao.duties.suggestions.actions import handling, office, replying
from minqiao.duties.suggestions.models import Contact, Evaluation, Suggestion
from tests.browsing import no_complaints, sideways
from tests.factories import a_contact, at, day, handlings_of, to_signing
from tests.journeys.hands import Keys, done, heading, reads

pytestmark = pytest.mark.browser
TITLE = "关于修复碧阳街道学院路破损路段的建议"


def raised(page):
    """She writes a suggestion and hands it in."""
    keys = Keys(page)
    keys.to("提建议").enter()
    keys.to("标题").type(TITLE)
    keys.to("类别").press("ArrowDown", "ArrowDown", "ArrowDown")
    keys.to("案由").type("学院路三公里路面破损，雨天积水。")
    keys.to("第1条").type("年内修复破损路面")
    keys.to("第2条").type("疏通堵塞的排水管")
    keys.to("保存并提交").enter()
    assert (heading(page), "年内修复破损路面" in reads(page)) == ("提交", True)
    keys.to("提交").enter()


def at_the_unit(world, found):
    """The offices do their part; the unit has called on her."""
    office.register(found, actor=world.affairs, at=at("2026-03-10"))
    office.assign(found, actor=world.affairs, at=at("2026-03-20"), assigned_on=day("2026-03-20"))
    units = [(world.units["A14"], "sole", "")]
    office.dispatch(found, actor=world.gov, at=at("2026-03-20"), units=units)
    row = handlings_of(found)["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    return row


def confirmed(page):
    """She says that the call took place as written."""
    keys = Keys(page)
    page.goto("/")
    keys.to("3-5-001").enter()
    assert heading(page) == "确认联系记录"
    assert "2026-04-02 办理前，副局长上门走访：现场听取意见" in reads(page)
    keys.to("属实").press("Space")
    keys.to("想补充的话").type("谈得很细")
    keys.to("确认联系记录").enter()


def evaluated(page):
    """She reads the reply and grades attitude and result."""
    keys = Keys(page)
    page.goto("/")
    keys.to("3-5-001").enter()
    assert heading(page) == "评价"
    assert "1. 年内修复破损路面\n\n已列入今年养护计划。" in reads(page)
    keys.to("满意").press("Space")
    keys.to("满意").press("Space", "ArrowDown")
    keys.to("属实").press("Space")
    keys.to("具体意见").type("请按期完工")
    keys.to("评价").enter()


def test_a_deputy_raises_confirms_and_evaluates_by_the_keyboard_alone(world, person, clock):
    clock("2026-03-05")
    page = person(world.deputy, 360, elder=True)
    with no_complaints(page):
        page.goto("/")
        assert (heading(page), sideways(page)) == ("我的事", 0)
        raised(page)
        assert (done(page), heading(page)) == ("已提交", TITLE)
        found = Suggestion.objects.get()
        assert (found.state, found.title, found.topic, found.source) == ("submitted", TITLE, "urban", "")
        assert found.requests == ["年内修复破损路面", "疏通堵塞的排水管"]
        page.goto("/")
        assert "已提交，等代表工作委员会审核" in reads(page)

        row = at_the_unit(world, found)
        clock("2026-04-03")
        confirmed(page)
        assert done(page) == "已确认联系记录"
        contact = Contact.objects.get()
        assert (contact.state, contact.deputy_words) == ("confirmed", "谈得很细")

        to_signing(world, row)
        replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
        clock("2026-05-21")
        evaluated(page)
        assert done(page) == "已评价"
        grades = Evaluation.objects.values_list("attitude", "result", "words", "entered_for_paper")
        assert list(grades) == [("satisfied", "basic", "请按期完工", False)]
        assert "基本满意" in reads(page)
