"""The handling report as Word, PDF and Excel, drawn from the same cells."""

from minqiao.instruments.papers.documents import DRAW, MEDIA_TYPES
from minqiao.instruments.papers.rules import FORM, Column, Document, Para, SignOff, Table, chinese_date
from minqiao.kit.workbook import shown, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {**MEDIA_TYPES, "xlsx": XLSX}
FIRST, SMALL = 44, 9  # millimetres of the first column, points of a wide table


def drawn(report, form):
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
            blocks += [Para(page.title, "centre"), _table(page)]
            if page.note and page.note not in section.words:
                blocks.append(Para(f"注：{page.note}", "note"))
    return Document(
        layout=FORM,
        title=report.title,
        blocks=tuple(blocks),
        sign_off=(SignOff(report.organ, chinese_date(report.on)),),
    )


def _table(page):
    last = page.head[-1] == "基数说明"
    rest = (160 - FIRST) / (len(page.head) - 1)
    widths = [FIRST, *[rest] * (len(page.head) - 1)]
    if last:
        widths = [FIRST, 15, 15, 20, 20, 46]
    aligns = ["left", *["right"] * (len(page.head) - 1)]
    aligns[-1] = "left" if last else "right"
    columns = tuple(Column(*one) for one in zip(page.head, widths, aligns, strict=True))
    rows = tuple(tuple(shown(cell) for cell in row) for row in page.rows)
    return Table(columns, rows, size=SMALL)
