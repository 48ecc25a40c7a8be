"""The Word document: its page, its faces, its tables, and text that is only text."""

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from minqiao.instruments.papers.documents.word import word
from minqiao.instruments.papers.rules import Document, Para
from tests.papers import samples


def opened(document):
    return docx.Document(io.BytesIO(word(document)))


def text_of(file):
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*[paragraph.text for paragraph in file.paragraphs], *cells])


def test_the_page_is_that_of_the_standard():
    section = opened(samples.assignment_letter()).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side / Mm(1)) for side in sides] == [37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_body_lines_keep_to_the_grid():
    file = opened(samples.reply_letter())
    body = next(one for one in file.paragraphs if one.text.startswith("2025年以来"))
    assert body.paragraph_format.line_spacing.pt == pytest.approx(28.95)
    assert body.paragraph_format.widow_control is False
    normal = file.styles["Normal"].element.rPr
    assert normal.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert normal.find(qn("w:spacing")).get(qn("w:val")) == "-5"


@pytest.mark.parametrize(
    ("text", "face"),
    [("一、关于村组道路硬化的建议", "黑体"), ("关于市三届人大六次会议第12号建议的答复", "方正小标宋简体")],
)
def test_headings_have_their_faces(text, face):
    file = opened(samples.reply_letter())
    run = next(one for one in file.paragraphs if one.text == text).runs[0]
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == face


def test_the_annex_repeats_its_head_and_keeps_its_rows_whole():
    table = opened(samples.assignment_letter()).tables[-1]
    assert len(table.rows) == 219
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_mark_code_and_issuer_stand_above_the_first_page_of_a_letter():
    section = opened(samples.reply_letter()).sections[0]
    words = [paragraph.text for paragraph in section.first_page_header.paragraphs]
    assert words[0].endswith("\t办理类别：B") and words[1] == "毕节市交通运输局"
    assert section.first_page_header._element.findall(f".//{qn('w:drawing')}")
    assert [paragraph.text for paragraph in section.first_page_footer.paragraphs] == [""]
    assert section.even_page_footer.paragraphs[0].text.startswith("— ")


def test_fields_that_span_are_merged():
    table = opened(samples.suggestion_sheet()).tables[0]
    assert table.cell(0, 1)._tc is table.cell(0, 5)._tc
    assert table.cell(3, 0).text == table.cell(4, 0).text == "附议代表"


@pytest.mark.parametrize("layout", ["official", "letter", "form"])
def test_hostile_text_is_only_text(layout):
    document = Document(layout, "<w:p/>&amp;", issuer="]]>", blocks=(Para("\x00\x08" + samples.HOSTILE),))
    text = text_of(opened(document))
    assert samples.HOSTILE in text and "<w:p/>&amp;" in text
    assert not re.search("[\x00\x08]", text)


def test_a_paragraph_of_3000_characters():
    assert samples.LONG in text_of(opened(Document("letter", "标题", blocks=(Para(samples.LONG),))))
