"""`minqiao count` and `minqiao poll`: files in, answers and codes out."""

import json

import pytest
from django.core.management import call_command

SHEET = {
    "all_deputies": 9, "present": 9, "seats": 1, "issued": 9, "returned": 9, "void": 1,
    "votes": {"甲": {"for": 5}, "乙": {"for": 3}},
}  # fmt: skip
POLL = {"members": 9, "present": 9, "items": {"修路": {"satisfied": 5, "basic": 1, "dissatisfied": 3}}}


@pytest.fixture
def run(tmp_path, capsys):
    def answer(command, content, *options):
        file = tmp_path / "count.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        try:
            call_command(command, str(file), *options)
            code = 0
        except SystemExit as ended:
            code = ended.code
        out, err = capsys.readouterr()
        return code, out, err.replace(str(file), "FILE")

    return answer


def test_a_count_in_words(run):
    assert run("count", SHEET) == (
        0,
        "全体代表9人，到会9人，法定人数6人，符合规定\n"
        "发出9张，收回9张，其中废票1张，有效票8张\n"
        "须有全体代表的过半数赞成：9÷2=4.5，即5票\n"
        "应选1项，通过1项\n"
        "通过：甲\n"
        "未通过：乙（赞成3票，未达到5票）\n",
        "",
    )


def test_a_tie_says_what_comes_next(run):
    code, out, _ = run(
        "count", {**SHEET, "rule": {"threshold": "none"}, "votes": {"甲": {"for": 4}, "乙": {"for": 4}}}
    )
    assert (code, out.splitlines()[-1]) == (0, "接下来：再次投票（甲、乙，1个名额）")


def test_an_impossible_sheet_is_an_answer(run):
    code, out, _ = run("count", {**SHEET, "returned": 10}, "--json")
    assert (code, json.loads(out)["valid"]) == (0, False)


def test_a_poll(run):
    code, out, _ = run("poll", POLL, "--json")
    (item,) = json.loads(out)["items"]
    assert (code, item["item"], item["grade"], item["words"]) == (0, "修路", "satisfied", "满意")
    assert run("poll", POLL)[1] == "修路：满意（全体组成人员9人的半数为4.5，满意5票，达到半数）\n"


@pytest.mark.parametrize("command", ["count", "poll"])
@pytest.mark.parametrize(
    ("content", "line"), [("{", "FILE：第1行第2列起不是有效的 JSON\n"), ("[]", None)], ids=["broken", "list"]
)
def test_wrong_input_ends_with_2(run, command, content, line):
    code, out, err = run(command, content)
    assert (code, out, err.startswith("FILE：")) == (2, "", True)
    assert line is None or err == line
