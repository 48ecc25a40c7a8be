"""The rulebook's pages."""

import html
import re

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.rulebook.rules import DEFAULTS
from minqiao.foundation.rulebook.rules.suggestions import items
from tests.rulebook.conftest import CITY, COUNTY, TODAY, day

pytestmark = pytest.mark.django_db
FORM = {
    "place": CITY, "value": "7", "unit": "workdays", "basis": "市办法第五条", "source": "毕人常〔2026〕3号",
    "level": "city", "valid_from": "2026-03-02",
}  # fmt: skip


def words(response):
    """The page's text, one space between its words."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def faults(response):
    shown = re.findall(r'<p class="error" id="[^"]*">(.*?)</p>', response.content.decode(), re.S)
    return [html.unescape(fault.strip()) for text in shown for fault in text.split("<br>")]


def test_nobody_reads_without_signing_in(client):
    assert client.get("/rulebook/").status_code == 302


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.UNIT_OFFICER, Role.AUDITOR])
def test_everybody_signed_in_reads_every_rule(sign_in, role):
    page = words(sign_in(role).get("/rulebook/"))
    assert [entry.label for entry in DEFAULTS.values() if entry.label not in page] == []
    assert page.count("3至10个工作日不等") == 1


def test_the_number_of_rows_does_not_change_the_number_of_queries(
    sign_in, change, django_assert_max_num_queries
):
    client = sign_in(Role.DEPUTY)
    for step in range(1, 6):
        change("return", step, unit="workdays", valid_from=day(f"2026-03-0{step}"))
    client.get("/rulebook/")
    with django_assert_max_num_queries(4):
        client.get("/rulebook/")


def test_another_place_and_another_day(sign_in, change):
    change("return", 9, unit="days", place=COUNTY, valid_from=day("2026-04-01"))
    client = sign_in(Role.DEPUTY)
    asked = [
        words(client.get(f"/rulebook/return/?place={place}&on={on}")).count("现行值 9天")
        for place, on in ((COUNTY, "2026-04-01"), (COUNTY, "2026-03-31"), (CITY, "2026-04-01"))
    ]
    assert asked == [1, 0, 0]


def test_a_rule_shows_who_changed_it_and_why(sign_in, change):
    change("return", 7, unit="workdays")
    page = words(sign_in(Role.DEPUTY).get("/rulebook/return/"))
    assert page.count("市人大常委会办法第五条") == 2
    assert (page.count("执行中"), page.count("平台默认值 5个工作日"), page.count("停止执行")) == (1, 1, 0)


def test_the_form_is_filled_with_what_stands(sign_in):
    page = sign_in(Role.DEPUTY_AFFAIRS).get("/rulebook/return/change/").content.decode()
    assert (page.count('value="5"'), page.count(f'value="{CITY}"')) == (1, 1)
    assert page.count('<option value="workdays" selected>') == 1


def test_a_change_through_the_form(sign_in):
    response = sign_in(Role.DEPUTY_AFFAIRS).post("/rulebook/return/change/", FORM)
    assert (response.status_code, response["Location"]) == (302, "/rulebook/return/")
    assert [value("return", place=COUNTY, on=on) for on in (TODAY, day("2026-03-02"))] == [5, 7]


@pytest.mark.parametrize(
    ("key", "typed", "fault"),
    [
        ("return", {"value": "0"}, "不能小于1"),
        ("return", {"valid_from": "2026-02-28"}, "生效日不能早于今天；已经过去的日子按当时的规则"),
        ("return", {"place": "110000000000"}, "应为本地（520500000000）或者其下级的代码"),
        ("return", {"basis": ""}, "请填写"),
        (
            "reply",
            {"value": "4", "unit": "months"},
            f"{DEFAULTS['reply'].basis}：最长3个月，只能缩短，不能延长，也不能改用其他单位",
        ),
        ("fund.levels", {"value": "city 市级"}, "第1项应有2栏（代号｜名称），每栏都要填写"),
        ("number_format", {"value": "{serial}"}, "须含有{term}、{session}"),
    ],
)
def test_faults_stand_at_their_field_and_nothing_is_kept(sign_in, key, typed, fault):
    response = sign_in(Role.DEPUTY_AFFAIRS).post(f"/rulebook/{key}/change/", FORM | typed)
    assert (response.status_code, faults(response)) == (422, [fault])
    assert LocalRule.objects.count() == 0


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("pre_review_by_gov_office", "no", False),
        ("joint_withdraw", "lead", "lead"),
        ("vote.seats", "8", 8),
        ("number_format", "{term}届{session}次{serial:3}号", "{term}届{session}次{serial:3}号"),
        ("fund.levels", "city｜市级\n\ntownship|乡级", items(city="市级", township="乡级")),
    ],
)
def test_every_kind_of_value_can_be_changed(sign_in, key, typed, kept):
    response = sign_in(Role.DEPUTY_AFFAIRS).post(f"/rulebook/{key}/change/", FORM | {"value": typed})
    assert response.status_code == 302
    assert value(key, place=CITY, on=day("2026-03-02")) == kept


@pytest.mark.parametrize("key", [key for key, entry in DEFAULTS.items() if not entry.fixed])
def test_every_form_takes_back_what_it_shows(sign_in, key):
    """Nothing is lost between a value, its field and the value again."""
    client = sign_in(Role.DEPUTY_AFFAIRS)
    page = client.get(f"/rulebook/{key}/change/").content.decode()
    shown = re.search(r'name="value"[^>]*value="([^"]*)"', page) or re.search(
        r'name="value".*?<option value="([^"]*)" selected', page, re.S
    )
    area = re.search(r'<textarea[^>]*name="value"[^>]*>\n?(.*?)</textarea>', page, re.S)
    typed = html.unescape((area or shown).group(1))
    assert (
        client.post(
            f"/rulebook/{key}/change/", FORM | {"value": typed, "unit": DEFAULTS[key].unit}
        ).status_code
        == 302
    )
    assert value(key, place=CITY, on=day("2026-03-02")) == DEFAULTS[key].value


def test_others_are_refused_politely(sign_in, change):
    row = change("return", 7, unit="workdays")
    client = sign_in(Role.GOV_OFFICE)
    answers = [
        client.get("/rulebook/return/change/").status_code,
        client.post("/rulebook/return/change/", FORM).status_code,
        client.post(f"/rulebook/{row.pk}/end/").status_code,
    ]
    assert answers == [409, 409, 409]
    assert value("return", place=CITY, on=day("2026-03-02")) == 7


def test_a_row_is_ended_by_its_button(sign_in, change):
    row = change("return", 7, unit="workdays")
    client = sign_in(Role.DEPUTY_AFFAIRS)
    assert client.get("/rulebook/return/").content.decode().count(f"/rulebook/{row.pk}/end/") == 1
    assert client.get(f"/rulebook/{row.pk}/end/").status_code == 405
    assert client.post(f"/rulebook/{row.pk}/end/").status_code == 302
    assert value("return", place=CITY, on=day("2026-03-02")) == 5


def test_addresses_of_nothing(sign_in):
    client = sign_in(Role.DEPUTY_AFFAIRS)
    assert client.get("/rulebook/nonsense/").status_code == 404
    assert client.post("/rulebook/999/end/").status_code == 404
    assert client.get("/rulebook/duty.points_enabled/change/").status_code == 409


def test_words_in_the_address_are_harmless(sign_in):
    response = sign_in(Role.DEPUTY).get("/rulebook/?place=<script>&on=2026-99-99")
    assert (response.status_code, response.content.decode().count("<script>")) == (200, 0)
