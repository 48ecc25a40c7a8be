"""Percentages that add up."""

import io
import json
from decimal import Decimal

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from minqiao.kit.shares import shares

COUNTS = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 10**12), max_size=12)


def words(counts):
    return {key: str(share) for key, share in shares(counts).items()}


def test_published_report_of_93_suggestions():
    assert words({"A": 54, "B": 33, "C": 2, "D": 4}) == {"A": "58.07", "B": "35.48", "C": "2.15", "D": "4.30"}
    assert words({"满意": 86, "基本满意": 7}) == {"满意": "92.47", "基本满意": "7.53"}


def test_example_of_the_surface():
    assert words({"A": 54, "B": 33}) == {"A": "62.07", "B": "37.93"}


def test_a_tie_goes_to_the_earlier_key():
    assert words({"z": 1, "a": 1, "m": 1}) == {"z": "33.34", "a": "33.33", "m": "33.33"}
    assert words({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1}) == {
        "a": "16.67", "b": "16.67", "c": "16.67", "d": "16.67", "e": "16.66", "f": "16.66",
    }  # fmt: skip


def test_nothing_counted():
    assert words({"A": 0, "B": 0}) == {"A": "0.00", "B": "0.00"}
    assert words({}) == {}
    assert words({"A": 0, "B": 5}) == {"A": "0.00", "B": "100.00"}


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="数量不能为负"):
        shares({"A": -1, "B": 2})


@given(COUNTS)
def test_parts_add_up_and_none_is_a_hundredth_off(counts):
    answer = shares(counts)
    total = sum(counts.values())
    assert list(answer) == list(counts)
    assert sum(answer.values()) == (Decimal("100.00") if total else 0)
    off = [abs(answer[key] * total - 100 * count) for key, count in counts.items()]
    assert not total or max(off) < total * Decimal("0.01")


def run(*args):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(*args, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_command_answers_in_json_and_in_lines(tmp_path):
    file = tmp_path / "counts.json"
    file.write_text('{"A": 54, "B": 33}', "utf-8")
    code, out, _ = run("shares", str(file), "--json")
    assert (code, json.loads(out)) == (0, {"A": "62.07", "B": "37.93"})
    assert run("shares", str(file))[1] == "A\t54\t62.07%\nB\t33\t37.93%\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[1, 2]", '：应为“名称: 数量”的一组数，例如 {"A": 54, "B": 33}'),
        ('{"A": -1, "B": 1.5}', "：“A”的数量应为不小于零的整数，读到的是 -1"),
        ('{"A": true}', "：“A”的数量应为不小于零的整数，读到的是 True"),
        ('{"A": NaN}', "：NaN 不是数"),
        ('{"A": 1, "A": 2}', "：“A”出现了不止一次"),
        ('{"A": 1 "B"}', "：第1行第9列起不是有效的 JSON"),
    ],
)
def test_command_names_what_is_wrong(tmp_path, text, fault):
    file = tmp_path / "counts.json"
    file.write_text(text, "utf-8")
    code, out, err = run("shares", str(file), "--json")
    assert (code, out, err.splitlines()[0]) == (2, "", f"{file}{fault}")


def test_command_names_every_wrong_count(tmp_path):
    file = tmp_path / "counts.json"
    file.write_text('{"A": -1, "B": "x", "C": 3}', "utf-8")
    assert len(run("shares", str(file))[2].splitlines()) == 2


def test_command_without_its_file(tmp_path):
    code, out, err = run("shares", str(tmp_path / "none.json"))
    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path / 'none.json'}：无法读取")
