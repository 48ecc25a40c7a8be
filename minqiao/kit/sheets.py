"""Spreadsheets in and out: columns found by their Chinese names, every row checked by the room's form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from minqiao.kit.workflow import Refused

ROW_LIMIT = 200_000
CELL_LIMIT = 10_000
HEADER_WITHIN = 10  # offices like a title above the header
REASON = "错误原因"
ROW_FAULT = "整行"
SEPARATORS = "；;\n"
CLEAR = "清空"  # typed in a cell: what is registered there goes; an empty cell leaves it


@dataclass(frozen=True)
class Column:
    """One column: the form's field, its heading, how to fill it in.

    `text` keeps long numbers as they are written; `many` holds several texts, one per line.
    """

    key: str
    label: str
    help: str = ""
    text: bool = False
    many: bool = False
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A table people keep in a spreadsheet. Without `save` it is for reading only.

    `rows(actor)` yields dicts by column key. `save(data, actor=, at=, lookups=)` is an act that writes
    one row by its `keys` and answers "created", "updated" or "unchanged"; `data` holds the cleaned
    values of the columns the file has and the row fills, so a column left out or a cell left empty
    leaves what is there; 清空 in a cell clears it. Of a `whole` sheet a row is all that is known of its
    thing, and an empty cell means that there is nothing. `lookups()` gathers what many rows need once;
    form and save get it (`form(data, lookups=…)`).

    `save_many([data, …], …)`, where there is one, writes a whole batch in few statements and answers an
    outcome or a Refused for each; when the database objects, the batch is written again row by row.
    """

    slug: str
    label: str
    form: type | None
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[dict]]
    save: Callable[..., str] | None = None
    save_many: Callable[..., list] | None = None
    keys: tuple[str, ...] = ()
    lookups: Callable[[], Any] | None = None
    importers: frozenset[str] = frozenset()  # roles that may import
    exporters: frozenset[str] = frozenset()  # roles that may export; none named: whoever may import
    note: str = ""
    whole: bool = False

    def may_import(self, role) -> bool:
        """Whether this role may bring rows in."""
        return bool(self.save) and role in self.importers

    def may_export(self, role) -> bool:
        """Whether this role may take rows out."""
        return role in (self.exporters or self.importers)

    def required(self) -> list[Column]:
        """The columns that may not be missing."""
        if self.form is None:
            return []
        return [column for column in self.columns if self.form.base_fields[column.key].required]


class SheetFault(Exception):
    """The file as a whole cannot be used; the message says why and what to do."""


class CellRefused(Refused):
    """A row that cannot be written because of one cell: the act names its column."""

    def __init__(self, column, why):
        super().__init__(why)
        self.column = column


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell (or, without a column, with the row). Rows count from 1 as Excel shows."""

    row: int
    column: str
    reason: str

    def __str__(self):
        return f"第{self.row}行 {self.column}：{self.reason}"


@dataclass(frozen=True)
class Table:
    """A file that was read and matched: where each column is, and the rows below the header."""

    header: list[str]
    positions: dict[str, int]  # column key -> position in the file
    rows: list[tuple[int, list[str]]]  # row number as Excel shows it, cells as text
    ignored: list[str] = field(default_factory=list)  # headings nobody asked for
    absent: list[str] = field(default_factory=list)  # optional columns the file does not have

    def cells(self, row) -> dict:
        """The cells of a row by column key."""
        return {key: row[at] if at < len(row) else "" for key, at in self.positions.items()}


def matched(sheet, rows) -> Table:
    """Find the header in `rows` (lists of text) and each column in it. Raises SheetFault."""
    labels = {_plain(column.label): column.key for column in sheet.columns}
    best = max(range(min(len(rows), HEADER_WITHIN)), key=lambda at: _known(rows[at], labels), default=None)
    if best is None or not _known(rows[best], labels):
        names = "、".join(column.label for column in sheet.columns)
        raise SheetFault(f"没有找到表头。“{sheet.label}”表应有这些列：{names}")
    header = [_plain(cell) for cell in rows[best]]
    doubled = sorted({name for name in header if name in labels and header.count(name) > 1})
    if doubled:
        raise SheetFault(f"表头有重复的列：{'、'.join(doubled)}")
    positions = {labels[name]: at for at, name in enumerate(header) if name in labels}
    missing = [column.label for column in sheet.required() if column.key not in positions]
    if missing:
        raise SheetFault(f"缺少必需的列：{'、'.join(missing)}")
    below = [(number, row) for number, row in enumerate(rows[best + 1 :], best + 2) if any(row)]
    if len(below) > ROW_LIMIT:
        raise SheetFault(f"共{len(below)}行，超过一次导入的上限{ROW_LIMIT}行，请分成几个文件")
    return Table(
        header=rows[best],
        positions=positions,
        rows=below,
        ignored=[name for name in header if name and name not in labels and name != REASON],
        absent=[column.label for column in sheet.columns if column.key not in positions],
    )


def _known(row, labels):
    return sum(_plain(cell) in labels for cell in row)


def _plain(label):
    """A heading without line breaks, spaces and the asterisk of required columns."""
    return "".join(label.replace("*", "").replace("＊", "").split())


class Checker:
    """Checks row after row with one form of the sheet; the form is built once, rows are many."""

    def __init__(self, sheet, lookups=None):
        self.sheet = sheet
        self.labels = {column.key: column.label for column in sheet.columns}
        self.many = {column.key for column in sheet.columns if column.many}
        self.seen = {}
        self.renew(lookups)

    def renew(self, lookups):
        """Build the form anew, with fresh look-ups."""
        self.form = self.sheet.form({}, lookups=lookups) if self.sheet.lookups else self.sheet.form({})

    def check(self, number, cells):
        """The cleaned values of the columns given, or None, and the row's faults."""
        long = [key for key, text in cells.items() if len(text) > CELL_LIMIT]
        if long:
            reason = f"超过{CELL_LIMIT}字"
            return None, [Fault(number, self.labels[key], reason) for key in long]
        texts = {key: "" if text.strip() == CLEAR else text for key, text in cells.items()}
        self.form.data = {key: _many(text) if key in self.many else text for key, text in texts.items()}
        self.form.full_clean()
        if self.form.errors:
            return None, [
                Fault(number, self.labels.get(name, ROW_FAULT), "；".join(reasons))
                for name, reasons in self.form.errors.items()
            ]
        told = [key for key, text in cells.items() if self.sheet.whole or text.strip()]
        return self._once(number, {key: self.form.cleaned_data[key] for key in told})

    def _once(self, number, data):
        """The same key twice in one file is a fault: nobody could say which row is meant."""
        key = tuple(data.get(name) for name in self.sheet.keys)
        if any(key) and self.seen.setdefault(key, number) != number:
            labels = "、".join(self.labels[name] for name in self.sheet.keys)
            return None, [Fault(number, labels, f"与第{self.seen[key]}行重复")]
        return data, []


def _many(text):
    for mark in SEPARATORS:
        text = text.replace(mark, "\n")
    return [part.strip() for part in text.split("\n") if part.strip()]
