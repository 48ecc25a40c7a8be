"""The page of a case: short for a deputy, whole for the offices; what waits is said in full phrases."""

import re

import pytest

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.promise_duties import DUTIES as OF_PROMISES
from minqiao.duties.suggestions.queries.waiting import OF_HANDLINGS, OF_PUBLICATIONS, OF_SUGGESTIONS, waiting
from minqiao.duties.suggestions.rules.matter import WHERE
from minqiao.duties.suggestions.rules.telling import WAITS
from tests.factories import a_dispatched, a_registered, a_replied, a_submitted, an_evaluated, day
from tests.suggestions.test_pages import as_

pytestmark = pytest.mark.django_db
ON = day("2026-06-01")


def test_the_milestones_are_the_few_acts_that_say_where_it_came_to(world):
    found, _ = an_evaluated(world)
    file = case_file(world.deputy, found.pk, ON)
    acts = ["submit", "register", "assign", "dispatch", "issue", "evaluate"]
    assert [one.action for one in file.milestones] == acts
    assert len(file.events) > len(file.milestones)


def test_a_deputy_reads_the_reply_first_and_the_rest_is_folded(world, client):
    found, _ = a_replied(world)
    url = f"/suggestions/{found.pk}/"
    page = as_(client, world.deputy).get(url).content.decode()
    places = [
        page.index(words) for words in ("等您评价", "毕节市交通运输局的答复", "建议全文", "全部办理记录")
    ]
    assert places == sorted(places)
    assert '<details class="sheet"><summary>建议全文' in page
    office = as_(client, world.affairs).get(url).content.decode()
    assert office.index("<h2>案由</h2>") < office.index("答复（")


def main_button(client, actor, found):
    page = as_(client, actor).get(f"/suggestions/{found.pk}/").content.decode()
    return re.findall(r'class="button main" href="[^"]*/steps/(\w+)/"', page)


def test_what_stands_beside_the_road_is_never_the_main_button(world, client):
    found = a_registered(world)
    assert main_button(client, world.affairs, found) == ["assign"]
    assert main_button(client, world.secretariat, found) == []
    answered, _ = a_replied(world, title="关于路灯的建议")
    assert main_button(client, world.deputy, answered) == ["evaluate"]


def test_a_text_no_unit_has_yet_stands_open(world, client):
    found = a_submitted(world)
    page = as_(client, world.deputy).get(f"/suggestions/{found.pk}/").content.decode()
    assert '<details class="sheet" open><summary>建议全文' in page


def test_an_assisting_unit_is_one_line_to_a_deputy(world, client):
    found, _ = a_dispatched(world, assist=("A08",))
    page = as_(client, world.deputy).get(f"/suggestions/{found.pk}/").content.decode()
    assert "协办单位：市财政局（待签收）" in page
    assert "<h2>毕节市财政局" not in page


def test_every_state_has_its_sentence_and_every_waiting_act_its_heading():
    assert set(WHERE) == set(c.State)
    duties = (*OF_SUGGESTIONS, *OF_HANDLINGS, *OF_PUBLICATIONS, *OF_PROMISES)
    assert {duty.action for duty in duties} <= set(WAITS)


def test_what_waits_is_headed_by_what_to_do(world):
    a_replied(world)
    assert next(iter(waiting(world.deputy, ON))).act == "承办单位已答复，请您评价"


def test_many_of_one_kind_lead_to_where_they_are_done_together(world, client):
    for _ in range(2):
        an_evaluated(world)
    page = as_(client, world.affairs).get("/").content.decode()
    assert '<a href="/suggestions/?state=evaluated">一起办理</a>' in page
