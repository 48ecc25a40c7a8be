"""Finding: what contains these words, and what resembles this text."""

import math
from collections import Counter

from django.db import connection
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL
from rapidfuzz import fuzz, process

from minqiao.instruments.search.models import Entry
from minqiao.instruments.search.rules import needs_look, normalised, tokens, wanted

LONGEST_QUERY = 200  # characters
CANDIDATES = 200  # texts compared letter by letter
MOST_TOKENS = 64  # of the text whose like is sought
# A token in more texts than the cap tells nothing; the cap is widened until so many tokens tell.
CAPS = {300: 8, 3_000: 1, 30_000: 0}
LIKE = 32.0  # of 100: below it, two texts have nothing in common (study of near-duplicates)
COMPARED = 2_000  # characters of a text
SHORT = 80  # characters: a title, no more; compared with the beginnings of the others, number and title
NUMBER = 20  # characters before a title

# How each database is asked: where from, which rows have the tokens, where in a text a word begins.
_ASK = {
    "sqlite": (
        # CROSS keeps SQLite from asking the index once for every entry
        "search_fts CROSS JOIN search_entry e ON e.id = search_fts.rowid",
        "search_fts MATCH %s",
        "instr(e.text, %s) > 0",
    ),
    "postgresql": ("search_entry e", "e.tokens @@ %s::tsquery", "strpos(e.text, %s) > 0"),
}


def matching(subject_type, words):
    """The ids of the things whose text contains every word, for `filter(pk__in=…)`. No word: all of them.

    `words` as typed; words are parted by spaces. Exact: tokens find the rows, the text itself is looked
    at where tokens do not prove it.
    """
    source, by_tokens, by_look = _ASK[connection.vendor]
    wordlist = list(dict.fromkeys(normalised(words)[:LONGEST_QUERY].split()))
    asked = _expression(wordlist)
    looks = [word for word in wordlist if needs_look(word)]
    where = ["e.subject_type = %s", *([by_tokens] if asked else []), *[by_look for _ in looks]]
    parameters = [subject_type, *([asked] if asked else []), *looks]
    sql = f"SELECT e.subject_id FROM {source if asked else 'search_entry e'} WHERE {' AND '.join(where)}"
    return RawSQL(sql, parameters, output_field=BigIntegerField())


def nearest(subject_type, text, limit=5, exclude=None):
    """The things whose texts resemble `text` most: pairs of id and likeness (32 to 100), best first.

    The rarest tokens name the candidates, the letters decide. `exclude`: the id of the thing itself.
    """
    text = normalised(text)[:COMPARED]
    ids = _candidates(subject_type, text)
    rows = Entry.objects.filter(pk__in=ids).exclude(subject_id=exclude).values_list("subject_id", "text")
    much = len(text) + NUMBER if len(text) < SHORT else COMPARED
    texts = {subject_id: other[:much] for subject_id, other in rows}
    found = process.extract(text, texts, scorer=fuzz.ratio, limit=limit, score_cutoff=LIKE)
    return [(subject_id, round(score, 1)) for _, score, subject_id in found]


def _expression(words):
    """The words in the database's own full-text language, or "" when they have no tokens."""
    pairs = [wanted(word) for word in words]
    whole = dict.fromkeys(token for tokens_, _ in pairs for token in tokens_)
    beginnings = dict.fromkeys(token for _, tokens_ in pairs for token in tokens_)
    if connection.vendor == "sqlite":
        return " AND ".join([f'"{token}"' for token in whole] + [f'"{token}"*' for token in beginnings])
    return " & ".join([f"'{token}'" for token in whole] + [f"'{token}':*" for token in beginnings])


def _candidates(subject_type, text):
    """The rows sharing the most telling tokens with `text`, at most CANDIDATES."""
    wanted_tokens = _spread([token for token in dict.fromkeys(tokens(text)) if len(token) > 1])
    telling = {}
    for cap, enough in CAPS.items():
        telling = _rows_with(subject_type, wanted_tokens, cap)
        if len(telling) >= min(enough, len(wanted_tokens)):
            break
    weights = Counter()
    for rows in telling.values():
        for row in rows:
            weights[row] += math.log(2 * max(CAPS) / len(rows))
    return [row for row, _ in weights.most_common(CANDIDATES)]


def _spread(found):
    """At most MOST_TOKENS of the tokens: the first half (the title) and an even share of the rest."""
    if len(found) <= MOST_TOKENS:
        return found
    half = MOST_TOKENS // 2
    rest = found[half:]
    return found[:half] + rest[:: math.ceil(len(rest) / half)]


def _rows_with(subject_type, wanted_tokens, cap):
    """For each token that some but at most `cap` texts have: their rows. One statement for all tokens."""
    if not wanted_tokens:
        return {}
    rows = {}
    with connection.cursor() as cursor:
        cursor.execute(*_COUNTED[connection.vendor](subject_type, wanted_tokens, cap + 1))
        for number, row in cursor.fetchall():
            rows.setdefault(number, []).append(row)
    return {number: found for number, found in rows.items() if len(found) <= cap}


def _counted_sqlite(subject_type, wanted_tokens, most):
    source, by_tokens, _ = _ASK["sqlite"]
    where = f"{by_tokens} AND e.subject_type = %s"
    one = f"SELECT * FROM (SELECT %s AS n, e.id FROM {source} WHERE {where} LIMIT %s) q"
    parameters = []
    for number, token in enumerate(wanted_tokens):
        parameters += [number, _expression([token]), subject_type, most]
    return " UNION ALL ".join([one] * len(wanted_tokens)), parameters


def _counted_postgresql(subject_type, wanted_tokens, most):
    source, _, _ = _ASK["postgresql"]
    statement = (
        "SELECT t.n, found.id FROM unnest(%s::tsquery[]) WITH ORDINALITY AS t(token, n) CROSS JOIN LATERAL"
        f" (SELECT e.id FROM {source} WHERE e.tokens @@ t.token AND e.subject_type = %s LIMIT %s) found"
    )
    return statement, [[_expression([token]) for token in wanted_tokens], subject_type, most]


_COUNTED = {"sqlite": _counted_sqlite, "postgresql": _counted_postgresql}
