"""Figures off the straight road: given back, redone, silent, withdrawn; by the room's own acts."""

import pytest

from minqiao.duties.suggestions.actions import handling, replying, returning, rounds
from minqiao.duties.suggestions.figures.cases import behind, cases
from minqiao.duties.suggestions.figures.tables import by_unit
from minqiao.duties.suggestions.rules.measures import all_figures
from minqiao.duties.suggestions.rules.scope import Scope
from tests.factories import a_dispatched, a_replied, an_evaluated, at, day, handlings_of

pytestmark = pytest.mark.django_db
TODAY = day("2026-06-30")
SCOPE = Scope(year=2026, on=TODAY)


def figures(actor):
    """Every figure by its key, those over all forms due apart."""
    found = all_figures(cases(actor, SCOPE), SCOPE, TODAY)
    return {(label == "未反馈的计入基数", one.key): one for label, group in found for one in group}


def test_a_matter_given_back_leaves_the_first_units_count_and_stays_in_its_returns(world):
    found, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    words = {"reason": "不属本单位职责", "duty_basis": "三定规定第五条", "approved_by": "李局长（局长）"}
    asked = words | {"proposed_unit": world.units["A11"]}
    returning.request_return(row, actor=world.officer["A14"], at=at("2026-03-30"), **asked)
    returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A11"])
    lines = {line.words: [cell.number for cell in line.cells] for line in by_unit(
        cases(world.affairs, SCOPE), SCOPE, TODAY
    ).lines}  # fmt: skip
    assert lines == {
        "市交通运输局": [0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
        "市自然资源局": [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    }
    unit = SCOPE.of(unit=world.units["A14"].pk)
    assert (behind(world.affairs, unit, "returned"), behind(world.affairs, unit, "assigned")) == (
        [found.pk],
        [],
    )


def test_a_redo_counts_once_and_its_clock_runs_while_the_first_reply_stays_answered(world):
    found, row = an_evaluated(world, result="dissatisfied", words="路面仍然破损")
    replying.release(row, actor=world.affairs, at=at("2026-05-26"))
    row = handlings_of(found)["A14"]
    rounds.order_redo(row, actor=world.affairs, at=at("2026-05-27"), note="请重新办理")
    named = figures(world.affairs)
    shown = [named[False, key] for key in ("replied", "on_time", "first_dissatisfied", "final_dissatisfied")]
    assert [(one.number, one.base) for one in shown] == [(1, 1)] * 4
    assert behind(world.affairs, SCOPE, "redone") == [found.pk]
    assert behind(world.affairs, SCOPE, "light_black") == [found.pk]  # due 2026-06-29, a month from the order


def test_silence_after_two_chasers_leaves_the_base_and_is_named(world):
    an_evaluated(world)
    _, row = a_replied(world)
    for on in ("2026-06-11", "2026-06-18"):
        rounds.chase_evaluation(row, actor=world.affairs, at=at(on))
    rounds.mark_no_response(row, actor=world.affairs, at=at("2026-06-25"))
    named = figures(world.affairs)
    kept, counted = named[False, "final_satisfied"], named[True, "final_satisfied"]
    assert (kept.number, kept.base, kept.percent) == (1, 1, "100.00%")
    assert kept.exclusions == "两次催收后未反馈1件，不计入基数"
    assert (counted.number, counted.base, counted.percent) == (1, 2, "50.00%")
