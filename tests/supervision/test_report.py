"""The chapter of the yearly handling report: numbered among the others, with the room's own numbers."""

import pytest

from minqiao.duties.suggestions.figures.report import handling_report
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.duties.supervision.figures.progress import key_progress
from tests.factories import a_dispatched, day
from tests.supervision import stages

pytestmark = pytest.mark.django_db
ON = day("2026-06-30")


def report(world, year=2026):
    return handling_report(world.affairs, Scope(year=year, on=ON), ON, world.congress)


def test_where_nothing_was_supervised_there_is_no_chapter(world):
    a_dispatched(world)
    headings = [one.heading for one in report(world).sections]
    assert headings[-2:] == ["六、各承办单位办理情况", "七、需要说明的情况"]


def test_key_items_one_by_one(world):
    stages.running(world)
    stages.proposed(world, title="没有列为重点的")
    stages.chased(world, title="关于另一件事的建议")
    sections = {one.heading: one for one in report(world).sections}
    assert list(sections)[-2:] == ["七、督办情况", "八、需要说明的情况"]
    chapter = sections["七、督办情况"]
    assert chapter.words == (
        "截至2026年6月30日，2026年重点督办题目1个，涉及建议1件；已办结0个，已报告待审议0个，督办中1个。"
        "开展督办活动1次，发现问题2个，已整改0个。",
        "对临近期限和逾期未答复的承办单位印发：第一次催办1份。",
    )
    (row,) = chapter.pages[0].rows
    assert row == ("重点2026-01", "农村公路养护", "3-5-001", "代表5", "城环委", 1, 2, 0, "督办中")


def test_a_case_carried_over_is_in_both_years(world):
    stages.carried(world)
    found = {year: key_progress(world.affairs, year, ON) for year in (2025, 2026, 2027)}
    assert {year: (one["items"], one["carried"]) for year, one in found.items()} == {
        2025: (0, 0),
        2026: (1, 0),
        2027: (1, 1),
    }


def test_the_numbers_of_a_year(world):
    stages.answered(world)
    assert key_progress(world.affairs, 2026, ON) == {
        "items": 1, "carried": 0, "running": 1, "reported": 0, "done": 0, "late": 0, "suggestions": 1,
        "visits": 1, "problems": 2, "mended": 0, "problems_late": 1, "base": 1, "on": ON,
    }  # fmt: skip
