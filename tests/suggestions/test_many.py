"""The same act on a selection: what will happen is said first, then done; what cannot, with its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.actions import replying
from minqiao.duties.suggestions.models import Suggestion
from tests.factories import a_registered, a_replied, a_submitted, an_evaluated, at
from tests.suggestions.test_pages import as_

pytestmark = pytest.mark.django_db


def many(client, actor, action, *found, sure=False):
    data = {"action": action, "pk": [one.pk for one in found]} | ({"sure": "1"} if sure else {})
    answer = as_(client, actor).post("/suggestions/many/", data)
    assert answer.status_code == 200
    return answer.content.decode()


def states():
    return list(Suggestion.objects.order_by("pk").values_list("state", flat=True))


def test_before_a_release_the_page_says_what_each_unit_will_read_and_nothing_is_done(world, client):
    graded, row = an_evaluated(world, result="basic", words="进度偏慢", objection="敷衍")
    waiting, _ = a_replied(world)
    page = many(client, world.affairs, "release", graded, waiting)
    assert "可以向承办单位反馈评价的1件，不能向承办单位反馈评价的1件" in page
    assert "向市交通运输局反馈：办理态度满意，办理结果基本满意，附具体意见" in page
    assert "市交通运输局：当前环节是“已答复待评价”，不能向承办单位反馈评价" in page
    assert "敷衍" not in page
    row.refresh_from_db()
    assert row.evaluation_released is False


def test_a_release_that_was_confirmed_is_done_and_the_rest_is_named(world, client):
    graded, row = an_evaluated(world)
    waiting, other = a_replied(world)
    page = many(client, world.affairs, "release", graded, waiting, sure=True)
    assert "向承办单位反馈评价1件，1件没有向承办单位反馈评价，原因见下" in page
    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.evaluation_released, other.evaluation_released) == (True, False)


def test_only_what_was_released_and_leaves_nothing_open_is_closed(world, client):
    pairs = [
        an_evaluated(world),
        an_evaluated(world),
        an_evaluated(world, result="dissatisfied", words="没办"),
    ]
    for _, row in (pairs[0], pairs[2]):
        replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    found = [one for one, _ in pairs]
    before = many(client, world.affairs, "close", *found)
    reasons = ("评价还没有反馈承办单位，请先反馈评价", "代表对办理结果不满意，不能办结")
    assert [words in before for words in reasons] == [True, True]
    assert states() == ["evaluated"] * 3
    many(client, world.affairs, "close", *found, sure=True)
    assert states() == ["closed", "evaluated", "evaluated"]


def test_registration_is_shown_before_it_is_done(world, client):
    found = [a_submitted(world), a_registered(world)]
    page = many(client, world.secretariat, "register", *found)
    assert ("登记，编定下一个编号" in page, "当前环节是“已登记待交办”，不能登记" in page) == (True, True)
    assert states() == ["submitted", "accepted"]
    many(client, world.secretariat, "register", *found, sure=True)
    assert states() == ["accepted", "accepted"]


@pytest.mark.parametrize("who", ["secretariat", "gov", "deputy"])
def test_the_missing_right_is_the_reason(world, client, who):
    found, row = an_evaluated(world)
    page = many(client, getattr(world, who), "release", found, sure=True)
    row.refresh_from_db()
    assert (row.evaluation_released, "只有代表工作委员会可以进行此操作" in page) == (False, True)


def test_an_act_that_needs_words_cannot_be_done_to_many(world, client):
    answer = as_(client, world.affairs).post("/suggestions/many/", {"action": "send_back", "pk": [1]})
    assert (answer.status_code, "请逐件办理" in answer.content.decode()) == (409, True)


def test_the_list_offers_what_its_rows_are_open_to(world, client):
    _, row = an_evaluated(world)
    page = as_(client, world.affairs).get("/suggestions/").content.decode()
    assert [f'value="{act}"' in page for act in ("register", "release", "close")] == [False, True, False]
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    a_submitted(world)
    page = client.get("/suggestions/").content.decode()
    assert [f'value="{act}"' in page for act in ("register", "release", "close")] == [True, False, True]
    page = as_(client, world.secretariat).get("/suggestions/").content.decode()
    assert [f'value="{act}"' in page for act in ("register", "release", "close")] == [True, False, False]


def test_the_page_before_takes_no_more_queries_for_more_rows(world, client):
    found, counts = [], []
    for size in (1, 4):
        while len(found) < size:
            found.append(an_evaluated(world)[0])
        many(client, world.affairs, "release", *found)
        with CaptureQueriesContext(connection) as caught:
            client.post("/suggestions/many/", {"action": "release", "pk": [one.pk for one in found]})
        counts.append(len([query for query in caught if "workdays_" not in query["sql"]]))
    assert counts[0] == counts[1]
