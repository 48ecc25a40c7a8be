"""The yearly list of promises in public: checked words, released outcomes, honest counts, no person."""

import csv
import io
import json
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.actions import disclosing, promising
from minqiao.duties.suggestions.figures.kept_public import public_kept
from minqiao.duties.suggestions.models import Commitment, PublicationPromise
from minqiao.overviews.portal.actions import CALLS_A_MINUTE
from tests.api.disclosed import decided, published
from tests.factories import at, day

pytestmark = pytest.mark.django_db
LIST = "/public/lists/promises/"
WORDS = "修复路面，联系电话13812345678"
PROMISES = [(WORDS, day("2026-09-30")), ("通车", day("2027-06-30"))]
PEOPLE = re.compile(
    r'"(accounts_|congress_|trail_|suggestions_(?!publication|commitment|reply))'
    r'|"suggestions_(?:reply"\."(?!id"|issued_on")|commitment"\."(?:text|grade))'
)


@pytest.fixture(autouse=True)
def in_june(db, monkeypatch):
    """A day on which nothing of PROMISES is due; no call has been counted."""
    cache.clear()
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-10")


def rows_of(client, year):
    """The list of a year as its JSON file tells it."""
    return json.loads(client.get(f"/public/lists/promises.json?year={year}").content)["rows"]


def test_the_words_are_those_a_person_checked(world, client):
    found = published(world, promises=PROMISES)
    (row,) = rows_of(client, 2026)
    told = (row["text"], row["number"], row["unit"], row["first_due_on"], row["outcome"], row["group"])
    assert told == (
        "修复路面，联系电话（电话略）（2026-09-30前）",
        found.number,
        "市交通运输局",
        "2026-09-30",
        "未到期",
        "本年应兑现",
    )
    words = client.get(LIST, {"year": "2026"}).content.decode()
    assert (row["text"] in words, "13812345678" in words) == (True, False)
    assert f"/public/suggestions/{found.suggestion_id}/" in words


def test_what_is_not_published_is_counted_and_not_shown(world, client):
    decided(world, promises=PROMISES)
    told = public_kept(2026, day("2026-06-01"))
    assert told.rows == []
    assert "2026年应兑现1项" in told.sentence
    assert "另有1项所在的答复没有全文公开，只计入总数，不在表内。" in told.sentence
    assert "修复路面" not in client.get(LIST, {"year": "2026"}).content.decode()


def test_a_summary_publishes_no_promise(world, client):
    published(world, "summary", promises=PROMISES)
    assert (PublicationPromise.objects.count(), rows_of(client, 2026)) == (0, [])


def test_taken_down_it_leaves_the_list(world, client):
    found = published(world, promises=PROMISES)
    before = client.get(LIST, {"year": "2026"})
    disclosing.take_down(found, actor=world.affairs, at=at("2026-05-28"), note="数字有误")
    after = client.get(LIST, {"year": "2026"}, headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, rows_of(client, 2026)) == (200, [])


def test_a_grade_is_not_told_before_it_is_released(world, client):
    published(world, promises=PROMISES)
    one = Commitment.objects.select_related("reply", "handling__suggestion").first()
    unit, when = world.officer["A14"], at("2026-06-02")
    promising.report_done(one, actor=unit, at=when, text="已经修复", done_on=day("2026-06-01"))
    promising.grade_fulfilment(one, actor=world.deputy, at=when, grade="met", words="")
    outcomes = [rows_of(client, 2026)[0]]
    promising.release_fulfilment(one, actor=world.affairs, at=when)
    outcomes += rows_of(client, 2026)
    assert [(row["outcome"], row["done_on"]) for row in outcomes] == [
        ("已报完成待评价反馈", ""),
        ("按期兑现", "2026-06-01"),
    ]


def test_carried_over_it_is_named_as_such(world, client):
    published(world, promises=PROMISES)
    assert [(row["group"], row["first_due_on"]) for row in rows_of(client, 2027)] == [
        ("本年应兑现", "2027-06-30"),
        ("往年结转", "2026-09-30"),
    ]


def test_no_table_of_people_is_asked_in_five_queries(world, client):
    published(world, promises=PROMISES)
    for address in (LIST, "/public/lists/promises.csv"):
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        asked = [query["sql"] for query in caught if "cache" not in query["sql"]]
        assert [sql for sql in asked if PEOPLE.search(sql)] == []
        assert len([sql for sql in asked if "SAVEPOINT" not in sql]) <= 5


def test_both_files_hold_the_same_rows_under_the_same_limit(world, client):
    published(world, promises=PROMISES)
    text = client.get("/public/lists/promises.csv?year=2027").content.decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0][:4] == ["承诺事项", "建议编号", "建议标题", "承办单位"]
    assert [line[0] for line in lines[1:]] == [row["text"] for row in rows_of(client, 2027)]
    assert client.get("/public/lists/promises.xlsx").status_code == 404
    assert client.get("/public/lists/nothing/").status_code == 404
    many = range(2 * CALLS_A_MINUTE + 1)  # wherever a minute ends among them, one holds too many
    answers = [client.get("/public/lists/promises.csv") for _ in many]
    assert {one.status_code: one.headers.get("Cache-Control") for one in answers} == {
        200: "public, max-age=300",
        429: None,
    }


def test_the_list_is_the_same_for_all_and_kept_for_minutes(world, client):
    answer = client.get(LIST)
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("public, max-age=300", "noarchive")
    assert client.get(LIST, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert "年没有可以公开的条目" in answer.content.decode()
