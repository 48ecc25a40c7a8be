"""What of a text is not for the public: found by its shape, proposed to be hidden, barred where the law bars.

A person decides on every finding. Phone and identity numbers are barred whatever was decided (PIPL art. 28;
domain.md 2.1, disclosure: never phone, never address, never a proposer who asked for confidence).
"""

import re
from dataclasses import dataclass

# One character for one, so that what is found in the plain copy stands at the same place in the text.
PLAIN = str.maketrans(
    "０１２３４５６７８９－—–（）＠．：Ｘｘ〇零一幺二三四五六七八九", "0123456789---()@.:Xx001123456789"
)
GAP = r"[-\s.]{0,2}"
NAME = "[\u4e00-\u9fff]"


def _number(pattern):
    return re.compile(rf"(?<!\d){pattern}(?!\d)", re.ASCII)


# A mobile number as people write it: in one, 3-4-4, 3-8, 7-4, digit by digit.
MOBILE = (
    rf"1(?:\d{{10}}|\d\d{GAP}\d{{4}}{GAP}\d{{4}}|\d\d{GAP}\d{{8}}|\d{{6}}{GAP}\d{{4}}|(?:[-\s.]\d){{10}})"
)
LANDLINE = r"\(?0\d{2,3}\)?[-\s]{0,2}\d{7,8}"
SERVICE = rf"[48]00{GAP}(?:\d{{7}}|\d{{3}}{GAP}\d{{4}})"
IDENTITY = rf"\d{{6}}{GAP}\d{{8}}{GAP}\d{{3}}[\dXx]"
ACCOUNT = rf"\d{{15,19}}|[3-6]\d{{3}}(?:{GAP}\d{{4}}){{3}}(?:{GAP}\d{{3}})?"
DOOR = r"(?:\d+(?:号|院|栋|幢|座|单元|楼|室|户))"
STREET = rf"{NAME}{{1,4}}(?:路|街|巷|组|小区|花园|大道){DOOR}+|\d+(?:栋|幢|座|单元){DOOR}+"


@dataclass(frozen=True)
class Shape:
    """A kind of private thing: how it looks, what stands in its place."""

    kind: str
    label: str
    pattern: re.Pattern
    instead: str


# In the order of trust: what an earlier shape took, a later one leaves.
SHAPES = (
    Shape("id", "证件或者账号号码", _number(f"(?:{IDENTITY}|{ACCOUNT})"), "（号码略）"),
    Shape("phone", "电话号码", _number(rf"(?:\+?86[-\s]?)?(?:{MOBILE}|{LANDLINE}|{SERVICE})"), "（电话略）"),
    Shape(
        "phone",
        "电话号码",
        re.compile(r"(?<=电话|手机|号码|热线|座机)[:\s为是]{0,3}\d{3,4}[-\s]?\d{4}(?!\d)", re.ASCII),
        "（略）",
    ),
    Shape("mail", "电子邮箱", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII), "（邮箱略）"),
    Shape(
        "chat",
        "微信、QQ号",
        re.compile(r"(?:微信|QQ|qq)(?:号码?)?[:\s]{0,2}[A-Za-z\d_-]{5,20}"),
        "（账号略）",
    ),
    Shape("address", "门牌、住址", re.compile(STREET, re.ASCII), "（住址略）"),
    Shape("contact", "联系人", re.compile(r"(?<=联系人)[:\s为是]{1,2}[\u4e00-\u9fff\d]{2,4}"), "（略）"),
)
BARRED = {"phone": "电话号码", "id": "证件或者账号号码"}
NAME_INSTEAD = "（姓名略）"


@dataclass(frozen=True)
class Finding:
    """Something to hide in one block: where, what it is, what is proposed instead."""

    key: str
    block: str
    kind: str
    label: str
    words: str
    instead: str
    start: int

    @property
    def end(self):
        return self.start + len(self.words)


def findings_in(block, text, names=()):
    """What is to be hidden in one text, in its order; `names` are people who are not to be read there."""
    taken, found = [False] * len(text), []
    plain = text.translate(PLAIN)
    for shape in SHAPES:
        for hit in shape.pattern.finditer(plain):
            found += _taken(taken, hit.start(), hit.end(), shape.kind, shape.label, shape.instead)
    for name in sorted({one for one in names if len(one) > 1}, key=len, reverse=True):
        for hit in re.finditer(re.escape(name), text):
            found += _taken(taken, hit.start(), hit.end(), "name", "姓名", NAME_INSTEAD)
    return [
        Finding(f"{block}-{number}", block, kind, label, text[start:end], instead, start)
        for number, (start, end, kind, label, instead) in enumerate(sorted(found), 1)
    ]


def _taken(taken, start, end, kind, label, instead):
    if any(taken[start:end]):
        return []
    taken[start:end] = [True] * (end - start)
    return [(start, end, kind, label, instead)]


def proposed(text, findings):
    """The text with every finding of it replaced as proposed."""
    for one in sorted(findings, key=lambda one: -one.start):
        text = text[: one.start] + one.instead + text[one.end :]
    return text


def pieces(text, findings):
    """The text cut at its findings, for the page: pairs of words and whether they are to be hidden."""
    at, cut = 0, []
    for one in sorted(findings, key=lambda one: one.start):
        cut += [(text[at : one.start], False), (one.words, True)]
        at = one.end
    return [piece for piece in [*cut, (text[at:], False)] if piece[0]]


def barred_in(blocks, names=()):
    """Why these texts may not be published, or "": `blocks` are pairs of heading and text."""
    for heading, text in blocks:
        for one in findings_in("", text, names):
            if one.kind in BARRED:
                return f"公开文本的“{heading}”里还有{BARRED[one.kind]}（{one.words}），隐去后才能公开"
            if one.kind == "name":
                return f"提出人要求保密，公开文本的“{heading}”里还有提出人姓名，隐去后才能公开"
    return ""
