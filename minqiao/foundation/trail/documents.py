"""The trail on paper and on disk: CSV row by row, Excel for shorter stretches."""

import csv
import io

import xlsxwriter
from django.utils import timezone

from minqiao.foundation.trail.choices import COLUMNS
from minqiao.foundation.trail.queries import CHUNK, lines

EXCEL_ROWS = 100_000  # Excel holds a million rows, but nobody opens such a file; CSV has no limit
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """A file that hands back what is written into it."""

    def write(self, text):
        return text


def _cells(line):
    values = line | {"at": timezone.localtime(line["at"]).isoformat(timespec="seconds")}
    return [_harmless(values[name]) for name, _ in COLUMNS]


def _harmless(value):
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def csv_rows(events):
    """The events as lines of a CSV file, oldest first; UTF-8 with the mark that Excel needs."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([words for _, words in COLUMNS])
    for event in events.order_by("seq").iterator(chunk_size=CHUNK):
        yield writer.writerow(_cells(lines([event])[0]))


def excel(events):
    """The events as an Excel file, oldest first; at most EXCEL_ROWS of them."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("留痕")
    page.freeze_panes(1, 0)
    page.write_row(0, 0, [words for _, words in COLUMNS], book.add_format({"bold": True}))
    for number, event in enumerate(events.order_by("seq").iterator(chunk_size=CHUNK), start=1):
        page.write_row(number, 0, _cells(lines([event])[0]))
    book.close()
    return buffer.getvalue()
