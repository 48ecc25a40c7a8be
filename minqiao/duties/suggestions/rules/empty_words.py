"""空话: what in a reply says nothing, and whether anything else is left (pure).

The phrases are the place's own list; an ellipsis in a phrase stands for the rest of its clause. A clause that
names a figure, a date, an amount or a document says something, whatever phrase it begins with.
"""

import re
from dataclasses import dataclass

ENDS = "，。；：！？,;:!?\n"  # what a clause ends with
LITTLE = 4  # letters left beside phrases and fillers from which a clause says something
_CLAUSES = re.compile(f"[^{ENDS}]+")
_LETTERS = re.compile(r"[^\W_]")
_CONCRETE = re.compile(
    r"[0-9０-９]|[〇一二三四五六七八九十百千万两]+(?:年|月|日|万|元|亩|吨|公里|千米|米|座|处|户|所|盏|辆|名|人次|%)|《[^》]+》"
)


@dataclass(frozen=True)
class Piece:
    """A stretch of the text, and whether it is an empty phrase."""

    text: str
    is_empty: bool


@dataclass(frozen=True)
class Finding:
    """What was found in one text. `share`: percent of its letters that stand in empty phrases, 0 to 100."""

    pieces: tuple[Piece, ...]
    share: int
    phrases: tuple[str, ...]
    is_only_empty: bool


def examine(text, phrases, fillers=()) -> Finding:
    """Look for the empty phrases of a text."""
    spans = _spans(text, phrases)
    letters = len(_LETTERS.findall(text))
    empty = sum(len(_LETTERS.findall(text[start:end])) for start, end in spans)
    return Finding(
        pieces=tuple(_pieces(text, spans)),
        share=round(100 * empty / letters) if letters else 0,
        phrases=tuple(dict.fromkeys(text[start:end] for start, end in spans)),
        is_only_empty=bool(spans) and not _says_something(text, spans, fillers),
    )


def only_empty(answers, phrases, fillers=()) -> list[int]:
    """The places, from 1, of the answers that consist of empty phrases alone."""
    found = enumerate(answers, 1)
    return [place for place, text in found if examine(text or "", phrases, fillers).is_only_empty]


def answers_have_substance(actor, handling) -> str:
    """No numbered request is answered with empty phrases alone (drafts that say nothing go back)."""
    places = handling.reply.empty_answers if handling.reply else ()
    if not places:
        return ""
    numbers = "、".join(str(place) for place in places)
    return (
        f"第{numbers}项的答复只有空话，没有写明做了什么、准备怎么做或者为什么做不到；请退回修改，不能核稿通过"
    )


def _spans(text, phrases):
    """Where empty phrases stand, in order, overlapping ones made one."""
    if not phrases:
        return []
    longest_first = sorted(phrases, key=len, reverse=True)
    pattern = re.compile("|".join(_expression(phrase) for phrase in longest_first))
    found = [one.span() for one in pattern.finditer(text) if not _CONCRETE.search(one.group())]
    return [(start, end) for start, end in found if end > start]


def _expression(phrase):
    """A phrase as an expression: its ellipsis takes what stands up to the end of the clause."""
    return f"[^{ENDS}]*".join(re.escape(part) for part in phrase.split("…"))


def _pieces(text, spans):
    at = 0
    for start, end in spans:
        if start > at:
            yield Piece(text[at:start], False)
        yield Piece(text[start:end], True)
        at = end
    if at < len(text):
        yield Piece(text[at:], False)


def _says_something(text, spans, fillers):
    """Whether a clause is left that says something beside phrases and fillers."""
    blank = "".join(
        "\0" * len(piece.text) if piece.is_empty else piece.text for piece in _pieces(text, spans)
    )
    return any(_has_content(clause, fillers) for clause in _CLAUSES.findall(blank))


def _has_content(clause, fillers):
    if _CONCRETE.search(clause):
        return True
    for filler in sorted(fillers, key=len, reverse=True):
        clause = clause.replace(filler, "")
    return len(_LETTERS.findall(clause)) >= LITTLE
