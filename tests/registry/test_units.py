"""Handling units and their duty lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.registry.units import actions, queries
from minqiao.registry.units.forms import DutyRow, UnitRow
from minqiao.registry.units.models import Unit, UnitDuty
from tests.registry.conftest import NOW, texts

WATER = {
    "code": "A15",
    "name": "毕节市水务局",
    "short_name": "市水务局",
    "kind": "government",
    "is_active": True,
}


def test_a_unit_is_written_once_and_changes_are_named(world):
    assert actions.save_unit(WATER, actor=world.affairs, at=NOW) == "created"
    assert actions.save_unit(WATER, actor=world.affairs, at=NOW) == "unchanged"
    changed = WATER | {"contact_phone": "0000-1", "is_active": False}
    assert actions.save_unit(changed, actor=world.gov, at=NOW) == "updated"
    events = Event.objects.filter(action="save_unit").order_by("seq")
    assert list(events.values_list("label", "note")) == [
        ("新增承办单位", "毕节市水务局"),
        ("修改承办单位", "联系电话、在用"),
    ]


def test_two_codes_cannot_carry_one_name(world):
    with pytest.raises(Refused) as refused:
        actions.save_unit(WATER | {"name": "毕节市教育局"}, actor=world.affairs, at=NOW)
    assert refused.value.why == "已有名为“毕节市教育局”的单位，编号不同"
    assert Unit.objects.filter(code="A15").exists() is False


def test_only_its_keepers_change_the_list(world):
    line = queries.duties_of(world.units["A14"])[0]
    acts = (
        lambda: actions.save_unit(WATER, actor=world.deputy, at=NOW),
        lambda: actions.save_duty({"unit": line.unit_id, "words": "渡口"}, actor=world.deputy, at=NOW),
        lambda: actions.drop_duty(line, actor=world.deputy, at=NOW),
    )
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.why == "承办单位名录由代表工作委员会、政府办公室或系统管理员维护"
    assert [duty.words for duty in queries.duties_of(world.units["A14"])] == ["国省干线和农村公路建设养护"]


def test_a_duty_line_is_written_once_and_dropped_with_its_words_on_the_trail(world):
    unit = world.units["A14"]
    data = {"unit": unit.pk, "words": "危桥改造"}
    assert actions.save_duty(data, actor=world.affairs, at=NOW) == "created"
    assert actions.save_duty(data, actor=world.affairs, at=NOW) == "unchanged"
    assert actions.save_duty(data | {"topic": "交通"}, actor=world.affairs, at=NOW) == "updated"
    actions.drop_duty(UnitDuty.objects.get(words="危桥改造"), actor=world.affairs, at=NOW)
    assert list(
        Event.objects.filter(case_type="units.unit").order_by("seq").values_list("label", "note")
    ) == [
        ("新增职责", "危桥改造"),
        ("修改职责", "危桥改造"),
        ("删除职责", "危桥改造"),
    ]


def test_units_are_found_by_name_code_and_the_words_of_a_duty(world):
    def codes(text, **more):
        return [unit.code for unit in queries.search_units(world.deputy, text, **more)]

    Unit.objects.filter(code="A03").update(is_active=False)
    assert codes("农村公路") == ["A14"]
    assert codes("财政") == ["A08"]
    assert codes("A1") == ["A11", "A14"]
    assert codes("学校") == []
    assert codes("学校", include_unused=True) == ["A03"]
    assert queries.unit_named("市财政局").code == "A08"
    assert queries.unit_named("没有") is None


def test_a_short_name_two_units_share_means_neither(world):
    actions.save_unit(WATER | {"short_name": "市教育局"}, actor=world.affairs, at=NOW)
    names = queries.units_by_any_name()
    assert (names.get("市教育局"), names["A15"]) == (None, Unit.objects.get(code="A15").pk)
    form = DutyRow({"unit": "市教育局", "words": "学校"}, lookups=names)
    assert form.errors == {"unit": ["没有名为“市教育局”的承办单位（简称有重复时请填全称或编号）"]}


def test_rows_of_units_are_checked_like_the_form(world):
    row = {"code": "A15", "name": "某局", "kind": "政府部门", "contact_phone": "电话", "is_active": "在"}
    assert UnitRow(row).errors == {
        "kind": [
            "“政府部门”不在可选范围，应为下列之一：政府工作部门、县级政府（管委会）、党群部门、"
            "监察委员会、人民法院、人民检察院、国有企业事业单位"
        ],
        "contact_phone": ["电话只能有数字、短横和“转”"],
        "is_active": ["请填写“是”或“否”"],
    }


def test_a_unit_is_entered_changed_and_given_duties_in_the_browser(world, signed_in):
    client = signed_in(world.affairs)
    typed = WATER | {"area": "毕节市", "is_active": "on"}
    page = client.post("/units/new/", typed)
    unit = Unit.objects.get(code="A15")
    assert page.url == f"/units/{unit.pk}/"
    assert unit.area_id == "520500000000"
    client.post(f"/units/{unit.pk}/edit/", typed | {"name": "毕节市水务局（新）", "code": "X"})
    unit.refresh_from_db()
    assert (unit.code, unit.name) == ("A15", "毕节市水务局（新）")
    client.post(f"/units/{unit.pk}/duties/", {"words": "农村饮水安全"})
    client.post(f"/units/duties/{UnitDuty.objects.get(unit=unit).pk}/drop/")
    assert queries.duties_of(unit) == []


def test_a_deputy_sees_units_and_no_forms(world, signed_in):
    client = signed_in(world.deputy)
    page = client.get(f"/units/{world.units['A14'].pk}/")
    assert texts(page).rows == [["职责", "类别"], ["国省干线和农村公路建设养护", ""]]
    assert client.get("/units/new/").status_code == 409


def test_the_list_takes_as_many_queries_for_1_as_for_30(world, signed_in):
    client = signed_in(world.affairs)

    def queries_of_the_page():
        client.get("/units/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/units/")
        return len(captured)

    before = queries_of_the_page()
    for number in range(30):
        Unit.objects.create(
            code=f"B{number:02}", name=f"单位{number}", short_name=f"单{number}", kind="party"
        )
    assert queries_of_the_page() == before
