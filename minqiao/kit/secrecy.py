"""Whether a text bears the mark of a state secret, in the forms official papers use.

The legal mark is 密级★保密期限, 密级★解密时间 or 密级★解密条件 (国家秘密标志); GB/T 9704-2012 also
allows the level alone on its own line, left above the title. Ordinary words that merely contain 秘密
or 机密 are not marks. Where a line cannot be told from a mark (a cell that reads 机密 and nothing
else), it counts as one: a person can take the word away, a leak cannot be taken back.
"""

import re
import unicodedata

SECRETS_LAW = "《中华人民共和国保守国家秘密法》"

_LEVEL = r"(?:[绝絕][ \t]*密|[机機][ \t]*密|[秘祕][ \t]*密)"
_TERM = r"(?:\d{1,4}[ \t]*(?:年|个月|月|天|日)|[一二三四五六七八九十]+(?:年|个月)|长期|.{0,12}前)"
_URGENT = r"(?:特[ \t]*提|特[ \t]*急|加[ \t]*急|平[ \t]*急|急[ \t]*件)"
_OPEN, _SHUT = r"[\[(【〔{]", r"[\])】〕}]"
_BLANK = r"[ \t*]*"
# "商业秘密★" is a list with stars, not a mark.
_NOT_A_MARK_BEFORE = r"(?<!商业)(?<!工作)(?<!个人)(?<!国家)(?<!技术)(?<!公司)"

_MARKS = re.compile(
    "|".join(
        (
            # 机密★1年, 绝密★, 机密★启用前; a plain * only with a term behind it
            rf"{_NOT_A_MARK_BEFORE}{_LEVEL}(?:[ \t]*级)?[ \t]*[★☆✦✩⭐⋆](?:[ \t]*{_TERM})?",
            rf"{_NOT_A_MARK_BEFORE}{_LEVEL}[ \t]*\*[ \t]*{_TERM}",
            # a line that says nothing else, perhaps with the copy number before and the urgency after it
            rf"^{_BLANK}(?:\d{{4,6}}{_BLANK})?{_OPEN}?{_BLANK}{_LEVEL}(?:[ \t]*级)?{_BLANK}{_SHUT}?"
            rf"{_BLANK}(?:{_URGENT})?{_BLANK}$",
            # 密级：机密 (but not the list of choices 密级：绝密、机密、秘密)
            rf"(?:密[ \t]*级|保密等级|涉密等级|秘密等级)(?:[ \t]*:[ \t]*|[ \t]+){_OPEN}?{_LEVEL}级?+"
            rf"(?!{_BLANK}[、,/或和与]|性)",
            # 【机密】关于…, （秘密）关于…
            rf"^{_BLANK}{_OPEN}[ \t]*{_LEVEL}(?:[ \t]*级)?[ \t]*{_SHUT}",
            # 关于…的报告（机密）
            rf"{_OPEN}[ \t]*{_LEVEL}[ \t]*{_SHUT}{_BLANK}$",
        )
    ),
    re.MULTILINE,
)
_NAME_PARTS = re.compile(r"[\[\]()【】〔〕{}《》_\-—–.,，、。·+&]+|(?<=[绝絕机機]密)\s+")
_NAME_MARK = re.compile(rf"^\s*{_LEVEL}(?:\s*级)?(?:文件|材料|资料)?\s*$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")


def secrecy_mark(text) -> str:
    """Why `text` may not be taken in (it bears the mark of a state secret), or ""."""
    found = _MARKS.search(_plain(text))
    return _reason(found.group()) if found else ""


def secrecy_mark_in_name(name) -> str:
    """The same for the name of a file, where brackets, dashes and underscores set the mark apart."""
    plain = _plain(name)
    if why := secrecy_mark(plain):
        return why
    parts = _NAME_PARTS.split(plain)
    return next((_reason(part) for part in parts if _NAME_MARK.match(part)), "")


def _plain(text):
    """Fullwidth and compatibility forms made one, invisible characters gone, line ends all alike."""
    return _LINE_ENDS.sub("\n", _INVISIBLE.sub("", unicodedata.normalize("NFKC", str(text))))


def _reason(mark):
    mark = re.sub(r"\s+", "", mark).strip("*[](){}【】〔〕")
    return (
        f"内容带有国家秘密标志“{mark}”。国家秘密不得通过本系统存储、处理和传递，"
        "请改走机要（纸质）渠道。系统没有保存这份内容。确不涉密的，请去掉该标志后再试。"
    )
