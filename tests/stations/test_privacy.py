"""A resident's name and number: sealed, masked, shown with a logged reason, in no message, list or file."""

import pytest
from django.db import connection

from minqiao.duties.stations.actions.routing import reveal_contact
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.queries.opinions import opinions
from minqiao.duties.stations.queries.rows import opinion_rows
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at
from tests.stations import stages

pytestmark = pytest.mark.django_db
NAME = "李桥生"


def opened(client, actor, address):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get(address).content.decode()


def test_the_table_holds_neither_name_nor_number(world):
    stages.raised(world, name=NAME)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone, phone_key FROM stations_opinion")
        (row,) = cursor.fetchall()
    assert [text[:3] for text in row[:2]] == ["s4:", "s4:"]
    assert stages.PHONE not in "".join(row)


def test_every_page_masks_and_only_a_reason_opens(world, client):
    opinion = stages.raised(world, name=NAME)
    address = f"/stations/opinions/{opinion.pk}/"
    for actor in (world.keeper, world.office, world.affairs, world.deputy, world.chairs):
        for page in (address, "/stations/opinions/", f"/api/v1/stations/opinions/{opinion.pk}"):
            words = opened(client, actor, page)
            assert [secret for secret in (NAME, stages.PHONE) if secret in words] == []
    assert "138****1234" in opened(client, world.keeper, address)
    client.force_login(User.objects.get(pk=world.keeper.user_id))
    assert client.post(f"{address}contact/", {"reason": ""}).status_code == 422
    words = client.post(f"{address}contact/", {"reason": "核实位置"}).content.decode()
    assert (NAME in words, stages.PHONE in words) == (True, True)
    event = Event.objects.get(action="reveal_contact")
    assert (event.name, event.note) == ("keeper", "核实位置")


def test_who_has_nothing_to_do_with_it_may_not_look(world):
    opinion = stages.raised(world)
    for actor in (world.affairs, world.deputy, world.chairs, world.other_keeper):
        with pytest.raises(Refused, match="群众的联系方式只对"):
            reveal_contact(opinion, actor=actor, at=at("2026-09-15"), reason="看看")
    assert Event.objects.filter(action="reveal_contact").count() == 0


def test_who_sees_which_opinions(world):
    stages.routed(world, "township")
    told = ("keeper", "office", "affairs", "deputy", "county_deputy", "chairs")
    others = ("other_keeper", "gov", "secretariat", "system_admin", "auditor")
    seen = {name: opinions(getattr(world, name), {}).count() for name in (*told, *others)}
    assert seen == dict.fromkeys(told, 1) | dict.fromkeys(others, 0)


def test_nobody_sees_what_is_not_verified(world, settings):
    settings.SMS = "console"
    stages.raised(world)
    assert [
        opinions(actor, {"all": "1"}).count() for actor in (world.keeper, world.office, world.deputy)
    ] == [0] * 3


def test_no_message_and_no_trail_tells_what_was_said(world):
    stages.rated(world, "dissatisfied", name=NAME)
    told = [*Message.objects.values_list("words", flat=True), *Event.objects.values_list("note", flat=True)]
    assert [
        words for words in told for secret in (NAME, stages.PHONE, stages.TEXT[:8]) if secret in words
    ] == []
    assert Opinion.objects.get().first_rating == "dissatisfied"


def test_what_is_taken_out_as_a_file_is_masked(world):
    stages.raised(world, name=NAME)
    (row,) = opinion_rows(world.keeper)
    assert (row["phone"], row["text"]) == ("138****1234", stages.TEXT)
    assert NAME not in "".join(map(str, row.values()))
    assert list(opinion_rows(world.other_keeper)) == []
