"""S-5: statistics honest to the last digit: 93 items, shares of 100.00, bases, exclusions, rows."""

import io
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

import docx
import pytest
from django.http import QueryDict
from python_calamine import CalamineWorkbook

from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.report import handling_report
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.rules.measures import all_figures
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.instruments.papers.documents.reports import drawn
from minqiao.kit import sheetfiles
from minqiao.kit.workbook import shown
from minqiao.overviews.exchange.actions import begin_import, run_import
from minqiao.overviews.exchange.queries import sheet_named
from tests.factories import at, day

pytestmark = pytest.mark.django_db
TODAY = day("2026-11-20")
SCOPE = Scope(year=2026, on=TODAY)
LETTERS = "A" * 54 + "B" * 33 + "C" * 2 + "D" * 4
GRADES = ["满意"] * 86 + ["基本满意"] * 7
TOPICS = ["财政经济"] * 25 + ["农业农村"] * 26 + ["城建环保"] * 13 + ["教科文卫"] * 19
TOPICS += ["监察司法"] * 4 + ["社会建设"] * 6


def item(number, grade):
    """One of the 93 as it is on file."""
    return {
        "number": f"3-5-{number:03}",
        "title": f"关于第{number}号事项的建议",
        "signer": f"3-{number % 5 + 1:03}",
        "topic": TOPICS[number - 1],
        "unit": ("市交通运输局", "市财政局", "市教育局")[number % 3],
        "assigned_on": "2026-03-20",
        "replied_on": "2026-06-10",
        "category": LETTERS[number - 1],
        "contact": "上门走访",
        "result": grade,
    }


def send(world, rows):
    """Import rows as the deputy affairs committee would; the finished run."""
    sheet = sheet_named("suggestion-results")
    content = sheetfiles.write([one for one in sheet.columns if one.key in rows[0]], rows)
    run = begin_import(sheet, content, "结果.xlsx", actor=world.affairs, at=at("2026-11-18"))
    run_import(run.pk, clock=lambda: at("2026-11-18"))
    run.refresh_from_db()
    return run


@pytest.fixture
def ninety_three(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    run = send(world, [item(number, grade) for number, grade in enumerate(GRADES, 1)])
    assert (run.total, run.created, run.bad) == (93, 93, 0)
    return world


@pytest.fixture
def five_not_returned(ninety_three):
    """Five forms, of satisfied ones, did not come back after two chasers."""
    run = send(ninety_three, [item(number, "未反馈") for number in range(1, 6)])
    assert (run.updated, run.bad) == (5, 0)
    return ninety_three


def figures(world, scope=SCOPE):
    """Every figure by its key: (number, base, percent)."""
    found = all_figures(cases(world.affairs, scope), scope, TODAY)
    return {one.key: one for label, group in found for one in group if label != "未反馈的计入基数"} | {
        f"of_all_{one.key}": one for label, group in found for one in group if label == "未反馈的计入基数"
    }


def printed(found, *keys):
    return [(found[key].number, found[key].base, found[key].percent) for key in keys]


def test_shares_add_up_to_one_hundred(ninety_three):
    found = figures(ninety_three)
    categories = [f"category_{letter}" for letter in "ABCD"]
    assert printed(found, *categories) == [
        (54, 93, "58.07%"),
        (33, 93, "35.48%"),
        (2, 93, "2.15%"),
        (4, 93, "4.30%"),
    ]
    assert str(sum(found[key].share for key in categories)) == "100.00"


def test_satisfaction_states_its_base(ninety_three):
    found = figures(ninety_three)
    assert printed(found, "final_satisfied", "final_basic", "final_dissatisfied") == [
        (86, 93, "92.47%"),
        (7, 93, "7.53%"),
        (0, 93, "0.00%"),
    ]
    assert printed(found, "first_satisfied") == [(86, 93, "92.47%")]
    assert found["final_satisfied"].exclusions == ""
    assert printed(found, "replied", "on_time", "met", "solved") == [
        (93, 93, "100.00%"),
        (93, 93, "100.00%"),
        (93, 93, "100.00%"),
        (54, 93, "58.06%"),
    ]


def test_forms_that_did_not_return_leave_the_base_and_are_named(five_not_returned):
    found = figures(five_not_returned)
    assert printed(found, "final_satisfied", "final_basic") == [(81, 88, "92.05%"), (7, 88, "7.95%")]
    assert found["final_satisfied"].exclusions == "两次催收后未反馈5件，不计入基数"
    assert printed(found, "of_all_final_satisfied", "of_all_final_basic") == [
        (81, 93, "87.10%"),
        (7, 93, "7.53%"),
    ]
    assert found["of_all_final_satisfied"].exclusions == ""


def rows_of(world, query):
    return len(lists.suggestions(world.affairs, QueryDict(query), TODAY))


def test_every_number_opens_exactly_its_rows(five_not_returned):
    found = figures(five_not_returned)
    found.pop("promises")  # counted in promises, not in suggestions
    wrong = [
        (key, one.number, rows_of(five_not_returned, one.rows))
        for key, one in found.items()
        if rows_of(five_not_returned, one.rows) != one.number
        or rows_of(five_not_returned, one.base_rows) != one.base
    ]
    assert wrong == []
    silent = next(one for one in found["final_satisfied"].left_out if one.label == "两次催收后未反馈")
    assert rows_of(five_not_returned, silent.rows) == silent.number == 5


def test_a_grade_of_a_later_day_is_not_counted_before(ninety_three):
    early = replace(SCOPE, on=day("2026-06-01"))
    found = figures(ninety_three, early)
    assert printed(found, "replied", "final_satisfied") == [(0, 93, "0.00%"), (0, 0, "—")]
    assert "on=2026-06-01" in found["replied"].rows


def cell_words(cell):
    """A cell of Excel as it is printed: a fraction is a percentage, a whole number has no point."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and cell != 1 else f"{cell:.2%}"
    return str(cell)


def word_tables(content):
    tables = docx.Document(io.BytesIO(content)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def excel_tables(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return [list(takewhile(any, rows[2:])) for rows in sheets]


def test_word_and_excel_print_the_same_numbers(five_not_returned):
    report = handling_report(five_not_returned.affairs, SCOPE, TODAY, five_not_returned.congress)
    in_word, in_excel = word_tables(drawn(report, "docx")), excel_tables(drawn(report, "xlsx"))
    assert len(in_word) == len(in_excel) == len(report.pages) == 11
    for page, word, excel in zip(report.pages, in_word, in_excel, strict=True):
        assert word[0] == excel[0] == list(page.head)
        assert word[1:] == [[shown(cell) for cell in row] for row in page.rows]
        kinds = [[isinstance(cell, Decimal) for cell in row] for row in page.rows]
        read = [
            [f"{cell:.2%}" if percent else cell_words(cell) for cell, percent in zip(*pair, strict=True)]
            for pair in zip(excel[1:], kinds, strict=True)
        ]
        assert word[1:] == read
    printed_rows = {row[0]: row[1:4] for row in in_word[7]}
    assert printed_rows["A类"] == ["54", "93", "58.07%"]
    assert printed_rows["D类"] == ["4", "93", "4.30%"]
    grades = {row[0]: row[1:4] + row[5:] for row in in_word[6]}
    assert grades["最终评价满意率"] == ["81", "88", "92.05%", "已收回，两次催收后未反馈5件，不计入基数"]
