"""群众在360像素的手机上，不开脚本：扫码、提意见、核实手机号、看进展、评价；联络站分流、答复。"""

import pytest

from minqiao.duties.stations.models import Opinion
from tests.browsing import sideways
from tests.journeys.hands import done, follow, heading, press, reads, write
from tests.stations import stages

pytestmark = pytest.mark.browser
SENT = []


def gateway(phone, words):
    """The place's gateway for text messages, in this test a list."""
    SENT.append(words)


@pytest.fixture
def phone(page_at, settings):
    """A phone 360 px wide that runs no script; text messages arrive in SENT."""
    SENT.clear()
    settings.SMS = f"{__name__}.gateway"
    return page_at(360, js=False)


def test_from_the_code_on_the_door_to_the_rating(world, phone, person, clock):
    clock("2026-06-01")
    stages.ready(world)
    phone.goto("/public/stations/ZB-1-1/?qr")
    follow(phone, "我要提意见")
    write(phone, "您要反映什么事", stages.TEXT)
    write(phone, "手机号", stages.PHONE)
    press(phone, "提交")
    assert "请先勾选同意" in reads(phone)
    assert phone.get_by_label("您要反映什么事").input_value() == stages.TEXT
    phone.get_by_label("我同意").check()
    press(phone, "提交")
    assert heading(phone) == "核实手机号"
    write(phone, "短信验证码", SENT[0].removeprefix("验证码")[:6])
    press(phone, "确认")
    assert (heading(phone), sideways(phone)) == ("已收到，谢谢您", 0)
    code = phone.locator("dd").nth(1).inner_text()

    keeper = person(world.keeper, 360)
    keeper.goto("/")
    follow(keeper, "民意2026-00001")
    keeper.get_by_label("村（社区）办理").check()
    write(keeper, "具体办理单位", "桥边村委会")
    press(keeper, "分流交办")
    assert done(keeper) == "已分流交办"
    follow(keeper, "答复")
    write(keeper, "答复", "桥面已换新板，今天通行。")
    press(keeper, "答复")
    assert done(keeper) == "已答复"

    phone.goto("/public/track/")
    write(phone, "查询码", code.upper())
    press(phone, "查看")
    assert "桥面已换新板，今天通行。" in reads(phone)
    phone.get_by_label("满意", exact=True).check()
    press(phone, "提交评价")
    assert ("您的评价：满意" in reads(phone), sideways(phone)) == (True, 0)
    found = Opinion.objects.get()
    assert (found.state, found.rating, found.way, found.is_verified) == ("rated", "satisfied", "qr", True)
