"""The register's spreadsheet: one row per mandate, judged before anything is written."""

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity
from minqiao.foundation.trail.models import Event
from minqiao.kit.sheets import Checker
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.actions import save_deputy_row, save_deputy_rows
from minqiao.registry.congress.models import Congress, Deputy, Mandate
from minqiao.registry.congress.queries import deputy_lookups, deputy_rows
from minqiao.registry.congress.sheets import DEPUTIES
from tests.factories import a_capacity, a_user, acting, day
from tests.registry.conftest import NOW, PLATFORM

ROW = {
    "code": "N1",
    "name": "曾云",
    "sex": "女",
    "nationality": "彝族",
    "birth_year": "1980",
    "phone": "12000000009",
    "congress": "毕节市第三届人民代表大会",
    "level": "市级",
    "delegation": "七星关代表团",
    "certificate_no": "8-1",
    "area": "毕节市",
    "is_committee_member": "是",
    "is_chairs_council": "否",
    "starts_on": "2024-01-15",
}


def checked(**cells):
    """What the row's form makes of it: its data, or its faults in words."""
    data, faults = Checker(DEPUTIES, deputy_lookups()).check(2, ROW | cells)
    return data or [f"{fault.column}：{fault.reason}" for fault in faults]


def saved(actor, **cells):
    lookups = deputy_lookups()
    data, faults = Checker(DEPUTIES, lookups).check(
        2, {key: text for key, text in (ROW | cells).items() if text is not None}
    )
    assert faults == []
    return save_deputy_row(data, actor=actor, at=NOW, lookups=lookups)


def test_a_row_becomes_a_deputy_with_a_mandate(world):
    assert saved(world.affairs) == "created"
    mandate = Mandate.objects.get(certificate_no="8-1")
    assert (mandate.deputy.name, mandate.deputy.initials, mandate.deputy.phone) == (
        "曾云",
        "zy",
        "12000000009",
    )
    assert (mandate.delegation, mandate.area_id, mandate.starts_on) == (
        world.delegation,
        "520500000000",
        day("2024-01-15"),
    )
    assert (mandate.is_committee_member, mandate.is_chairs_council) == (True, False)


def test_many_rows_at_once_come_to_the_same_as_one_by_one(world, county):
    lower = {"congress": county.name, "level": "", "delegation": "", "is_committee_member": "否"}
    rows = [
        ROW,
        ROW | {"code": "N2", "name": "单云"},
        ROW | {"code": "N3", "name": "查云", "certificate_no": "8-3"},
        ROW | lower | {"code": "N3", "name": "查云", "certificate_no": "D-3"},
        ROW | {"code": "N1", "name": "另一位"},
    ]
    lookups = deputy_lookups()
    checker = Checker(DEPUTIES, lookups)
    data = [checker.check(number, row)[0] for number, row in enumerate(rows[:4], 2)]
    data.append(Checker(DEPUTIES, lookups).check(6, rows[4])[0])
    outcomes = save_deputy_rows(data, actor=world.affairs, at=NOW, lookups=lookups)
    assert [str(outcome) for outcome in outcomes] == [
        "created",
        "代表证号8-1已属于另一位代表",
        "created",
        "updated",
        "编号N1已登记为“曾云”，与本行姓名不同；更名请在代表页面办理",
    ]
    events = Event.objects.filter(case_type="congress.deputy").order_by("seq")
    assert list(events.values_list("label", "note")) == [
        ("登记代表", "曾云"),
        ("登记代表资格", "毕节市第三届人民代表大会 8-1"),
        ("登记代表", "查云"),
        ("登记代表资格", "毕节市第三届人民代表大会 8-3"),
        ("登记代表资格", "大方县第十八届人民代表大会 D-3"),
    ]
    assert Deputy.objects.get(code="N3").initials == "zy"
    assert {
        saved(world.affairs),
        saved(world.affairs, **{key: rows[2][key] for key in ("code", "name", "certificate_no")}),
    } == {"unchanged"}


def test_the_same_row_again_changes_nothing_and_leaves_no_trace(world):
    saved(world.affairs)
    before = Event.objects.count()
    assert saved(world.affairs) == "unchanged"
    assert (Event.objects.count(), Deputy.objects.filter(code="N1").count()) == (before, 1)


def test_a_changed_row_updates_and_the_trail_says_what(world):
    saved(world.affairs)
    assert saved(world.affairs, post="某村村民", is_committee_member="否") == "updated"
    events = Event.objects.filter(case_type="congress.deputy").order_by("seq")
    assert list(events.values_list("label", "note")) == [
        ("登记代表", "曾云"),
        ("登记代表资格", "毕节市第三届人民代表大会 8-1"),
        ("修改代表资料", "单位及职务"),
        ("修改代表资格登记", "毕节市第三届人民代表大会：常委会组成人员"),
    ]


def test_a_second_congress_is_a_second_mandate_of_the_same_person(world, county):
    saved(world.affairs)
    lower = {"congress": county.name, "level": "县级", "delegation": "", "certificate_no": "D1"}
    assert saved(world.affairs, **lower, is_committee_member="否") == "updated"
    assert [each.congress_id for each in Deputy.objects.get(code="N1").mandates.order_by("pk")] == [
        world.congress.pk,
        county.pk,
    ]


def test_columns_left_out_and_empty_cells_leave_what_is_there_and_marked_ones_clear(world):
    saved(world.affairs, post="某村村民")
    absent = dict.fromkeys(("post", "delegation", "phone", "is_committee_member", "starts_on", "birth_year"))
    assert saved(world.affairs, **absent) == "unchanged"
    assert saved(world.affairs, post="", phone="", birth_year="", delegation="") == "unchanged"
    assert saved(world.affairs, post="清空", phone="清空") == "updated"
    deputy = Deputy.objects.get(code="N1")
    assert (deputy.post, deputy.phone, deputy.birth_year) == ("", "", 1980)


def test_a_masked_phone_means_as_it_was(world):
    saved(world.affairs)
    assert saved(world.affairs, phone="120****0009") == "unchanged"
    assert Deputy.objects.get(code="N1").phone == "12000000009"


def test_without_a_certificate_the_code_stands_in(world):
    saved(world.affairs, certificate_no="", starts_on="")
    mandate = Mandate.objects.get(deputy__code="N1")
    assert (mandate.certificate_no, mandate.starts_on) == ("N1", world.congress.starts_on)


def test_each_fault_of_a_row_is_named(world):
    assert checked(
        code="N 1",
        sex="F",
        nationality="彝",
        birth_year="八十",
        phone="12",
        congress="某人大",
        area="某地",
        is_committee_member="也许",
        starts_on="3月",
    ) == [
        "代表编号：只能用字母、数字和短横，不超过20位",
        "性别：“F”不在可选范围，应为下列之一：女、男",
        "民族：没有“彝”这个民族，应写全称，如“彝族”",
        "出生年份：请填写数字",
        "电话：应为11位手机号码，或带区号的座机号码",
        "人大：没有名为“某人大”的人大，请先在人大机构中登记",
        "选举单位：没有名为“某地”的区划",
        "常委会组成人员：请填写“是”或“否”",
        "起始日：日期应写作 2026-03-20",
    ]


def test_what_does_not_fit_together_is_named(world):
    assert checked(level="县级", delegation="某代表团", is_committee_member="否", is_chairs_council="是") == [
        "层级：毕节市第三届人民代表大会是市级，与所填层级不符",
        "代表团：毕节市第三届人民代表大会没有名为“某代表团”的代表团，请先登记代表团",
        "主任会议成员：主任会议成员应同时是常委会组成人员",
    ]


def test_two_congresses_of_one_name_are_listed_with_their_codes(world, county):
    Congress.objects.filter(pk=county.pk).update(name=world.congress.name)
    assert checked(delegation="") == [
        "人大：名为“毕节市第三届人民代表大会”的人大不止一个：毕节市 520500000000；大方县 520521000000，"
        "请先在人大机构中改成带上级区划的名称"
    ]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"name": "单云"}, "编号N1已登记为“曾云”，与本行姓名不同；更名请在代表页面办理"),
        ({"code": "N2"}, "代表证号8-1已属于另一位代表"),
        ({"certificate_no": "3-001"}, "代表证号3-001已属于另一位代表"),
    ],
)
def test_a_row_that_would_spoil_another_is_refused_before_it_writes(world, cells, why):
    saved(world.affairs)
    before = Event.objects.count()
    with pytest.raises(Refused) as refused:
        saved(world.affairs, **cells, post="新职务")
    assert refused.value.why == why
    assert (Event.objects.count(), Deputy.objects.filter(post="新职务").count()) == (before, 0)


def test_an_ended_mandate_is_not_revived_by_a_row(world):
    saved(world.affairs)
    Mandate.objects.filter(certificate_no="8-1").update(state="ended", ended_on="2026-01-01")
    assert saved(world.affairs) == "unchanged"
    with pytest.raises(Refused) as refused:
        saved(world.affairs, is_committee_member="否")
    assert refused.value.why == "代表资格已终止，不能再修改"


def test_a_county_office_imports_its_own_deputies_only(world, county):
    below = acting(a_capacity(a_user("xian"), Role.DEPUTY_AFFAIRS, county.pk, county.pk))
    with pytest.raises(Refused) as refused:
        saved(below)
    assert refused.value.why == "毕节市第三届人民代表大会的代表不由本机构登记"
    own = {"congress": county.name, "level": "", "delegation": ""}
    assert saved(below, **own) == "created"


def test_only_keepers_may_write_rows(world):
    with pytest.raises(Refused) as refused:
        saved(world.gov)
    assert refused.value.why == "代表名册由代表工作委员会维护"


def test_the_rights_of_a_deputy_with_an_account_follow_the_row(world):
    deputy = world.mandates[0].deputy
    same = {"code": deputy.code, "name": deputy.name, "certificate_no": "3-001"}
    saved(world.affairs, **same)
    held = Capacity.objects.filter(user=deputy.user, scope_id=world.mandates[0].pk)
    assert sorted(held.values_list("role", flat=True)) == ["committee_member", "deputy"]


def test_what_is_exported_is_imported_again_unchanged(world):
    saved(world.affairs)
    exported = next(row for row in deputy_rows(world.affairs) if row["code"] == "N1")
    cells = {
        key: "是" if value is True else "否" if value is False else str(value or "")
        for key, value in exported.items()
    }
    assert cells["phone"] == "12000000009"
    assert saved(world.affairs, **cells) == "unchanged"


def test_phones_leave_the_house_only_with_the_office_that_keeps_them(world):
    saved(PLATFORM)
    phones = {
        actor.role: next(row["phone"] for row in deputy_rows(actor) if row["code"] == "N1")
        for actor in (world.affairs, world.system_admin, PLATFORM)
    }
    assert phones == {"deputy_affairs": "12000000009", "system_admin": "120****0009", "clock": "12000000009"}
