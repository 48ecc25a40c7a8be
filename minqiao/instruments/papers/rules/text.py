"""Plain text made fit for paper, and titles broken into lines of like length (pure)."""

import re
from itertools import combinations, pairwise

# Control and format characters that no printer can show: they would break XML or turn the reading direction.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
NEVER_FIRST = frozenset("，。、；：？！）》”’」』】〉…—的了和与及")
NEVER_LAST = frozenset("（《“‘「『【〈第")
GOOD_LAST = frozenset("，、；》）”的")
GOOD_FIRST = ("关于", "《", "（", "代表建议", "建议的", "答复", "进一步", "加强", "推动", "情况")
# Terms a title never breaks in two.
WHOLE = (
    "代表建议", "审议发言建议", "人民代表大会", "常务委员会", "常委会", "委员会", "人民政府", "办公室",
    "会议", "代表", "建议", "人大", "通知", "答复", "办理", "情况", "问题", "工作", "建设",
    "报告", "督办", "意见",
)  # fmt: skip


def clean(text: str) -> str:
    """The text with one kind of line break and without what cannot be printed."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def short_name(organ: str) -> str:
    """The usual short form of an organ, as it stands in an imprint (规范化简称, GB/T 9704-2012, 7.4)."""
    return organ.replace("人民代表大会常务委员会", "人大常委会")


def _width(text):
    """Width in Chinese characters: Latin letters and digits count half."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _break_cost(text, at):
    """How ill it reads to break `text` before the character `at`."""
    before, after = text[at - 1], text[at]
    if after in NEVER_FIRST - {"的"} or before in NEVER_LAST:
        return 100
    if before.isascii() and after.isascii() and not before.isspace():
        return 100
    if (before.isascii() and before.isdigit()) or any(_splits(text, at, term) for term in WHOLE):
        return 60
    good = before in GOOD_LAST or any(text.startswith(word, at) for word in GOOD_FIRST)
    return 0 if good else 6


def _splits(text, at, term):
    """Whether a break before `at` would fall inside the term."""
    start = text.find(term, max(0, at - len(term) + 1))
    return 0 <= start < at < start + len(term)


def title_lines(title: str, limit: int = 19) -> list[str]:
    """The title in lines of at most `limit` characters, alike in length, broken where it reads well.

    GB/T 9704-2012, 7.3.1. A line break in the title itself is kept.
    """
    return [line for part in clean(title).split("\n") for line in _balanced(part.strip(), limit)]


def _balanced(text, limit):
    count = max(1, -(-int(_width(text) * 2) // (limit * 2)))
    if count == 1 or count > 4:
        return [text] if count == 1 else [text[i : i + limit] for i in range(0, len(text), limit)]
    even = len(text) / count
    spots = [range(max(1, int(i * even) - 6), min(len(text), int(i * even) + 7)) for i in range(1, count)]
    flat = sorted({spot for near in spots for spot in near})
    ways = (_pieces(text, cuts) for cuts in combinations(flat, count - 1))
    return min(ways, key=lambda pieces: _unevenness(pieces, text, limit))


def _pieces(text, cuts):
    ends = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(ends)]


def _unevenness(pieces, text, limit):
    widths = [_width(piece) for piece in pieces]
    too_long = sum(1000 for width in widths if width > limit)
    cuts, at = 0, 0
    for piece in pieces[:-1]:
        at += len(piece)
        cuts += _break_cost(text, at)
    return too_long + cuts + (max(widths) - min(widths)) * 1.5


def file_name(*words: str, end: str) -> str:
    """A name for a file made of these words, fit for every system, at most 80 characters and the ending."""
    text = " ".join(filter(None, (clean(word).strip() for word in words)))
    safe = re.sub(r'[\\/:*?"<>|\s]+', " ", text).strip(" .")
    return f"{safe[:80] or '公文'}.{end}"
