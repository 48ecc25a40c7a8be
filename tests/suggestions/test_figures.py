"""Figures of a living year: rounds, lateness, contacts, promises, who may count what, and the pages."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.suggestions.actions import handling, replying
from minqiao.duties.suggestions.figures.ahead import lights_by_unit
from minqiao.duties.suggestions.figures.cases import behind, cases
from minqiao.duties.suggestions.figures.tables import all_tables
from minqiao.duties.suggestions.models import Commitment, Evaluation, Handling, Suggestion
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.rules.facts import FACTS
from minqiao.duties.suggestions.rules.measures import all_figures
from minqiao.duties.suggestions.rules.scope import Scope, scope_from
from minqiao.foundation.accounts.models import User
from tests.factories import (
    GRADES,
    a_contact,
    a_dispatched,
    a_replied,
    an_evaluated,
    at,
    day,
    to_signing,
)

pytestmark = pytest.mark.django_db
TODAY = day("2026-06-30")
SCOPE = Scope(year=2026, on=TODAY)


def figure(actor, key, scope=SCOPE):
    """(number, base, percent) of one figure."""
    found = {one.key: one for _, group in all_figures(cases(actor, scope), scope, TODAY) for one in group}
    return found[key].number, found[key].base, found[key].percent


def opened(actor, fact, **narrower):
    """The titles a list behind a figure shows."""
    params = {"fact": fact, "year": "2026", **narrower}
    return sorted(row["title"] for row in lists.suggestions(actor, params, TODAY))


def opened_by(actor, query):
    """The rows behind an address."""
    return lists.suggestions(actor, QueryDict(query), TODAY)


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    session = client.session
    session["capacity"] = actor.capacity_id
    session.save()
    return client


def test_what_is_not_yet_assigned_is_in_no_base(world):
    a_dispatched(world, title="甲")
    a_dispatched(world, title="乙", on="2026-07-01", when="2026-06-30")
    assert figure(world.affairs, "replied") == (0, 1, "0.00%")
    assert opened(world.affairs, "assigned") == ["甲"]


def test_answered_late_and_not_answered_are_told_apart(world):
    a_dispatched(world, title="未答复")
    a_replied(world, title="按期", when="2026-06-22")
    a_replied(world, title="逾期", when="2026-06-23")
    assert figure(world.affairs, "replied") == (2, 3, "66.67%")
    assert figure(world.affairs, "on_time") == (1, 3, "33.33%")
    assert opened(world.affairs, "late_reply") == ["逾期"]
    assert opened(world.affairs, "overdue") == ["未答复"]


def test_a_visit_counts_as_face_to_face_until_the_deputy_disputes_it(world):
    _, row = a_replied(world)
    assert figure(world.affairs, "met") == (1, 1, "100.00%")
    logged = row.contacts.get()
    handling.confirm_contact(
        row,
        actor=world.deputy,
        at=at("2026-05-21"),
        contact=logged,
        state="disputed",
        deputy_words="没有来过",
    )
    assert figure(world.affairs, "met") == (0, 1, "0.00%")
    assert figure(world.affairs, "contacted") == (0, 1, "0.00%")


def second_round(world, row, **grades):
    """A redone reply and what the deputy says of it, as records."""
    Handling.objects.filter(pk=row.pk).update(round=2)
    reply = row.replies.create(
        round=2, category="A", number="毕交函〔2026〕9号", signer="局长", issued_on=day("2026-06-20")
    )
    signer = row.suggestion.lead_signer
    Evaluation.objects.create(reply=reply, mandate=signer, evaluated_at=at("2026-06-25"), **(GRADES | grades))


def test_first_and_final_satisfaction_stand_side_by_side(world):
    an_evaluated(world)
    _, row = an_evaluated(world, result="dissatisfied", words="路面仍然破损")
    second_round(world, row, result="satisfied")
    assert figure(world.affairs, "first_satisfied") == (1, 2, "50.00%")
    assert figure(world.affairs, "first_dissatisfied") == (1, 2, "50.00%")
    assert figure(world.affairs, "final_satisfied") == (2, 2, "100.00%")
    assert opened(world.affairs, "redone") == [row.suggestion.title]
    earlier = SCOPE.of(on=day("2026-06-24"))
    assert figure(world.affairs, "final_satisfied", earlier) == (1, 2, "50.00%")


def test_the_government_counts_released_grades_only(world):
    _, row = an_evaluated(world)
    assert figure(world.gov, "final_satisfied") == (0, 0, "—")
    assert opened(world.gov, "final_satisfied") == []
    replying.release(row, actor=world.affairs, at=at("2026-05-26"))
    assert figure(world.gov, "final_satisfied") == (1, 1, "100.00%")


@pytest.mark.parametrize("who", ["deputy", "unit"])
def test_nobody_learns_a_grade_by_asking_a_list_for_it(world, who):
    an_evaluated(world, result="dissatisfied", words="没有办好")
    actor = world.deputies[1] if who == "deputy" else world.officer["A14"]
    graded = [fact for fact in FACTS if fact.startswith(("first_", "final_"))]
    assert [fact for fact in graded if behind(actor, SCOPE, fact)] == []
    assert behind(actor, SCOPE, "solved") == []


def test_promises_are_counted_of_those_due(world):
    found, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-20"))
    a_contact(world, row)
    promises = [("设计", day("2026-06-01")), ("排水", day("2026-06-30")), ("通车", day("2026-07-01"))]
    to_signing(world, row, promises=promises)
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
    kept = {"state": "met", "done_on": day("2026-06-01"), "settled_on": day("2026-06-20")}
    Commitment.objects.filter(text="设计").update(**kept)
    assert figure(world.affairs, "promises") == (1, 2, "50.00%")
    assert opened(world.affairs, "promise_due") == [found.title]


def test_units_count_their_own_parts_and_each_count_opens_its_rows(world):
    a_dispatched(world, lead="A14", assist=("A08",), title="甲")
    a_replied(world, title="乙", when="2026-06-23")
    unit = all_tables(cases(world.affairs, SCOPE), SCOPE, TODAY)[0]
    numbers = {line.words: [cell.number for cell in line.cells] for line in unit.lines}
    assert numbers == {
        "市交通运输局": [2, 0, 1, 1, 1, 0, 0, 0, 0, 0],
        "市财政局": [0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    }


def test_every_cell_of_every_table_opens_as_many_rows_as_it_says(world):
    a_dispatched(world, lead="A14", assist=("A08",), title="甲")
    Suggestion.objects.update(topic="", delegation=None)
    a_replied(world, title="乙", when="2026-06-23")
    _, row = an_evaluated(world)
    second_round(world, row)
    tables = all_tables(cases(world.affairs, SCOPE), SCOPE, TODAY)
    cells = [
        (table.key, line.words, cell)
        for table in tables
        for line in (*table.lines, table.total)
        for cell in line.cells
    ]
    assert [one for one in cells if len(opened_by(world.affairs, one[2].rows)) != one[2].number] == []
    assert [line.words for line in tables[2].lines] == ["城建环保", "未标明"]
    assert [line.cells[0].number for line in tables[2].lines] == [2, 1]


def test_a_confidential_proposer_is_not_found_by_his_delegation(world):
    a_dispatched(world, request_confidential=True)
    named = [table.lines[0].words for table in all_tables(cases(world.affairs, SCOPE), SCOPE, TODAY)]
    kept = [table.lines[0].words for table in all_tables(cases(world.gov, SCOPE), SCOPE, TODAY)]
    assert (named[4], kept[4]) == ("七星关代表团", "未标明")
    params = {"delegation": str(world.delegation.pk)}
    assert opened(world.affairs, "assigned", **params) == ["关于修复威宁路破损路段的建议"]
    assert opened(world.gov, "assigned", **params) == []


def test_lights_and_the_forecast_by_the_units_own_pace(world):
    for number in range(3):
        a_replied(world, title=f"快{number}", when="2026-06-18")  # ninety days each
    a_dispatched(world, title="新", on="2026-04-20", when="2026-04-01")  # due 20 July, expected 19 July
    a_dispatched(world, title="将超期", on="2026-04-15", when="2026-04-01")  # due 15 July, expected 14 July
    a_dispatched(world, title="已超期")
    lines, total = lights_by_unit(cases(world.affairs, SCOPE), SCOPE, TODAY)
    assert [(line.words, [cell.number for cell in line.cells]) for line in lines] == [
        ("市交通运输局", [3, 1, 0, 1, 1, 0, 2, 0])
    ]
    later = Scope(year=2026, on=day("2026-07-15"))
    assert behind(world.affairs, later, "likely_late") == []
    assert total.cells[0].number == 3


def test_an_address_that_makes_no_sense_means_this_year_today():
    words = {"year": "99999", "on": "2026-13-40", "unit": "x", "kind": "y" * 50}
    assert scope_from(words, TODAY) == Scope(year=2026, on=TODAY, kind="y" * 20)
    assert scope_from({"on": "2027-01-01"}, TODAY).on == TODAY
    assert Scope(year=2024, on=day("2024-02-29")).last_year == Scope(year=2023, on=day("2023-02-28"))


@pytest.mark.parametrize(
    "who", ["affairs", "secretariat", "chairs", "member", "committee", "gov", "gov_leader"]
)
@pytest.mark.parametrize("name", ["figures", "ahead", "promises"])
def test_those_who_count_see_the_pages(world, client, who, name):
    an_evaluated(world)
    answer = as_(client, getattr(world, who)).get(reverse(f"suggestions:{name}"))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["figures", "ahead", "promises"])
def test_others_are_refused(world, client, name):
    answer = as_(client, world.deputy).get(reverse(f"suggestions:{name}"))
    assert (answer.status_code, "统计供人大常委会" in answer.content.decode()) == (409, True)


def test_the_page_takes_no_more_queries_for_more_rows(world, client):
    as_(client, world.affairs)
    url = reverse("suggestions:figures")
    taken = []
    for size in (1, 12):
        while Handling.objects.count() < size:
            an_evaluated(world)
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        taken.append(len([one for one in caught if "workdays_" not in one["sql"]]))
    assert taken == [21, 21]


@pytest.mark.parametrize(("form", "mark"), [("docx", b"PK"), ("xlsx", b"PK")])
def test_the_report_is_handed_out_as_a_file(world, client, form, mark):
    an_evaluated(world)
    answer = as_(client, world.chairs).get(reverse("suggestions:handling_report", args=[form]))
    assert (answer.status_code, answer.content[:2]) == (200, mark)
    assert f".{form}" in answer["Content-Disposition"]


def test_an_unknown_form_of_the_report_is_not_found(world, client):
    assert as_(client, world.affairs).get("/suggestions/figures/report.exe").status_code == 404
