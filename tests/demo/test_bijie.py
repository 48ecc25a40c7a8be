"""The Bijie demo: the exact numbers of scenario S-1 on its usual day, and something of every kind."""

import datetime as dt
from collections import Counter

import pytest
from django.db.models import Q

from minqiao.config.demo.year import TODAY
from minqiao.duties.suggestions.choices import HandlingState, PromiseState, State, Topic
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.models import Batch, Callback, Commitment, Extension, Handling, Suggestion
from minqiao.duties.suggestions.queries.lists import batch_rows, counts_of
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.queries import actor_among, capacities_of
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.kit.deadlines import light
from tests.demo.conftest import on_sqlite

pytestmark = [pytest.mark.django_db, pytest.mark.scale, on_sqlite]
HELD = {f"3-5-{number:03d}" for number in (9, 34, 58, 90, 117, 142, 171, 189)}


def batch():
    return Batch.objects.select_related("congress", "session").get(name="3-5")


def acting(bijie, username, role):
    held = capacities_of(bijie["users"][username].pk, TODAY)
    return actor_among(held, next(row.pk for row in held if row.role == role))


def item(number):
    return Suggestion.objects.get(number=number)


def part(number, code):
    return Handling.objects.get(suggestion__number=number, unit__code=code)


def test_196_and_22_are_218(bijie):
    assert counts_of(batch()) == {"total": 218, "suggestions": 196, "remarks": 22}
    assert batch_rows(batch()).count() == 218
    numbers = sorted(batch().suggestions.values_list("number", flat=True))
    wanted = [f"3-5-{serial:03d}" for serial in range(1, 197)]
    assert numbers == wanted + [f"3-5-审{serial:03d}" for serial in range(1, 23)]


def test_210_are_dispatched_and_8_held(bijie):
    waiting = batch().suggestions.filter(state="assigned")
    assert set(waiting.values_list("number", flat=True)) == HELD
    assert Counter(waiting.values_list("held_on", flat=True)) == {dt.date(2026, 3, 20): 8}
    assert batch().suggestions.filter(handlings__isnull=False).distinct().count() == 210


def test_the_dates_are_those_of_the_law(bijie):
    extended = Extension.objects.filter(state="approved").values("handling__suggestion")
    begun_anew = Handling.objects.filter(Q(state="returned") | Q(round__gt=1)).values("suggestion")
    rows = batch().suggestions.exclude(pk__in=extended).exclude(pk__in=begun_anew)
    due = Counter(rows.values_list("is_hard", "due_on"))
    assert set(due) == {(False, dt.date(2026, 6, 22)), (True, dt.date(2026, 9, 20))}
    assert due[True, dt.date(2026, 9, 20)] == 18


def test_a_unit_that_takes_over_has_its_own_three_months(bijie):
    rows = Handling.objects.filter(came_from__isnull=False).order_by("suggestion__number")
    found = [(str(row.suggestion), row.assigned_on, row.due_on, row.origin_assigned_on) for row in rows]
    first = dt.date(2026, 3, 20)
    assert [(number.split()[0], *rest) for number, *rest in found] == [
        ("3-5-153", dt.date(2026, 4, 10), dt.date(2026, 7, 10), first),
        ("3-5-175", dt.date(2026, 4, 3), dt.date(2026, 7, 3), first),
    ]


def test_one_letter_two_signers(bijie):
    letters = papers_of(batch())
    assert [paper.kind for paper in letters] == ["assignment_letter"]
    signed = (batch().assigned_by.partition("，")[2], batch().received_by.partition("，")[2])
    assert signed == ("市人大常委会秘书长", "市人民政府副秘书长")


def test_the_figures_say_the_same(bijie):
    figures = handling_progress(acting(bijie, "daigongwei", Role.DEPUTY_AFFAIRS), TODAY)
    between = Suggestion.objects.filter(session=None, assigned_on__isnull=False)
    between = between.exclude(state="withdrawn").count()
    assert figures["assigned"] == 218 + between
    assert figures["remarks"] == 22


def test_every_state_of_both_lifecycles_occurs(bijie):
    assert set(Suggestion.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Handling.objects.values_list("state", flat=True)) == set(HandlingState.values)
    assert set(Batch.objects.values_list("state", flat=True)) == {"prepared", "issued"}
    assert set(Extension.objects.values_list("state", flat=True)) == {"pending", "approved", "refused"}


def test_a_promise_stands_at_every_place_of_its_way(bijie):
    issued = Commitment.objects.filter(reply__issued_on__isnull=False)
    assert set(issued.values_list("state", flat=True)) == set(PromiseState.values)
    assert set(Commitment.objects.exclude(pk__in=issued).values_list("state", flat=True)) <= {"tracking"}
    late = issued.get(handling__suggestion__number="3-5-105")
    assert (late.handling.unit.code, light(late.due_on, TODAY, calendar()).key) == ("A14", "black")


# What leaves the straight road on the demo's day: (number, its state, the states of its handlings).
DETOURS = [
    ("3-5-063", "closed", ["evaluated"]),  # a return refused
    ("3-5-145", "replied", ["replied"]),  # answered a second time
    ("3-5-146", "closed", ["studied"]),  # studied jointly, closed without the deputy's agreement
    ("3-5-153", "handling", ["returned", "reply_draft"]),  # decided by a government leader
    ("3-5-154", "closed", ["evaluated"]),  # no answer after two chasers
    ("3-5-162", "closed", ["evaluated"]),  # in the file of 3-5-108
    ("3-5-164", "redo", ["redo"]),
    ("3-5-168", "joint_study", ["joint_study"]),
    ("3-5-175", "closed", ["returned", "evaluated"]),  # a return agreed
    ("3-闭2026-012", "withdrawn", ["withdrawn"]),
    ("3-闭2026-013", "dispatched", ["return_disputed"]),
    ("3-闭2026-015", "dispatched", ["return_pending"]),
]


@pytest.mark.parametrize(("number", "state", "parts"), DETOURS, ids=[number for number, *_ in DETOURS])
def test_what_leaves_the_straight_road_stands_where_it_should(bijie, number, state, parts):
    found = item(number)
    assert (found.state, list(found.handlings.order_by("pk").values_list("state", flat=True))) == (
        state, parts,
    )  # fmt: skip


def test_silence_a_bill_a_merged_file_and_what_was_passed_on(bijie):
    silent = part("3-5-154", "A06")
    assert (silent.no_response, silent.suggestion.evaluation_state) == (True, "no_response")
    assert item("3-5-162").merged_into == item("3-5-108")
    letters = Paper.objects.filter(kind="reply_letter", case_id__in=[item("3-5-162").pk])
    assert letters.count() == 1
    bills = Suggestion.objects.filter(kind="bill_converted")
    assert [(one.number, one.bill_number, one.signings.count()) for one in bills] == [
        ("3-5-126", "第3号议案", 10)
    ]
    passed = Suggestion.objects.exclude(passed_to="").order_by("passed_on")
    assert [one.state for one in passed] == ["escalated", "not_a_suggestion"]
    assert item("3-5-146").closing_outcome == "not_agreed"


def test_calls_back_are_drawn_by_lot_and_made_one_after_the_other(bijie):
    assert Callback.objects.count() == 6
    assert Callback.objects.exclude(called_on=None).count() == 3


def test_lights_of_every_colour_burn(bijie):
    open_dates = (
        Handling.objects.exclude(role="assist").filter(replied_on=None).values_list("due_on", flat=True)
    )
    lights = {light(due_on, TODAY, calendar()).key for due_on in open_dates}
    assert lights == {"green", "blue", "amber", "red", "black"}


def test_no_two_titles_are_equal(bijie):
    titles = Counter(Suggestion.objects.values_list("title", flat=True))
    assert [title for title, times in titles.items() if times > 1] == []


def test_all_topics_and_some_sixty_units_take_part(bijie):
    assert set(batch().suggestions.values_list("topic", flat=True)) == set(Topic.values)
    assert Handling.objects.values("unit").distinct().count() >= 60


def test_the_trail_is_whole(bijie):
    assert fault_in_trail() == ""


def test_some_are_on_paper_confidential_or_joint(bijie):
    rows = batch().suggestions
    assert rows.filter(is_paper=True, kind="suggestion").count() == 5
    assert rows.filter(request_confidential=True).count() == 2
    assert rows.filter(signings__state="confirmed").distinct().count() > 60


def test_fifteen_and_more_were_raised_after_the_session(bijie):
    rows = Suggestion.objects.filter(number__startswith="3-闭2026-")
    assert rows.filter(assigned_on__gt=dt.date(2026, 3, 31)).count() == 15
    serials = sorted(rows.values_list("serial", flat=True))
    assert serials == list(range(1, len(serials) + 1))


def test_the_lead_with_two_assistants_stands_as_in_scenario_s3(bijie):
    found = item("3-5-033")
    assert [one.state for one in part("3-5-033", "A14").contacts.order_by("pk")] == ["confirmed"] * 3
    opinions = part("3-5-033", "A09").opinions.order_by("pk")
    assert [str(one.sent_on) for one in opinions] == ["2026-04-16", "2026-04-24"]
    assert opinions[0].rejected_on == dt.date(2026, 4, 20)
    late = part("3-5-033", "A11")
    assert (late.state, str(late.due_on), late.replied_on) == ("signed", "2026-04-20", None)
    assert (found.state, str(found.due_on)) == ("handling", "2026-06-22")


def test_the_dissatisfied_deputy_is_not_yet_told_of_to_the_unit(bijie):
    row = part("3-5-041", "A15")
    evaluation = row.reply.evaluation
    assert (evaluation.attitude, evaluation.result) == ("satisfied", "dissatisfied")
    assert (row.state, row.evaluation_released) == ("evaluated", False)


def test_a_reply_without_contact_says_why(bijie):
    reply = Handling.objects.exclude(reply__no_contact_note="").get(reply__isnull=False).reply
    assert reply.handling.suggestion.number == "3-5-104"


@pytest.mark.parametrize("state", ["dispatched", "handling", "reply_draft", "format_check", "pre_review",
                                   "reply_signing", "replied", "evaluated"])  # fmt: skip
def test_the_transport_bureau_has_something_at_every_place(bijie, state):
    assert Handling.objects.filter(unit__code="A14", state=state).exclude(role="assist").count() > 0
