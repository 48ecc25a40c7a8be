"""The first page of the three offices: what each looks after, and nothing of any case."""

import pytest

from minqiao.foundation.accounts.models import Capacity, User
from tests.factories import a_registered, a_user, day
from tests.suggestions.test_pages import as_

pytestmark = pytest.mark.django_db


def home(client, actor):
    return as_(client, actor).get("/").content.decode()


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("system_admin", ["账号", "工作日历"]),
        ("security_admin", ["职务和登录安全"]),
        ("auditor", ["近30天的留痕"]),
    ],
)
def test_each_office_has_its_own_page_and_no_case_on_it(world, client, who, titles):
    found = a_registered(world)
    page = home(client, getattr(world, who))
    others = {"账号", "工作日历", "职务和登录安全", "近30天的留痕"} - set(titles)
    assert [f"<h2>{title}" in page for title in titles] == [True] * len(titles)
    assert [f"<h2>{title}" in page for title in others] == [False] * len(others)
    assert (found.title in page, found.number in page, "没有等您办的事" in page) == (False, False, False)


def test_nobody_else_has_these_blocks(world, client):
    for actor in (world.affairs, world.deputy, world.gov):
        assert "职务和登录安全" not in home(client, actor)


def test_an_account_without_a_capacity_is_counted_for_both_administrators(world, client):
    bare = User.objects.filter(capacities=None).count()
    a_user("xinren")
    for who in ("system_admin", "security_admin"):
        page = home(client, getattr(world, who))
        assert f"<strong>{bare + 1}</strong>" in page


def test_a_capacity_that_ends_soon_is_counted(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")
    Capacity.objects.filter(user__username="gov").update(ends_on=day("2026-06-20"))
    page = home(client, world.security_admin)
    tile = page[page.index("30天内到期的职务") :]
    assert tile[: tile.index("</strong>")].endswith("<strong>1")
