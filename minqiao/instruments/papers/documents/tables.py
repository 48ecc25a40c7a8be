"""Tables, ruled sheets and signatures of a Word document."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from minqiao.instruments.papers.documents import ooxml

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
HEI = "黑体"
MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def bare_table(place, rows, widths, total, style=None):
    """A table of fixed columns whose `widths` share `total` millimetres."""
    table = place.add_table(rows=rows, cols=len(widths))
    table.style = style
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    shares = [total * width / sum(widths) for width in widths]
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Mm(share)
    return table


def write(cell, text, *, size, face="", align="left", indent=False):
    """Plain text into a cell, a paragraph for each line of it."""
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        ooxml.off_grid(ooxml.exact(paragraph, size * 1.45))
        paragraph.alignment = ALIGN[align]
        ooxml.add_run(paragraph, line, face=face, size=size, tracking=0)
        if indent:
            ooxml.indent(paragraph, first=2, size=size)


def rows_table(place, item, total):
    """A Table: its head is repeated, its rows stay whole."""
    table = bare_table(place, 1, [column.width for column in item.columns], total, "Table Grid")
    ooxml.inside_margins(table, sides=2.5, ends=2)
    _fill(table.rows[0], [column.label for column in item.columns], item, head=True)
    ooxml.repeat_head(table.rows[0])
    widths = [cell.width for cell in table.rows[0].cells]
    for words in item.rows:
        row = table.add_row()
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
        _fill(row, words, item, head=False)
    for row in table.rows:
        ooxml.keep_whole(row)
    return table


def _fill(row, words, item, *, head):
    for cell, column, text in zip(row.cells, item.columns, words, strict=True):
        align = "center" if head else column.align
        write(cell, text, size=item.size, face=HEI if head else "", align=align)
        cell.vertical_alignment = MIDDLE


def fields_grid(place, item, total):
    """A Grid: fields merged where they span, each row as high as its highest field asks."""
    table = bare_table(place, len(item.rows), item.widths, total, "Table Grid")
    ooxml.inside_margins(table, sides=5, ends=3)
    heights = [9.0] * len(item.rows)
    for y, x, field in item.placed():
        cell = table.cell(y, x).merge(table.cell(y + field.rowspan - 1, x + field.colspan - 1))
        face = HEI if field.label else ""
        align = "center" if field.label else field.align
        write(cell, field.text, size=item.size, face=face, align=align, indent=field.indent)
        if not field.indent:
            cell.vertical_alignment = MIDDLE
        heights[y] = max(heights[y], field.height / field.rowspan)
    for row, height in zip(table.rows, heights, strict=True):
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    return table


def signatures(place, item, total):
    """Signers side by side, their organs, seals, names and dates level; then time and place."""
    table = bare_table(place, 4, [1] * len(item.signers), total)
    for column, signer in enumerate(item.signers):
        post = f"{signer.post}（签字）：" if signer.post else "签字："
        date = signer.date or "年　　月　　日"
        lines = (signer.organ, "（盖章）", post + (signer.name or "＿＿＿＿＿"), date)
        for number, line in enumerate(lines):
            paragraph = ooxml.exact(table.cell(number, column).paragraphs[0])
            ooxml.add_run(paragraph, line)
            paragraph.paragraph_format.keep_with_next = number < 3
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number == 3 else None
    for label, words in (("签署时间：", item.date), ("签署地点：", item.place)):
        if words:
            ooxml.add_run(ooxml.exact(place.add_paragraph()), label + words)


def small(place, text, size=10.5):
    """A note in small type below a sheet."""
    paragraph = ooxml.off_grid(ooxml.exact(place.add_paragraph(), size * 1.5, before=4))
    ooxml.add_run(paragraph, text, size=size, tracking=0)
