"""Before what cannot be taken back: the letter with its number and addressees, the closing, the new date."""

import pytest

from minqiao.duties.suggestions.actions import handling, office, replying
from minqiao.instruments.papers.models import Paper, Series
from tests.factories import (
    a_contact,
    a_dispatched,
    a_registered,
    a_replied,
    an_evaluated,
    at,
    day,
    to_signing,
)
from tests.suggestions.test_pages import as_, post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-03-20")


def a_batch(world, *items):
    facts = {"congress": world.congress, "name": "3-5", "suggestions": items}
    return office.prepare_batch(actor=world.affairs, at=at("2026-03-19"), **facts)


def page_of(client, actor, url):
    answer = as_(client, actor).get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_letter_of_one_item_is_read_before_it_is_assigned_alone(world, client):
    found = a_registered(world)
    page = page_of(client, world.affairs, f"/suggestions/{found.pk}/steps/assign/")
    said = (
        "关于交办毕节市第三届人民代表大会第五次会议代表建议、批评和意见的交办书",
        "送毕节市人民政府；政府办公室、每件建议的领衔和联名代表会收到消息",
        "2026年6月22日",
    )
    assert [words in page for words in said] == [True] * len(said)
    assert Paper.objects.filter(kind="assignment_letter").count() == 0


def test_the_letter_of_a_batch_is_read_with_its_number_before_it_is_issued(world, client):
    batch = a_batch(world, a_registered(world), a_registered(world, is_hard=True))
    url = f"/suggestions/batches/{batch.pk}/steps/issue_batch/"
    page = page_of(client, world.affairs, url)
    said = (
        "关于交办毕节市第三届人民代表大会第五次会议代表建议、批评和意见的交办书",
        "〔2026〕1号（现在的下一号，以印发时为准）",
        "送毕节市人民政府",
        "2026年6月22日",
        "2026年9月20日",
    )
    assert [words in page for words in said] == [True] * len(said)
    letters = Paper.objects.filter(kind="assignment_letter")
    assert (letters.count(), Series.objects.filter(key__contains="〔2026〕").count()) == (0, 0)
    answer = post(
        client,
        world.affairs,
        "suggestions:batch_step",
        [batch.pk, "issue_batch"],
        {"assigned_on": "2026-03-20"},
    )
    assert (answer.status_code, letters.get().number in page) == (302, True)


def test_a_reply_is_read_as_the_letter_it_will_be(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-05-20")
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    to_signing(world, row)
    page = page_of(client, world.principal["A14"], f"/suggestions/handlings/{row.pk}/steps/issue/")
    name = world.mandates[0].deputy.name
    said = (
        "毕交函〔2026〕1号",
        f"{name}代表：",
        f"送{name}代表；抄送",
        "2026年5月20日",
        "已列入今年养护计划。",
    )
    assert [words in page for words in said] == [True] * len(said)
    row.reply.refresh_from_db()
    assert (row.reply.issued_on, row.reply.number) == (None, "")
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
    assert row.reply.number == "毕交函〔2026〕1号"


def test_closing_says_how_it_ends_and_what_goes_on(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")
    found, row = an_evaluated(world, result="basic")
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    page = page_of(client, world.affairs, f"/suggestions/{found.pk}/steps/close/")
    assert ("办理结果基本满意" in page, "没有还在跟踪的承诺" in page) == (True, True)


def test_an_extension_shows_the_date_it_leads_to_and_never_more_than_six_months(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-08")
    _, rows = a_dispatched(world)
    row, officer = rows["A14"], world.officer["A14"]
    handling.sign_for(row, actor=officer, at=at("2026-03-23"))
    a_contact(world, row)
    page = page_of(client, officer, f"/suggestions/handlings/{row.pk}/steps/request_extension/")
    said = ("2026-06-22", "2026-09-20：自交办之日（2026-03-20）起六个月，以后不能再延")
    assert [words in page for words in said] == [True, True]
    handling.request_extension(row, actor=officer, at=at("2026-06-08"), reason="征地", done_so_far="勘察")
    page = page_of(client, world.affairs, f"/suggestions/handlings/{row.pk}/steps/approve_extension/")
    assert ("同意以后的期限" in page, said[1] in page) == (True, True)
    handling.approve_extension(row, actor=world.affairs, at=at("2026-06-09"))
    row.refresh_from_db()
    assert row.due_on == day("2026-09-20")


def test_an_act_that_issues_nothing_shows_no_letter(world, client):
    found, _ = a_replied(world)
    page = page_of(client, world.affairs, f"/suggestions/{found.pk}/")
    assert "将要印发" not in page
