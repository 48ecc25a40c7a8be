"""More time: until the day the unit needs, to six months at most."""

import pytest

from minqiao.duties.suggestions.actions import handling
from minqiao.duties.suggestions.forms.handling import Extension
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from tests.api.stages import contacted
from tests.factories import at, day

pytestmark = pytest.mark.django_db
WORDS = {"reason": "涉及征地", "done_so_far": "已完成勘察"}


def asked(world, until):
    row = contacted(world)
    when = {"actor": world.officer["A14"], "at": at("2026-06-10")}
    return handling.request_extension(row, until=day(until), **WORDS, **when)


def test_a_unit_asks_for_no_more_time_than_it_needs(world):
    row = asked(world, "2026-07-31")
    form = from_facts(Paper.objects.get(kind="extension_request").facts)
    words = [cell.text for line in form.blocks[0].rows for cell in line]
    assert words[words.index("申请延至") + 1] == "2026年7月31日"
    handling.approve_extension(row, actor=world.affairs, at=at("2026-06-12"))
    row.suggestion.refresh_from_db()
    assert (row.due_on, row.suggestion.due_on, row.extended) == (day("2026-07-31"), day("2026-07-31"), True)
    assert row.due_facts["why"].startswith("申请延至2026-07-31（最长6个月至9月20日")
    assert row.extensions.get().new_due_on == day("2026-07-31")


@pytest.mark.parametrize(
    ("until", "why"),
    [
        ("2026-06-22", "申请延至的日期应当晚于现在的期限（2026-06-22）"),
        ("2026-09-21", "最长只能延到2026-09-20（自交办之日起六个月）"),
    ],
)
def test_no_day_before_the_present_date_nor_beyond_six_months(world, until, why):
    with pytest.raises(Refused) as refused:
        asked(world, until)
    assert refused.value.why == why
    facts = {"subject": contacted(world), "actor": world.officer["A14"], "on": day("2026-06-10")}
    assert Extension(WORDS | {"until": until}, **facts).errors == {"until": [why]}


def test_without_a_day_it_is_the_longest(world):
    row = contacted(world)
    handling.request_extension(row, actor=world.officer["A14"], at=at("2026-06-10"), **WORDS)
    handling.approve_extension(row, actor=world.affairs, at=at("2026-06-12"))
    assert row.due_on == day("2026-09-20")
