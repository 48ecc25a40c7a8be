"""Pages of a vote: who opens what, nothing shown too early, the table taken in without network."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.foundation.accounts.models import User
from minqiao.instruments.ballots.forms.hall import Enter
from minqiao.instruments.ballots.models import HeapEntry, Round
from minqiao.instruments.ballots.views.tally import _columns
from minqiao.instruments.papers.models import Paper
from minqiao.kit import sheetfiles
from tests.ballots import stages
from tests.factories import day

pytestmark = pytest.mark.django_db
TODAY = "2026-06-01"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", TODAY)


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def opens(client, world, row):
    """Who may open the page of a vote."""
    people = {
        "affairs": world.affairs, "secretariat": world.secretariat, "deputy": world.deputy,
        "gov": world.gov, "teller": world.officer["A14"], "chief": world.deputies[3],
        "officer": world.officer["A03"], "auditor": world.auditor,
    }  # fmt: skip
    url = reverse("ballots:detail", args=[row.pk])
    return {name for name, actor in people.items() if as_(client, actor).get(url).status_code == 200}


def test_who_opens_a_vote(world, client):
    assert opens(client, world, stages.prepared(world)) == {"affairs", "secretariat"}
    told = {"affairs", "secretariat", "deputy", "gov", "teller", "chief"}
    assert opens(client, world, stages.ready(world)) == told


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len([one for one in caught if "workdays_" not in one["sql"] and "rulebook_" not in one["sql"]])


def test_the_list_and_the_page_take_few_queries(world, client):
    row = stages.sealed(world)
    as_(client, world.affairs)
    url = reverse("ballots:index")
    one, page = queries(client, url), queries(client, reverse("ballots:detail", args=[row.pk]))
    stages.prepared(world, title="又一次")
    stages.prepared(world, title="再一次")
    assert (queries(client, url), one <= 5, page <= 9) == (one, True, True), (one, page)


def test_numbers_are_shown_to_nobody_before_their_time(world, client):
    row = stages.entered(world, I=318)
    url = reverse("ballots:detail", args=[row.pk])
    seen = {
        name: "381" in as_(client, actor).get(url).content.decode()
        for name, actor in {"teller": world.officer["A08"], "affairs": world.affairs,
                            "deputy": world.deputy, "chief": world.deputies[3]}.items()
    }  # fmt: skip
    assert seen == {"teller": True, "affairs": False, "deputy": False, "chief": True}


def test_the_count_sheet_is_opened_when_the_result_may_be_known(world, client):
    row = stages.sealed(world)
    sheet = Paper.objects.get(kind="count_sheet")
    address = reverse("ballots:paper", args=[row.pk, sheet.pk, "json"])
    found = {
        name: as_(client, actor).get(address).status_code
        for name, actor in {"affairs": world.affairs, "deputy": world.deputy}.items()
    }
    assert found == {"affairs": 200, "deputy": 404}
    Round.objects.filter(pk=row.pk).update(announced_on=day(TODAY))
    assert as_(client, world.deputy).get(address).status_code == 200


def test_a_ballot_is_drawn_without_a_code(world, client):
    row = stages.ready(world)
    paper = Paper.objects.get(kind="vote_ballot")
    page = as_(client, world.affairs).get(reverse("ballots:paper", args=[row.pk, paper.pk, "print"]))
    assert page.status_code == 200
    assert ("<svg" in page.content.decode(), "扫码核验" in page.content.decode()) == (False, False)


def a_file(row, heaps):
    """The table as filled in on a machine without network."""
    rows = []
    for number in heaps:
        words = stages.heap(number)
        for place, item in enumerate(row.items):
            marks = {name: words[name][place] for name in ("approvals", "against", "abstain")}
            rows.append({"heap": number, "ballots": words["ballots"], "void": words["void"],
                         "position": place + 1, "item": item} | marks)  # fmt: skip
    rows += [{"heap": 9, "position": place + 1, "item": item} for place, item in enumerate(row.items)]
    file = io.BytesIO(sheetfiles.write(_columns(row), rows, title="计票表"))
    file.name = "计票表.xlsx"
    return file


def test_a_table_filled_without_network_is_taken_in_like_typed_heaps(world, client):
    row = stages.closed(world)
    url = reverse("ballots:tally", args=[row.pk])
    for code in ("A14", "A08"):
        answer = as_(client, world.officer[code]).post(url, {"file": a_file(row, (1, 2))})
        assert answer.status_code == 302, answer.content.decode()
    row = stages.again(world, row)
    assert (row.disagreement(), len(row.heaps.all())) == ("", 4)
    typed = stages.entered(world, stages.closed(world, stages.ready(world, title="另一次")))
    assert [one.votes for one in row.heaps.all()] == [one.votes for one in typed.heaps.all()]


def test_a_wrong_table_keeps_nothing(world, client):
    row = stages.closed(world)
    url = reverse("ballots:tally", args=[row.pk])
    as_(client, world.officer["A14"])
    row.returned = 0
    columns = {"heap": 1, "ballots": 400, "void": 2}
    bad = io.BytesIO(sheetfiles.write(_columns(row), [columns | {"item": "A", "approvals": 1}]))
    bad.name = "表.xlsx"
    answers = [client.post(url, data) for data in ({}, {"file": bad})]
    assert [one.status_code for one in answers] == [422, 422]
    assert "请选择要导入的计票表" in answers[0].content.decode()
    assert "第2行起：项目应与选票一致，顺序不变" in answers[1].content.decode()
    assert client.get(reverse("ballots:tally_blank", args=[row.pk])).status_code == 200
    assert as_(client, world.affairs).get(url).status_code == 409
    assert HeapEntry.objects.count() == 0


def test_what_was_typed_for_a_heap_comes_back_when_it_is_refused(world, client):
    row = stages.closed(world)
    url = reverse("ballots:step", args=[row.pk, "enter"])
    words = stages.heap(1) | {"void": 3}
    answer = as_(client, world.officer["A14"]).post(url, words)
    assert (answer.status_code, "不等于有效票397" in answer.content.decode()) == (409, True)
    assert 'value="386" aria-label="A 赞成"' in answer.content.decode()
    answer = client.post(url, words | {"approvals": ["1", ""]})
    assert "12个项目都要填写，没有的填0" in answer.content.decode()


def test_a_place_that_only_ticks_asks_for_one_column(world):
    row = stages.closed(world)
    row.rules["vote.mark"] |= {"value": "approve_up_to_seats"}
    form = Enter(subject=row, actor=world.officer["A14"], on=day(TODAY))
    assert (form.columns(), "against" in form.fields) == ([("approvals", "赞成")], False)


def waits_for(client, world, row):
    """The acts of a vote on each one's first page."""
    waits, people = {}, {
        "teller": world.officer["A14"], "second": world.officer["A08"], "chief": world.deputies[3],
        "affairs": world.affairs, "deputy": world.deputy,
    }  # fmt: skip
    for name, actor in people.items():
        text = as_(client, actor).get("/").content.decode()
        found = [one for one in ("enter", "agree", "seal", "open")
                 if reverse("ballots:step", args=[row.pk, one]) in text]  # fmt: skip
        waits[name] = found
    return waits


def test_what_waits_for_whom(world, client):
    row = stages.entered(world)
    HeapEntry.objects.filter(post="second_teller", number=2).delete()
    assert waits_for(client, world, row) == {
        "teller": [], "second": ["enter"], "chief": [], "affairs": [], "deputy": [],
    }  # fmt: skip
    row = stages.entered(world, row)
    assert waits_for(client, world, row) == {
        "teller": [], "second": [], "chief": ["agree"], "affairs": [], "deputy": [],
    }  # fmt: skip
