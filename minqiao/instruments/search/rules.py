"""How texts are cut into tokens, and what resembles what. No web, no database."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HAN_WIDTH, OTHER_WIDTH = 2, 4  # characters a token takes from where it starts
LONGEST = 100_000  # characters of one text that are indexed (PostgreSQL's tsvector holds 1 MB)
_RUNS = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def normalised(text) -> str:
    """NFKC, lower case, without NUL: the form in which texts and queries are compared."""
    lowered = unicodedata.normalize("NFKC", str(text)).lower()
    return unicodedata.normalize("NFKC", lowered).replace("\0", "")[:LONGEST]


def runs(text) -> list[str]:
    """The unbroken runs of letters, digits and characters of a normalised text."""
    return _RUNS.findall(text)


def tokens(text) -> list[str]:
    """One token from every position of every run: two characters from a Han one, four from others.

    At the end of a run tokens are shorter, so that every substring of a run begins some token.
    """
    return [run[start : start + _width(run[start])] for run in runs(text) for start in range(len(run))]


def wanted(word) -> tuple[list[str], list[str]]:
    """What a text containing `word` must have: whole tokens, and beginnings of tokens."""
    whole, beginnings = [], []
    for run in runs(word):
        reached = 0
        for start in range(len(run)):
            end = start + _width(run[start])
            if end <= len(run):
                whole.append(run[start:end])
                reached = max(reached, end)
            elif reached < len(run):
                beginnings.append(run[start:])
                reached = len(run)
    return list(dict.fromkeys(whole)), list(dict.fromkeys(beginnings))


def needs_look(word) -> bool:
    """Whether tokens alone cannot prove that `word` stands in a text (more than one, or other signs)."""
    whole, beginnings = wanted(word)
    return runs(word) != [word] or len(whole) + len(beginnings) != 1


def _width(char):
    return HAN_WIDTH if _HAN.match(char) else OTHER_WIDTH


@dataclass(frozen=True)
class Hint:
    """A suggested key, how strongly, and the words of its lines that the text shares."""

    key: object
    score: float
    lines: tuple[str, ...]
    words: tuple[str, ...]


def nearest_words(text, lines_by_key: Mapping[object, Sequence[str]], limit=3) -> list[Hint]:
    """The keys whose lines (duties of a unit) share the rarest words with `text`, best first.

    A pair of characters counts by how few keys know it, so 负责 and 管理 weigh next to nothing.
    """
    text = normalised(text)
    known = Counter(
        pair
        for lines in lines_by_key.values()
        for pair in {p for line in lines for p in tokens(normalised(line))}
    )
    weights = {pair: math.log((len(lines_by_key) + 1) / count) for pair, count in known.items()}
    hints = (_hint(key, lines, text, weights) for key, lines in lines_by_key.items())
    return sorted((hint for hint in hints if hint.score > 0), key=lambda hint: -hint.score)[:limit]


def _hint(key, lines, text, weights):
    shared = {line: _shared_words(normalised(line), text) for line in lines}
    scores = {line: sum(_weight(word, weights) for word in words) for line, words in shared.items()}
    best = sorted((line for line in lines if scores[line] > 0), key=lambda line: -scores[line])[:3]
    words = dict.fromkeys(word for line in best for word in shared[line])
    ranked = sorted(words, key=lambda word: -_weight(word, weights))
    return Hint(key, round(sum(_weight(word, weights) for word in words), 2), tuple(best), tuple(ranked[:6]))


def _shared_words(line, text):
    """The longest stretches (two characters or more) of `line` that also stand in `text`."""
    found = []
    for run in runs(line):
        start = 0
        while start < len(run) - 1:
            end = start + 1
            while end < len(run) and run[start : end + 1] in text:
                end += 1
            if end - start > 1:
                found.append(run[start:end])
            start = end if end - start > 1 else start + 1
    return list(dict.fromkeys(found))


def _weight(word, weights):
    return sum(weights.get(token, 0.0) for token in tokens(word) if len(token) > 1)
