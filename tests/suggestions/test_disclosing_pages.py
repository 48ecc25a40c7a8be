"""The pages of the review: the queue, the original beside the public text, what the case shows to whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.suggestions.models import Publication
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.foundation.accounts.models import User
from tests.api.disclosed import asked, checked, decided, published, to_review, withheld
from tests.factories import day

pytestmark = pytest.mark.django_db
QUEUE = "/suggestions/publications/"
PHONE = {"facts": "威宁路破损，详情请拨打13812345678。"}


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def step(publication, action):
    return reverse("suggestions:publication_step", args=[publication.pk, action])


def queries(client, url):
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(url)
    assert answer.status_code == 200
    return len([query for query in caught if "workdays_" not in query["sql"]])


def test_the_queue_takes_no_more_queries_for_more_rows(world, client):
    as_(client, world.affairs)
    counts = []
    for size in (1, 3):
        while Publication.objects.count() < size:
            to_review(world, title=f"关于第{Publication.objects.count()}件事的建议")
        client.get(QUEUE)
        counts.append(queries(client, QUEUE))
    assert counts == [3, 3]


@pytest.mark.parametrize(
    ("who", "status"), [("affairs", 200), ("gov", 200), ("chairs", 200), ("deputy", 409), ("auditor", 409)]
)
def test_the_queue_is_for_those_who_review(world, client, who, status):
    assert as_(client, getattr(world, who)).get(QUEUE).status_code == status
    assert client.get("/api/v1/suggestions/publications/").status_code == status


@pytest.mark.parametrize("make", [to_review, asked, decided, checked, published, withheld])
def test_a_case_with_its_publication_takes_eight_queries_at_most(world, client, make):
    found = make(world, **PHONE) if make in (decided, published) else make(world)
    as_(client, world.affairs)
    url = reverse("suggestions:detail", args=[found.suggestion_id])
    client.get(url)
    assert queries(client, url) == 8


def test_the_original_stands_beside_the_public_text_and_what_is_found_is_marked(world, client):
    found = decided(world, **PHONE)
    url = step(found, "redact")
    page = as_(client, world.affairs).get(url).content.decode()
    assert "<mark>13812345678</mark>" in page
    assert "威宁路破损，详情请拨打（电话略）。</textarea>" in page


def test_nothing_is_kept_until_every_finding_is_ticked(world, client):
    found = decided(world, **PHONE)
    as_(client, world.affairs)
    texts = ["标题", "请拨打（电话略）。", "", "一", "二", "", "答一", "答二", ""]
    answer = client.post(step(found, "redact"), {"texts": texts})
    assert (answer.status_code, "还有1处没有核对" in answer.content.decode()) == (422, True)
    assert "请拨打（电话略）。</textarea>" in answer.content.decode()
    assert client.post(step(found, "redact"), {"texts": texts, "checked": ["2-1"]}).status_code == 302
    found.refresh_from_db()
    assert (found.text["facts"], found.checked_by) == ("请拨打（电话略）。", "affairs")
    assert found.checked == [{"where": "案由", "what": "电话号码", "outcome": "另行修改"}]


def test_a_draft_text_is_not_for_units_and_other_deputies(world, client):
    found = checked(world)
    told = {}
    for who in ("affairs", "gov", "deputy"):
        answer = as_(client, getattr(world, who)).get(f"/api/v1/suggestions/publications/{found.pk}")
        told[who] = bool(answer.json()["blocks"])
    for who, actor in (("officer", world.officer["A14"]), ("other", world.deputies[2])):
        answer = as_(client, actor).get(f"/api/v1/suggestions/publications/{found.pk}")
        told[who] = bool(answer.json()["blocks"])
    stranger = as_(client, world.officer["A03"]).get(f"/api/v1/suggestions/publications/{found.pk}")
    assert told == {"affairs": True, "gov": True, "deputy": True, "officer": False, "other": False}
    assert stranger.status_code == 404


def test_it_waits_for_whom_it_is(world):
    def acts(actor):
        return [one.act for one in waiting(actor, day("2026-05-28")) if "公开" in one.act]

    found = to_review(world)
    assert acts(world.affairs) == ["已经答复，请审定是否公开"]
    assert (acts(world.gov), acts(world.deputy)) == ([], [])
    Publication.objects.filter(pk=found.pk).update(state="decided", mode="full")
    assert acts(world.affairs) == ["公开以前，请隐去不宜公开的内容"]
    Publication.objects.filter(pk=found.pk).update(state="asked", asked_on=day("2026-05-26"))
    assert acts(world.deputy) == ["答复准备公开，请说明您的意见"]
