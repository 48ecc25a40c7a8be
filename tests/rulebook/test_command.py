"""`minqiao due`."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from minqiao.foundation.rulebook.rules import DEFAULTS
from tests.rulebook.conftest import CITY, COUNTY

pytestmark = pytest.mark.django_db
CASES = Path(__file__).resolve().parents[1] / "data" / "deadline_cases.csv"
MISSING = "2027年工作日历尚未导入，无法推算到2027年的期限；请先导入该年国务院办公厅放假通知"


def run(*args):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("due", *args, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_a_rule_in_json():
    code, out, err = run("reply", "2026-03-20", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "rule": "reply",
        "start": "2026-03-20",
        "raw": "2026-06-20",
        "due": "2026-06-22",
        "why": "3个月至6月20日，端午节假期顺延至6月22日",
        "basis": DEFAULTS["reply"].basis,
    }


def test_a_rule_in_lines():
    lines = run("reply", "2026-03-20")[1].splitlines()
    assert lines == [
        "2026-06-22", "3个月至6月20日，端午节假期顺延至6月22日", f"依据：{DEFAULTS['reply'].basis}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "due"),
    [
        (("reply_hard", "2026-03-20"), "2026-09-20"),
        (("return", "2026-02-12"), "2026-02-26"),
        (("assist", "2026-01-31"), "2026-02-28"),
        (("evaluate", "2026-01-20"), "2026-02-10"),
        (("redo", "2026-05-20"), "2026-06-22"),
        (("assign_inter_session", "2024-04-30"), "2024-05-13"),
        (("--months", "6", "2025-11-30"), "2026-06-01"),
        (("--workdays", "5", "2026-04-29"), "2026-05-09"),
    ],
)
def test_rules_and_bare_lengths(args, due):
    assert json.loads(run(*args, "--json")[1])["due"] == due


def test_a_place_with_its_own_rule(change, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-03-01")
    change("return", 10, unit="workdays", place=COUNTY)
    dues = [
        json.loads(run("return", "2026-03-20", "--place", place, "--json")[1])["due"]
        for place in (CITY, COUNTY)
    ]
    assert dues == ["2026-03-27", "2026-04-03"]


def test_a_file_of_cases_in_its_order():
    code, out, _ = run("--file", str(CASES))
    with CASES.open(encoding="utf-8", newline="") as file:
        expected = [(row["start"], row["due"], row["due_rolled_to_workday"]) for row in csv.DictReader(file)]
    assert (code, [(one["start"], one["raw"], one["due"]) for one in json.loads(out)]) == (0, expected)


@pytest.mark.parametrize(
    ("args", "fault"),
    [
        (("rply", "2026-03-20"), "RULE：没有名为“rply”的规则"),
        (("vote.mark", "2026-03-20"), "RULE：“表决方式”（vote.mark）不是期限"),
        (("reply", "2026-02-30"), "START：“2026-02-30”不是有效日期，应写作 2026-03-20 的样子"),
        (("reply",), "请给出规则代号和起算日，例如：minqiao due reply 2026-03-20"),
        (("--months", "3"), "请给出一个起算日，例如：minqiao due --months 3 2026-03-20"),
        (("--months", "0", "2026-01-01"), "--months：“0”应为1至999的整数"),
        (("--workdays", "1e3", "2026-01-01"), "--workdays：“1e3”应为1至999的整数"),
        (("--months", "999", "9990-01-01"), "9990-01-01之后999个月超出可以推算的年份"),
        (("reply", "2026-01-01", "--place", "毕节"), "--place：“毕节”不是行政区划代码，应为12位数字"),
        (("reply", "2026-01-01", "--file", "x.csv"), "用 --file 时不再写规则和起算日"),
    ],
)
def test_wrong_input_ends_with_two(args, fault):
    assert run(*args) == (2, "", fault + "\n")


@pytest.mark.parametrize("args", [("reply", "2026-11-20"), ("--workdays", "5", "2026-12-28", "--json")])
def test_a_missing_year_is_named_and_ends_with_one(args):
    assert run(*args) == (1, "", MISSING + "\n")


def test_every_fault_of_a_file_is_named(tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text(
        "id,start,unit,n\n1,2026-03-20,months,3\n2,2026-13-01,weeks,3\n\n3,2026-03-20,workdays,x\n", "utf-8"
    )
    code, out, err = run("--file", str(file))
    assert (code, out, err.splitlines()) == (2, "", [
        f"{file}：第3行“start”列：“2026-13-01”不是有效日期，应写作 2026-03-20 的样子",
        f"{file}：第3行“unit”列：“weeks”应为 months、workdays、days 之一",
        f"{file}：第5行“n”列：“x”应为1至999的整数",
    ])  # fmt: skip


def test_a_missing_year_in_a_file_names_its_row(tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text("start,unit,n\n2026-03-20,months,3\n2026-11-20,months,3\n", "utf-8")
    assert run("--file", str(file)) == (1, "", f"{file}：第3行：{MISSING}\n")


def test_a_file_without_its_columns(tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text("start,n\n2026-03-20,3\n", "utf-8")
    assert run("--file", str(file)) == (2, "", f"{file}：第1行缺少“unit”列\n")


def test_before_there_is_a_database_the_shipped_calendar_answers(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    code, out, err = run("reply", "2026-03-20", "--json")
    assert (code, json.loads(out)["due"]) == (0, "2026-06-22")
    assert err == "数据库尚未建立：按随附的2023至2026年工作日历和默认规则推算\n"
