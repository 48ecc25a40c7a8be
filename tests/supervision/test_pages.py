"""Pages: who may open what, how many queries it takes, forms refused with everything typed still there."""

import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.supervision.figures.front import front
from minqiao.duties.supervision.models import Chase, KeyItem
from minqiao.duties.supervision.queries.items import items
from minqiao.foundation.accounts.models import User
from tests.factories import a_dispatched
from tests.supervision import stages

pytestmark = pytest.mark.django_db
TODAY = "2026-06-01"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", TODAY)


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    own = [
        query["sql"]
        for query in caught
        if "workdays_" not in query["sql"] and "rulebook_" not in query["sql"]
    ]
    return len(own)


def statuses(client, world, url, people):
    return {name: as_(client, actor).get(url).status_code for name, actor in people.items()}


def people(world):
    """Everybody, by the part played."""
    return {
        "builder": world.builder, "other_committee": world.committee, "chairs": world.chairs,
        "affairs": world.affairs, "county": world.county_office, "gov": world.gov,
        "unit": world.officer["A14"], "other_unit": world.officer["A03"], "proposer": world.deputy,
        "other_deputy": world.deputies[1], "auditor": world.auditor,
    }  # fmt: skip


INSIDE = {"builder", "other_committee", "chairs", "affairs"}


def seen_by(found):
    return {name for name, status in found.items() if status == 200}


def test_who_opens_a_key_item(world, client):
    early = stages.proposed(world)
    late = stages.running(world)
    found = {
        item.state: seen_by(
            statuses(client, world, reverse("supervision:item", args=[item.pk]), people(world))
        )
        for item in (early, late)
    }
    assert found == {"proposed": INSIDE, "running": INSIDE | {"gov", "unit", "proposer"}}


def test_who_opens_the_rest(world, client):
    check, chase = stages.checked(world), stages.chased(world, title="关于另一件事的建议")
    pages = {
        "counterpart": reverse("supervision:counterpart", args=[check.suggestion.counterpart.pk]),
        "check": reverse("supervision:check", args=[check.pk]),
        "chase": reverse("supervision:chase", args=[chase.pk]),
    }
    found = {name: seen_by(statuses(client, world, url, people(world))) for name, url in pages.items()}
    assert found == {
        "counterpart": INSIDE,
        "check": INSIDE | {"county"},
        "chase": INSIDE | {"gov", "unit"},
    }


def test_a_county_sees_the_suggestion_by_the_check_alone(world, client):
    check = stages.delegated(world)
    as_(client, world.county_office)
    page = client.get(reverse("supervision:check", args=[check.pk])).content.decode()
    assert ("尽快修复破损路面" in page, "代表1" in page) == (True, False)
    assert client.get(reverse("suggestions:detail", args=[check.suggestion_id])).status_code == 404


def test_the_proposals_words_are_not_told_outside(world, client):
    item = stages.running(world)
    as_(client, world.officer["A14"])
    page = client.get(reverse("supervision:item", args=[item.pk])).content.decode()
    assert ("提请重点督办</strong>" in page, "登记督办活动</strong>" in page) == (False, True)


def test_lists_take_five_queries_and_details_eight(world, client):
    item, check = stages.running(world), stages.checked(world)
    stages.chased(world, title="关于再一件事的建议")
    as_(client, world.affairs)
    counts = {
        name: queries(client, reverse(f"supervision:{name}"))
        for name in ("index", "counterparts", "checks", "chasing")
    }
    assert max(counts.values()) <= 8 and counts["counterparts"] <= 5 and counts["checks"] <= 5, counts
    pages = (("item", item), ("check", check), ("chase", Chase.objects.get()))
    detail = {name: queries(client, reverse(f"supervision:{name}", args=[one.pk])) for name, one in pages}
    assert max(detail.values()) <= 8, detail


def test_a_list_takes_no_more_for_more_rows(world, client):
    as_(client, world.affairs)
    stages.arranged(world)
    few = queries(client, reverse("supervision:index"))
    for number in range(4):
        stages.arranged(world, title=f"关于第{number}号事项的建议")
    assert queries(client, reverse("supervision:index")) == few


def test_a_proposal_in_the_browser(world, client):
    stages.ready(world)
    found, _ = a_dispatched(world)
    as_(client, world.builder)
    words = {"title": "农村公路养护", "reasons": "太短", "suggestions": [found.pk]}
    wrong = client.post(reverse("supervision:new"), words)
    assert (wrong.status_code, KeyItem.objects.count()) == (422, 0)
    assert "请写明理由，不少于20个字" in wrong.content.decode()
    assert "农村公路养护" in wrong.content.decode()
    right = client.post(reverse("supervision:new"), words | {"reasons": stages.REASONS})
    assert right.status_code == 302
    assert KeyItem.objects.get().proposed_by == world.builders


def test_a_chaser_is_previewed_before_it_is_issued(world, client):
    stages.ready(world)
    a_dispatched(world, on="2026-02-27", when="2026-02-26", submitted="2026-02-26")
    as_(client, world.affairs)
    url = reverse("supervision:chase_notice", args=[world.units["A14"].pk, "first"])
    assert client.get(url).status_code == 200
    number = stages.ladder(world.affairs, stages.day(TODAY)).parts[0]
    words = {"parts": [number.handling_id], "demand": "请尽快答复代表。", "answer_by": "2026-06-08"}
    preview = client.post(url, words).content.decode()
    assert ("预览，还没有印发" in preview, Chase.objects.count()) == (True, 0)
    seen = re.search(r'name="seen" value="(\w+)"', preview).group(1)
    sent = words | {"then": "issue", "seen": seen}
    changed = client.post(url, sent | {"demand": "换了话。"})
    assert (changed.status_code, Chase.objects.count()) == (409, 0)
    assert "预览以后内容有改动" in changed.content.decode()
    issued = client.post(url, sent)
    assert (issued.status_code, Chase.objects.count()) == (302, 1)
    again = client.post(url, sent)
    assert (again.status_code, Chase.objects.count()) == (409, 1)


@pytest.mark.parametrize("action", ["arrange", "choose", "record_visit", "announce", "report", "rearrange"])
def test_every_form_opens(world, client, action):
    item = {"choose": stages.proposed, "arrange": stages.chosen}.get(action, stages.running)(world)
    who = {"report": world.principal["A14"], "choose": world.chairs}.get(action, world.affairs)
    page = as_(client, who).get(reverse("supervision:item_step", args=[item.pk, action]))
    assert (page.status_code, "</form>" in page.content.decode()) == (200, True)


def test_the_plan_as_it_is_typed(world, client):
    item = stages.chosen(world)
    words = {
        "leader": world.mandates[-1].pk, "committee": world.builders.pk, "unit": world.units["A14"].pk,
        "handling_leader": "市政府副市长 某某某", "plan": stages.PLAN, "report_due_on": "2026-10-15",
        "visit_ways": ["走访调研", "听取汇报"], "visit_texts": ["现场查看", "听取汇报"],
        "visit_dates": ["2026-06-12"],
    }  # fmt: skip
    as_(client, world.affairs)
    url = reverse("supervision:item_step", args=[item.pk, "arrange"])
    wrong = client.post(url, words)
    assert (wrong.status_code, "方式、内容、计划日期的条数不一致" in wrong.content.decode()) == (422, True)
    late = client.post(url, words | {"visit_dates": ["2026-06-12", "2026-11-01"]})
    assert "晚于报告期限2026-10-15" in late.content.decode()
    right = client.post(url, words | {"visit_dates": ["2026-06-12", "2026-09-10"]})
    assert right.status_code == 302
    item.refresh_from_db()
    assert (item.state, [one.way for one in item.visits.all()]) == ("assigned", ["visit", "hearing"])


def test_the_form_of_the_plan_knows_committee_and_unit(world, client):
    item = stages.chosen(world)
    page = as_(client, world.affairs).get(reverse("supervision:item_step", args=[item.pk, "arrange"])).content
    chosen = [f'value="{one.pk}" selected' for one in (world.builders, world.units["A14"])]
    assert [words in page.decode() for words in chosen] == [True, True]


def test_what_waits_stands_first(world, client):
    item = stages.answered(world)
    page = as_(client, world.builder).get(reverse("supervision:item", args=[item.pk])).content.decode()
    assert page.index(">核查整改</a>") < page.index(">登记督办活动</a>") < page.index(">并入建议</a>")


def test_the_first_page_counts_the_years_key_items_and_opens_their_rows(world, client):
    when = stages.at(TODAY)
    assert front(world.affairs, when) is None
    stages.running(world)
    stages.reported(world)
    block = front(world.affairs, when)
    told = {tile["words"]: tile["number"] for tile in block.tiles}
    assert told == {
        "重点督办题目": 2, "督办中": 1, "已报告待审议": 1, "已办结": 0, "督办活动": 2, "问题已整改": 0,
    }  # fmt: skip
    opened = {
        tile["words"]: items(world.affairs, QueryDict(tile["url"].partition("?")[2])).count()
        for tile in block.tiles
        if tile.get("url")
    }
    assert opened == {name: told[name] for name in ("重点督办题目", "已报告待审议", "已办结")}
    assert "重点督办题目" in as_(client, world.chairs).get("/").content.decode()
    assert front(world.deputy, when) is None
