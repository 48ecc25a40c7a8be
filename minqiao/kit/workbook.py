"""A workbook of counted tables: real numbers, no formula. Percentages are Decimals, money is Fen."""

import io
import re
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter

from minqiao.kit.money import FEN, Fen, in_yuan

Cell = int | str | Decimal | Fen | None
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Page:
    """One sheet: a title, a head, rows of texts, counts and percentages, and what must be said below."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def shown(cell: Cell) -> str:
    """A cell as it is printed: 58.07% for a percentage, 86,000.00 for money, a dash for nothing counted."""
    if cell is None:
        return "—"
    if isinstance(cell, Fen):
        return in_yuan(cell)
    return f"{cell}%" if isinstance(cell, Decimal) else str(cell)


def workbook(pages) -> bytes:
    """The pages as .xlsx; a percentage is stored as the fraction it is and shown with two decimals."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False})
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "percent": book.add_format({"num_format": "0.00%"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
        "note": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for page in pages:
        _write(book.add_worksheet(NOT_IN_A_NAME.sub(" ", page.name)[:31]), page, looks)
    book.close()
    return buffer.getvalue()


def _write(sheet, page, looks):
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, max(1, len(page.head) - 1), 14)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, page.title, looks["title"])
    for at, words in enumerate(page.head):
        sheet.write_string(2, at, words, looks["head"])
    sheet.freeze_panes(3, 1)
    for number, row in enumerate(page.rows, 3):
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, looks)
    if page.note:
        below = len(page.rows) + 4
        last = max(1, len(page.head) - 1)
        sheet.merge_range(below, 0, below, last, page.note, looks["note"])
        sheet.set_row(below, 15 * (1 + len(page.note) // (8 * last + 14)))


def _write_cell(sheet, number, at, cell, looks):
    if isinstance(cell, Decimal):
        sheet.write_number(number, at, float(cell / 100), looks["percent"])
    elif isinstance(cell, Fen):
        sheet.write_number(number, at, cell / FEN, looks["money"])
    elif isinstance(cell, int):
        sheet.write_number(number, at, cell)
    else:
        sheet.write_string(number, at, shown(cell))
