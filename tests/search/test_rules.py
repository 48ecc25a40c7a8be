"""Tokens carry every substring, and hints name the right unit by its rare words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqiao.instruments.search.rules import nearest_words, needs_look, normalised, tokens, wanted

ALPHABET = "毕节市校车路𠮷〇ab1２Ｇ６- ，.é"


def found_by_tokens(word, text):
    whole, beginnings = wanted(word)
    have = tokens(text)
    return set(whole) <= set(have) and all(any(t.startswith(b) for t in have) for b in beginnings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校车安全", ["校车", "车安", "安全", "全"]),
        ("G56高速", ["g56高", "56高速", "6高速", "高速", "速"]),
        ("３号线，2026", ["3号线", "号线", "线", "2026", "026", "26", "6"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens(normalised(text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("校车", (["校车"], [])),
        ("校车安全", (["校车", "车安", "安全"], [])),
        ("校", ([], ["校"])),
        ("g5", ([], ["g5"])),
        ("高g56", (["高g"], ["g56"])),
        ("2026-132", (["2026"], ["132"])),
        ("，", ([], [])),
    ],
)
def test_wanted(word, expected):
    assert wanted(word) == expected


@pytest.mark.parametrize(
    ("word", "look"), [("校车", False), ("校", False), ("校车安", True), ("，", True), ("校-车", True)]
)
def test_text_is_looked_at_only_where_tokens_do_not_prove(word, look):
    assert needs_look(word) is look


@given(text=st.text(ALPHABET, max_size=30), start=st.integers(0, 29), length=st.integers(1, 12))
def test_every_substring_is_found_by_tokens(text, start, length):
    text = normalised(text)
    for word in text[start : start + length].split():
        assert found_by_tokens(word, text)


@given(text=st.text(ALPHABET, max_size=20), word=st.text(ALPHABET, min_size=1, max_size=3))
def test_tokens_prove_what_needs_no_look(text, word):
    text, word = normalised(text), normalised(word)
    if word and " " not in word and not needs_look(word):
        assert found_by_tokens(word, text) is (word in text)


@given(st.text(max_size=50))
def test_normalising_twice_is_normalising_once(text):
    assert normalised(normalised(text)) == normalised(text)


DUTIES = {
    "交通局": ["负责公路、水路行业管理", "负责农村公路建设和养护", "负责道路运输和公共交通管理"],
    "教育局": ["负责中小学、幼儿园管理", "负责校车安全的综合协调", "负责教师队伍建设和管理"],
    "水务局": ["负责城乡供水和农村饮水安全管理", "负责河道管理"],
    "民政局": ["负责养老服务体系建设", "负责社会救助管理"],
}


@pytest.mark.parametrize(
    ("text", "unit", "words", "line"),
    [
        ("关于加强农村公路养护的建议", "交通局", "农村公路", "负责农村公路建设和养护"),
        ("乡镇校车安全隐患突出，建议加强管理", "教育局", "校车安全", "负责校车安全的综合协调"),
        ("建议解决高寒山区农村饮水困难", "水务局", "农村饮水", "负责城乡供水和农村饮水安全管理"),
        ("推进社区养老服务", "民政局", "养老服务", "负责养老服务体系建设"),
    ],
)
def test_hint_names_the_unit_with_its_duty_as_the_reason(text, unit, words, line):
    best = nearest_words(text, DUTIES)[0]
    assert (best.key, best.words[0], best.lines[0]) == (unit, words, line)


def test_no_shared_word_gives_no_hint():
    assert nearest_words("发射卫星", DUTIES) == []


def test_words_of_every_office_lead_nowhere():
    assert [hint.key for hint in nearest_words("加强管理，修建公路", DUTIES, limit=4)] == ["交通局"]
    assert nearest_words("关于加强和改善建设管理服务体系的建议", DUTIES) == []


def test_what_is_far_behind_the_best_is_left_out():
    duties = DUTIES | {"市政局": ["负责公共停车场", "负责路灯"]}
    text = "改善农村公路养护，建设农村公路养护站，增加路灯"
    assert [hint.key for hint in nearest_words(text, duties)] == ["交通局"]
    assert [hint.key for hint in nearest_words("增加路灯", duties)] == ["市政局"]
