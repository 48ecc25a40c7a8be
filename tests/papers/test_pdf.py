"""What stands on the pages of the PDF, and where."""

import io
import re

import pytest
from pypdf import PdfReader

from minqiao.instruments.papers.documents import fonts
from minqiao.instruments.papers.documents.pdf import pdf
from minqiao.instruments.papers.rules import Document, Para, SignOff
from minqiao.kit.workflow import Refused
from tests.papers import samples

pytestmark = pytest.mark.papers
MM = 72 / 25.4


def pages_of(document):
    """The pages as text without blanks."""
    pages = PdfReader(io.BytesIO(pdf(document))).pages
    return ["".join(page.extract_text().split()) for page in pages]


def pieces_of(page):
    """(text, left, baseline from the top) in mm of the pieces of text on a page."""
    found = []

    def visit(text, place, *_):
        if text.strip():
            found.append((text.strip(), place[4] / MM, 297 - place[5] / MM))

    page.extract_text(visitor_text=visit)
    return found


def spots_of(page):
    """(left, baseline from the top) in mm of everything written on a page, line by line."""
    found = []

    def visit(operator, _, place, *__):
        if operator in (b"TJ", b"Tj"):
            found.append((place[4] / MM, 297 - place[5] / MM))

    page.extract_text(visitor_operand_before=visit)
    return found


def long_letter():
    """Nothing but characters of one width, for three pages."""
    return Document("official", "标题", issuer="机关", blocks=(Para("国" * 28 * 60, "plain"),))


def test_a_page_has_22_lines_of_28_characters():
    page = PdfReader(io.BytesIO(pdf(long_letter()))).pages[1]
    body = [line for line in page.extract_text().splitlines() if "国" in line]
    assert [len(line.strip()) for line in body] == [28] * 22


def test_the_type_area_begins_37_mm_from_the_top_and_28_mm_from_the_left():
    page = PdfReader(io.BytesIO(pdf(long_letter()))).pages[1]
    body = [(left, line) for left, line in spots_of(page) if line < 265]
    lines = sorted({round(line, 3) for _, line in body})
    assert min(left for left, _ in body) == pytest.approx(28, abs=0.1)
    assert lines[0] == pytest.approx(37 + 14.08 / MM, abs=0.1)
    assert (lines[-1] - lines[0]) / 21 == pytest.approx(225 / 22, abs=0.01)


def test_page_numbers_stand_at_the_outer_corners():
    pages = PdfReader(io.BytesIO(pdf(long_letter()))).pages[:3]
    assert ["".join(page.extract_text().splitlines()[-1].split()) for page in pages] == ["—1—", "—2—", "—3—"]
    feet = [next(spot for spot in spots_of(page) if spot[1] > 262) for page in pages]
    assert [left > 105 for left, _ in feet] == [True, False, True]
    assert [line == pytest.approx(270.5, abs=1) for _, line in feet] == [True] * 3


def test_the_assignment_letter_has_its_annex_of_218_rows_with_the_head_on_every_page():
    pages = pages_of(samples.assignment_letter())
    annex = [page for page in pages if "编号标题领衔代表主办单位协办单位答复期限" in page]
    assert pages.index(annex[0]) == 3
    assert len(annex) == len(pages) - 3
    text = "".join(annex)
    assert [n for n in range(1, 219) if f"第{n}号村组道路" not in text] == []
    assert text.count("2026-05-18") == 218
    assert "（盖章）" in pages[2] and pages[2].count("负责人（签字）") == 2
    assert "抄送：市委办公室" in pages[-1] and "2026年2月18日印发" in pages[-1]


def test_no_row_is_torn_between_two_pages():
    pages = pages_of(samples.assignment_letter())[3:]
    for page in pages:
        numbers = re.findall(r"第(\d+)号村组道路硬化与安全生命防护工程建设的建议", page)
        assert len(numbers) == page.count("2026-05-18")


def test_the_letter_form():
    data = PdfReader(io.BytesIO(pdf(samples.reply_letter())))
    first = data.pages[0]
    pieces = {text: (left, top) for text, left, top in pieces_of(first)}
    issuer, mark = pieces["毕节市交通运输局"], pieces["办理类别："]
    assert issuer[1] - 40 / MM * 0.88 == pytest.approx(30, abs=0.5)
    assert mark[0] > 140 and mark[1] < 30
    assert [line for _, line in spots_of(first) if line > 262] == []
    text = ["".join(page.extract_text().split()) for page in data.pages]
    assert "毕交函〔2026〕12号" in text[0] and "扫码核验" in text[0]
    assert "—2—" in text[1] and "（联系人：测试甲，联系电话：0857-0000000）" in text[1]
    assert "抄送：市人大常委会代表工作委员会，市人民政府办公室。" in text[1]
    assert ("".join(text)).count("承诺：") == 2


@pytest.mark.parametrize("layout", ["official", "letter"])
def test_signature_and_imprint_never_stand_without_text(layout):
    """However long the text is, its last paragraph is on the page of the signature and of the imprint."""
    marks = {"sign_off": (SignOff("机关", "某日"),), "copies_to": ("某某",), "printed_by": "印发机关"}
    for lines in range(1, 12):
        blocks = tuple(Para(f"国{'国' * 40}第{number}段") for number in range(1, lines + 1))
        for attachments in ((), ("附件名称",)):
            found = Document(layout, "标题", issuer="机关", blocks=blocks, attachments=attachments, **marks)
            last = pages_of(found)[-1]
            there = [words in last for words in (f"国第{lines}段", "某日", "抄送：某某。")]
            assert there == [True, True, True], (lines, last)


def test_forms_fit_their_pages():
    assert len(pages_of(samples.feedback_form())) == 1
    assert len(pages_of(samples.suggestion_sheet("短。"))) == 1
    long = pages_of(samples.suggestion_sheet(samples.LONG))
    assert "".join(long).count("情况说明文字") == 125
    assert "第1页共3页" in long[0]


@pytest.mark.parametrize("layout", ["official", "letter", "form"])
def test_hostile_text_is_only_text(layout):
    document = Document(
        layout,
        samples.HOSTILE.replace("\n", " ")[:60],
        issuer="#eval]",
        number="$x$",
        mark="\\",
        addressee="#let a = 1",
        blocks=(Para(samples.HOSTILE), Para("#" * 80)),
        copies_to=("*抄*",),
        contact="_x_",
    )
    text = "".join(pages_of(document))
    for words in ('#eval("1+1")', "$x^2$", "<script>alert(1)</script>", "{0}", samples.RARE, "=标题"):
        assert words in text
    assert "#evaltext" not in text


def test_a_paragraph_of_3000_characters():
    text = "".join(pages_of(Document("letter", "标题", issuer="机关", blocks=(Para(samples.LONG),))))
    assert len(samples.LONG) == 3000
    assert samples.LONG in re.sub(r"—\d—", "", text)


def test_rare_characters_are_never_a_box():
    document = Document("letter", "题", issuer="机", blocks=(Para(samples.RARE),))
    page = PdfReader(io.BytesIO(pdf(document))).pages[0]
    fonts_used = [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
    assert samples.RARE in "".join(page.extract_text().split())
    assert [name for name in fonts_used if "NotoSerifCJK" in name] != []


def test_the_same_document_gives_the_same_bytes():
    assert pdf(samples.reply_letter()) == pdf(samples.reply_letter())


def test_without_faces_the_reason_names_the_packages():
    with pytest.raises(Refused) as refused:
        fonts.choose({"DejaVu Sans", "Libertinus Serif"})
    assert "fonts-noto-cjk" in refused.value.why and "texlive-lang-chinese" in refused.value.why
    assert "Word" in refused.value.why


def test_one_face_is_enough():
    assert fonts.choose({"Noto Serif CJK SC"})["body"] == ["Noto Serif CJK SC"]


def test_the_site_chooses_its_faces():
    asked = fonts.order_from("body=仿宋_GB2312, FandolFang R;title=方正小标宋简体")
    chosen = fonts.choose({"方正小标宋简体", "FandolFang R", "FandolSong", "Noto Sans CJK SC"}, asked)
    assert chosen["body"][0] == "FandolFang R"
    assert chosen["title"][0] == "方正小标宋简体"
    with pytest.raises(ValueError, match="leg"):
        fonts.order_from("leg=Arial")
