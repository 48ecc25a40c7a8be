"""Pages of the room: who may open what, how many queries, a form sent twice, forms refused keep the words."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.stations.actions.telling import code_of
from minqiao.duties.stations.models import Opinion
from minqiao.foundation.accounts.models import User
from tests.stations import stages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", "2026-09-16")


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def queries(client, address):
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    ours = ("workdays_", "rulebook_")
    return len([query for query in caught if not any(name in query["sql"] for name in ours)])


def test_lists_and_pages_take_few_queries_whatever_their_length(world, client):
    opinion = stages.routed(world)
    as_(client, world.keeper)
    addresses = (
        "/stations/",
        "/stations/opinions/",
        f"/stations/{world.room.pk}/",
        f"/stations/opinions/{opinion.pk}/",
    )
    first = [queries(client, address) for address in addresses]
    for number in range(3):
        stages.routed(world, text=f"第{number}件事")
        stages.a_place(f"ZC-{number}", "room", stages.VILLAGE)
    assert [queries(client, address) for address in addresses] == first
    assert [count <= most for count, most in zip(first, (7, 7, 10, 10), strict=True)] == [True] * 4, first


def test_a_visitor_is_entered_once_and_gets_a_slip(world, client):
    stages.ready(world)
    address = f"/stations/{world.room.pk}/enter/"
    as_(client, world.keeper)
    once = str(uuid.uuid4())
    words = {"text": "路灯坏了", "way": "visit", "once": once}
    slips = [client.post(address, words).content.decode() for _ in range(2)]
    assert Opinion.objects.count() == 1
    codes = [
        re.search(r"[2-9a-z]{5}-[2-9a-hj-z]{5}", slip.split("查询码</dt>")[1]).group(0) for slip in slips
    ]
    assert codes == [code_of(uuid.UUID(once))] * 2
    assert "民意2026-00001" in slips[0]
    assert as_(client, world.other_keeper).get(address).status_code == 409


def test_a_step_is_taken_in_the_browser(world, client):
    opinion = stages.raised(world)
    as_(client, world.keeper)
    address = f"/stations/opinions/{opinion.pk}/steps/route/"
    assert stages.TEXT in client.get(address).content.decode()
    wrong = client.post(address, {"route": "", "note": "请抓紧"})
    assert (wrong.status_code, "请抓紧" in wrong.content.decode()) == (422, True)
    answer = client.post(address, {"route": "village", "handler": "村委会"})
    assert (answer.status_code, answer["Location"]) == (302, f"/stations/opinions/{opinion.pk}/")
    assert Opinion.objects.get().route == "village"
    assert client.post(address, {"route": "on_the_spot"}).status_code == 422


def test_what_belongs_to_others_is_not_there(world, client):
    opinion = stages.raised(world)
    for actor in (world.other_keeper, world.gov, world.officer["A14"]):
        assert as_(client, actor).get(f"/stations/opinions/{opinion.pk}/").status_code == 404


def test_what_waits_for_whom(world, client):
    stages.routed(world, "county")
    stages.raised(world, text="路灯坏了")
    inbox = {
        name: as_(client, getattr(world, name)).get("/").content.decode() for name in ("keeper", "office")
    }
    assert ("分流群众意见" in inbox["keeper"], "答复群众意见" in inbox["keeper"]) == (True, False)
    assert ("分流群众意见" in inbox["office"], "答复群众意见" in inbox["office"]) == (False, True)
