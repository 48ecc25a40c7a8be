"""`minqiao import`, `export` and `sheets`."""

import io
import json
import sys

import pytest
from django.core.management import call_command

from minqiao.foundation.trail.models import Event
from minqiao.overviews.exchange.models import Run
from minqiao.registry.units.models import Unit
from tests.exchange.conftest import a_unit, units_file


def run(*words):
    """The exit code and both outputs of a command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(*map(str, words), stdout=out, stderr=err)
        code = 0
    except SystemExit as leaving:
        code = leaving.code
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def a_file(tmp_path):
    def write(rows, name="units.xlsx"):
        path = tmp_path / name
        path.write_bytes(units_file(rows, path.suffix[1:]))
        return path

    return write


def test_an_import_without_faults_ends_with_0(world, a_file):
    code, out, _ = run("import", "units", a_file([a_unit(1), a_unit(2)]))
    assert (code, out) == (0, "承办单位：共2行，新增2行，更新0行，未变0行，有误0行\n")
    assert Event.objects.get(action="import").name == "命令行"


def test_faults_end_with_2_one_line_each_naming_file_row_and_column(world, a_file):
    path = a_file([a_unit(1, kind="某类", name=""), a_unit(2)])
    code, out, err = run("import", "units", path)
    lines = [line for line in err.splitlines() if line.startswith(str(path))]
    assert (code, out) == (2, "承办单位：共2行，新增1行，更新0行，未变0行，有误1行\n")
    assert [line.split("：")[1] for line in lines] == ["第2行 全称", "第2行 类别"]
    assert Unit.objects.filter(code="N0002").exists() is True


def test_json_is_one_document(world, a_file, tmp_path):
    path = a_file([a_unit(1), a_unit(2, contact_phone="x")])
    code, out, _ = run("import", "units", path, "--json", "--bad-rows", tmp_path / "bad.csv")
    assert code == 2
    assert json.loads(out) == {
        "sheet": "units",
        "file": str(path),
        "dry_run": False,
        "rows": 2,
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "bad": 1,
        "faults": [{"row": 3, "column": "联系电话", "reason": "电话只能有数字、短横和“转”"}],
    }
    assert (
        (tmp_path / "bad.csv")
        .read_text(encoding="utf-8-sig")
        .splitlines()[1]
        .endswith("联系电话：电话只能有数字、短横和“转”")
    )


def test_a_dry_run_leaves_nothing_at_all(world, a_file):
    before = Event.objects.count()
    code, out, _ = run("import", "units", a_file([a_unit(1)]), "--dry-run")
    assert (code, out) == (0, "承办单位：共1行，新增1行，更新0行，未变0行，有误0行（试导入，未保存）\n")
    assert (Unit.objects.filter(code="N0001").count(), Run.objects.count(), Event.objects.count()) == (
        0,
        0,
        before,
    )


@pytest.mark.parametrize(
    ("sheet", "name", "line"),
    [
        ("nonsense", "a.csv", "没有名为 nonsense 的表格，现有："),
        ("units", "nowhere.csv", "nowhere.csv：无法读取（No such file or directory）"),
        ("units", "bad.xlsx", "bad.xlsx：文件不是完好的 .xlsx，请用 Excel 或 WPS 另存为 .xlsx 后再试"),
        ("units", "bad.csv", "bad.csv：缺少必需的列：单位编号、类别"),
    ],
)
def test_wrong_input_ends_with_2_and_one_clear_line(world, tmp_path, monkeypatch, sheet, name, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"broken")
    (tmp_path / "bad.csv").write_text("全称\n某局", encoding="utf-8")
    code, out, err = run("import", sheet, name)
    assert (code, out, err[: len(line)], err.count("\n")) == (2, "", line, 1)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_exported_is_imported_unchanged(world, tmp_path, kind):
    path = tmp_path / f"units.{kind}"
    assert run("export", "units", path) == (0, f"承办单位：导出4行到 {path}\n", "")
    code, out, _ = run("import", "units", path)
    assert (code, out) == (0, "承办单位：共4行，新增0行，更新0行，未变4行，有误0行\n")


def test_an_export_to_nowhere_fails_with_1_and_to_another_kind_with_2(world, tmp_path):
    path = tmp_path / "no" / "units.csv"
    assert run("export", "units", path) == (1, "", f"{path}：无法写入（No such file or directory）\n")
    assert run("export", "units", "a.pdf") == (2, "", "a.pdf：扩展名应为 .xlsx 或 .csv\n")


def test_sheets_lists_every_sheet_with_its_columns(world):
    _, out, _ = run("sheets", "--json")
    listed = {sheet["sheet"]: sheet for sheet in json.loads(out)}
    assert {"deputies", "units", "unit-duties", "areas"} - set(listed) == set()
    assert listed["unit-duties"]["keys"] == ["unit", "words"]
    assert listed["unit-duties"]["columns"][0] == {
        "key": "unit",
        "label": "单位",
        "required": True,
        "help": "单位编号、全称或不重复的简称",
    }


def test_progress_off_a_terminal_is_plain_lines_on_standard_error(world, a_file, monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    _, out, err = run("import", "units", a_file([a_unit(1)]), "--json")
    assert (err, json.loads(out)["created"]) == ("已处理 1/1 行\n", 1)
