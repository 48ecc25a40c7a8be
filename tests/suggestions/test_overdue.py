"""What is late, judged by the rule and by the scope: both are fed the same rows, in every state."""

import pytest

from minqiao.duties.suggestions.choices import HandlingState, State
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.suggestions.queries.lists import suggestions
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.rules.matter import is_overdue, is_part_overdue, is_step_overdue
from minqiao.duties.suggestions.rules.telling import WAITS
from tests.api.stages import contacted, drafted, in_signing_without_contact, opinion_sent
from tests.factories import a_dispatched, a_draft, an_evaluated, day, handlings_of

pytestmark = pytest.mark.django_db
DUE = "2026-06-22"
DAYS = ("2026-06-21", DUE, "2026-06-23")


def by_rule(rows, judgement, on):
    return {row.pk for row in rows if judgement(row, on)}


def test_of_suggestions_in_every_state_with_and_without_a_reply(world):
    found, _ = a_dispatched(world)
    draft = a_draft(world)
    for replied_on in (None, day("2026-06-20")):
        for state in State.values:
            Suggestion.objects.filter(pk=found.pk).update(state=state, replied_on=replied_on, ground="empty")
            rows, told = list(Suggestion.objects.all()), {}
            for on in map(day, DAYS):
                told[str(on)] = set(Suggestion.objects.overdue(on).values_list("pk", flat=True))
                assert told[str(on)] == by_rule(rows, is_overdue, on)
            ended = state in ("closed", "withdrawn", "escalated", "not_a_suggestion")
            late = set() if ended or replied_on else {found.pk}
            assert told == {DAYS[0]: set(), DUE: set(), DAYS[2]: late}
    assert not is_overdue(draft, day("2030-01-01"))


@pytest.mark.parametrize("whole", ["handling", "closed", "withdrawn"])
def test_of_handlings_in_every_state_with_and_without_a_reply(world, whole):
    found, rows = a_dispatched(world)
    Suggestion.objects.filter(pk=found.pk).update(state=whole)
    for replied_on in (None, day("2026-06-20")):
        for state in HandlingState.values:
            clock = {"step_due_on": day(DUE), "replied_on": replied_on}
            Handling.objects.filter(pk=rows["A14"].pk).update(state=state, **clock)
            now = list(Handling.objects.select_related("suggestion"))
            parts = {on: set(Handling.objects.overdue(day(on)).values_list("pk", flat=True)) for on in DAYS}
            steps = {on: set(Handling.objects.behind(day(on)).values_list("pk", flat=True)) for on in DAYS}
            assert parts == {on: by_rule(now, is_part_overdue, day(on)) for on in DAYS}
            assert steps == {on: by_rule(now, is_step_overdue, day(on)) for on in DAYS}
            runs = whole == "handling" and state not in ("returned", "withdrawn")
            others = state in ("replied", "return_pending", "return_disputed")
            assert bool(parts[DAYS[2]]) == (runs and not replied_on)
            assert bool(steps[DAYS[2]]) == (runs and not others)


def test_a_unit_sees_what_it_alone_is_late_with(world):
    """The opinion was due on 20 April, the reply is not due before 22 June."""
    found, _ = a_dispatched(world, assist=("A08",))
    on = day("2026-03-25")  # signing for was due on the 24th
    late = {name: handling_progress(actor, on)["overdue"] for name, actor in _seen_by(world).items()}
    assert late == {"A14": 1, "A08": 1, "A11": 0, "affairs": 0, "gov": 0, "deputy": 0}
    Handling.objects.update(state="handling", step_due_on=None)
    for on, wanted in (("2026-04-20", 0), ("2026-04-21", 1)):
        assert handling_progress(world.officer["A08"], day(on))["overdue"] == wanted
        rows = suggestions(world.officer["A08"], {"light": "overdue"}, day(on))
        assert rows.count() == wanted
        assert handling_progress(world.officer["A14"], day(on))["overdue"] == 0
    assert handlings_of(found)["A08"].due_on == day("2026-04-20")


def _seen_by(world):
    units = {code: world.officer[code] for code in ("A14", "A08", "A11")}
    return units | {"affairs": world.affairs, "gov": world.gov, "deputy": world.deputy}


def dates(actor, on):
    return {one.act: str(one.due_on) for one in waiting(actor, day(on))}


def test_what_waits_shows_the_date_of_its_own_act(world):
    in_signing_without_contact(world)  # nobody has made the first contact: its clock runs beside the reply's
    assert dates(world.principal["A14"], "2026-05-21") == {WAITS["issue_without_contact"]: DUE}
    a_dispatched(world)
    assert dates(world.officer["A14"], "2026-05-21") == {WAITS["sign_for"]: "2026-03-24"}


@pytest.mark.parametrize(
    ("made", "who", "wanted"),
    [
        (contacted, ("officer", "A14"), {WAITS["draft_reply"]: DUE}),
        (drafted, ("officer", "A14"), {WAITS["submit_reply"]: DUE}),
        (opinion_sent, ("officer", "A08"), {}),
    ],
)
def test_after_the_first_contact_the_reply_is_what_counts(world, made, who, wanted):
    made(world)
    kind, code = who
    assert dates(getattr(world, kind)[code], "2026-05-21") == wanted


def test_a_dissatisfied_deputy_waits_for_the_committee_after_the_release_too(world):
    _, row = an_evaluated(world, result="dissatisfied", words="没有修")
    assert set(dates(world.affairs, "2026-05-29")) == {WAITS["decide_open"], WAITS["release"]}
    Handling.objects.filter(pk=row.pk).update(evaluation_released=True)
    assert set(dates(world.affairs, "2026-05-29")) == {WAITS["decide_open"], WAITS["order_redo"]}
