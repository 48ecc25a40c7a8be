"""Search finds exactly what contains every word, on the database the suite runs on."""

import random

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqiao.foundation.accounts.models import User
from minqiao.instruments.search import actions, queries
from minqiao.instruments.search.models import Entry
from minqiao.instruments.search.rules import normalised

pytestmark = pytest.mark.django_db
KIND = "suggestions.suggestion"
PIECES = [
    "毕节市",
    "七星关区",
    "校车",
    "车安全",
    "农村公路",
    "公路养护",
    "G56高速",
    "3号线",
    "2026-132",
    "𠮷赟",
    "，",
    " ",
    "A/b",
]


def ids(words, kind=KIND):
    """What the index answers."""
    return set(
        Entry.objects.filter(subject_type=kind, subject_id__in=queries.matching(kind, words)).values_list(
            "subject_id", flat=True
        )
    )


def truth(texts, words):
    """What reading every text answers."""
    wordlist = normalised(words).split()
    return {key for key, text in texts.items() if all(word in normalised(text) for word in wordlist)}


def test_words_are_anded_and_types_kept_apart():
    actions.index_many(KIND, [(1, "农村公路养护"), (2, "农村饮水"), (3, "城市公路")])
    actions.index_many("papers.paper", [(1, "农村公路"), (9, "农村公路")])
    assert ids("农村") == {1, 2}
    assert ids("公路 农村") == {1}
    assert ids("农村公路", "papers.paper") == {1, 9}
    assert (ids("卫星"), ids("")) == (set(), {1, 2, 3})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("速", {1}),
        ("g56", {1}),
        ("Ｇ５６高速", {1}),
        ("56", {1, 2}),
        ("高 速", {1}),
        ("路公", set()),
        ("2026-056", {2}),
        ("6-0", {2}),
        ("%", {3}),
        ("_", {3}),
        ("'\" OR 1=1 --", set()),
        ("NOT", set()),
        ("*", set()),
        ("赟", {2}),
    ],
)
def test_query_of_any_shape_is_exact(words, expected):
    texts = {1: "G56高速公路", 2: "编号2026-056，姓名李赟", 3: "完成率100%，a_b"}
    actions.index_many(KIND, texts.items())
    assert ids(words) == expected == truth(texts, words)


def test_pairs_far_apart_are_not_a_word():
    texts = {1: "校车车安安全", 2: "校车安全"}
    actions.index_many(KIND, texts.items())
    assert ids("校车安全") == {2}


TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.dictionaries(st.integers(1, 9), TEXTS, max_size=6), data=st.data())
def test_index_answers_what_reading_every_text_answers(texts, data):
    Entry.objects.all().delete()
    before = data.draw(st.dictionaries(st.integers(1, 9), TEXTS, max_size=4))
    actions.index_many(KIND, before.items())
    actions.index_many(KIND, texts.items())
    known = before | texts
    everything = "".join(known.values()) or "空"
    start = data.draw(st.integers(0, len(everything) - 1))
    words = everything[start : start + data.draw(st.integers(1, 7))]
    assert ids(words) == truth(known, words)


def test_changed_text_is_found_by_its_new_words_alone():
    user = User.objects.create(username="a", name="甲")
    actions.index(subject=user, text="农村公路")
    actions.index(subject=user, text="农村公路")
    actions.index(subject=user, text="校车安全")
    kind = "accounts.user"
    assert (ids("公路", kind), ids("校车", kind), Entry.objects.count()) == (set(), {user.pk}, 1)
    actions.remove(subject=user)
    assert (ids("校车", kind), Entry.objects.count()) == (set(), 0)
    actions.index(subject=user, text="河道")
    assert (ids("校车", kind), ids("河道", kind)) == (set(), {user.pk})


def test_emptied_table_leaves_nothing_in_the_index():
    actions.index_many(KIND, [(1, "农村公路"), (2, "河道")])
    Entry.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_fts WHERE search_fts MATCH '\"公路\"'")
            assert cursor.fetchone() == (0,)
    assert ids("公路") == set()


def test_rebuilt_index_answers_the_same():
    actions.index_many(KIND, [(1, "农村公路"), (2, "河道")])
    assert actions.rebuild() == 2
    assert (ids("公路"), ids("河道")) == ({1}, {2})


def test_very_long_text_is_indexed():
    chars = random.Random(7)
    text = "".join(chr(chars.randrange(0x4E00, 0x9FA5)) for _ in range(300_000))
    actions.index_many(KIND, [(1, text), (2, "x" * 50_000)])
    assert ids(text[500:506]) == {1}
    assert ids("xxxxxxxx") == {2}


def test_nul_and_lone_marks_do_no_harm():
    actions.index_many(KIND, [(1, "校\0车"), (2, "́")])
    assert ids("校车") == {1}
    assert ids("校\0车") == {1}


def test_nearest_puts_the_paraphrase_first_and_leaves_out_itself():
    texts = {
        1: "关于加强七星关区农村公路养护管理的建议",
        2: "关于加强七星关区农村道路养护的建议",
        3: "关于建设校车停靠站的建议",
        4: "提高村医待遇",
    }
    actions.index_many(KIND, texts.items())
    found = queries.nearest(KIND, texts[1], exclude=1)
    assert found[0][0] == 2
    assert 1 not in dict(found)
    assert 4 not in dict(found)
    assert queries.nearest(KIND, texts[1], limit=1) == [(1, 100.0)]
    assert queries.nearest(KIND, "") == []
    assert queries.nearest("papers.paper", texts[1]) == []


def test_a_title_alone_is_compared_with_titles():
    """What is typed first is a title; the texts it resembles are long."""
    facts = "路面多处沉陷开裂，雨天积水没过脚踝，学生和老人只能绕行。" * 20
    texts = {
        1: f"3-5-001\n关于修复威宁路破损路段的建议\n{facts}",
        2: f"3-5-002\n关于新建幼儿园的建议\n{facts}",
    }
    actions.index_many(KIND, texts.items())
    assert [pk for pk, _ in queries.nearest(KIND, "关于修复威宁路路面的建议")] == [1]


def test_nearest_is_found_among_many_look_alikes():
    chance = random.Random(3)
    places, things = ["威宁", "赫章", "纳雍", "织金", "金沙"], ["公路", "学校", "医院", "河道", "市场"]
    fill = [
        f"关于改善{chance.choice(places)}{chance.choice(things)}条件的建议，{chance.choice(things)}{number}处"
        for number in range(1500)
    ]
    actions.index_many(KIND, enumerate([*fill, "关于在高铁站增设盲道和无障碍电梯的建议"], start=1))
    assert queries.nearest(KIND, "建议高铁站增设无障碍电梯、盲道")[0][0] == 1501


def test_reindex_says_how_many(capsys):
    actions.index_many(KIND, [(1, "农村公路"), (2, "河道")])
    call_command("reindex", "--json")
    assert (capsys.readouterr().out, ids("河道")) == ('{"texts": 2}\n', {2})
