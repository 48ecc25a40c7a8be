"""Saved views of the list: kept under a name, one's own, opened, deleted."""

import re

import pytest
from django.urls import reverse

from minqiao.foundation.accounts.models import SavedView, User
from tests.factories import a_registered

pytestmark = pytest.mark.django_db
INDEX = "/suggestions/"


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def save(client, name="待交办的", query="state=accepted&q=路"):
    data = {"room": "suggestions", "name": name, "query": query}
    return client.post(reverse("accounts:new_view"), data, headers={"referer": f"http://testserver{INDEX}"})


def test_the_form_on_the_list_carries_its_filter(world, client):
    a_registered(world)
    page = as_(client, world.affairs).get(INDEX, {"state": "accepted", "q": "路"}).content.decode()
    assert f'action="{reverse("accounts:new_view")}"' in page
    assert re.search(r'name="query" value="state=accepted&amp;q=%E8%B7%AF"', page)


def test_a_view_is_kept_shown_and_opens_its_filter(world, client):
    found = a_registered(world)
    as_(client, world.affairs)
    assert save(client).status_code == 302
    page = client.get(INDEX).content.decode()
    (link,) = re.findall(r'<a href="(\?[^"]+)"[^>]*>待交办的</a>', page)
    opened = client.get(INDEX + link.replace("&amp;", "&"))
    assert found.title in opened.content.decode()


def test_views_are_ones_own(world, client):
    a_registered(world)
    save(as_(client, world.affairs))
    view = SavedView.objects.get()
    other = as_(client, world.secretariat)
    assert "待交办的" not in other.get(INDEX).content.decode()
    assert other.post(reverse("accounts:drop_view", args=[view.pk])).status_code == 404
    assert SavedView.objects.count() == 1


def test_the_same_name_again_replaces_and_deletion_deletes(world, client):
    as_(client, world.affairs)
    save(client)
    save(client, query="state=submitted")
    view = SavedView.objects.get()
    assert view.query == "state=submitted"
    client.post(reverse("accounts:drop_view", args=[view.pk]))
    assert SavedView.objects.count() == 0


@pytest.mark.parametrize(("name", "query"), [("", "state=x"), ("长" * 41, ""), ("名", "q=" + "x" * 600)])
def test_a_view_without_name_or_too_long_is_refused(world, client, name, query):
    answer = save(as_(client, world.affairs), name, query)
    assert (answer.status_code, SavedView.objects.count()) == (409, 0)


def test_a_hostile_view_stays_text(world, client):
    a_registered(world)
    as_(client, world.affairs)
    save(client, name="<script>alert(1)</script>", query='"><script>alert(2)</script>')
    page = client.get(INDEX).content.decode()
    assert "<script>alert" not in page
