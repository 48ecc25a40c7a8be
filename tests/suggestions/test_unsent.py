"""An opinion that never came: the closed case waits for nobody, and the figures keep it as late."""

import pytest

from minqiao.duties.suggestions.actions import handling, returning
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.tables import all_tables
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.lists import listed, suggestions, words_of
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.duties.suggestions.tasks import remind_of_dates, remind_of_steps
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from tests.factories import a_dispatched, at, day
from tests.suggestions.rights import never_sent

pytestmark = pytest.mark.django_db


def line_of(world, unit, on):
    scope = Scope(year=2026, on=day(on))
    table = all_tables(cases(world.affairs, scope), scope, scope.on)[0]
    (line,) = (one for one in table.lines if one.words == unit)
    heads = [words for _, words in table.columns]
    return dict(zip(heads, [cell.number for cell in line.cells], strict=True))


def test_with_the_case_the_assistants_part_ends_unsent(world):
    row = never_sent(world)
    assert (row.state, row.get_state_display(), row.replied_on, row.step_due_on) == (
        "unsent", "没有送会办意见", None, None,
    )  # fmt: skip
    event = Event.objects.get(action="end_unsent")
    assert (event.from_state, event.to_state, event.note) == ("dispatched", "unsent", "建议已经办结")
    with pytest.raises(Refused, match="当前环节是“没有送会办意见”，不能送会办意见"):
        handling.send_opinion(
            row, actor=world.officer["A08"], at=at("2026-06-01"), text="支持", signer="局长"
        )
    on = at("2026-06-30")
    assert (remind_of_dates(on), remind_of_steps(on)) == ([], [])


def test_it_stays_late_in_the_figures_and_shows_no_light(world):
    never_sent(world)  # due 2026-04-20, the case closed on 2026-05-29
    wanted = {"协办": 1, "已答复": 0, "超期未答复": 1}
    for on in ("2026-05-20", "2026-12-31"):
        found = line_of(world, "市财政局", on)
        assert {head: found[head] for head in wanted} == wanted
    scope = Scope(year=2026, on=day("2026-12-31"))
    (case,) = cases(world.affairs, scope)
    assert [(part.light, part.is_due_soon) for part in case.parts] == [("", False), ("", False)]


def test_a_return_asked_by_it_is_decided_with_the_case(world):
    asked = {"reason": "不属于本单位", "duty_basis": "三定规定", "approved_by": "局长"}
    row = never_sent(world, before=lambda rows: returning.request_return(
        rows["A08"], actor=world.officer["A08"], at=at("2026-03-23"), **asked))  # fmt: skip
    decided = row.returns.get()
    assert (row.state, decided.state, decided.decision_note) == ("unsent", "refused", "建议已经办结")


def lamps(world, actor, on="2026-04-21"):
    rows = suggestions(actor, {}, day(on))
    return [(row["due_on"], row["light"].key) for row in (words_of(row, actor, day(on)) for row in rows)]


def test_a_list_row_follows_the_units_own_clock(world):
    a_dispatched(world, assist=("A08",))
    assert {who: lamps(world, actor) for who, actor in (
        ("lead", world.officer["A14"]), ("assisting", world.officer["A08"]), ("office", world.affairs),
    )} == {
        "lead": [(day("2026-06-22"), "green")], "assisting": [(day("2026-04-20"), "black")],
        "office": [(day("2026-06-22"), "green")],
    }  # fmt: skip
    plain = listed(world.officer["A08"], {}, day("2026-04-21"))
    assert [row["own_due_on"] for row in plain.rows(0, 5)] == [day("2026-04-20")]
    soon = {
        code: suggestions(world.officer[code], {"light": "soon"}, day("2026-04-10")).count()
        for code in ("A14", "A08")
    }
    assert soon == {"A14": 0, "A08": 1}


def test_the_lead_is_amber_while_an_assistant_is_late(world):
    found, _ = a_dispatched(world, assist=("A08", "A11"))
    parts = case_file(world.affairs, found.pk, day("2026-04-21")).parts
    assert (parts[0].light.key, parts[0].light.words) == (
        "amber", "还有62天，市财政局、市自然资源局会办意见逾期",
    )  # fmt: skip
    assert case_file(world.affairs, found.pk, day("2026-04-20")).parts[0].light.key == "green"
