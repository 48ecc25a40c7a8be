"""S-10, standards: a hundred points by two inspectors; 88 slots, guards, plaques, downgrade."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from minqiao.duties.stations.actions import standards
from minqiao.duties.stations.actions.items import save_check_item
from minqiao.duties.stations.models import CheckItem, Inspection, Kind, Place, Reception
from minqiao.duties.stations.queries.standards import model_slots
from minqiao.duties.stations.rules.standards import fault_in_points, middle, received_lately, stars_for
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import forget_rules
from minqiao.kit.actor import CLOCK
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area
from tests.factories import a_capacity, a_user, a_world, acting, at, day
from tests.stations import stages


@pytest.mark.parametrize(
    ("totals", "result", "stars"),
    [
        ((96, 94), "95.0", 5),
        ((95, 94), "94.5", 4),
        ((60, 61), "60.5", 1),
        ((59, 60), "59.5", 0),
        ((75, 75), "75.0", 3),
    ],
)
def test_the_middle_of_two_sheets_and_its_stars(totals, result, stars):
    assert (middle(totals), stars_for(middle(totals))) == (Decimal(result), stars)


def test_points_of_every_line_and_no_more_than_it_gives():
    most = {"1": 5, "2": 5}
    assert fault_in_points({"1": 5, "2": 0}, most) == ""
    assert fault_in_points({"1": 5}, most) == "还有1项没有打分"
    assert fault_in_points({"1": 6, "2": -1}, most) == "有2项超过分值"


@pytest.mark.parametrize(
    ("held", "why"),
    [("2026-03-01", ""), ("2026-02-28", "有"), (None, "有")],
)
def test_without_a_reception_in_three_months_no_model(held, why):
    place = SimpleNamespace(model_months=3, last_held_on=held and day(held))
    words = "最近3个月没有接待记录，不能申报示范" if why else ""
    assert received_lately(place, day("2026-06-02")) == words


def test_the_shipped_checklists_add_up_to_a_hundred(db):
    stages.kinds()
    for kind in ("station", "room", "industry"):
        assert sum(CheckItem.objects.filter(kind=kind).values_list("points", flat=True)) == 100


@pytest.fixture
def inspected(world):
    """A place with an inspection begun, and a second inspector."""
    stages.ready(world)
    world.second = acting(a_capacity(a_user("second"), Role.DEPUTY_AFFAIRS, world.county.pk, world.county.pk))
    standards.begin_inspection(world.station, actor=world.office, at=at("2026-06-01"))
    world.inspection = Inspection.objects.select_related("place__kind").get()
    return world


def points(all_but, given):
    items = CheckItem.objects.filter(kind="station")
    return {str(item.pk): given if item.position <= all_but else 5 for item in items}


@pytest.mark.django_db
def test_two_inspectors_score_by_themselves_and_the_middle_counts(inspected):
    found = inspected.inspection
    with pytest.raises(Refused, match="须有两名检查人各自打分，现有0份"):
        standards.settle(found, actor=inspected.office, at=at("2026-06-02"))
    standards.score(found, actor=inspected.office, at=at("2026-06-02"), points=points(2, 3), words="缺标识")
    standards.score(found, actor=inspected.office, at=at("2026-06-02"), points=points(2, 4))
    with pytest.raises(Refused, match="现有1份"):
        standards.settle(found, actor=inspected.office, at=at("2026-06-02"))
    standards.score(found, actor=inspected.second, at=at("2026-06-03"), points=points(3, 4))
    with pytest.raises(Refused, match="已有两名检查人打分"):
        standards.score(found, actor=inspected.affairs, at=at("2026-06-03"), points=points(3, 4))
    standards.settle(found, actor=inspected.office, at=at("2026-06-04"))
    assert [sheet.total for sheet in found.sheets.all()] == [98, 97]
    assert (found.result, found.stars) == (Decimal("97.5"), 0)


@pytest.mark.django_db
def test_stars_only_where_the_place_wants_them(inspected):
    LocalRule.objects.create(
        key="station.rating_sheet", place="520500000000", value=True, basis="试行", level="city",
        valid_from=day("2026-01-01"), changed_at=at("2026-01-01"),
    )  # fmt: skip
    forget_rules()
    for actor in (inspected.office, inspected.second):
        standards.score(inspected.inspection, actor=actor, at=at("2026-06-02"), points=points(0, 5))
    standards.settle(inspected.inspection, actor=inspected.office, at=at("2026-06-04"))
    assert (inspected.inspection.result, inspected.inspection.stars) == (Decimal("100.0"), 5)


def held(place, on="2026-05-15"):
    facts = {"starts_at": "09:00", "ends_at": "11:00", "rhythm": "monthly", "notice_days": 3, "visitors": 2}
    Reception.objects.create(place=place, on=day(on), state="held", **facts)
    return Place.objects.select_related("kind").get(pk=place.pk)


@pytest.mark.django_db
def test_nominated_awarded_downgraded(world):
    stages.ready(world)
    with pytest.raises(Refused, match="最近3个月没有接待记录，不能申报示范"):
        standards.nominate(world.station, actor=world.office, at=at("2026-06-01"))
    place = held(world.station)
    standards.nominate(place, actor=world.office, at=at("2026-06-01"))
    with pytest.raises(Refused, match="由市人大常委会代表工作委员会办理"):
        standards.award(place, actor=world.office, at=at("2026-06-02"), plaque_no="示范1")
    standards.award(place, actor=world.affairs, at=at("2026-06-02"), plaque_no="示范1")
    assert (place.state, place.plaque_no, place.plaque_on) == ("model", "示范1", day("2026-06-02"))
    standards.downgrade(place, actor=world.affairs, at=at("2026-09-02"), note="半年没有接待")
    assert (place.state, place.plaque_no, place.plaque_on) == ("operating", "", None)


@pytest.mark.django_db
def test_a_full_county_nominates_no_more(world):
    stages.ready(world)
    for number in range(5):
        standards.nominate(held(stages.a_place(f"M-{number}")), actor=world.office, at=at("2026-06-01"))
    with pytest.raises(Refused, match="示范名额5个已满"):
        standards.nominate(held(world.station), actor=world.office, at=at("2026-06-01"))


@pytest.fixture(scope="module")
def city(module_db):
    world = a_world(deputies=1)
    stages.kinds()
    load_divisions(actor=CLOCK, at=at("2026-01-05"))
    return world


def test_eight_counties_have_88_slots_83_filled_5_open(city):
    counties = list(Area.objects.filter(level=Level.COUNTY).values_list("pk", flat=True))
    wanted = [
        (county, kind) for county in counties for kind in Kind.objects.all() for _ in range(kind.model_slots)
    ]
    seat = {"congress": city.congress, "city": city.congress, "changed_at": at("2026-01-05")}
    plaque = {"state": "model", "plaque_on": day("2026-05-01")}
    Place.objects.bulk_create(
        Place(
            code=f"X{n}",
            kind=kind,
            name="x",
            area_id=county,
            county_id=county,
            plaque_no=f"N{n}",
            **plaque,
            **seat,
        )
        for n, (county, kind) in enumerate(wanted[:83])
    )
    rows = model_slots()
    totals = [sum(getattr(row, name) for row in rows) for name in ("slots", "filled", "nominated", "open")]
    assert totals == [88, 83, 0, 5]
    assert {(row.kind.pk, row.slots) for row in rows} == {("station", 5), ("room", 5), ("industry", 1)}


@pytest.mark.django_db
def test_the_checklist_is_data(world):
    stages.kinds()
    row = {"kind": "room", "words": "有便民伞", "group": "五有", "points": 2}
    facts = {"actor": world.affairs, "at": at("2026-06-01")}
    assert [save_check_item(row, **facts) for _ in range(2)] == ["created", "unchanged"]
    assert save_check_item(row | {"points": 0}, **facts) == "updated"
    with pytest.raises(Refused, match="联络站点由代表工作委员会登记"):
        save_check_item(row | {"points": 1}, actor=world.deputy, at=at("2026-06-01"))
