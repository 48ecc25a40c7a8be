"""The benchmarks measure what they say, on tiny tables; no time is judged here."""

import pytest
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from minqiao.config.bench import funds, search, web
from minqiao.config.bench.cpu import Meter
from minqiao.config.bench.multiply import Copier
from minqiao.config.bench.seed import ACCEPTED, PEOPLE, seeded
from minqiao.foundation.trail.queries import events_of

CASE = "suggestions.suggestion"


def say(words):
    """Progress is not shown in tests."""


def rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


@pytest.fixture
def quick(monkeypatch, settings):
    """One round of one call, and no manifest of static files."""
    for name, value in {"ROUNDS": 1, "CALLS": 1, "WARMING": 1}.items():
        monkeypatch.setattr(web, name, value)
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.ROOT_URLCONF = settings.ROOT_URLCONF  # put back afterwards
    monkeypatch.setattr("minqiao.config.bench.multiply.vacuumed", lambda: None)
    for signal in (request_started, request_finished):  # the test's transaction must outlive a request
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
def test_search_bench_finds_the_same_rows_as_the_scan(monkeypatch):
    monkeypatch.setattr(search, "TRIES", 3)
    figures = search.measured([40, 80], say)
    assert {figure.size for figure in figures} == {40, 80}
    compared = [figure for figure in figures if figure.what.startswith("查")]
    assert len(compared) == 12
    assert all(figure.note == "3 次，结果与逐条比对全部一致" for figure in compared)
    assert all(list(figure.floors) == ["LIKE 扫描 p95"] for figure in compared)


@pytest.mark.django_db
def test_web_bench_sets_each_page_beside_its_floors(quick):
    figures = web.measured([PEOPLE, 2 * PEOPLE], say)
    timed = [figure for figure in figures if figure.unit == "毫秒"]
    assert [(figure.what, figure.size) for figure in timed] == [
        (f"{page}，处理器用时", size) for size in (20, 40) for page in ("列表", "详情", "新建")
    ]
    assert all(list(figure.floors) == ["裸页", "空页"] and figure.value > 0 for figure in timed)
    assert [figure.what for figure in figures if figure.unit == "倍"] == [
        "列表，增长",
        "详情，增长",
        "新建，增长",
    ]
    assert rows("SELECT count(*) FROM suggestions_suggestion WHERE state = 'draft'")[0][0] >= 4


@pytest.mark.django_db
def test_copies_have_their_own_handlings_and_trail(quick):
    seeded()
    copier = Copier()
    first = rows("SELECT min(id) FROM suggestions_suggestion WHERE state = 'closed'")[0][0]
    ours = [event.action for event in events_of(CASE, first)]
    copier.grow_to(3 * PEOPLE)
    copier.grow_to(4 * PEOPLE - 5)
    copy = first + 3 * copier.strides[copier.models[0]]
    assert rows("SELECT count(*) FROM suggestions_suggestion") == [(4 * PEOPLE,)]
    assert [event.action for event in events_of(CASE, copy)] == ours
    assert rows(f"SELECT count(*) FROM suggestions_handling WHERE suggestion_id = {copy}") == [(2,)]
    numbers = rows("SELECT number FROM suggestions_suggestion WHERE number <> ''")
    assert len(set(numbers)) == len(numbers) == 4 * ACCEPTED
    assert (
        rows("SELECT count(*) FROM trail_event")[0][0]
        == rows("SELECT count(DISTINCT seq) FROM trail_event")[0][0]
    )
    assert rows("SELECT max(seq) FROM trail_event")[0][0] <= rows("SELECT last_seq FROM trail_head")[0][0]


@pytest.mark.django_db
def test_meter_sees_work_done_here_and_in_the_database():
    meter = Meter()
    rows("WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 300000) SELECT 1 FROM n")
    spent = meter.spent()
    assert (spent.server if connection.vendor == "sqlite" else spent.database) > 0.01
    assert spent.total >= spent.server


def test_funds_bench_sets_the_shares_beside_a_count(monkeypatch):
    monkeypatch.setattr(funds, "ROUNDS", 1)
    ranking, sharing = funds.measured([20], say)
    assert (ranking.what, ranking.size, list(ranking.floors), ranking.most) == (
        "排序分配",
        20,
        ["裸排序"],
        200,
    )
    assert (sharing.what, sharing.size, list(sharing.floors), sharing.most) == (
        "公平份额，一遍", 180, ["裸计票"], 300,
    )  # fmt: skip
    assert min(ranking.value, sharing.value) > 0
    monkeypatch.setattr(funds, "AIMED", 19)
    assert [figure.most for figure in funds.measured([20], say)] == [0, 0]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["nothing"], "没有这项基准测试：nothing；可测的有：funds、search、web"),
        (["search", "--sizes", "10,x"], "规模应为用逗号分开的正整数，读到的是“10,x”"),
        (["search", "--sizes", "0"], "规模应为用逗号分开的正整数，读到的是“0”"),
    ],
)
def test_wrong_input_is_said_in_one_line(arguments, why, capsys):
    with pytest.raises(SystemExit) as end:
        call_command("bench", *arguments)
    assert (end.value.code, capsys.readouterr().err) == (2, f"{why}\n")
