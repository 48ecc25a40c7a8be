"""The few turns of WordprocessingML that python-docx has no words for. Lengths in points or millimetres."""

from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

LINE = 28.95  # exact line height in points: 22 lines in 225 mm, as Word and WPS round it
TRACKING = -5  # twentieths of a point: 28 characters of 16 pt in 156 mm
GRID_PITCH = 579  # twentieths of a point


def element(tag, **attributes):
    """An element `w:tag`; attribute names are given without their prefix."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def set_face(run_properties, face):
    """The same face for Chinese and Latin letters."""
    fonts = run_properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)


def add_run(paragraph, text, *, face="", size=0.0, bold=False, color=None, tracking=None):
    """A run of plain text; what is not said is left to the style."""
    run = paragraph.add_run(text)
    if face:
        set_face(run._r.get_or_add_rPr(), face)
    run.font.size = Pt(size) if size else None
    run.font.bold = bold or None
    if color is not None:
        run.font.color.rgb = color
    if tracking is not None:
        # After the colour and before the size, where the schema wants it: python-docx orders by itself.
        properties = run._r.get_or_add_rPr()
        properties.insert_element_before(
            element("spacing", val=tracking), "w:w", "w:kern", "w:position", "w:sz", "w:szCs"
        )
    return run


def add_field(paragraph, code, **look):
    """A field Word computes: PAGE, NUMPAGES."""
    parts = [element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    words = element("instrText")
    words.text = code
    for part in (parts[0], words, parts[1], None, parts[2]):
        run = add_run(paragraph, "" if part is not None else "1", **look)
        if part is not None:
            run._r.append(part)


def exact(paragraph, points=LINE, *, before=0.0, after=0.0):
    """Exact line height, no widow control: the lines stay on the grid."""
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.widow_control = False
    return paragraph


def indent(paragraph, *, first=0.0, left=0.0, right=0.0, size=15.8):
    """Indents in characters of `size` points; a negative `first` hangs."""
    properties = paragraph._p.get_or_add_pPr()
    made = properties.get_or_add_ind()
    names = {"leftChars": left, "rightChars": right}
    names |= {"hangingChars": -first} if first < 0 else {"firstLineChars": first}
    for name, value in names.items():
        if value:
            made.set(qn(f"w:{name}"), str(round(value * 100)))
            made.set(qn(f"w:{name.removesuffix('Chars')}"), str(round(value * size * 20)))
    return paragraph


def border(paragraph, *, style="single", color="E60012", space=0, **eighths):
    """Rules at sides of a paragraph, each so many `eighths` of a point thick, `space` points away."""
    borders = element("pBdr")
    for side in ("top", "bottom"):
        if side in eighths:
            borders.append(element(side, val=style, sz=eighths[side], space=space, color=color))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
    )
    return paragraph


def line_grid(section):
    """Lines on a grid; not `linesAndChars`, which LibreOffice sets at 21 characters a line."""
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    section._sectPr.append(element("docGrid", type="lines", linePitch=GRID_PITCH))


def repeat_head(row):
    """The row is printed again on every page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_whole(row):
    """The row is not broken across pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def frame_at_bottom(paragraph, width):
    """The paragraph stands at the bottom of the type area, `width` mm wide, with its like as one frame."""
    frame = element(
        "framePr", w=round(width / 25.4 * 1440), wrap="around", vAnchor="margin", hAnchor="margin",
        xAlign="left", yAlign="bottom",
    )  # fmt: skip
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        frame, "w:widowControl", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def off_grid(paragraph):
    """The paragraph does not snap to the page's line grid: heads, tables, forms."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(element("snapToGrid", val=0), "w:spacing", "w:ind", "w:jc", "w:rPr")
    return paragraph


def no_latin_gaps(style):
    """No extra space between Chinese characters and digits or letters."""
    properties = style.element.get_or_add_pPr()
    for tag in ("autoSpaceDE", "autoSpaceDN"):
        properties.insert_element_before(element(tag, val=0), "w:spacing", "w:ind", "w:jc")


def inside_margins(table, *, sides, ends):
    """The room between rules and words in every cell, in points."""
    margins = element("tblCellMar")
    for side, points in (("top", ends), ("left", sides), ("bottom", ends), ("right", sides)):
        margins.append(element(side, w=round(points * 20), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
