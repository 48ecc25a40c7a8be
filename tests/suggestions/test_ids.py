"""Ids no table holds: refused or passed over, never an error of the server."""

import pytest

from minqiao.duties.suggestions.models import Handling
from tests.factories import a_registered, an_assigned
from tests.suggestions.test_pages import as_, post

pytestmark = pytest.mark.django_db

HUGE = "9" * 30


def test_lists_pass_over_what_is_no_id(world, client):
    a_registered(world)
    as_(client, world.affairs)
    paths = ("/papers/?case=suggestions.suggestion:²", f"/papers/?case=suggestions.suggestion:{HUGE}",
             f"/suggestions/?batch={HUGE}", "/suggestions/?unit=²")  # fmt: skip
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)


def test_many_pass_over_what_is_no_id(world, client):
    as_(client, world.affairs)
    answer = client.post("/suggestions/many/", {"action": "register", "pk": [HUGE, "²"]})
    assert (answer.status_code, answer["Location"]) == (302, "/suggestions/")


@pytest.mark.parametrize("strange", [HUGE, "²", "x"])
def test_a_dispatch_to_no_unit_names_its_field(world, client, strange):
    found = an_assigned(world)
    data = {
        "mode": "separate",
        "separate_units": [strange, str(world.units["A14"].pk)],
        "parts": ["一", "二"],
    }
    answer = post(client, world.gov, "suggestions:step", [found.pk, "dispatch"], data)
    assert (answer.status_code, Handling.objects.count()) == (422, 0)
    assert f"“{strange}”" in answer.content.decode()


def test_units_are_kept_in_the_order_named_however_their_ids_are_written(world, client):
    found = an_assigned(world)
    first, second = world.units["A11"], world.units["A14"]
    data = {"mode": "separate", "separate_units": [f"00{first.pk}", second.pk], "parts": ["用地", "路面"]}
    answer = post(client, world.gov, "suggestions:step", [found.pk, "dispatch"], data)
    rows = Handling.objects.order_by("pk").values_list("unit_id", "part")
    assert (answer.status_code, list(rows)) == (302, [(first.pk, "用地"), (second.pk, "路面")])
