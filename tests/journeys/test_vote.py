"""票决当天：两名计票人分别录入，数字不一致时送不了签字，改正以后签字、封存。"""

import pytest

from minqiao.instruments.ballots.models import Round
from tests.ballots import stages
from tests.journeys.hands import done, press, reads

pytestmark = pytest.mark.browser


def type_heap(page, row, number, **changed):
    """A teller types the numbers of one heap into the table."""
    words = stages.heap(number, **changed)
    page.goto(f"/ballots/{row.pk}/steps/enter/")
    page.get_by_label("第几堆").fill(str(number))
    page.get_by_label("本堆张数").fill(str(words["ballots"]))
    page.get_by_label("其中废票").fill(str(words["void"]))
    for name in ("approvals", "against", "abstain"):
        boxes = page.locator(f"input[name={name}]").all()
        for box, value in zip(boxes, words[name], strict=True):
            box.fill(str(value))
    press(page, "录入一堆选票")
    assert done(page) == "已录入一堆选票"


def test_two_tellers_and_a_scrutineer_close_the_count(world, person, clock):
    clock("2026-06-01")
    row = stages.closed(world)
    first, second = person(world.officer["A14"]), person(world.officer["A08"])
    watch, other, chief = (person(world.deputies[number]) for number in (1, 2, 3))
    for number in (1, 2):
        type_heap(first, row, number, **({"I": 318} if number == 1 else {}))
        type_heap(second, row, number)
    watch.goto(f"/ballots/{row.pk}/")
    assert "第1堆“I”赞成：甲318，乙381" in reads(watch)
    watch.goto(f"/ballots/{row.pk}/steps/agree/")
    assert "两名计票人录入不一致，须重新核对：第1堆“I”赞成：甲318，乙381等2处" in reads(watch)

    type_heap(first, row, 1)
    watch.goto("/")
    watch.locator("main").get_by_role("link", name=row.title).first.click()
    press(watch, "核对一致，送签字")
    assert done(watch) == "已核对一致，送签字"
    for page in (first, second, watch, other):
        page.goto(f"/ballots/{row.pk}/steps/sign/")
        assert "应选10项，通过9项" in reads(page)
        press(page, "签字")
        assert done(page) == "已签字"
    chief.goto(f"/ballots/{row.pk}/steps/seal/")
    press(chief, "签字并封存")
    assert "J、K赞成票相等，争1个名额，对票数相等的再次投票" in reads(chief)
    assert Round.objects.get().state == "sealed"
