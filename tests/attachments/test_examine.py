"""A file is judged by its content: the honest kept as they are, the others refused with the reason."""

import io
import zipfile

import pytest
from PIL import Image

from minqiao.foundation.attachments.rules import MAX_BYTES, SECRETS_LAW, clean_name, examine
from minqiao.foundation.attachments.rules.images import MAX_SIDE
from tests.attachments import samples
from tests.attachments.samples import upload


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("答复.pdf", samples.PDF),
        ("答复.docx", samples.word("已办理")),
        ("附表.XLSX", samples.sheet("一", "二")),
    ],
)
def test_honest_file_is_kept_byte_for_byte(name, content):
    examined = examine(upload(name, content))
    assert (examined.why, examined.content, examined.kind) == ("", content, name.rpartition(".")[2].lower())


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("木马.exe", b"MZ", "只能上传 PDF、Word（docx）、Excel（xlsx）和图片（jpg、png、webp）"),
        ("没有扩展名", b"MZ", "只能上传 PDF、Word（docx）、Excel（xlsx）和图片（jpg、png、webp）"),
        ("旧.doc", b"\xd0\xcf\x11\xe0", "旧版 Word 文档（.doc）请另存为 .docx 后再上传"),
        ("照片.heic", b"....ftypheic", "HEIC 照片请在手机上改存为 JPG 后再上传"),
        ("照片.jpg", b"....ftypheic....", "HEIC 照片请在手机上改存为 JPG 后再上传"),
        ("空.pdf", b"", "文件是空的，请检查后重新上传"),
        ("假.pdf", b"<html>", "文件内容不是PDF 文件，可能已损坏或改过扩展名，请重新导出后再上传"),
        ("半截.pdf", b"%PDF-1.7 ...", "PDF 文件不完整，请重新导出后再上传"),
        (
            "图.png",
            samples.photo("JPEG"),
            "文件名写的是 png，内容却是照片（JPG），请改正后再上传",
        ),
        ("表.docx", samples.sheet("一"), "文件名写的是 docx，内容却是Excel 表格，请改正后再上传"),
        (
            "加密.docx",
            b"\xd0\xcf\x11\xe0....",
            "文件是旧版 Office 格式或设有密码，请取消密码并另存为 .docx 或 .xlsx 后再上传",
        ),
        ("坏.jpg", samples.photo("JPEG")[:300], "图片已损坏或不完整，无法打开，请重新拍摄或导出后再上传"),
    ],
)
def test_unfit_file_is_refused_with_the_reason(name, content, why):
    assert examine(upload(name, content)).why == why


@pytest.mark.parametrize(
    ("part", "content", "why"),
    [
        ("word/vbaProject.bin", b"x", "文件含有宏、控件或嵌入程序，请另存为不含宏的文件后再上传"),
        ("word/activeX/activeX1.xml", b"<a/>", "文件含有宏、控件或嵌入程序，请另存为不含宏的文件后再上传"),
        ("word/media/image1.bmp", bytes(20_000_000), "文件压缩比异常，疑似压缩炸弹，不能上传"),
        ("word/../../evil.xml", b"<a/>", "文件已损坏，无法打开，请重新保存后再上传"),
        (
            "word/header9.xml",
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "文件已损坏，无法打开，请重新保存后再上传",
        ),
        ("word/header9.xml", b"<a><b></a>", "文件已损坏，无法打开，请重新保存后再上传"),
        (
            "word/_rels/settings.xml.rels",
            b'<R><r Type="x/attachedTemplate" Target="http://h/t.dotm" TargetMode="External"/></R>',
            "文件引用了外部网络上的模板或图片，请断开链接后再上传",
        ),
    ],
)
def test_hostile_part_in_an_office_file_is_refused(part, content, why):
    assert examine(upload("文.docx", samples.with_part(samples.word("好"), part, content))).why == why


def test_hyperlink_may_point_outside():
    link = b'<R><r Type="x/hyperlink" Target="http://h/" TargetMode="External"/></R>'
    assert (
        examine(upload("文.docx", samples.with_part(samples.word("好"), "word/_rels/f.xml.rels", link))).why
        == ""
    )


def test_zip_without_a_main_part_is_no_document():
    why = examine(upload("文.docx", samples.without_part(samples.word("好"), "word/document.xml"))).why
    assert why == "文件内容不是Word 文档，可能已损坏或改过扩展名，请重新导出后再上传"


def test_macro_content_type_is_refused():
    plain = samples.without_part(samples.word("好"), "[Content_Types].xml")
    types = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    examined = examine(upload("文.docx", samples.with_part(plain, "[Content_Types].xml", types)))
    assert examined.why == "文件含有宏、控件或嵌入程序，请另存为不含宏的文件后再上传"


def test_too_many_parts_are_refused():
    out = io.BytesIO(samples.word("好"))
    with zipfile.ZipFile(out, "a") as zipped:
        for number in range(3000):
            zipped.writestr(f"word/media/{number}", b"")
    assert examine(upload("文.docx", out.getvalue())).why == "文件解压后过大，疑似压缩炸弹，不能上传"


def test_part_that_lies_about_its_size_is_refused():
    honest = samples.with_part(samples.word("好"), "word/header9.xml", b"<a>" + b"b" * 900 + b"</a>")
    lying = honest.replace((907).to_bytes(4, "little"), (12).to_bytes(4, "little"))
    assert lying != honest
    assert examine(upload("文.docx", lying)).why == "文件已损坏，无法打开，请重新保存后再上传"


def test_too_large_file_is_refused_before_it_is_read():
    class Large:
        name, size = "大.pdf", MAX_BYTES + 1

        def read(self):
            raise AssertionError("a file too large must not be read")

    assert examine(Large()).why == "文件有20.0MB，超过20MB的上限，请压缩或拆分后再上传"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("文.docx", samples.word("普通一段", "机密★1年", "又一段")),
        ("文.docx", samples.word("普通一段", header="秘密★6个月")),
        ("表.xlsx", samples.sheet("普通", "绝密")),
        ("表.xlsx", samples.sheet("普通", header="机密★1年")),
        ("机密★1年.pdf", samples.PDF),
    ],
)
def test_marked_file_is_refused_on_the_law(name, content):
    examined = examine(upload(name, content))
    assert (examined.content, examined.basis) == (b"", SECRETS_LAW)
    assert examined.why.startswith("内容带有国家秘密标志")


def test_words_split_over_runs_are_still_read():
    document = samples.docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("机", "密", "★", "1年"):
        paragraph.add_run(piece).bold = True
    out = io.BytesIO()
    document.save(out)
    assert "“机密★1年”" in examine(upload("文.docx", out.getvalue())).why


def test_document_about_secrets_is_no_secret():
    text = "建议加强商业秘密保护，选举采用无记名秘密投票方式。"
    assert examine(upload("秘密花园.docx", samples.word(text))).why == ""


def test_photo_loses_place_and_comment_and_stands_upright():
    original = samples.photo_from_a_phone()
    assert Image.open(io.BytesIO(original)).getexif().get_ifd(samples.GPS) != {}
    kept = Image.open(io.BytesIO(examine(upload("现场.jpg", original)).content))
    assert (kept.size, dict(kept.getexif()), kept.info.get("comment")) == ((40, 60), {}, None)
    assert kept.getpixel((20, 5))[0] > 200  # the red half is now on top
    assert kept.getpixel((20, 55))[2] > 200


@pytest.mark.parametrize(("name", "kind"), [("图.png", "PNG"), ("图.webp", "WEBP"), ("图.jpeg", "JPEG")])
def test_picture_with_a_tail_loses_the_tail(name, kind):
    kept = examine(upload(name, samples.photo(kind) + b"<script>alert(1)</script>")).content
    assert Image.open(io.BytesIO(kept)).format == kind
    assert b"<script>" not in kept


def test_transparency_of_a_png_survives():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (10, 20, 30, 0)).save(out, "PNG")
    kept = Image.open(io.BytesIO(examine(upload("章.png", out.getvalue())).content))
    assert kept.getpixel((0, 0))[3] == 0


def test_wide_picture_is_made_smaller():
    kept = Image.open(io.BytesIO(examine(upload("图.png", samples.photo("PNG", (9000, 30)))).content))
    assert kept.size == (MAX_SIDE, 20)


def test_picture_of_too_many_pixels_is_refused():
    bomb = samples.photo("PNG", (8000, 8000))
    assert len(bomb) < 1_000_000
    assert examine(upload("图.png", bomb)).why == "图片过大（8000×8000像素），请缩小到5000万像素以内"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("答复 函.pdf", "答复 函.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\桌面\答复.docx", "答复.docx"),
        ("a\0b\r\nc.pdf", "ab c.pdf"),
        ("报告\u202egpj.exe", "报告gpj.exe"),
        ('a<b>"c".pdf', "a_b__c_.pdf"),
        ("  .pdf", "pdf"),
        ("...", "附件"),
        ("", "附件"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_name_is_cleaned(name, clean):
    assert clean_name(name) == clean
