"""Official papers as data: what they are made of, how they are numbered, how they are frozen (pure).

    from minqiao.instruments.papers.rules import (
        Document, Para, SignOff, chinese_date, chinese_number, series_of_year,
    )

    letter = Document(
        layout="letter",
        issuer="毕节市交通运输局",
        title="关于市三届人大六次会议第12号建议的答复",
        mark="办理类别：B",
        addressee="王某某代表",
        blocks=(
            Para("您提出的《关于……的建议》收悉。现答复如下："),
            Para(f"{chinese_number(1)}、关于第1项建议", "heading1"),
            Para("……"),
            Para("感谢您对我市交通工作的关心和支持。"),
        ),
        sign_off=(SignOff("毕节市交通运输局", chinese_date(day)),),
        contact="联系人：某某某，电话：0857-0000000",
        copies_to=("毕节市人大常委会代表工作委员会", "毕节市人民政府办公室"),
    )
    paper = papers.issue(
        letter, kind="reply_letter", subject=reply, case=suggestion, actor=actor, at=at,
        series=series_of_year("毕交函", 2026),
    )

`issue` fills in the number, `views.answer` the QR code; a form is made of Grid and Cell, an annex of
Annex and Table.
"""

from minqiao.instruments.papers.rules.blocks import (
    FORM,
    LETTER,
    OFFICIAL,
    Annex,
    Cell,
    Column,
    Document,
    Grid,
    PageBreak,
    Para,
    Qr,
    Signatures,
    Signer,
    SignOff,
    Table,
    label,
    pair,
    paragraphs,
)
from minqiao.instruments.papers.rules.frozen import as_facts, digest, from_facts
from minqiao.instruments.papers.rules.numbering import (
    chinese_date,
    chinese_number,
    number_in,
    series_of_year,
)
from minqiao.instruments.papers.rules.text import short_name

__all__ = [
    "FORM",
    "LETTER",
    "OFFICIAL",
    "Annex",
    "Cell",
    "Column",
    "Document",
    "Grid",
    "PageBreak",
    "Para",
    "Qr",
    "SignOff",
    "Signatures",
    "Signer",
    "Table",
    "as_facts",
    "chinese_date",
    "chinese_number",
    "digest",
    "from_facts",
    "label",
    "number_in",
    "pair",
    "paragraphs",
    "series_of_year",
    "short_name",
]
