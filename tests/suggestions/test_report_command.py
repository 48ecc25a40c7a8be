"""`minqiao report`: the yearly report as a file, and clear words where it cannot be made."""

import io
import json

import pytest
from django.core.management import call_command

from tests.factories import an_evaluated

pytestmark = pytest.mark.django_db


def run(*words):
    """The exit code and both outputs of the command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("report", *map(str, words), stdout=out, stderr=err)
        return 0, out.getvalue(), err.getvalue()
    except SystemExit as leaving:
        return leaving.code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_report_is_written_and_told(world, tmp_path, form):
    an_evaluated(world)
    path = tmp_path / f"报告.{form}"
    code, out, err = run("handling", "--year", 2026, "--on", "2026-06-30", "--out", path)
    title = "毕节市第三届人民代表大会2026年代表建议、批评和意见办理情况报告"
    assert (code, out, err) == (0, f"{title}（截至2026-06-30）：写到 {path}\n", "")
    assert path.read_bytes()[:2] == b"PK"


@pytest.mark.papers
def test_the_report_is_written_as_pdf(world, tmp_path):
    path = tmp_path / "报告.pdf"
    assert run("handling", "--year", 2026, "--out", path)[0] == 0
    assert path.read_bytes()[:5] == b"%PDF-"


def test_json_tells_the_printed_cells(world, tmp_path):
    an_evaluated(world)
    words = ("--year", 2026, "--on", "2026-06-30", "--out", tmp_path / "a.xlsx", "--json")
    tables = {one["title"]: one["rows"] for one in json.loads(run("handling", *words)[1])["tables"]}
    assert tables["答复和联系"][0] == ["办复率", "1", "1", "100.00%", "—", "已交办"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (
            ("nothing", "--out", "a.docx"),
            2,
            "NAME：没有名为 nothing 的报告，"
            "现有：handling（代表建议办理情况报告）、fund（专项资金使用情况报告）",
        ),
        (("handling", "--out", "a.txt"), 2, "a.txt：扩展名应为 .docx、.pdf 或者 .xlsx"),
        (("handling", "--out", "a.docx", "--on", "x"), 2, "--on：“x”不是有效日期，应写作 2026-03-20 的样子"),
        (("handling", "--out", "a.docx", "--place", "999"), 1, "没有登记999的人民代表大会"),
        (
            ("handling", "--out", "/nowhere/a.docx"),
            1,
            "/nowhere/a.docx：无法写入（No such file or directory）",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(world, words, code, why):
    assert run(*words) == (code, "", f"{why}\n")
