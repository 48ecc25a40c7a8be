"""The register: readings of names, the list, the forms."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, queries
from minqiao.registry.congress.models import Deputy, Mandate, Session
from tests.factories import day
from tests.registry.conftest import NOW, texts


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("单玉兰", "shanyulan", "syl"),
        ("解军", "xiejun", "xj"),
        ("仇英", "qiuying", "qy"),
        ("区明", "ouming", "om"),
        ("查良", "zhaliang", "zl"),
        ("曾秀云", "zengxiuyun", "zxy"),
        ("万俟红", "moqihong", "mqh"),
        ("令狐冲", "linghuchong", "lhc"),
        ("翟志刚", "zhaizhigang", "zzg"),
        ("李重阳", "lichongyang", "lcy"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("王", "wang", "w"),
    ],
)
def test_surnames_are_read_as_surnames(name, pinyin, initials):
    assert queries.reading(name) == (pinyin, initials)


def test_the_nationalities_are_all_there():
    assert len(queries.nationalities()) == 58
    assert (queries.nationalities()[0], queries.nationalities()[-2:]) == ("汉族", ("穿青人", "其他"))


def test_a_new_name_brings_its_reading_and_the_trail_no_contact_data(world):
    deputy = actions.save_deputy(actor=world.affairs, at=NOW, code="S9", name="曾云", phone="12000000009")
    actions.save_deputy(deputy, actor=world.affairs, at=NOW, name="单云", phone="12000000010")
    assert (deputy.pinyin, deputy.initials) == ("shanyun", "sy")
    events = Event.objects.filter(action="save_deputy").order_by("seq")
    assert list(events.values_list("label", "note")) == [("登记代表", "曾云"), ("修改代表资料", "姓名、电话")]


def test_contact_data_is_sealed_in_the_table(world):
    deputy = actions.save_deputy(actor=world.affairs, at=NOW, code="S9", name="曾云", phone="12000000009")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM congress_deputy WHERE code = 'S9'")
        stored = cursor.fetchone()[0]
    assert stored[:3] == "s4:"
    assert Deputy.objects.get(pk=deputy.pk).phone == "12000000009"


def test_only_those_who_keep_it_change_the_register(world):
    for actor in (world.deputy, world.gov, world.secretariat, world.auditor, world.security_admin):
        with pytest.raises(Refused) as refused:
            actions.save_deputy(actor=actor, at=NOW, code="S9", name="曾云")
        assert refused.value.why == "代表名册由代表工作委员会维护"
    assert Deputy.objects.filter(code="S9").exists() is False


# The list and the pages -----------------------------------------------------------------------------------


def names(world, **asked):
    return [each.deputy.name for each in queries.deputies_listed(world.deputy, world.congress, **asked)]


def test_the_list_is_searched_by_name_pinyin_initials_and_certificate(world):
    for number, name in enumerate(["曾玉兰", "张云", "单云"], 1):
        deputy = actions.save_deputy(actor=world.affairs, at=NOW, code=f"T{number}", name=name)
        actions.grant_mandate(
            deputy, world.congress, actor=world.affairs, at=NOW, certificate_no=f"8-{number}"
        )
    assert names(world, text="云") == ["张云", "单云"]
    assert names(world, text="zyl") == ["曾玉兰"]
    assert names(world, text="Z") == ["曾玉兰", "张云"]
    assert names(world, text="shan yun") == ["单云"]
    assert names(world, text="8-2") == ["张云"]
    assert names(world, text="T1") == ["曾玉兰"]
    assert names(world, text="%") == []


def test_the_list_is_narrowed_by_delegation_and_state(world):
    Mandate.objects.filter(pk=world.mandates[0].pk).update(state="suspended")
    Mandate.objects.filter(pk=world.mandates[1].pk).update(delegation=None)
    assert names(world, state="suspended") == ["代表1"]
    assert names(world, delegation=world.delegation) == ["代表1", "代表3", "代表4", "代表5"]
    assert names(world, delegation=world.delegation, state="active") == ["代表3", "代表4", "代表5"]
    found = queries.mandates_named(world.congress, "代表1")
    assert found == []


def test_the_list_takes_as_many_queries_for_5_as_for_45(world, signed_in):
    client = signed_in(world.affairs)

    def queries_of_the_page():
        client.get("/congress/deputies/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/congress/deputies/")
        return len(captured)

    before = queries_of_the_page()
    for number in range(40):
        deputy = Deputy.objects.create(code=f"X{number}", name=f"某{number}")
        Mandate.objects.create(
            deputy=deputy,
            congress=world.congress,
            delegation=world.delegation,
            certificate_no=f"x{number}",
            starts_on=day("2022-01-01"),
        )
    assert queries_of_the_page() == before


def test_the_overview_counts_what_there_is(world, signed_in):
    Mandate.objects.filter(pk=world.mandates[0].pk).update(state="suspended")
    Mandate.objects.filter(pk=world.mandates[1].pk).update(is_committee_member=True)
    assert queries.counts_of(world.congress) == {
        "deputies": 5,
        "active": 4,
        "suspended": 1,
        "ended": 0,
        "members": 1,
        "chairs": 0,
        "women": 0,
    }
    page = texts(signed_in(world.deputy).get("/congress/"))
    assert page.rows == [
        ["会议", "开幕—闭幕"],
        ["毕节市第三届人民代表大会第五次会议", "2026-03-03 至 2026-03-08"],
        ["代表团", "代表（名）"],
        ["七星关代表团", "5"],
        ["名称", "类别", "联系领域"],
        ["农业与农村委员会", "专门委员会", ""],
    ]


def test_a_clerk_enters_a_deputy_a_mandate_and_its_end_in_the_browser(world, signed_in):
    client = signed_in(world.affairs)
    typed = {"code": "S9", "name": "曾云", "sex": "女", "nationality": "彝族", "birth_year": "1980"}
    client.post("/congress/deputies/new/", typed | {"phone": "12000000009"})
    deputy = Deputy.objects.get(code="S9")
    page = client.post(f"/congress/deputies/{deputy.pk}/edit/", typed | {"post": "某村村民", "phone": ""})
    assert page.url == f"/congress/deputies/{deputy.pk}/"
    deputy.refresh_from_db()
    assert (deputy.post, deputy.phone) == ("某村村民", "12000000009")
    seat = {"congress": world.congress.pk, "delegation": world.delegation.pk, "certificate_no": "9-9"}
    client.post(f"/congress/deputies/{deputy.pk}/mandates/new/", seat | {"area": "毕节市"})
    mandate = deputy.mandates.get()
    assert (mandate.certificate_no, mandate.area_id) == ("9-9", "520500000000")
    client.post(
        f"/congress/mandates/{mandate.pk}/edit/", {"certificate_no": "9-8", "is_committee_member": "on"}
    )
    client.post(f"/congress/mandates/{mandate.pk}/suspend_mandate/", {"reason": "detained"})
    client.post(f"/congress/mandates/{mandate.pk}/resume_mandate/", {"note": "不起诉决定"})
    ended = {"reason": "moved", "ended_on": "2026-03-01", "note": "公告〔2026〕1号"}
    client.post(f"/congress/mandates/{mandate.pk}/end_mandate/", ended)
    mandate.refresh_from_db()
    assert (mandate.certificate_no, mandate.is_committee_member, mandate.state, mandate.state_reason) == (
        "9-8",
        True,
        "ended",
        "迁出或者调离本行政区域（公告〔2026〕1号）",
    )


def test_a_form_with_faults_comes_back_with_what_was_typed(world, signed_in):
    client = signed_in(world.affairs)
    typed = {"code": "S 9", "name": "曾云", "nationality": "彝", "birth_year": "80", "phone": "abc"}
    page = client.post("/congress/deputies/new/", typed)
    assert texts(page).errors == [
        "只能用字母、数字和短横，不超过20位",
        "没有“彝”这个民族，应写全称，如“彝族”",
        "不能小于1900",
        "应为11位手机号码，或带区号的座机号码",
    ]
    assert 'value="abc"' in page.content.decode()


def test_a_people_the_standard_does_not_name_is_known_here(world, signed_in):
    client = signed_in(world.affairs)
    client.post("/congress/deputies/new/", {"code": "S9", "name": "曾云", "nationality": "穿青人"})
    assert Deputy.objects.get(code="S9").nationality == "穿青人"


def test_sessions_delegations_and_committees_are_entered_in_the_browser(world, signed_in):
    client = signed_in(world.affairs)
    pk = world.congress.pk
    facts = {"number": 6, "name": "第六次会议", "opens_on": "2027-01-10", "closes_on": "2027-01-09"}
    assert texts(client.post(f"/congress/{pk}/sessions/new/", facts)).errors == ["闭幕日不能早于开幕日"]
    client.post(f"/congress/{pk}/sessions/new/", facts | {"closes_on": "2027-01-13"})
    session = Session.objects.get(number=6)
    client.post(f"/congress/bodies/sessions/{session.pk}/", facts | {"closes_on": "2027-01-14"})
    client.post(f"/congress/{pk}/delegations/new/", {"name": "大方县代表团", "area": "毕节市"})
    client.post(
        f"/congress/{pk}/committees/new/",
        {"name": "监察和司法委员会", "short_name": "监司委", "kind": "special"},
    )
    events = Event.objects.filter(case_type="congress.congress").order_by("seq")
    assert list(events.values_list("label", "note")) == [
        ("新增会议", "第六次会议"),
        ("修改会议", "第六次会议"),
        ("新增代表团", "大方县代表团"),
        ("新增专委会、委室", "监察和司法委员会"),
    ]
    assert client.get(f"/congress/{pk}/nonsense/new/").status_code == 404


def test_the_session_of_a_day(world):
    def number(text):
        found = queries.session_on(world.congress, day(text))
        return found and found.number

    Session.objects.create(
        congress=world.congress,
        number=4,
        name="四次",
        opens_on=day("2025-01-13"),
        closes_on=day("2025-01-16"),
    )
    assert [
        number(text) for text in ("2025-01-12", "2025-01-13", "2026-03-02", "2026-03-05", "2026-12-01")
    ] == [
        None,
        4,
        4,
        5,
        5,
    ]


def test_members_and_the_chairs_council(world):
    Mandate.objects.filter(pk__in=[each.pk for each in world.mandates[:3]]).update(is_committee_member=True)
    Mandate.objects.filter(pk=world.mandates[2].pk).update(is_chairs_council=True)
    Mandate.objects.filter(pk=world.mandates[0].pk).update(state="suspended")
    members = queries.committee_members(world.congress)
    assert [each.deputy.name for each in members] == ["代表3", "代表2"]
    assert [each.deputy.name for each in queries.chairs_council(world.congress)] == ["代表3"]


def test_the_congress_of_a_place_is_that_of_its_latest_term(world):
    assert queries.current_congress("5205") == world.congress
    assert queries.current_congress("520521000000") is None
