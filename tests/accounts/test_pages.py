"""The pages: each office its own, nobody else's; and one's own page for everybody."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.foundation.accounts.choices import THREE_OFFICES, Role
from minqiao.foundation.accounts.models import ApiToken, Capacity, SavedView, User
from minqiao.foundation.trail.models import Event
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress, Deputy
from minqiao.registry.units.models import Unit
from tests.accounts.conftest import PASSWORD, START, sign_in

pytestmark = pytest.mark.django_db
READERS = {
    "/accounts/users/": {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
    "/accounts/users/new/": {Role.SYSTEM_ADMIN},
    "/accounts/policy/": {Role.SECURITY_ADMIN},
    "/trail/": {Role.AUDITOR},
    "/accounts/profile/": set(Role),
}
WRITERS = {
    "users/new/": (Role.SYSTEM_ADMIN, {"username": "neu", "name": "新人"}),
    "users/{user}/": (Role.SYSTEM_ADMIN, {"name": "改名", "email": ""}),
    "users/{user}/password/": (Role.SYSTEM_ADMIN, {}),
    "users/{user}/deactivate/": (Role.SYSTEM_ADMIN, {"note": "调离"}),
    "users/{user}/grant/": (
        Role.SECURITY_ADMIN,
        {"role": "auditor", "words": "", "scope_id": "0", "note": "任免文件"},
    ),
    "capacities/{capacity}/suspend/": (Role.SECURITY_ADMIN, {"note": "借调"}),
    "capacities/{capacity}/end/": (Role.SECURITY_ADMIN, {"note": "换届", "on": ""}),
}


@pytest.fixture
def subject(person):
    """Somebody for the administrators to work on."""
    return person(Role.DEPUTY, username="zhangsan", name="张三")


def texts(answer):
    return answer.content.decode()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("page", READERS)
def test_pages_open_to_their_office_only(client, person, role, page):
    client.force_login(person(role))
    assert client.get(page).status_code == (200 if role in READERS[page] else 409)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("door", WRITERS)
def test_acts_are_their_offices_only_and_leave_a_trace(client, person, subject, role, door):
    office, typed = WRITERS[door]
    client.force_login(person(role, username="acting"))
    before = list(User.objects.values()), list(Capacity.objects.values())
    address = door.format(user=subject.pk, capacity=subject.capacities.get().pk)
    answer = client.post(f"/accounts/{address}", typed)
    unchanged = before == (list(User.objects.values()), list(Capacity.objects.values()))
    if role == office:
        assert (answer.status_code in (200, 302), unchanged, Event.objects.count()) == (True, False, 1)
    else:
        assert (answer.status_code in (404, 409), unchanged, Event.objects.count()) == (True, True, 0)


def test_a_stranger_is_sent_to_the_door(client):
    for page in READERS:
        assert client.get(page)["Location"] == f"/accounts/login/?next={page}"


def test_the_one_time_password_is_shown_once_and_works(client, offices):
    client.force_login(offices[Role.SYSTEM_ADMIN])
    page = client.post("/accounts/users/new/", {"username": "LiSi", "name": "李四"})
    assert page["Cache-Control"] == "no-store"
    password = texts(page).partition("<code>")[2].partition("</code>")[0]
    cache.clear()
    client.logout()
    assert sign_in(client, "lisi", password)["Location"] == "/"
    assert client.get("/")["Location"] == "/accounts/password/change/"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"username": "", "name": "李四"}, "请填写"),
        ({"username": "李四", "name": "李四"}, "只用字母、数字"),
        ({"username": "ZHANGSAN", "name": "李四"}, "这个用户名已有人使用"),
        ({"username": "x" * 61, "name": "李四"}, "60"),
    ],
)
def test_a_wrong_new_user_comes_back_with_what_was_typed(client, offices, subject, typed, fault):
    client.force_login(offices[Role.SYSTEM_ADMIN])
    answer = client.post("/accounts/users/new/", typed)
    assert (answer.status_code, fault in texts(answer), "李四" in texts(answer)) == (422, True, True)
    assert User.objects.count() == 4


def test_users_are_found_by_name_and_by_user_name(client, offices, subject):
    client.force_login(offices[Role.SECURITY_ADMIN])
    for words in ("张", "HANGS"):
        page = texts(client.get("/accounts/users/", {"words": words}))
        assert ("zhangsan" in page, "sysadmin" in page) == (True, False)
    assert "没有找到用户" in texts(client.get("/accounts/users/", {"words": "无此人"}))


def test_the_list_of_users_costs_the_same_for_few_and_for_many(client, offices):
    client.force_login(offices[Role.SYSTEM_ADMIN])
    costs = []
    for size in (3, 23, 43):
        while User.objects.count() < size:
            user = User.objects.create_user(f"user{User.objects.count()}", name="某人")
            Capacity.objects.create(user=user, role=Role.DEPUTY, starts_on=START)
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/accounts/users/").status_code == 200
        costs.append(len(queries))
    assert costs[:2] == [costs[0]] * 2
    assert costs[2] == costs[0] + 1  # a second page: all are counted


def test_the_security_admin_sees_no_passwords_to_reset_and_the_system_admin_no_rights(
    client, offices, subject
):
    client.force_login(offices[Role.SECURITY_ADMIN])
    page = texts(client.get(f"/accounts/users/{subject.pk}/"))
    assert ("授予职务" in page, "重置密码" in page) == (True, False)
    client.force_login(offices[Role.SYSTEM_ADMIN])
    page = texts(client.get(f"/accounts/users/{subject.pk}/"))
    assert ("授予职务" in page, "重置密码" in page) == (False, True)


def test_the_security_admin_is_told_why_he_cannot_grant_to_himself(client, offices):
    me = offices[Role.SECURITY_ADMIN]
    client.force_login(me)
    page = texts(client.get(f"/accounts/users/{me.pk}/grant/", {"role": "deputy", "words": ""}))
    assert "不能授予职务给本人" in page
    typed = {"role": "auditor", "words": "", "scope_id": "0", "note": "x"}
    assert client.post(f"/accounts/users/{me.pk}/grant/", typed).status_code == 409
    assert me.capacities.count() == 1


def test_a_scope_that_was_not_offered_is_refused(client, offices, subject):
    client.force_login(offices[Role.SECURITY_ADMIN])
    typed = {"role": "auditor", "words": "", "scope_id": "12", "note": "x"}
    assert client.post(f"/accounts/users/{subject.pk}/grant/", typed).status_code == 422


def test_a_unit_is_found_by_name_and_granted_with_its_realm(client, offices, subject, settings):
    area = Area.objects.create(code=settings.PLACE, name="毕节市", level="prefecture")
    congress = Congress.objects.create(
        area=area,
        level="prefecture",
        name="毕节市第三届人民代表大会",
        standing_committee="毕节市人民代表大会常务委员会",
        government="毕节市人民政府",
        term=3,
        starts_on=START,
    )
    unit = Unit.objects.create(code="JT", name="毕节市交通运输局", short_name="市交通运输局", area=area)
    client.force_login(offices[Role.SECURITY_ADMIN])
    address = f"/accounts/users/{subject.pk}/grant/"
    assert "毕节市交通运输局" in texts(client.get(address, {"role": "unit_officer", "words": "交通"}))
    typed = {"role": "unit_officer", "words": "交通", "scope_id": unit.pk, "note": "任免〔2026〕3号"}
    assert client.post(address, typed).status_code == 302
    row = Capacity.objects.get(role=Role.UNIT_OFFICER)
    assert (row.scope_id, row.scope_label, row.realm_id) == (unit.pk, "毕节市交通运输局", congress.pk)
    assert "毕节市人民政府" in texts(client.get(address, {"role": "gov_office", "words": "毕节"}))


def test_the_policy_page_names_the_locked_sign_ins(client, offices, subject):
    cache.clear()
    for _ in range(5):
        sign_in(client, "zhangsan", "wrong-password-1")
    client.force_login(offices[Role.SECURITY_ADMIN])
    page = texts(client.get("/accounts/policy/"))
    assert ("zhangsan" in page, "连续失败5次，锁定15分钟" in page) == (True, True)


# One's own page


def test_a_token_is_shown_once(client, subject):
    client.force_login(subject)
    capacity = subject.capacities.get().pk
    page = client.post("/accounts/tokens/new/", {"capacity": capacity, "note": "统计", "days": "30"})
    assert ("mq_" in texts(page), "no-store" in page["Cache-Control"]) == (True, True)
    again = texts(client.get("/accounts/profile/"))
    assert ("统计" in again, "mq_" in again) == (True, False)
    client.post(f"/accounts/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert ApiToken.objects.count() == 0


def test_nobody_revokes_the_token_of_another(client, person, subject):
    client.force_login(subject)
    capacity = subject.capacities.get().pk
    client.post("/accounts/tokens/new/", {"capacity": capacity, "note": "统计", "days": "30"})
    client.force_login(person(Role.DEPUTY, username="other"))
    assert client.post(f"/accounts/tokens/{ApiToken.objects.get().pk}/revoke/").status_code == 404
    assert ApiToken.objects.count() == 1


@pytest.mark.parametrize("office", sorted(THREE_OFFICES))
def test_the_three_offices_are_offered_no_token(client, offices, office):
    user = offices[Role(office)]
    client.force_login(user)
    assert "建立接口令牌" not in texts(client.get("/accounts/profile/"))
    typed = {"capacity": user.capacities.get().pk, "note": "x", "days": "30"}
    assert client.post("/accounts/tokens/new/", typed).status_code == 422
    assert ApiToken.objects.count() == 0


def test_saved_views_come_and_go(client, subject):
    client.force_login(subject)
    typed = {"room": "suggestions", "name": "未办结", "query": "state=open", "next": "/accounts/profile/"}
    assert client.post("/accounts/views/new/", typed)["Location"] == "/accounts/profile/"
    assert "/suggestions/?state=open" in texts(client.get("/accounts/profile/"))
    client.post(f"/accounts/views/{SavedView.objects.get().pk}/delete/")
    assert SavedView.objects.count() == 0


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_away(client, subject, back):
    client.force_login(subject)
    typed = {"room": "suggestions", "name": "x", "next": back}
    assert client.post("/accounts/views/new/", typed)["Location"] == "/"


def test_own_data_is_complete_and_holds_no_secret(client, person, subject):
    person(Role.DEPUTY, username="other", name="李四")
    cache.clear()
    sign_in(client, "zhangsan")
    answer = client.post("/accounts/my-data/")
    data = answer.json()["账号"]
    assert data["账号"]["用户名"] == "zhangsan"
    assert [row["职务"] for row in data["职务"]] == ["代表"]
    assert [row["动作"] for row in data["操作记录"]] == ["登录", "导出本人数据"]
    text = texts(answer)
    assert ("李四" in text, subject.password in text, PASSWORD in text) == (False, False, False)


def test_own_data_holds_what_the_register_keeps_about_a_deputy(client, subject):
    Deputy.objects.create(code="D1", name="张三", phone="13900000012", user=subject)
    Deputy.objects.create(code="D2", name="李四", phone="13900000099")
    client.force_login(subject)
    data = client.post("/accounts/my-data/").json()["人大机构与代表"]
    assert (data["代表编号"], data["电话"], data["代表资格"]) == ("D1", "13900000012", [])


def test_all_pages_of_ones_own_work_without_any_capacity(client, subject):
    Capacity.objects.update(ends_on=dt.date(2022, 1, 1))
    client.force_login(subject)
    page = texts(client.get("/accounts/profile/"))
    assert ("您目前没有有效的职务" in page, "张三" in page) == (True, True)
    assert client.post("/accounts/my-data/").json()["账号"]["账号"]["姓名"] == "张三"
