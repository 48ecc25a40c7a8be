"""A document as .docx for Word and WPS: the same page as the PDF, with the faces installed in offices."""

import io

import docx
import segno
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from minqiao.instruments.papers.documents import ooxml, tables
from minqiao.instruments.papers.rules import FORM, LETTER
from minqiao.instruments.papers.rules.text import clean, title_lines

FANG, TITLE, HEI, KAI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
RED = RGBColor(0xE6, 0x00, 0x12)
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
HEADINGS = {
    "heading1": {"face": HEI},
    "heading2": {"face": KAI},
    "heading3": {"bold": True},
}
MARGINS = {FORM: (30, 22, 25, 25)}  # top, bottom, left, right in mm
OFFICIAL_MARGINS = (37, 35, 28, 26)


def word(document) -> bytes:
    """The document as .docx."""
    writer = _Writer(document)
    writer.compose()
    out = io.BytesIO()
    writer.file.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document):
        self.document = document
        self.file = docx.Document()
        self.is_letter, self.is_form = document.layout == LETTER, document.layout == FORM
        top, bottom, left, right = MARGINS.get(document.layout, OFFICIAL_MARGINS)
        self.width = 210 - left - right
        section = self.section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.header_distance = Mm(10)
        section.footer_distance = Mm(10 if self.is_form else 25)
        section.different_first_page_header_footer = True
        self.file.settings.odd_and_even_pages_header_footer = not self.is_form
        ooxml.line_grid(section)
        self._set_styles()

    def _set_styles(self):
        normal = self.file.styles["Normal"]
        normal.font.size = Pt(16)
        properties = normal.element.get_or_add_rPr()
        ooxml.set_face(properties, FANG)
        properties.insert_element_before(
            ooxml.element("spacing", val=ooxml.TRACKING), "w:w", "w:kern", "w:position", "w:sz", "w:szCs"
        )
        ooxml.no_latin_gaps(normal)
        core = self.file.core_properties
        core.title, core.author = self.document.title[:250], self.document.issuer[:250]
        core.comments = ""

    def line(self, text="", *, align=None, place=None, before=0.0, **look):
        """A paragraph of one exact line height."""
        paragraph = ooxml.exact((place or self.file).add_paragraph(), before=before)
        paragraph.alignment = align
        if text:
            ooxml.add_run(paragraph, clean(text), **look)
        return paragraph

    def compose(self):
        document = self.document
        self._first_page_marks()
        self._page_numbers()
        head = {LETTER: self._letter_head, FORM: self._form_head}.get(document.layout, self._official_head)
        head()
        if document.addressee:
            self.line(f"{document.addressee}：")
        self._blocks(document.blocks)
        self._attachment_note()
        self._sign_off()
        self._remarks()
        for annex in document.annexes:
            self._annex(annex)
        if not self.is_form:
            self._imprint()

    def _first_page_marks(self):
        """QR code at the left, category mark at the right, above the type area of page one."""
        document = self.document
        header = self.section.first_page_header
        header.is_linked_to_previous = False
        paragraph = ooxml.off_grid(header.paragraphs[0])
        paragraph.style = self.file.styles["Normal"]
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Mm(15)
        form.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        if document.qr:
            picture = io.BytesIO()
            segno.make(document.qr.url, error="m", micro=False).save(picture, kind="png", border=2, scale=8)
            picture.seek(0)
            paragraph.add_run().add_picture(picture, width=Mm(15))
            ooxml.add_run(paragraph, f" {document.qr.caption}", face=SONG, size=9, tracking=0)
        ooxml.add_run(paragraph, f"\t{document.mark}", face=HEI, size=16)

    def _page_numbers(self):
        """Outer corner, 4号宋体, a dash at each side; no number on page one of a letter."""
        feet = {
            "first": self.section.first_page_footer,
            "odd": self.section.footer,
            "even": self.section.even_page_footer,
        }
        for which, foot in feet.items():
            foot.is_linked_to_previous = False
            paragraph = ooxml.exact(ooxml.off_grid(foot.paragraphs[0]), 17)
            paragraph.style = self.file.styles["Normal"]
            if self.is_letter and which == "first":
                self._second_rule(paragraph)
            elif self.is_form:
                self._sheet_count(paragraph)
            else:
                self._corner_number(paragraph, which)

    def _corner_number(self, paragraph, which):
        look = {"face": SONG, "size": 14, "tracking": 0}
        if which != "even":
            paragraph.alignment = RIGHT
        ooxml.indent(paragraph, **{"left" if which == "even" else "right": 1})
        ooxml.add_run(paragraph, "— ", **look)
        ooxml.add_field(paragraph, "PAGE", **look)
        ooxml.add_run(paragraph, " —", **look)

    def _sheet_count(self, paragraph):
        look = {"face": SONG, "size": 10.5, "tracking": 0}
        paragraph.alignment = CENTER
        for words, code in (("第", "PAGE"), ("页　共", "NUMPAGES")):
            ooxml.add_run(paragraph, words, **look)
            ooxml.add_field(paragraph, code, **look)
        ooxml.add_run(paragraph, "页", **look)

    def _second_rule(self, paragraph):
        ooxml.exact(paragraph, 2)
        ooxml.border(paragraph, style="thinThickMediumGap", bottom=24)
        self._wide(paragraph)
        self.section.footer_distance = Mm(20)

    def _wide(self, paragraph):
        """As wide as the red rules of a letter: 170 mm in the middle of the page."""
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = Mm(-8), Mm(-6)

    def _letter_head(self):
        document = self.document
        size = min(40, 150 / 25.4 * 72 / max(1, len(document.issuer)))
        name = self.section.first_page_header.add_paragraph()
        ooxml.exact(ooxml.off_grid(name), size * 1.1, before=8)
        name.alignment = CENTER
        ooxml.add_run(name, document.issuer, face=TITLE, size=size, color=RED, tracking=0)
        self._wide(ooxml.border(name, style="thickThinMediumGap", bottom=24, space=9))
        number = self.line(before=12)
        number.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        ooxml.add_run(number, document.urgency, face=HEI)
        ooxml.add_run(number, f"\t{document.number}")
        self.line(), self.line()
        self._title()

    def _official_head(self):
        document = self.document
        size = min(46, 150 / 25.4 * 72 / max(1, len(document.issuer)))
        name = ooxml.exact(ooxml.off_grid(self.file.add_paragraph()), size * 1.1, before=Mm(35).pt)
        name.alignment = CENTER
        ooxml.add_run(name, document.issuer, face=TITLE, size=size, color=RED, tracking=0)
        self.line(), self.line()
        if document.approver:
            number = ooxml.indent(self.line(document.number), left=1, right=1)
            number.paragraph_format.tab_stops.add_tab_stop(Mm(self.width - 6), WD_TAB_ALIGNMENT.RIGHT)
            ooxml.add_run(number, "\t签发人：")
            ooxml.add_run(number, document.approver, face=KAI)
        else:
            number = self.line(document.number, align=CENTER)
        ooxml.border(number, bottom=12, space=6)
        self.line(), self.line()
        self._title()

    def _form_head(self):
        document = self.document
        if document.issuer:
            self.line(document.issuer, align=CENTER)
        self._title(blank=False)
        if document.strip:
            strip = ooxml.exact(ooxml.off_grid(self.file.add_paragraph()), 20)
            stops = strip.paragraph_format.tab_stops
            for number in range(1, len(document.strip)):
                last = number == len(document.strip) - 1
                kind = WD_TAB_ALIGNMENT.RIGHT if last else WD_TAB_ALIGNMENT.CENTER
                stops.add_tab_stop(Mm(self.width * number / (len(document.strip) - 1)), kind)
            ooxml.add_run(strip, "\t".join(document.strip), size=12, tracking=0)

    def _title(self, text="", *, blank=True):
        for line in title_lines(text or self.document.title):
            self.line(line, align=CENTER, face=TITLE, size=22, tracking=0)
        if blank:
            self.line()

    def _blocks(self, blocks):
        for item in blocks:
            {
                "Para": self._para,
                "Table": lambda item: tables.rows_table(self.file, item, self.width),
                "Grid": lambda item: tables.fields_grid(self.file, item, self.width),
                "Signatures": self._signatures,
                "PageBreak": lambda item: self.file.add_page_break(),
            }[type(item).__name__](item)

    def _para(self, item):
        for text in filter(str.strip, clean(item.text).split("\n")):
            paragraph = self.line(text, **HEADINGS.get(item.style, {}))
            paragraph.alignment = {"centre": CENTER, "right": RIGHT}.get(item.style, JUSTIFY)
            if item.style in ("body", *HEADINGS):
                ooxml.indent(paragraph, first=2)
            if item.style in HEADINGS:
                paragraph.paragraph_format.keep_with_next = True
            if item.style == "note":
                paragraph.runs[0].font.size = Pt(14)

    def _signatures(self, item):
        self.line()
        tables.signatures(self.file, item, self.width)

    def _attachment_note(self):
        names = self.document.attachments
        if names:
            self.line()
        for number, name in enumerate(names, 1):
            head = "附件：" if number == 1 else "　　　"
            words = f"{head}{number}.{name}" if len(names) > 1 else f"{head}{name}"
            hang = 4 if len(names) > 1 else 3
            ooxml.indent(self.line(words), left=2 + hang, first=-hang)

    def _sign_off(self):
        """Each name centred over its date, four characters from the right; never on a page without text."""
        first = max(0, len(self.file.paragraphs) - 2 - len(self.document.attachments))
        for item in self.document.sign_off:
            widths = [sum(0.5 if char.isascii() else 1 for char in text) for text in (item.issuer, item.date)]
            self.line(), self.line()
            for text, width in zip((item.issuer, item.date), widths, strict=True):
                right = 4 + (max(widths) - width) / 2
                ooxml.indent(self.line(text, align=RIGHT), right=right)
        for held in self.file.paragraphs[first : -1 if self.document.annexes else None]:
            held.paragraph_format.keep_with_next = True

    def _remarks(self):
        for words in filter(None, (self.document.contact, self.document.remark)):
            if self.is_form:
                tables.small(self.file, clean(words))
            else:
                ooxml.indent(self.line(f"（{words}）"), first=2)

    def _annex(self, annex):
        label = self.line(annex.label, face=HEI)
        label.paragraph_format.page_break_before = True
        self.line()
        self._title(annex.title)
        self._blocks(annex.blocks)

    def _imprint(self):
        document = self.document
        lines = [(f"抄送：{'，'.join(document.copies_to)}。", "")] if document.copies_to else []
        if (document.printed_by or document.printed_on) and not self.is_letter:
            lines.append((document.printed_by, f"{document.printed_on}印发" if document.printed_on else ""))
        # A frame needs an ordinary paragraph before it (after a table) and one to hang on.
        self._hair_line()
        for number, (left, right) in enumerate(lines):
            if number and not self.is_letter:
                self._imprint_line("\t", height=5).runs[0].font.underline = True
            paragraph = self._imprint_line(f"　{left}\t{right}　" if right else f"　{left}")
            if not right:
                ooxml.indent(paragraph, left=4, first=-4, size=14)
        self._hair_line()

    def _hair_line(self):
        ooxml.exact(ooxml.off_grid(self.file.add_paragraph()), 1)

    def _imprint_line(self, text, *, height=22):
        """A line of 4号 in the frame at the foot of the last page.

        All lines carry the same rules above and below: only then do Word and LibreOffice make one frame of
        them. The rule between two lines is an underlined tab.
        """
        paragraph = ooxml.off_grid(ooxml.exact(self.file.add_paragraph(), height))
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        ooxml.add_run(paragraph, text, size=14 if height > 14 else 5, tracking=0)
        if not self.is_letter:
            ooxml.border(paragraph, color="000000", space=1, top=8, bottom=8)
        ooxml.frame_at_bottom(paragraph, self.width)
        return paragraph
