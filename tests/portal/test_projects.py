"""Micro-projects in public: what is shown from the notice on, what never is, pictures without a sign-in."""

import pytest
from django.urls import reverse

from minqiao.duties.microprojects.actions import applying
from minqiao.duties.suggestions.models import Suggestion
from tests.factories import at, day
from tests.microprojects import stages

pytestmark = pytest.mark.django_db


def test_nothing_is_public_before_the_notice(world, client):
    found = stages.approved(world)
    page = reverse("public:project", args=[found.pk])
    photo = reverse("public:project_photo", args=[found.pk, found.photos.get().pk])
    assert [client.get(url).status_code for url in (page, photo)] == [404, 404]
    assert found.title not in client.get(reverse("public:projects")).content.decode()


def test_a_settled_project_shows_its_money_and_pictures_and_no_resident(world, client):
    found = stages.accepted(world, village_contact="王村民 13900000000")
    words = {"photo": stages.picture(size=(50, 40)), "stage": "after", "taken_on": day("2026-05-29")}
    shown = applying.add_photo(found, actor=world.deputy, at=at("2026-05-29"), **words)
    text = client.get(reverse("public:project", args=[found.pk])).content.decode()
    for words in ("86,000.00", "已验收待结算", "5875人", world.mandates[0].deputy.name, "0857-3520000"):
        assert words in text
    for private in ("王村民", "13900000000", *stages.ACCEPTORS.values()):
        assert private == world.mandates[0].deputy.name or private not in text
    answer = client.get(reverse("public:project_photo", args=[found.pk, shown.pk]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")


def test_a_confidential_proposer_is_not_named_in_public(world, client):
    found = stages.announced(world)
    Suggestion.objects.update(request_confidential=True)
    text = client.get(reverse("public:project", args=[found.pk])).content.decode()
    assert world.mandates[0].deputy.name not in text


def test_the_list_is_searched_and_a_copy_holds_until_something_happens(world, client):
    found = stages.announced(world)
    page = reverse("public:projects")
    first = client.get(page, {"q": "打谷场", "county": found.county_id, "year": 2026, "kind": "road"})
    assert found.title in first.content.decode()
    assert found.title not in client.get(page, {"q": "打谷场", "kind": "light"}).content.decode()
    again = client.get(page, {"q": "打谷场"}, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    stages.applied(world, title="坪山村便民桥")
    assert client.get(page, headers={"If-None-Match": first["ETag"]}).status_code == 200
