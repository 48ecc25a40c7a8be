"""Blocks, their JSON, numbers, titles: no web, no database."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqiao.instruments.papers import rules
from minqiao.instruments.papers.rules import Cell, Column, Document, Grid, Para, Table
from minqiao.instruments.papers.rules.text import clean, file_name, title_lines
from tests.papers import samples


@pytest.mark.parametrize("name", samples.ALL)
def test_a_document_comes_back_from_json_as_it_was(name):
    document = samples.ALL[name]()
    facts = rules.as_facts(document)
    assert rules.from_facts(json.loads(json.dumps(facts))) == document
    assert rules.digest(json.loads(json.dumps(facts))) == rules.digest(facts)


def test_the_digest_changes_with_one_character():
    one, other = (rules.as_facts(Document("letter", "标题", blocks=(Para(text),))) for text in ("甲", "乙"))
    assert rules.digest(one) != rules.digest(other)


def test_an_unknown_block_is_an_error():
    with pytest.raises(KeyError):
        rules.from_facts({"is": "Macro", "text": "x"})


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_chinese_numbers(number, words):
    assert rules.chinese_number(number) == words


@pytest.mark.parametrize("number", [0, -1, 100])
def test_chinese_numbers_have_bounds(number):
    with pytest.raises(ValueError, match=str(number)):
        rules.chinese_number(number)


def test_numbers_in_official_style():
    assert rules.number_in(rules.series_of_year("毕人常交", 2026), 3) == "毕人常交〔2026〕3号"
    assert rules.number_in("三届六次第{serial:03}号", 12) == "三届六次第012号"
    assert rules.number_in("B-", 4) == "B-4"
    assert rules.chinese_date(dt.date(2026, 6, 2)) == "2026年6月2日"


def test_a_row_must_fit_its_columns():
    with pytest.raises(ValueError, match="1 cells under 2"):
        Table((Column("甲", 1), Column("乙", 1)), (("一",),))


@pytest.mark.parametrize(
    "rows",
    [
        ((Cell("a"), Cell("b"), Cell("c")),),
        ((Cell("a"),),),
        ((Cell("a", colspan=3),),),
        ((Cell("a", rowspan=2), Cell("b")), (Cell("c"), Cell("d"))),
    ],
)
def test_a_grid_must_be_filled_exactly(rows):
    with pytest.raises(ValueError, match="grid"):
        Grid((1, 1), rows)


def test_cells_find_their_places():
    grid = Grid((1, 1, 1), ((Cell("a", rowspan=2), Cell("b", colspan=2)), (Cell("c"), Cell("d"))))
    places = [(row, column, cell.text) for row, column, cell in grid.placed()]
    assert places == [(0, 0, "a"), (0, 1, "b"), (1, 1, "c"), (1, 2, "d")]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于市三届人大六次会议第12号建议的答复", ["关于市三届人大六次会议第12号建议的答复"]),
        (
            "关于交办市三届人大六次会议代表建议和审议发言建议的通知",
            ["关于交办市三届人大六次会议", "代表建议和审议发言建议的通知"],
        ),
        ("上行\n下行", ["上行", "下行"]),
    ],
)
def test_titles_break_where_they_read_well(title, lines):
    assert title_lines(title) == lines


@given(st.text(alphabet="关于代表建议的答复《》（）12第号，加强", min_size=1, max_size=90))
def test_a_broken_title_loses_nothing(title):
    assert "".join(title_lines(title)) == title.strip()


@given(st.text())
def test_what_is_left_can_be_printed(text):
    left = clean(text)
    left.encode()
    assert not [char for char in left if ord(char) < 32 and char not in "\t\n"]


def test_file_names_are_safe_everywhere():
    assert file_name("毕交函〔2026〕12号", 'a/b\\c:"*?<>|\n..', end="pdf") == "毕交函〔2026〕12号 a b c.pdf"
    assert file_name("", end="zip") == "公文.zip"
    assert len(file_name("长" * 300, end="docx")) == 85
