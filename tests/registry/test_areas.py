"""Divisions: the real list, old codes, names that repeat."""

import pytest

from minqiao.foundation.trail.models import Event
from minqiao.registry.areas import queries
from minqiao.registry.areas.actions import load_divisions, save_area
from minqiao.registry.areas.models import Area
from minqiao.registry.areas.rules import (
    AmbiguousPlace,
    Gazetteer,
    UnknownPlace,
    current_code,
    other_names,
)
from tests.registry.conftest import NOW, PLATFORM, texts

ROWS = [
    ("520500000000", "毕节市", "", "city", None),
    ("520521000000", "大方县", "", "county", "520500000000"),
    ("520524000000", "织金县", "", "county", "520500000000"),
    ("520521102000", "猫场镇", "", "township", "520521000000"),
    ("520524103000", "猫场镇", "", "township", "520524000000"),
    ("520525101000", "骔岭镇", "鬃岭镇、中岭镇", "township", "520500000000"),
]
PLACES = Gazetteer(ROWS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("520522", "520581000000"),
        ("520522101000", "520581101000"),
        ("520521", "520521000000"),
        (" 520500000000 ", "520500000000"),
        ("Z52050000001", "Z52050000001"),
    ],
)
def test_codes_are_padded_and_old_ones_replaced(text, code):
    assert current_code(text) == code


def test_other_names_are_split_however_they_are_joined():
    assert other_names("鬃岭镇、中岭镇，老岭") == ["鬃岭镇", "中岭镇", "老岭"]


@pytest.mark.parametrize(
    ("text", "within", "code"),
    [
        ("大方县", "", "520521000000"),
        ("中岭镇", "", "520525101000"),
        ("大方县/猫场镇", "", "520521102000"),
        ("织金县猫场镇", "", "520524103000"),
        ("毕节市织金县猫场镇", "", "520524103000"),
        ("猫场镇", "520521000000", "520521102000"),
        ("520524103", "", "520524103000"),
    ],
)
def test_a_place_is_found_by_code_name_or_path(text, within, code):
    assert PLACES.code_of(text, within) == code


def test_a_name_that_repeats_is_an_error_listing_the_codes():
    with pytest.raises(AmbiguousPlace) as error:
        PLACES.code_of("猫场镇")
    assert str(error.value) == (
        "“猫场镇”不止一处，请填写代码：毕节市大方县猫场镇 520521102000；毕节市织金县猫场镇 520524103000"
    )


@pytest.mark.parametrize("text", ["", "某某镇", "贵阳市/猫场镇", "999999999999", "镇"])
def test_no_such_place_is_an_error(text):
    with pytest.raises(UnknownPlace) as error:
        PLACES.code_of(text)
    assert str(error.value) == f"没有名为“{text}”的区划"


def test_the_shipped_list_is_whole(divisions):
    assert queries.counts() == {
        "nation": 1,
        "province": 1,
        "city": 1,
        "county": 8,
        "township": 279,
        "village": 3716,
        "zone": 2,
    }


def test_loading_again_changes_nothing(divisions):
    assert load_divisions(actor=PLATFORM, at=NOW) == 0


def test_loading_again_mends_what_was_changed(divisions):
    Area.objects.filter(pk="520521000000").update(name="大方")
    assert load_divisions(actor=PLATFORM, at=NOW) == 1
    assert queries.area("520521").name == "大方县"


def test_an_old_code_leads_to_the_county_of_today(divisions):
    assert queries.area("520522000000").name == "黔西市"
    assert queries.find("黔西县").pk == "520581000000"


def test_children_path_and_full_name(divisions):
    assert [area.name for area in queries.counties("520500000000")] == [
        "七星关区",
        "大方县",
        "金沙县",
        "织金县",
        "纳雍县",
        "威宁彝族回族苗族自治县",
        "赫章县",
        "黔西市",
        "百里杜鹃管理区",
        "金海湖新区",
    ]
    assert [area.name for area in queries.path_of("520525101000")] == [
        "全国",
        "贵州省",
        "毕节市",
        "纳雍县",
        "骔岭镇",
    ]
    assert queries.full_name("520525101000") == "毕节市纳雍县骔岭镇"
    assert queries.path_of("999999999999") == []


def test_all_below_a_county(divisions):
    below = Area.objects.filter(pk__in=queries.codes_within("520527000000"))
    assert below.filter(level="township").count() == queries.children("520527000000").count()
    assert below.count() == Area.objects.filter(pk__startswith="520527").count()


def test_the_tiles_name_every_county_once(divisions):
    named = {tile["code"].ljust(12, "0") for tile in queries.tile_grid()}
    assert named == set(Area.objects.filter(level="county").values_list("pk", flat=True))


def test_an_added_place_is_on_the_trail_with_its_code(divisions):
    facts = {"code": "Z52050000009", "name": "试验区", "also_written": "", "level": "zone", "kind": ""}
    data = facts | {"parent": "520500000000"}
    assert save_area(data, actor=PLATFORM, at=NOW) == "created"
    assert save_area(data, actor=PLATFORM, at=NOW) == "unchanged"
    assert save_area(data | {"name": "新试验区"}, actor=PLATFORM, at=NOW) == "updated"
    events = Event.objects.filter(action="save_area").order_by("seq")
    assert list(events.values_list("label", "note", "subject_id")) == [
        ("新增区划", "Z52050000009 试验区", 952050000009),
        ("修改区划", "Z52050000009 新试验区", 952050000009),
    ]


def test_pages_show_the_tree_and_find_a_repeated_name(divisions, client, django_user_model):
    client.force_login(django_user_model.objects.create(username="anyone", name="某人"))
    assert texts(client.get("/areas/")).heading == "毕节市"
    page = texts(client.get("/areas/520581000000/"))
    assert (page.heading, len(page.rows) - 1) == ("黔西市", queries.children("520581000000").count())
    found = texts(client.get("/areas/", {"q": "猫场镇"})).rows
    assert found == [
        ["名称", "上级", "代码", "层级"],
        ["猫场镇", "毕节市大方县", "520521102000", "乡镇（街道）"],
        ["猫场镇", "毕节市织金县", "520524103000", "乡镇（街道）"],
    ]
    assert client.get("/areas/", {"q": "520522"}).url == "/areas/520581000000/"
    assert client.get("/areas/999999999999/").status_code == 404


def test_pages_ask_for_a_sign_in(client, db):
    assert client.get("/areas/").status_code == 302
