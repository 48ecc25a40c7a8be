"""Processor time per request of list, detail and create, beside the bare page and the empty one.

The WSGI application runs in this very process, called by one caller without a network, so the figures
are the server's work alone: the processor time of this process (Python; with SQLite the database too)
and that of PostgreSQL's backends (see cpu.py). Not counted: the HTTP server (Granian adds about 0.1 ms),
PostgreSQL's writers. Ours and its floors take turns, round by round, and the median round counts, so
that a busy machine is unkind to all alike; growth is told at the pace that the empty page, the same at any
size, showed beside each size, since minutes lie between them. The tables are 20 suggestions that went their
whole way by real acts, copied inside the database until there are as many as asked for.
"""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlencode

from django.db import connection

from minqiao.config.bench.browser import Caller, applications
from minqiao.config.bench.cpu import Meter
from minqiao.config.bench.figures import Figure
from minqiao.config.bench.multiply import Copier
from minqiao.config.bench.seed import seeded
from minqiao.config.bench.texts import texts

ROUNDS, CALLS, WARMING = 9, 20, 20
PACE_CALLS = 200  # the empty page is short, and tells the machine's pace
GROWTH = 1.2
QUERIES = 8
GOALS = {"列表": (4.5, QUERIES), "详情": (3, QUERIES), "新建": (3,)}  # ratio to the bare page, queries


@dataclass(frozen=True)
class Page:
    """A page of ours and how it is called, beside its bare one; the goal is the ratio between them."""

    name: str
    ours: Callable
    bare: Callable
    empty: Callable
    goal: float
    most_queries: int = 0


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor time a request takes, the database's part of it; and of the clock."""

    total: float
    database: float | None
    clock: float


def measured(sizes, say):
    """Figures at each size, then the growth from the smallest to the largest."""
    say("网页：办理20件建议")
    congress, cast = seeded()
    copier, figures = Copier(), []
    for size in sorted(sizes):
        say(f"网页：建议增至 {size:,} 件")
        copier.grow_to(size)
        for page in _pages(congress, cast):
            say(f"网页：{size:,} 件，{page.name}")
            figures += _figures(page, size)
    return figures + _growth(figures, sorted(sizes))


def _pages(congress, cast):
    house, bare = applications()
    staff, deputy, nobody = (
        Caller(house, cast.affairs.user_id),
        Caller(house, cast.deputies[0].user_id),
        Caller(bare),
    )
    chance = random.Random(7)
    closed = _closed_ids()
    bodies = [_body(words, deputy.token) for words in texts(200, seed=9)]

    def turn():
        return chance.choice(closed)

    def empty():
        return nobody.get("/bench/empty/")

    def body():
        return chance.choice(bodies) + f"&once={uuid.UUID(int=chance.getrandbits(128))}".encode()

    calls = {
        "列表": (lambda: staff.get("/suggestions/"), lambda: nobody.get(f"/bench/list/{congress.pk}/")),
        "详情": (
            lambda: staff.get(f"/suggestions/{turn()}/"),
            lambda: nobody.get(f"/bench/detail/{turn()}/"),
        ),
        "新建": (
            lambda: deputy.post("/suggestions/new/", body()),
            lambda: nobody.post("/bench/create/", body()),
        ),
    }
    return tuple(Page(name, *pair, empty, *GOALS[name]) for name, pair in calls.items())


def _body(words, token):
    title, facts = words
    typed = {
        "title": title,
        "facts": facts,
        "analysis": facts,
        "requests": ["请列入计划。", "请明确责任单位。"],
    }
    more = {"topic": "agriculture", "source": "study", "consent_public": "on", "csrfmiddlewaretoken": token}
    return urlencode({**typed, **more}, doseq=True).encode()


def _closed_ids():
    """Suggestions with a whole way behind them, spread over the table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM suggestions_suggestion WHERE state = 'closed' ORDER BY id")
        ids = [pk for (pk,) in cursor.fetchall()]
    return ids[:: max(len(ids) // 500, 1)]


def _figures(page, size):
    calls = {"ours": page.ours, "bare": page.bare, "empty": page.empty}
    for name, call in calls.items():
        _check(f"{page.name}（{name}）", call)
    costs = _taken_in_turns(calls)
    queries = min(_count_queries(page.ours) for _ in range(3))  # now and then one renews its session
    ours, vendor = costs["ours"], connection.vendor
    floors = {"裸页": costs["bare"].total, "空页": costs["empty"].total}
    inside = "测不到" if ours.database is None else f"{ours.database:.2f}"
    note = (
        f"其中数据库进程 {inside}；钟面 {ours.clock:.2f}"
        if vendor == "postgresql"
        else f"钟面 {ours.clock:.2f}"
    )
    return [
        Figure(f"{page.name}，处理器用时", vendor, size, ours.total, "毫秒", floors, page.goal, note=note),
        Figure(f"{page.name}，查询", vendor, size, queries, "次", most=page.most_queries),
    ]


def _check(name, call):
    """A page that does not answer as it should is no figure."""
    status, content = call()
    if status not in (200, 302):
        raise SystemExit(f"{name}答以 {status}：{content[:500].decode(errors='replace')}")


def _count_queries(call):
    counted = []

    def count(execute, sql, params, many, context):
        counted.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        call()
    return len(counted)


def _taken_in_turns(calls):
    """The median round of each call, the calls taking turns."""
    for call in calls.values():
        for _ in range(WARMING):
            call()
    rounds = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            rounds[name].append(_round(call, PACE_CALLS if name == "empty" else CALLS))
    return {name: _middle(costs) for name, costs in rounds.items()}


def _round(call, times):
    meter, began = Meter(), perf_counter()
    for _ in range(times):
        call()
    clock, spent = perf_counter() - began, meter.spent()
    each = 1000 / times
    database = None if spent.database is None else spent.database * each
    return Cost(spent.total * each, database, clock * each)


def _middle(costs):
    return sorted(costs, key=lambda cost: cost.total)[len(costs) // 2]


def _growth(figures, sizes):
    """How much dearer each page is at the largest size than at the smallest, at one pace of the machine."""
    if len(sizes) < 2:
        return []
    timed = {(figure.what, figure.size): figure for figure in figures if figure.unit == "毫秒"}
    ends = [(timed[what, sizes[0]], last) for (what, size), last in timed.items() if size == sizes[-1]]
    return [
        Figure(
            f"{last.what.partition('，')[0]}，增长", last.database, last.size,
            last.ratios()["空页"] / first.ratios()["空页"], "倍", most=GROWTH,
            note=f"自 {first.size:,} 件，按空页折算机器快慢；不折算为 {last.value / first.value:.2f} 倍",
        )
        for first, last in ends
    ]  # fmt: skip
