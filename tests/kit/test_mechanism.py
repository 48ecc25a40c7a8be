"""A room's offer: faces of few fields, empty when left out, found in the order of the menu."""

import inspect
from dataclasses import fields, is_dataclass

from django.apps import apps

from minqiao.kit import mechanism
from minqiao.kit.mechanism import Data, Mechanism, Web, mechanisms


def test_no_face_has_more_than_ten_fields():
    classes = [one for _, one in inspect.getmembers(mechanism, inspect.isclass) if is_dataclass(one)]
    sizes = {one.__name__: len(fields(one)) for one in classes}
    assert {"Mechanism", "Web", "Data"} <= set(sizes)
    assert {name: size for name, size in sizes.items() if size > 10} == {}


def test_a_room_that_offers_nothing_is_looped_over_all_the_same():
    room = Mechanism("x", "某栏目")
    assert (room.web, room.api, room.data) == (Web(), None, Data())
    assert (room.web.menu, room.web.inbox, room.data.sheets, room.tasks) == ((), None, (), ())
    assert dict(room.notices) | dict(room.scopes) | dict(room.data.reports) == {}


def test_the_rooms_stand_in_the_order_of_the_installed_apps():
    paths = [config.name.split(".") for config in apps.get_app_configs()]
    names = [path[2] for path in paths if path[0] == "minqiao" and len(path) == 3]
    places = {slug: number for number, slug in enumerate(room.slug for room in mechanisms())}
    same = [name for name in names if name in places]  # a room whose address is its name
    assert {"accounts", "units", "suggestions"} <= set(same)
    assert same == sorted(same, key=places.get)
