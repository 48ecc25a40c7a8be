"""The satisfaction poll by the Zhenhai rule, S-7's figures and every small poll."""

from fractions import Fraction
from itertools import product

import pytest

from minqiao.instruments.ballots.rules import Unreadable, poll_from, verdicts

S7 = {"members": 56, "present": 52, "satisfied": 24, "basic": 3, "dissatisfied": 25}


def graded(**changes):
    (one,) = verdicts(poll_from({**S7, **changes}))
    return one.grade, one.why


def test_s7_is_not_satisfied():
    why = "全体组成人员56人的半数为28，满意24票不足半数，满意和基本满意27票，未超过半数"
    assert graded() == ("dissatisfied", why)


def test_half_is_enough_for_satisfied_and_not_for_basic():
    assert graded(satisfied=28, basic=0, dissatisfied=24)[0] == "satisfied"
    assert graded(satisfied=27, basic=1, dissatisfied=24)[0] == "dissatisfied"
    assert graded(satisfied=27, basic=2, dissatisfied=23)[0] == "basic"


def test_the_base_may_be_those_present():
    assert graded(base="present", satisfied=26, basic=0)[0] == "satisfied"
    assert graded(base="present", satisfied=24, basic=3, dissatisfied=25)[0] == "basic"


def test_every_small_poll_agrees_with_fractions():
    for members, good, basic, bad in product(range(1, 7), repeat=4):
        if good + basic + bad > members:
            continue
        poll = {
            "members": members,
            "present": members,
            "satisfied": good,
            "basic": basic,
            "dissatisfied": bad,
        }
        share, both = Fraction(good, members), Fraction(good + basic, members)
        want = (
            "satisfied" if share >= Fraction(1, 2) else "basic" if both > Fraction(1, 2) else "dissatisfied"
        )
        assert [one.grade for one in verdicts(poll_from(poll))] == [want]


def test_figures_that_cannot_be_true_get_no_grade():
    assert graded(satisfied=25) == ("", "测评票合计53，多于到会52人")
    assert graded(present=57) == ("", "到会57人，多于全体56人")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"members": "56"}, "members应为不小于零的整数"),
        ({"rule": "huzhou"}, "测评规则（rule）不能是 'huzhou'，可以是：zhenhai"),
        ({"base": "all"}, "基数（base）不能是 'all'，可以是：members、present"),
        ({"basic": None}, "应写明 satisfied、basic、dissatisfied 三个数，均为不小于零的整数"),
        ({"good": 3}, "没有“good”这一项"),
    ],
)
def test_what_is_no_poll_is_told(changes, line):
    with pytest.raises(Unreadable) as caught:
        poll_from({**S7, **changes})
    assert list(caught.value.lines) == [line]
