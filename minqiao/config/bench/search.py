"""How fast search finds, beside reading every text (LIKE), and how fast it finds what resembles a text."""

import random
from itertools import islice
from time import perf_counter

from django.db import connection
from rapidfuzz import fuzz, process

from minqiao.config.bench.figures import Figure, percentile
from minqiao.config.bench.texts import THINGS, texts
from minqiao.instruments.search.actions import index_many
from minqiao.instruments.search.queries import matching, nearest
from minqiao.instruments.search.rules import normalised

KIND = "bench.text"
ROWS = 25  # a page of a list
TRIES = 60
NEAREST_TRIES = 15
PORTION = 2_000
LIST = "CREATE TABLE bench_text (id bigint PRIMARY KEY, text text NOT NULL)"
NEWEST = f"ORDER BY id DESC LIMIT {ROWS}"
KINDS = {"两个字": 2, "四个字": 4, "八个字": 8, "一个字": 1}


def measured(sizes, say):
    """Figures at each size: the build, the newest page of what contains a word, the five nearest."""
    figures, written = [], 0
    _rows(LIST, ())
    source = enumerate(texts(max(sizes)))
    for size in sorted(sizes):
        say(f"检索：写入 {size:,} 条")
        seconds = _fill(islice(source, size - written))
        figures.append(_figure("建立索引", size, seconds / (size - written) * 1000, note="每条（含写入）"))
        written = size
        if connection.vendor == "postgresql":
            _rows("ANALYZE search_entry, bench_text", ())
        figures += [*_queries(size, say), _nearest(size, say)]
    return figures


def _fill(source):
    """Write and index in portions; seconds spent on the index. The list beside it is what pages read."""
    spent = 0.0
    while portion := list(islice(source, PORTION)):
        rows = [(number + 1, normalised(f"{title}\n{body}")) for number, (title, body) in portion]
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO bench_text (id, text) VALUES (%s, %s)", rows)
        began = perf_counter()
        index_many(KIND, rows)
        spent += perf_counter() - began
    return spent


def _queries(size, say):
    chance = random.Random(size)
    sample = [
        text for title, body in islice(texts(size), 0, size, max(size // 300, 1)) for text in (title, body)
    ]
    figures = []
    for what, length in KINDS.items():
        say(f"检索：{size:,} 条，查{what}")
        figures.append(_compared(f"查{what}", size, [_piece(chance, sample, length) for _ in range(TRIES)]))
    figures.append(_compared("查常用词", size, [chance.choice(THINGS) for _ in range(TRIES)]))
    pairs = [f"{chance.choice(THINGS)} {_piece(chance, sample, 2)}" for _ in range(TRIES)]
    return [*figures, _compared("查两个词", size, pairs)]


def _piece(chance, sample, length):
    """A stretch of some text, without spaces."""
    while True:
        text = normalised(chance.choice(sample))
        start = chance.randrange(max(len(text) - length, 1))
        piece = text[start : start + length]
        if len(piece) == length and not any(char.isspace() for char in piece):
            return piece


def _compared(what, size, queries):
    """The slowest twentieth of our answers beside that of the scan; the rows must be the same."""
    ours, floor, differing = [], [], 0
    for words in queries:
        began = perf_counter()
        found = _by_index(words)
        between = perf_counter()
        truth = _by_scan(words)
        ours.append((between - began) * 1000)
        floor.append((perf_counter() - between) * 1000)
        differing += found != truth
    note = f"{len(queries)} 次，结果与逐条比对{'全部一致' if not differing else f'有 {differing} 次不同'}"
    return _figure(
        f"{what}，p95", size, percentile(ours, 0.95), {"LIKE 扫描 p95": percentile(floor, 0.95)}, note
    )


def _by_index(words):
    answer = matching(KIND, words)
    return _rows(f"SELECT id FROM bench_text WHERE id IN ({answer.sql}) {NEWEST}", answer.params)


def _by_scan(words):
    wordlist = normalised(words).split()
    where = " AND ".join(["text LIKE %s ESCAPE '\\'"] * len(wordlist))
    return _rows(f"SELECT id FROM bench_text WHERE {where} {NEWEST}", [f"%{_literal(w)}%" for w in wordlist])


def _literal(word):
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _nearest(size, say):
    """The five nearest to a reworded text, beside comparing all texts letter by letter in memory."""
    say(f"检索：{size:,} 条，找相近的")
    everything = {
        number + 1: normalised(f"{title}\n{body}") for number, (title, body) in enumerate(texts(size))
    }
    ours, floor, first = [], [], 0
    for number in range(1, size, max(size // NEAREST_TRIES, 1)):
        asked = everything[number].replace("建议", "请").replace("问题", "情况")
        began = perf_counter()
        found = nearest(KIND, asked)
        between = perf_counter()
        process.extract(asked, everything, scorer=fuzz.ratio, limit=5, score_cutoff=32)
        ours.append((between - began) * 1000)
        floor.append((perf_counter() - between) * 1000)
        first += bool(found) and found[0][0] == number
    note = f"{len(ours)} 次，改写的原文排第一 {first} 次"
    return _figure(
        "找相近的，p95", size, percentile(ours, 0.95), {"全部比对 p95": percentile(floor, 0.95)}, note
    )


def _figure(what, size, value, floors=None, note=""):
    return Figure(what, connection.vendor, size, value, "毫秒", floors or {}, note=note)


def _rows(statement, parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []
