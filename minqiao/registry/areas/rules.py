"""Judgements on codes and names of places. No web, no database."""

from collections import defaultdict

NATION = "100000000000"
# 黔西县 became 黔西市 by the State Council's approval of March 2021; old papers carry the old code.
CODE_CHANGES = {"520522": "520581"}
SEPARATORS = "、，,；; /"


class UnknownPlace(LookupError):
    """No place of this name or code; the message says so in words for the person."""


class AmbiguousPlace(LookupError):
    """Several places carry the name; the message lists them with their codes."""


def current_code(code) -> str:
    """The code in use today: padded to 12 digits, an abolished county's prefix replaced."""
    text = str(code).strip()
    padded = text.ljust(12, "0") if text.isdigit() else text
    return CODE_CHANGES.get(padded[:6], padded[:6]) + padded[6:]


def other_names(also_written) -> list[str]:
    """The names in an `also_written` text, such as 鬃岭镇、中岭镇."""
    for mark in SEPARATORS:
        also_written = also_written.replace(mark, "|")
    return [name for name in also_written.split("|") if name]


class Gazetteer:
    """All places in hand: finds one by code or name, for imports of many rows.

    `rows` are (code, name, also_written, level, parent code).
    """

    def __init__(self, rows):
        self.parents, self.names, self.levels = {}, {}, {}
        self.by_name = defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row):
        """Take in one more place, or a place anew."""
        code, name, also_written, level, parent = row
        self.parents[code], self.names[code], self.levels[code] = parent, name, level
        for each in (name, *other_names(also_written)):
            if code not in self.by_name[each]:
                self.by_name[each].append(code)

    def path(self, code) -> list[str]:
        """Codes from the top down to `code`."""
        codes = []
        while code:
            codes.append(code)
            code = self.parents.get(code)
        return codes[::-1]

    def full_name(self, code) -> str:
        """The names from the city down, such as 毕节市纳雍县骔岭镇."""
        above = ("nation", "province")
        return "".join(self.names[each] for each in self.path(code) if self.levels[each] not in above)

    def code_of(self, text, within="") -> str:
        """The one code that `text` (a code, a name, or a path of names joined by /) means.

        `within` narrows to a place and what lies below it. Raises UnknownPlace or AmbiguousPlace.
        """
        text = str(text).strip()
        if current_code(text) in self.names:
            return current_code(text)
        *above, name = [part for part in text.split("/") if part] or [""]
        found = [code for code in self.by_name.get(name, ()) if self._lies(code, above, within)]
        if not found:
            found = [code for code in self._ends_of(text) if self._lies(code, (), within)]
        return one_of(text, [(code, self.full_name(code)) for code in found])

    def _lies(self, code, above, within):
        path = self.path(code)
        return (not within or within in path) and all(
            any(self.names[each] == name for each in path) for name in above
        )

    def _ends_of(self, text):
        """Places whose full name ends with a text such as 大方县猫场镇."""
        starts = [len(text) - size for size in range(2, len(text))]
        codes = {code for start in starts for code in self.by_name.get(text[start:], ())}
        return sorted(code for code in codes if self.full_name(code).endswith(text))


def one_of(text, found) -> str:
    """The only code among `found` (pairs of code and full name), or the fault in words."""
    if not found:
        raise UnknownPlace(f"没有名为“{text}”的区划")
    if len(found) > 1:
        listed = "；".join(f"{name} {code}" for code, name in found[:10])
        more = f"等{len(found)}处" if len(found) > 10 else ""
        raise AmbiguousPlace(f"“{text}”不止一处，请填写代码：{listed}{more}")
    return found[0][0]
