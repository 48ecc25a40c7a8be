"""A report of a year as one source of numbers: page, Word, PDF and Excel all print the same cells."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from minqiao.instruments.papers.documents import DRAW
from minqiao.instruments.papers.rules import (
    FORM,
    Column,
    Document,
    Para,
    SignOff,
    Table,
    chinese_date,
    chinese_number,
)
from minqiao.kit.workbook import Page, shown, workbook

FORMS = (*DRAW, "xlsx")
FIRST, OTHER, SMALL = 40, 12, 9  # millimetres of the first column and of others, points of a wide table


@dataclass(frozen=True)
class Section:
    """A chapter: its heading, its sentences, its tables."""

    heading: str
    words: tuple[str, ...]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Report:
    """The whole report. `widths`: millimetres of columns by heading; `texts`: headings set at the left."""

    title: str
    organ: str
    on: dt.date
    sections: tuple[Section, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()

    @property
    def pages(self):
        """All tables, in the order of the report."""
        return [page for section in self.sections for page in section.pages]


def numbered(*sections) -> tuple[Section, ...]:
    """The chapters in their order, with their Chinese numbers."""
    return tuple(
        replace(one, heading=f"{chinese_number(place)}、{one.heading}")
        for place, one in enumerate(sections, 1)
    )


def drawn(report, form) -> bytes:
    """The report as docx, pdf or xlsx; Refused when the faces for pdf are missing."""
    if form == "xlsx":
        return workbook(report.pages)
    return DRAW[form](_document(report))


def _document(report):
    blocks = []
    for section in report.sections:
        blocks.append(Para(section.heading, "heading1"))
        blocks += [Para(words) for words in section.words]
        for page in section.pages:
            blocks += [Para(page.title, "heading2"), _table(page, report)]
            if page.note and page.note not in section.words:
                blocks.append(Para(f"注：{page.note}", "note"))
    return Document(
        layout=FORM,
        title=report.title,
        blocks=tuple(blocks),
        sign_off=(SignOff(report.organ, chinese_date(report.on)),),
    )


def _table(page, report):
    columns = tuple(
        Column(words, report.widths.get(words, OTHER), "left" if words in report.texts else "right")
        for words in page.head[1:]
    )
    rows = tuple(tuple(shown(cell) for cell in row) for row in page.rows)
    return Table((Column(page.head[0], FIRST), *columns), rows, size=SMALL)
