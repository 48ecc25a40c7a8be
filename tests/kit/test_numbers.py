"""Numbers after a pattern: what is drawn, and which patterns are refused."""

import pytest

from minqiao.kit.numbers import number_after, pattern_fault


@pytest.mark.parametrize(
    ("pattern", "mark", "number"),
    [
        ("{term}-{session}-{serial:3}", "", "3-5-007"),
        ("{term}-{session}-{serial:03}", "审", "3-5-审007"),
        ("{term}届{session}次{serial}号", "", "3届5次007号"),
        ("{serial:1}/{session}/{term}", "", "7/5/3"),
    ],
)
def test_a_number_after_its_pattern(pattern, mark, number):
    assert number_after(pattern, term=3, session="5", serial=7, mark=mark) == number


ONLY = "花括号内只能是term、session、serial，各用一次"
WIDTH = "只有serial可以写位数，为1至9，例如{serial:3}"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{term}-{session}-{serial:abc}", WIDTH),
        ("{term}-{session}-{serial:99}", WIDTH),
        ("{term}-{session}-{serial!r}", WIDTH),
        ("{term:3}-{session}-{serial}", WIDTH),
        ("{term}-{session}-{serial}{x}", ONLY),
        ("{term}-{session}-{serial}{}", ONLY),
        ("{term.real}-{session}-{serial}", ONLY),
        ("{term}-{session}-{serial}-{serial}", ONLY),
        ("{term}-{session}-{serial", "花括号没有成对"),
        ("{term}-{session}-{serial}" + "号" * 30, "编号太长，最多30字"),
        ("{term}-{session}-{serial:3}", ""),
    ],
)
def test_a_pattern_that_draws_no_number_is_named(pattern, why):
    assert pattern_fault(pattern) == why
