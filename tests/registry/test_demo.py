"""The demo's registry: the numbers the scenarios count on, and everybody's sign-in."""

import csv
import time
from collections import Counter

import pytest

from minqiao.config.demo import bodies
from minqiao.config.demo.people import DATA
from minqiao.config.demo.registry import ALL_DEPUTIES, build_registry
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit import sheetfiles
from minqiao.kit.sheets import matched
from minqiao.overviews.exchange.actions import Tally, take
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.congress import queries
from minqiao.registry.congress.models import Congress, Deputy, Mandate
from minqiao.registry.congress.sheets import DEPUTIES
from minqiao.registry.units.models import Unit, UnitDuty
from tests.factories import day
from tests.registry.conftest import NOW, PLATFORM


@pytest.fixture(scope="module")
def built(module_db):
    return build_registry(scale="bijie", at=NOW)


def test_the_congress_has_its_numbers(built):
    counts = queries.counts_of(built["congress"])
    assert (counts["active"], counts["members"], counts["chairs"], counts["women"]) == (565, 56, 10, 185)
    assert [len(built[name]) for name in ("mandates", "delegations", "committees", "units")] == [
        565,
        10,
        8,
        66,
    ]


def test_deputies_are_elected_by_the_counties_of_the_invented_list(built):
    with (DATA / "synthetic_deputies.csv").open(encoding="utf-8") as file:
        expected = Counter(row["county"] for row in csv.DictReader(file))
    assert Counter(mandate.area.name for mandate in Mandate.objects.select_related("area")) == expected


def test_every_delegation_has_deputies(built):
    assert sum(each.deputy_count for each in queries.delegations(built["congress"])) == 565
    assert min(each.deputy_count for each in queries.delegations(built["congress"])) == 15


def test_the_fifth_session_closed_before_the_assignment(built):
    session = queries.session_on(built["congress"], day("2026-03-20"))
    assert (session.number, session.opens_on, session.closes_on) == (5, day("2026-03-10"), day("2026-03-13"))


def test_units_have_duty_lists_of_five_lines_and_more(built):
    lines = Counter(UnitDuty.objects.values_list("unit__code", flat=True))
    assert (len(lines), min(lines.values()), Unit.objects.values("reply_word").distinct().count()) == (
        66,
        5,
        66,
    )


def test_everybody_can_act_in_the_roles_of_the_story(built):
    def roles(username):
        held = Capacity.objects.valid_on(day("2026-06-01")).filter(user__username=username)
        return sorted(held.values_list("role", flat=True))

    expected = {
        "daibiao": ["deputy"],
        "d0100": ["deputy"],
        "zhuren": ["chairs_council", "committee_member", "deputy"],
        "weiyuan": ["committee_member", "deputy"],
        "shuangzhong": ["deputy", "unit_principal"],
        "daigongwei": ["deputy_affairs"],
        "mishuchu": ["secretariat"],
        "zhengfuban": ["gov_office"],
        "danwei": ["unit_officer"],
        "danwei-fen": ["unit_deputy_head"],
        "danwei-zhu": ["unit_principal"],
        "u-a09": ["unit_officer"],
        "shiwei": ["special_committee"],
        "xitong": ["system_admin"],
        "anquan": ["security_admin"],
        "shenji": ["auditor"],
    }
    assert {username: roles(username) for username in expected} == expected


def test_all_sign_in_with_the_one_password_and_nobody_shares_an_account(built):
    assert built["users"]["daibiao"].check_password(built["password"]) is True
    assert User.objects.values("password").distinct().count() == 1
    assert Deputy.objects.filter(user=None).count() == 0


def test_no_telephone_can_be_anybodys(built):
    deputies = {deputy.phone[:3] for deputy in Deputy.objects.all()}
    units = {phone[:5] for phone in Unit.objects.values_list("contact_phone", flat=True)}
    assert (deputies, units) == ({"120"}, {"0000-"})


def test_the_trail_of_the_building_holds(built):
    assert fault_in_trail() == ""


def test_the_small_demo_has_the_same_people_in_fewer_seats(db):
    small = build_registry(scale="small", at=NOW)
    assert [len(small[name]) for name in ("mandates", "delegations", "committees", "units")] == [
        40,
        10,
        8,
        12,
    ]
    assert {"daibiao", "danwei", "daigongwei", "shuangzhong", "zhuren"} - set(small["users"]) == set()


@pytest.mark.scale
def test_nineteen_thousand_deputies_are_imported_in_under_a_minute(db):
    """S-10: five levels, from a file, through the form; processor time, since the machine is shared."""
    load_divisions(actor=PLATFORM, at=NOW)
    bodies.city_congress(actor=PLATFORM, at=NOW)
    bodies.other_congresses(actor=PLATFORM, at=NOW)
    names = list(Congress.objects.order_by("pk").values_list("name", flat=True))
    rows = [
        {
            "code": f"T{n:06}",
            "name": "曾玉兰",
            "sex": "女",
            "phone": f"121{n:08}",
            "congress": names[n % len(names)],
        }
        for n in range(ALL_DEPUTIES)
    ]
    content, tally, begun = sheetfiles.write(DEPUTIES.columns, rows), Tally(), time.process_time()
    table = matched(DEPUTIES, sheetfiles.read(content, "a.xlsx"))
    for batch in take(DEPUTIES, table, actor=PLATFORM, clock=lambda: NOW):
        tally.add(batch)
    assert (tally["created"], tally["bad"], Mandate.objects.count()) == (ALL_DEPUTIES, 0, ALL_DEPUTIES)
    assert {each.level for each in Congress.objects.all()} == {
        "national",
        "province",
        "prefecture",
        "county",
        "township",
    }
    assert time.process_time() - begun < 60
