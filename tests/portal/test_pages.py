"""The public site: only what was published, to anybody, light, the same for all, and no person behind it."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.actions import disclosing
from minqiao.duties.suggestions.models import Publication
from minqiao.foundation.accounts.models import User
from minqiao.overviews.portal.actions import CALLS_A_MINUTE
from tests.api.disclosed import checked, decided, published, to_review, withheld
from tests.factories import REPLY, TEXT, at

pytestmark = pytest.mark.django_db
LIST, API = "/public/suggestions/", "/api/v1/public/suggestions/"
PEOPLE = re.compile(r'"(accounts_|congress_deputy|congress_mandate|suggestions_(?!publication)|trail_)')


@pytest.fixture(autouse=True)
def no_calls_counted(db):
    cache.clear()


def page(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def everything(client, pk):
    """All that the public can get about one suggestion, as one text."""
    files = ("/public/suggestions.csv", "/public/suggestions.json")
    addresses = ("/public/", LIST, f"{LIST}{pk}/", *files, API, f"{API}{pk}")
    answers = [client.get(address) for address in addresses]
    return "\n".join(b"".join(answer).decode() for answer in answers if answer.status_code == 200)


@pytest.mark.parametrize("make", [to_review, decided, checked, withheld])
def test_what_is_not_published_is_not_there(world, client, make):
    found = make(world)
    pk = found.suggestion_id
    assert [client.get(address).status_code for address in (f"{LIST}{pk}/", f"{API}{pk}")] == [404, 404]
    assert TEXT["title"] not in everything(client, pk)


def test_what_is_published_is_read_without_signing_in(world, client):
    found = published(world)
    words = page(client, f"{LIST}{found.suggestion_id}/")
    for expected in (
        TEXT["facts"],
        *TEXT["requests"],
        *REPLY["answers"],
        "代表1",
        "市交通运输局",
        found.text_hash,
    ):
        assert expected in words
    assert found.number in page(client, LIST)


def test_taken_down_it_is_gone_everywhere(world, client):
    found = published(world)
    disclosing.take_down(found, actor=world.affairs, at=at("2026-05-28"), note="数字有误")
    assert TEXT["title"] not in everything(client, found.suggestion_id)
    assert client.get(f"{LIST}{found.suggestion_id}/").status_code == 404


def test_no_contact_person_no_number_no_confidential_proposer(world, client):
    words = {"request_confidential": True, "facts": "代表1说请拨打13812345678，家住威宁路12号3栋201室。"}
    found = published(world, **words)
    told = everything(client, found.suggestion_id)
    assert "（姓名略）说请拨打（电话略），（住址略）。" in told
    hidden = [
        "代表1",
        "13812345678",
        "威宁路12号",
        "王科",
        "0857-8220001",
        "七星关",
        *[d.name for d in world.deputies],
    ]
    assert [one for one in hidden if one in told] == []


def test_a_summary_shows_the_summary_alone(world, client):
    found = published(world, "summary")
    told = everything(client, found.suggestion_id)
    assert "威宁路破损路面年内修复。" in told
    assert [one for one in (TEXT["facts"], *TEXT["requests"], *REPLY["answers"]) if one in told] == []


def test_a_search_does_not_reach_what_is_hidden(world, client):
    found = published(world, facts="请拨打13812345678。", request_confidential=True)
    assert found.number in page(client, f"{LIST}?q=威宁路")
    for words in ("13812345678", "1381234", "代表1", "王科", "8220001"):
        assert found.number not in page(client, f"{LIST}?q={words}")


def test_filters_narrow_the_list(world, client):
    found = published(world)
    unit = world.units["A14"].pk
    fits = {"year": "2026", "topic": "urban", "unit": str(unit), "q": "破损 路段"}
    others = {
        "year": "2025",
        "county": "大方县",
        "topic": "social",
        "unit": str(world.units["A03"].pk),
        "q": "学校",
    }
    assert [found.number in page(client, f"{LIST}?{name}={value}") for name, value in fits.items()] == [
        True
    ] * 4
    assert {found.number in page(client, f"{LIST}?{one}={value}") for one, value in others.items()} == {False}
    odd = "?year=99999999999999999999&topic=x&unit=-1&page=abc&q=%25_'\"&county=%00"
    assert client.get(LIST + odd).status_code in (200, 400)


def test_no_table_of_people_or_cases_is_asked(world, client):
    found = published(world)
    page(client, LIST)
    counts = []
    for address in (f"{LIST}?q=威宁路", f"{LIST}{found.suggestion_id}/", "/public/suggestions.json", API):
        with CaptureQueriesContext(connection) as caught:
            client.get(address).getvalue()
        asked = [query["sql"] for query in caught]
        assert [sql for sql in asked if PEOPLE.search(sql)] == []
        counts.append(len([sql for sql in asked if "cache" not in sql and "SAVEPOINT" not in sql]))
    assert max(counts) <= 5


def test_the_list_takes_no_more_queries_for_more_rows(world, client):
    counts = []
    for size in (1, 3):
        while Publication.objects.published().count() < size:
            published(world, title=f"关于第{Publication.objects.count()}件事的建议")
        page(client, LIST)
        with CaptureQueriesContext(connection) as caught:
            page(client, LIST)
        counts.append(len(caught))
    assert counts == [2, 2]


def test_one_answer_for_all_and_a_copy_for_minutes(world, client):
    published(world)
    client.force_login(User.objects.get(username="affairs"))
    answer = client.get(LIST)
    assert "退出" not in answer.content.decode()
    assert answer["Cache-Control"] == "public, max-age=300"
    assert (answer["X-Robots-Tag"], answer.cookies.get("sessionid")) == ("noarchive", None)
    assert client.get(LIST, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    disclosing.take_down(Publication.objects.get(), actor=world.affairs, at=at("2026-05-28"), note="有误")
    assert client.get(LIST, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_search_engines_read_the_public_pages_only(client, db):
    assert page(client, "/robots.txt") == "User-agent: *\nAllow: /public/\nAllow: /static/\nDisallow: /\n"


def test_the_first_page_is_light_and_needs_no_script(world, client):
    published(world)
    for address in ("/public/", LIST):
        words = page(client, address)
        assert len(words.encode()) < 30_000
        assert "onclick" not in words
    assert 'method="post"' not in page(client, LIST)


def test_open_data_says_the_same_in_both_forms(world, client):
    found = published(world)
    rows = client.get("/public/suggestions.csv").content.decode("utf-8-sig").splitlines()
    told = b"".join(client.get("/public/suggestions.json")).decode()
    assert rows[0].split(",")[:4] == ["编号", "标题", "承办单位", "办理类别"]
    assert rows[1].startswith(f"{found.number},{found.title},市交通运输局,")
    for words in (found.number, found.title, found.text_hash, TEXT["facts"]):
        assert words in told
    assert client.get("/public/suggestions.xlsx").status_code == 404


def test_the_api_needs_no_token_and_counts_calls(world, client):
    found = published(world)
    row = client.get(API).json()["rows"][0]
    assert (row["id"], row["number"], row["units"]) == (found.suggestion_id, found.number, "市交通运输局")
    assert client.get(f"{API}{row['id']}").json()["text"]["facts"] == TEXT["facts"]
    answers = [client.get(API) for _ in range(CALLS_A_MINUTE + 1)]
    if answers[-1].status_code == 200:  # a minute ended among them
        answers += [client.get(API) for _ in range(CALLS_A_MINUTE)]
    assert answers[0].status_code == 200
    last = answers[-1]
    assert (last.status_code, last.json()["errors"]["__all__"]) == (429, ["请求过于频繁，请稍后再试"])
    assert 0 < int(last["Retry-After"]) <= 61


def test_nothing_is_written_through_the_public_api(world, client):
    pk = published(world).suggestion_id
    assert {client.post(address).status_code for address in (API, f"{API}{pk}", LIST)} == {405}
