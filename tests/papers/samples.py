"""The four papers of issue two, made up: no real person, no real matter."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from minqiao.instruments.papers.rules import (
    Annex,
    Cell,
    Column,
    Document,
    Grid,
    Para,
    Qr,
    Signatures,
    Signer,
    SignOff,
    Table,
    chinese_number,
)

QR = Qr("https://rd.example.gov.cn/papers/r/kq7Zr0dXn3aQ9wLb")
RARE = "赟翀珺瑢镕垚"
HOSTILE = (
    '#eval("1+1") #import "x" $ x^2 $ \\ ] [ } { * _ ` @label <tag> // 注释 /* */ = 标题\n'
    "\"引号\" '单引号' <script>alert(1)</script> &amp; %s {0} 😀 " + RARE
)
LONG = "关于提升农村饮水安全保障能力和水平的情况说明文字" * 125
SENTENCE = "请认真研究办理，在规定期限内答复代表，并将答复情况抄送市人大常委会代表工作委员会。"


COLUMNS = (
    Column("编号", 11, "center"),
    Column("标题", 60),
    Column("领衔代表", 18, "center"),
    Column("主办单位", 26, "center"),
    Column("协办单位", 29),
    Column("答复期限", 22, "center"),
)
UNITS = ("交通运输局", "教育局", "卫生健康局", "水务局", "农业农村局")


def annex_row(n):
    """A line of the list of assigned items."""
    return (
        str(n),
        f"关于加快推进第{n}号村组道路硬化与安全生命防护工程建设的建议",
        f"测试{chinese_number(n % 90 + 1)}",
        f"市{UNITS[n % 5]}",
        "市发展改革委、市财政局" if n % 3 else "",
        "2026-05-18",
    )


ASSIGNMENT = (
    Para("市三届人大六次会议期间，代表共提出建议196件、审议发言建议22件，合计218件。现予交办。"),
    Para("一、总体要求", "heading1"),
    Para(SENTENCE * 3),
    Para("（一）重点办理事项", "heading2"),
    Para("其中确定重点督办建议8件，" + SENTENCE * 2),
    Para("1.办理期限", "heading3"),
    Para("自交办之日起三个月内答复；确有困难的，至迟不超过六个月。" + SENTENCE * 2),
    Para("二、办理要求", "heading1"),
    Para(SENTENCE * 5),
    Signatures(
        (
            Signer("毕节市人民代表大会常务委员会办公室", "负责人"),
            Signer("毕节市人民政府办公室", "负责人"),
        ),
        place="毕节市行政中心",
        date="2026年2月18日",
    ),
)


def assignment_letter(rows=218) -> Document:
    """交办书 with its annex and the two signatures."""
    table = Table(COLUMNS, tuple(annex_row(n) for n in range(1, rows + 1)))
    return Document(
        layout="official",
        issuer="毕节市人大常委会办公室文件",
        number="毕人常办发〔2026〕3号",
        title="关于交办市三届人大六次会议代表建议和审议发言建议的通知",
        addressee="毕节市人民政府",
        blocks=ASSIGNMENT,
        attachments=("市三届人大六次会议代表建议、审议发言建议交办清单",),
        sign_off=(SignOff("毕节市人大常委会办公室", "2026年2月18日"),),
        remark="此件公开发布",
        copies_to=("市委办公室", "市政协办公室", "市人大各专门委员会", "市人大常委会各工作机构"),
        printed_by="毕节市人大常委会办公室",
        printed_on="2026年2月18日",
        annexes=(Annex("附件", "市三届人大六次会议代表建议、\n审议发言建议交办清单", (table,)),),
        qr=QR,
    )


def reply_letter() -> Document:
    """答复函 with its category mark, two numbered answers with promises, copies and contact."""
    return Document(
        layout="letter",
        issuer="毕节市交通运输局",
        number="毕交函〔2026〕12号",
        title="关于市三届人大六次会议第12号建议的答复",
        mark="办理类别：B",
        addressee=f"李{RARE[:1]}代表",
        blocks=(
            Para(
                "您提出的《关于加快推进村组道路硬化与安全生命防护工程建设的建议》收悉。"
                "感谢您对我市交通工作的关心和支持。经与市财政局研究，现答复如下："
            ),
            Para("一、关于村组道路硬化的建议", "heading1"),
            Para("2025年以来，全市投入资金1.26亿元，硬化村组道路312公里。" + SENTENCE),
            Para("承诺：2026年11月30日前完成所提3个村共8.5公里道路硬化。"),
            Para("二、关于安全生命防护工程的建议", "heading1"),
            Para("所提路段已列入2027年危桥改造和安全生命防护工程计划。" + SENTENCE * 2),
            Para("承诺：2027年6月30日前完成12处急弯陡坡护栏安装。"),
            Para("衷心感谢您对政府工作的监督，欢迎继续提出宝贵意见。"),
        ),
        sign_off=(SignOff("毕节市交通运输局", "2026年4月9日"),),
        contact="联系人：测试甲，联系电话：0857-0000000",
        copies_to=("市人大常委会代表工作委员会", "市人民政府办公室"),
        qr=QR,
    )


def named(words, **options):
    """The name of a field."""
    return Cell(words, label=True, **options)


def sheet_rows(body):
    """The fields of a 建议专用纸."""
    asks = "1.硬化3个村村组道路8.5公里。\n2.在12处急弯陡坡安装护栏。"
    consent = Cell("☑同意　□不同意", colspan=2)
    return (
        (named("标题"), Cell("关于加快村组道路硬化的建议", colspan=5, height=12)),
        (
            named("领衔代表"),
            Cell("测试甲"),
            named("代表证号"),
            Cell("0101"),
            named("代表团"),
            Cell("七星关代表团"),
        ),
        (
            named("单位职务"),
            Cell("某某乡某某村党支部书记", colspan=3),
            named("联系电话"),
            Cell("138****0000"),
        ),
        (
            named("附议代表", rowspan=2),
            Cell("测试乙", colspan=2),
            Cell("七星关代表团", colspan=2),
            Cell("0102"),
        ),
        (Cell("测试丙", colspan=2), Cell("大方代表团", colspan=2), Cell("0203")),
        (named("案由"), Cell(body, colspan=5, height=60, indent=True)),
        (named("具体建议"), Cell(asks, colspan=5, height=40, indent=True)),
        (named("是否同意公开"), consent, named("建议承办单位"), Cell("市交通运输局", colspan=2)),
        (named("代表签名"), Cell(colspan=2, height=16), named("提出日期"), Cell("2026年2月10日", colspan=2)),
    )


def suggestion_sheet(body=SENTENCE * 14) -> Document:
    """建议专用纸."""
    return Document(
        layout="form",
        issuer="毕节市第三届人民代表大会第六次会议",
        title="代表建议专用纸",
        strip=("第 012 号", "类别：城建环保类"),
        blocks=(Grid((22, 30, 22, 30, 22, 34), sheet_rows(body)),),
        remark="注：一事一议；具体建议逐项编号，承办单位将逐项答复。",
        qr=QR,
    )


def feedback_form() -> Document:
    """征询意见表."""
    grades = "□满意　□基本满意　□不满意"
    return Document(
        layout="form",
        issuer="毕节市第三届人民代表大会第六次会议",
        title="代表建议办理情况征询意见表",
        strip=("第 012 号", "第一轮"),
        blocks=(
            Grid(
                (30, 50, 30, 50),
                (
                    (Cell("建议标题", True), Cell("关于加快村组道路硬化的建议", colspan=3, height=14)),
                    (
                        Cell("承办单位", True),
                        Cell("市交通运输局"),
                        Cell("答复文号", True),
                        Cell("毕交函〔2026〕12号"),
                    ),
                    (Cell("答复日期", True), Cell("2026年4月9日"), Cell("办理类别", True), Cell("B")),
                    (
                        Cell("与代表沟通", True),
                        Cell("□办理前　□办理中　□答复后\n方式：□面商　□电话　□书面", colspan=3, height=18),
                    ),
                    (Cell("对办理态度", True), Cell(grades, colspan=3, height=12)),
                    (Cell("对办理结果", True), Cell(grades, colspan=3, height=12)),
                    (Cell("办理类别是否属实", True), Cell("□属实　□不属实", colspan=3, height=12)),
                    (Cell("具体意见", True), Cell("", colspan=3, height=70, indent=True)),
                    (Cell("代表签名", True), Cell("", height=18), Cell("日期", True), Cell("　　年　月　日")),
                ),
            ),
        ),
        contact="请于收到答复之日起30日内交回毕节市人大常委会代表工作委员会，电话：0857-0000000。",
        qr=QR,
    )


ALL = {
    "assignment_letter": assignment_letter,
    "reply_letter": reply_letter,
    "suggestion_sheet": suggestion_sheet,
    "feedback_form": feedback_form,
}


def png_upload(name):
    """A small picture, as a browser sends it."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")
