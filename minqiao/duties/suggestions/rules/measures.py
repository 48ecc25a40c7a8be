"""Every figure of the statistics table: what is counted, of how many, what is left out (pure; domain.md 2.1).

Percentages of one whole add up to 100.00 (kit.shares). Answered is not solved: no figure adds the two.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from minqiao.duties.suggestions.rules.counting import FINAL, FIRST
from minqiao.duties.suggestions.rules.facts import FACTS, GRADES, LETTERS, ROUND_WORDS, is_so
from minqiao.kit.shares import shares


@dataclass(frozen=True)
class Measure:
    """A rate: facts counted over a base fact; `parts` of one whole share 100.00 among them."""

    key: str
    label: str
    base: str
    base_words: str
    parts: tuple[tuple[str, str], ...]  # (fact, label); one part: a plain rate
    left_out: tuple[str, ...] = ()  # facts that keep a suggestion out of the base
    note: str = ""


@dataclass(frozen=True)
class Number:
    """A count and the rows behind it."""

    label: str
    number: int
    rows: str  # query string of the list
    unit: str = "件"

    @property
    def words(self):
        return f"{self.label}{self.number}{self.unit}"


@dataclass(frozen=True)
class Figure:
    """A rate with everything that makes it honest: number, base, what was left out, day, rows."""

    key: str
    label: str
    number: int
    base: int
    share: Decimal | None  # None: nothing to divide by
    base_words: str
    left_out: tuple[Number, ...]
    on: dt.date
    rows: str
    base_rows: str
    note: str = ""
    unit: str = "件"

    @property
    def percent(self):
        """As it is printed, for example 92.47%."""
        return "—" if self.share is None else f"{self.share}%"

    @property
    def exclusions(self):
        """What was left out, in words; "" when nothing was."""
        found = [one.words for one in self.left_out if one.number]
        return f"{'、'.join(found)}，不计入基数" if found else ""


def _grades_of(which):
    return tuple((f"{which}_{grade}", f"{ROUND_WORDS[which]}{grade.label}率") for grade in GRADES)


OUT = ("awaited", "silent")
MET_NOTE = "有当面沟通或者上门走访的记录，代表有异议的不算"
FINAL_NOTE = "重新办理后再次评价的，以最后一次为准"
SOLVED_NOTE = "代表确认属实的A类，以及承诺已经全部兑现的；答复不等于落实"
OF_ALL = tuple((f"{FINAL}_{grade}", f"{grade.label}率（未反馈的计入基数）") for grade in GRADES[:2])
OF_ATTITUDE = tuple((f"{FINAL}_attitude_{grade}", f"态度{grade.label}率") for grade in GRADES)
OF_CATEGORIES = tuple((f"category_{one}", f"{one}类") for one in LETTERS)
MEASURES = (
    Measure("replied", "办复率", "assigned", "已交办", (("replied", "办复率"),), ("withdrawn",)),
    Measure("on_time", "按期办复率", "assigned", "已交办", (("on_time", "按期办复率"),), ("withdrawn",)),
    Measure("met", "面商率", "assigned", "已交办", (("met", "面商率"),), ("withdrawn",), MET_NOTE),
    Measure("contacted", "联系率", "assigned", "已交办", (("contacted", "联系率"),), ("withdrawn",)),
    Measure(FIRST, "首次评价", f"{FIRST}_back", "首次评价已收回", _grades_of(FIRST), OUT),
    Measure(FINAL, "最终评价", f"{FINAL}_back", "已收回", _grades_of(FINAL), OUT, FINAL_NOTE),
    Measure("of_all", "未反馈的计入基数", "due_back", "应收回", OF_ALL, ("awaited",)),
    Measure("attitude", "办理态度评价", f"{FINAL}_attitude_back", "已收回", OF_ATTITUDE, OUT),
    Measure("category", "办理类别", "replied", "已答复", OF_CATEGORIES, ("open",)),
    Measure("solved", "落实率", "assigned", "已交办", (("solved", "落实率"),), ("withdrawn",), SOLVED_NOTE),
)
PLAIN = (
    "overdue",
    "late_reply",
    "extended",
    "returned",
    "redone",
    "repeated",
    "without_contact",
    "withdrawn",
)


def count(cases, fact, unit=0):
    """How many of the cases a fact is so of."""
    return sum(is_so(fact, case, unit) for case in cases)


def number(cases, fact, scope, today, label=""):
    """A count with its rows."""
    rows = scope.query(fact, today)
    return Number(label or FACTS[fact].words, count(cases, fact, scope.unit), rows)


def figures_of(measure, cases, scope, today):
    """The figures of one measure: one, or the parts of one whole."""
    base = count(cases, measure.base, scope.unit)
    counts = {fact: count(cases, fact, scope.unit) for fact, _ in measure.parts}
    rest = max(0, base - sum(counts.values()))
    found = shares({**counts, "": rest}) if base else {}
    left_out = tuple(number(cases, fact, scope, today) for fact in measure.left_out)
    return [
        Figure(
            key=fact,
            label=label,
            number=counts[fact],
            base=base,
            share=found.get(fact),
            base_words=measure.base_words,
            left_out=left_out,
            on=scope.on,
            rows=scope.query(fact, today),
            base_rows=scope.query(measure.base, today),
            note=measure.note,
        )
        for fact, label in measure.parts
    ]


def promises_kept(cases, scope, today):
    """承诺兑现率: promises met on time, of those due by the day. Counted in promises, not in suggestions."""
    due = [
        one
        for case in cases
        if not case.is_withdrawn
        for one in _promises(case, scope)
        if one.due_on <= scope.on
    ]
    met = sum(one.is_on_time for one in due)
    ahead = sum(one.due_on > scope.on for case in cases for one in _promises(case, scope))
    return Figure(
        key="promises",
        label="承诺兑现率",
        number=met,
        base=len(due),
        share=shares({"met": met, "": len(due) - met})["met"] if due else None,
        base_words="到期承诺",
        left_out=(Number("未到期", ahead, scope.query("", today), "项"),),
        on=scope.on,
        rows=scope.query("", today) + "&due=1&met=1",
        base_rows=scope.query("", today) + "&due=1",
        note=f"按期兑现的计为兑现；涉及建议{count(cases, 'promise_due', scope.unit)}件",
        unit="项",
    )


def _promises(case, scope):
    mine = [part for part in case.standing if not scope.unit or part.unit_id == scope.unit]
    return [promise for part in mine for promise in part.promises]


def all_figures(cases, scope, today):
    """Every figure, by measure: [(measure's label, [Figure, …]), …]; categories nobody used are left out."""
    found = [(measure.label, figures_of(measure, cases, scope, today)) for measure in MEASURES]
    found = [(label, _used(label, figures)) for label, figures in found]
    return [*found, ("承诺兑现率", [promises_kept(cases, scope, today)])]


def _used(label, figures):
    """The fourth category is printed only where the place uses it."""
    if label != "办理类别":
        return figures
    return [one for one in figures if one.number or not one.key.endswith(LETTERS[-1])]
