"""The files behind the sheets: .xlsx and .csv, read with suspicion and written without formulas."""

import csv
import datetime as dt
import io
import re
import zipfile
import zlib

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from minqiao.kit.command import decoded
from minqiao.kit.sheets import REASON, ROW_LIMIT, SheetFault

FILE_LIMIT = 50 * 1024 * 1024
UNPACKED_LIMIT = 200 * 1024 * 1024
RATIO_LIMIT = 300
ENTRY_LIMIT = 2000
CELLS_LIMIT = 6_000_000
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
CHUNK = 1024 * 1024
CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])([^>]*)>")
PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?$")
ANOTHER = "请用 Excel 或 WPS 另存为 .xlsx 后再试"


def read(content: bytes, name: str) -> list[list[str]]:
    """All rows of the first sheet as text, from the file's first row on. Raises SheetFault."""
    if not content:
        raise SheetFault("文件是空的")
    if len(content) > FILE_LIMIT:
        raise SheetFault(f"文件超过{FILE_LIMIT // 1024 // 1024}兆，请分成几个文件")
    suffix = name.lower().rsplit(".", 1)[-1]
    if suffix == "csv":
        return _read_csv(content)
    if suffix != "xlsx":
        raise SheetFault(f"只能读 .xlsx 和 .csv 文件；{ANOTHER}")
    if content.startswith(OLD_OR_LOCKED):
        raise SheetFault("文件有密码或是旧的 .xls 格式，请去掉密码、另存为 .xlsx 后再试")
    _inspect(content)
    return _read_xlsx(content)


def _read_csv(content):
    try:
        text = decoded(content)
    except ValueError as error:
        raise SheetFault(f"{error}，请另存为“CSV UTF-8”或 .xlsx 后再试") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SheetFault(f"CSV 文件读不出来：{error}") from error
    return [[_unquoted(cell.strip()) for cell in row] for row in rows]


def _unquoted(cell):
    """Take off the apostrophe that the writer put before a text that looks like a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_MARKS) else cell


def _inspect(content):
    """Refuse what would blow up when unpacked: counted and measured before the reader touches it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _inspect_directory(entries, len(content))
            size = [0, 0]
            for entry in entries:
                _inspect_entry(archive, entry, size)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        # zipfile raises NotImplementedError over a compression or version that it cannot read.
        raise SheetFault(f"文件不是完好的 .xlsx，{ANOTHER}") from error
    except zlib.error as error:
        raise SheetFault(f"文件内部损坏，{ANOTHER}") from error
    if size[0] > ROW_LIMIT + 10:
        raise SheetFault(f"表格有{size[0]}行，超过一次导入的上限{ROW_LIMIT}行，请分成几个文件")
    if size[0] * size[1] > CELLS_LIMIT:
        raise SheetFault("表格的单元格过多（可能在很远处有内容），请删去多余的行列后再试")


def _inspect_directory(entries, packed):
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRY_LIMIT:
        raise SheetFault(f"文件内部条目过多（{len(entries)}个），拒绝读取")
    if unpacked > UNPACKED_LIMIT or unpacked > packed * RATIO_LIMIT:
        raise SheetFault(f"文件解开后有{unpacked // 1024 // 1024}兆，超过允许的大小，拒绝读取")
    if sum(entry.compress_size for entry in entries) > packed:
        raise SheetFault("文件内部条目互相重叠，拒绝读取")


def _inspect_entry(archive, entry, size):
    """Unpack piece by piece (a false length or checksum ends it) and note the farthest cell."""
    rest = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            text = rest + chunk
            end = text.rfind(b">") + 1
            _farthest(text[:end], size)
            rest = text[end:][-CHUNK:]


def _farthest(text, size):
    for cell in CELL.finditer(text):
        place = PLACE.search(cell[1])
        if place is None:
            raise SheetFault(f"表格的单元格没有写明位置，{ANOTHER}")
        size[0] = max(size[0], int(place[2]))
        size[1] = max(size[1], _column_number(place[1]))


def _column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _read_xlsx(content):
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise SheetFault("文件有密码，请去掉密码后再试") from error
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise SheetFault(f"文件不是完好的 .xlsx，{ANOTHER}") from error
    return [[as_text(cell) for cell in row] for row in rows]


def as_text(value) -> str:
    """A cell as a person would type it: whole numbers without a point, days as 2026-03-20, 是 and 否."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return str(value.date()) if value.time() == dt.time() else value.isoformat(" ", "minutes")
    return "" if value is None else str(value)


def write(columns, rows, kind="xlsx", *, title="", notes=()) -> bytes:
    """A file of `rows` (dicts by column key) under the columns' headings; never a formula.

    `notes` (pairs of heading and text) go on a second page that the reader does not read.
    """
    table = ([row.get(column.key) for column in columns] for row in rows)
    if kind == "csv":
        return _write_csv([column.label for column in columns], table)
    texts = frozenset(at for at, column in enumerate(columns) if column.text)
    widths = [column.width for column in columns]
    return _write_xlsx([column.label for column in columns], table, title, widths, texts, notes)


def write_bad_rows(header, rows, kind="xlsx") -> bytes:
    """Only the bad rows (cells and reason) under the file's own header, to be mended and sent again."""
    headings = [*(name for name in header if name != REASON), REASON]
    kept = [at for at, name in enumerate(header) if name != REASON]
    table = ([*(row[at] if at < len(row) else "" for at in kept), reason] for row, reason in rows)
    if kind == "csv":
        return _write_csv(headings, table)
    return _write_xlsx(
        headings, table, "待改正", [16] * len(kept) + [60], frozenset(range(len(headings))), ()
    )


def _write_csv(headings, table):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(headings)
    for row in table:
        writer.writerow([_guarded(plain(value)) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def _guarded(text):
    risky = text.startswith(FORMULA_MARKS) and not NUMBER.match(text)
    return f"'{text}" if risky else text


def plain(value) -> str:
    """A value as text for a file: lists on lines of their own."""
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else as_text(value)


def _write_xlsx(headings, table, title, widths, texts, notes):
    buffer = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    formats = {
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
    }
    page = book.add_worksheet(title[:31] or "表")
    for at, width in enumerate(widths):
        page.set_column(at, at, width, formats["text"] if at in texts else None)
    page.freeze_panes(1, 0)
    for at, heading in enumerate(headings):
        page.write_string(0, at, heading, bold)
    for number, row in enumerate(table, 1):
        for at, value in enumerate(row):
            _write_cell(page, number, at, value, formats, at in texts)
    if notes:
        _write_notes(book.add_worksheet("填写说明"), notes, bold)
    book.close()
    return buffer.getvalue()


def _write_cell(page, number, at, value, formats, is_text):
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        page.write_datetime(number, at, dt.datetime.combine(value, dt.time()), formats["day"])
    elif isinstance(value, int | float) and not isinstance(value, bool) and not is_text:
        page.write_number(number, at, value)
    elif value not in ("", None):
        page.write_string(number, at, plain(value), formats["text"] if is_text else None)


def _write_notes(page, notes, bold):
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 80)
    for number, (heading, text) in enumerate(notes):
        page.write_string(number, 0, heading, bold)
        page.write_string(number, 1, text)
