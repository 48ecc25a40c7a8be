"""Spreadsheets: headings found in any order, rows checked by the form, files read with suspicion."""

import dataclasses
import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from django import forms

from minqiao.kit import sheetfiles
from minqiao.kit.sheets import CELL_LIMIT, Checker, Column, Fault, Sheet, SheetFault, matched
from minqiao.kit.wordfield import DayField, WordField, YesNoField


class Row(forms.Form):
    name = forms.CharField(label="名称", max_length=10)
    born = forms.IntegerField(label="年份", required=False, min_value=1900)
    kind = WordField([("a", "甲类"), ("b", "乙类")], label="类别", required=False)
    works = YesNoField(label="在用")
    since = DayField(label="起始日", required=False)


SHEET = Sheet(
    slug="things",
    label="物品",
    form=Row,
    columns=(
        Column("name", "名称"),
        Column("born", "年份"),
        Column("kind", "类别"),
        Column("works", "在用"),
        Column("since", "起始日"),
    ),
    keys=("name",),
    rows=lambda actor: [],
)
HEADER = ["名称", "年份", "类别", "在用", "起始日"]


def checked(*cells, header=HEADER):
    """The first row below a header, as the form leaves it."""
    table = matched(SHEET, [list(header), list(cells)])
    number, row = table.rows[0]
    return Checker(SHEET).check(number, table.cells(row))


def test_columns_are_found_in_any_order_below_a_title():
    rows = [["某地物品表", ""], ["", ""], ["年 份*", "名称"], ["", ""], ["1990", "桥"]]
    table = matched(SHEET, rows)
    assert table.positions == {"born": 0, "name": 1}
    assert table.rows == [(5, ["1990", "桥"])]
    assert table.absent == ["类别", "在用", "起始日"]


def test_unknown_columns_are_named_and_the_reason_column_is_not():
    assert matched(SHEET, [["名称", "颜色", "错误原因"]]).ignored == ["颜色"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "没有找到表头。“物品”表应有这些列：名称、年份、类别、在用、起始日"),
        ([["颜色", "重量"]], "没有找到表头。“物品”表应有这些列：名称、年份、类别、在用、起始日"),
        ([["年份"]], "缺少必需的列：名称"),
        ([["名称", "年份", "年份"]], "表头有重复的列：年份"),
    ],
)
def test_a_header_that_does_not_fit_is_refused_by_name(rows, words):
    with pytest.raises(SheetFault) as fault:
        matched(SHEET, rows)
    assert str(fault.value) == words


def test_a_good_row_comes_out_clean():
    data, faults = checked("桥", "1990", "乙类", "是", "2026年3月9日")
    assert faults == []
    assert data == {"name": "桥", "born": 1990, "kind": "b", "works": True, "since": dt.date(2026, 3, 9)}


def test_a_column_the_file_does_not_have_is_not_in_the_data():
    assert checked("桥", header=["名称"]) == ({"name": "桥"}, [])


def test_an_empty_cell_leaves_what_is_there_and_a_marked_one_clears_it():
    assert checked("桥", "", "", "", "") == ({"name": "桥"}, [])
    assert checked("桥", "清空", " 清空 ", "清空", "清空") == (
        {"name": "桥", "born": None, "kind": "", "works": False, "since": None},
        [],
    )


def test_a_required_cell_cannot_be_cleared():
    data, faults = checked("清空", "1990", "甲类", "是", "")
    assert (data, [str(fault) for fault in faults]) == (None, ["第2行 名称：请填写"])


def test_a_row_of_a_whole_sheet_is_all_that_is_known():
    table = matched(SHEET, [HEADER, ["桥", "", "", "", ""]])
    checker = Checker(dataclasses.replace(SHEET, whole=True))
    assert checker.check(2, table.cells(table.rows[0][1]))[0] == {
        "name": "桥",
        "born": None,
        "kind": "",
        "works": False,
        "since": None,
    }


def test_each_fault_names_row_column_and_reason():
    data, faults = checked("", "1800", "丙类", "也许", "2026-02-30")
    assert data is None
    assert [str(fault) for fault in faults] == [
        "第2行 名称：请填写",
        "第2行 年份：不能小于1900",
        "第2行 类别：“丙类”不在可选范围，应为下列之一：甲类、乙类",
        "第2行 在用：请填写“是”或“否”",
        "第2行 起始日：没有“2026-02-30”这一天",
    ]


def test_the_same_key_twice_in_a_file_is_a_fault_of_the_second_row():
    checker = Checker(SHEET)
    assert checker.check(2, {"name": "桥"}) == ({"name": "桥"}, [])
    assert checker.check(9, {"name": "桥"}) == (None, [Fault(9, "名称", "与第2行重复")])
    assert checker.check(10, {"name": "路"}) == ({"name": "路"}, [])


def test_a_cell_beyond_the_limit_is_a_fault_not_a_crash():
    assert checked("桥" * (CELL_LIMIT + 1)) == (None, [Fault(2, "名称", "超过10000字")])


# Files ----------------------------------------------------------------------------------------------------


ROWS = [
    {"name": "=1+1", "born": 1990, "kind": "甲类", "works": True, "since": dt.date(2026, 3, 9)},
    {"name": "@桥", "born": None, "kind": "", "works": False, "since": None},
]
READ = [HEADER, ["=1+1", "1990", "甲类", "是", "2026-03-09"], ["@桥", "", "", "否", ""]]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_is_written_is_read_again(kind):
    content = sheetfiles.write(SHEET.columns, ROWS, kind, title="物品")
    assert sheetfiles.read(content, f"物品.{kind}") == READ


def test_text_that_looks_like_a_formula_stays_text_and_a_day_is_a_day():
    page = openpyxl.load_workbook(io.BytesIO(sheetfiles.write(SHEET.columns, ROWS))).active
    assert [(cell.value, cell.data_type) for cell in page[2]] == [
        ("=1+1", "s"),
        (1990, "n"),
        ("甲类", "s"),
        ("是", "s"),
        (dt.datetime(2026, 3, 9), "d"),
    ]


def test_csv_keeps_spreadsheets_from_calculating():
    lines = sheetfiles.write(SHEET.columns, ROWS, "csv").decode("utf-8-sig").splitlines()
    assert lines == ["名称,年份,类别,在用,起始日", "'=1+1,1990,甲类,是,2026-03-09", "'@桥,,,否,"]


def test_negative_numbers_in_csv_stay_numbers():
    assert sheetfiles.write((Column("n", "数"),), [{"n": -3}, {"n": "-x"}], "csv").decode(
        "utf-8-sig"
    ).splitlines() == [
        "数",
        "-3",
        "'-x",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_is_read_as_offices_save_it(encoding, delimiter):
    text = f"名称{delimiter}年份\r\n䶮桥{delimiter}1990\r\n"
    assert sheetfiles.read(text.encode(encoding), "物品.CSV") == [["名称", "年份"], ["䶮桥", "1990"]]


def test_bad_rows_come_back_with_the_reason_in_the_last_column():
    content = sheetfiles.write_bad_rows(
        ["名称", "错误原因", "年份"], [(["桥", "旧", "x"], "年份：不是数")], "csv"
    )
    assert sheetfiles.read(content, "a.csv") == [["名称", "年份", "错误原因"], ["桥", "x", "年份：不是数"]]


def workbook(rows):
    """An .xlsx by another writer than ours."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


def test_cells_are_read_as_a_person_would_type_them():
    row = ["桥 ", 520502001000, 1.5, True, dt.date(2026, 3, 9), dt.datetime(2026, 3, 9, 8, 5), None]
    assert sheetfiles.read(workbook([row]), "a.xlsx") == [
        ["桥", "520502001000", "1.5", "是", "2026-03-09", "2026-03-09 08:05"]
    ]


def repacked(content, changes):
    """The same archive with other texts in some of its entries."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry.filename, changes.get(entry.filename, old.read(entry)))
    return buffer.getvalue()


def with_sheet(text):
    return repacked(workbook([["名称"]]), {"xl/worksheets/sheet1.xml": text})


def bomb(names, size):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * size)
    return buffer.getvalue()


def with_false_length(content):
    """The central directory says the sheet is one byte long."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + (1).to_bytes(4, "little") + content[at + 28 :]


NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_XML = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{{}}</sheetData></worksheet>'
FAR = SHEET_XML.format('<row r="1"><c r="A1"><v>1</v></c></row><row r="{0}"><c r="{1}{0}"><v>1</v></c></row>')


ANOTHER = "请用 Excel 或 WPS 另存为 .xlsx 后再试"
BROKEN = f"文件不是完好的 .xlsx，{ANOTHER}"
LOCKED = "文件有密码或是旧的 .xls 格式，请去掉密码、另存为 .xlsx 后再试"
TOO_LONG = "表格有1048576行，超过一次导入的上限200000行，请分成几个文件"
TOO_WIDE = "表格的单元格过多（可能在很远处有内容），请删去多余的行列后再试"
NO_PLACE = f"表格的单元格没有写明位置，{ANOTHER}"
NO_TEXT = "不是文本文件（应为 UTF-8 或 GB 18030 编码），请另存为“CSV UTF-8”或 .xlsx 后再试"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "文件是空的"),
        (b"x", "a.xls", f"只能读 .xlsx 和 .csv 文件；{ANOTHER}"),
        (b"not a workbook", "a.xlsx", BROKEN),
        (b"PK\x05\x06" + b"\0" * 18, "a.xlsx", BROKEN),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.xlsx", LOCKED),
        (workbook([["名称"]])[:-200], "a.xlsx", BROKEN),
        (bomb(["a"], 60_000_000), "a.xlsx", "文件解开后有57兆，超过允许的大小，拒绝读取"),
        (bomb(map(str, range(2001)), 1), "a.xlsx", "文件内部条目过多（2001个），拒绝读取"),
        (with_false_length(with_sheet("x" * 999)), "a.xlsx", BROKEN),
        (with_sheet(FAR.format(1048576, "A")), "a.xlsx", TOO_LONG),
        (with_sheet(FAR.format(9999, "XFD")), "a.xlsx", TOO_WIDE),
        (with_sheet(SHEET_XML.format("<row><c><v>1</v></c></row>")), "a.xlsx", NO_PLACE),
        (b"\xff\xff\xff", "a.csv", NO_TEXT),
    ],
)
def test_files_that_would_hurt_are_refused_with_the_reason(content, name, words):
    with pytest.raises(SheetFault) as fault:
        sheetfiles.read(content, name)
    assert str(fault.value) == words


def test_an_honest_workbook_passes_the_same_inspection():
    assert sheetfiles.read(with_sheet(FAR.format(3, "B")), "a.xlsx") == [["1", ""], ["", ""], ["", "1"]]
