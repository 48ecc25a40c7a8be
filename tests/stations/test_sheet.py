"""S-10, the places: 2,201 and 280 from Excel, bad rows named, good ones kept, again makes no doubles."""

from collections import Counter

import pytest

from minqiao.config.demo.stations import city_rows
from minqiao.duties.stations.actions.rows import save_attached_row
from minqiao.duties.stations.models import Attached, Kind, Place
from minqiao.duties.stations.queries.places import counts_by_county
from minqiao.duties.stations.queries.rows import AttachedLookups, attached_rows, place_rows
from minqiao.duties.stations.sheets import SHEETS
from minqiao.kit import sheetfiles
from minqiao.kit.actor import CLOCK
from minqiao.kit.sheets import CellRefused
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.areas.queries import gazetteer
from tests.exchange.test_commands import run
from tests.factories import a_world, at
from tests.stations import stages

PLACES = SHEETS[0]
BAD = (
    {"code": "BAD-1", "kind": "驿站"},
    {"code": "BAD-2", "area": "没有这个镇"},
    {"code": "BAD-3", "longitude": "200"},
    {"code": "BAD-4", "parent": "BJ-无"},
    {"code": "BAD-5", "area": "520500000000"},
)


@pytest.fixture(scope="module")
def city(module_db):
    """The city's divisions and its congress, nothing else."""
    world = a_world(deputies=1)
    stages.kinds()
    load_divisions(actor=CLOCK, at=at("2026-01-05"))
    return world


@pytest.fixture(scope="module")
def file(city, tmp_path_factory):
    """The spreadsheet of the whole city, five bad rows in it."""
    names = {kind.pk: kind.name for kind in Kind.objects.all()}
    rows = [row | {"kind": names[row["kind"]]} for row in city_rows(gazetteer(), small=False)]
    rows[100:100] = [rows[0] | {"name": "错行", "longitude": "105", "latitude": "27"} | bad for bad in BAD]
    whole = [{column.key: row.get(column.key, "") for column in PLACES.columns} for row in rows]
    path = tmp_path_factory.mktemp("places") / "站点.xlsx"
    path.write_bytes(sheetfiles.write(PLACES.columns, whole, "xlsx"))
    return path


def test_the_city_comes_in_by_one_file_and_again_changes_nothing(city, file):
    code, out, err = run("import", "stations", file)
    assert (code, out) == (2, "联络站点：共2486行，新增2481行，更新0行，未变0行，有误5行\n")
    listed = [line.split("：", 1)[1] for line in err.splitlines() if line.startswith(str(file))]
    assert listed == [
        "第102行 类型：“驿站”不在可选范围，应为下列之一：乡镇（街道）代表联络站、站、station、"
        "村（社区）代表联络室、室、room、行业代表联络站、行业站、industry、网上代表联络站、网上站、online",
        "第103行 所在区划：没有名为“没有这个镇”的区划",
        "第104行 经度：不能大于136",
        "第105行 所属联络站：没有编号为“BJ-无”的联络站",
        "第106行 所在区划：站点应当设在县区或者乡镇、村",
    ]
    kinds = Counter(Place.objects.values_list("kind_id", flat=True))
    assert kinds == {"station": 279, "room": 1914, "industry": 8, "online": 280}
    assert kinds["station"] + kinds["room"] + kinds["industry"] == 2201
    rooms = Place.objects.filter(kind="room")
    assert rooms.filter(parent__kind="station", parent__township=None).count() == 0
    assert rooms.exclude(parent=None).count() == 1914
    assert sum(number for *_, number in counts_by_county()) == 2481
    assert len({county for county, *_ in counts_by_county()}) == 9
    code, out, _ = run("import", "stations", file)
    assert (code, out) == (2, "联络站点：共2486行，新增0行，更新0行，未变2481行，有误5行\n")
    assert Place.objects.count() == 2481


@pytest.mark.django_db
def test_what_goes_out_comes_in_unchanged(world):
    stages.ready(world)
    stages.a_place("ZB-7", longitude="105.300000", latitude="27.300000", market="逢1、6")
    before = list(place_rows(CLOCK))
    for row in before:
        assert (
            PLACES.save(cleaned(row), actor=CLOCK, at=at("2026-06-01"), lookups=PLACES.lookups())
            == "unchanged"
        )
    assert list(place_rows(CLOCK)) == before


def cleaned(row):
    form = PLACES.form({key: str(value) for key, value in row.items()}, lookups=PLACES.lookups())
    assert form.errors == {}
    return {key: value for key, value in form.cleaned_data.items() if row[key] != ""}


@pytest.mark.django_db
def test_deputies_are_attached_by_a_sheet(world):
    stages.ready(world)
    row = {"place": "ZB-1", "deputy": "S000002"}
    facts = {"actor": CLOCK, "at": at("2026-06-01")}
    assert save_attached_row(row, **facts, lookups=AttachedLookups()) == "created"
    assert save_attached_row(row, **facts, lookups=AttachedLookups()) == "unchanged"
    with pytest.raises(CellRefused, match="没有编号为“S9”"):
        save_attached_row(row | {"deputy": "S9"}, **facts, lookups=AttachedLookups())
    assert Attached.objects.count() == 3
    assert next((one["place"], one["deputy"]) for one in attached_rows(CLOCK)) == ("ZB-1", "S000002")
