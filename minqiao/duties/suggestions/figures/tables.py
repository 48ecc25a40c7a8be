"""The same counts grouped: by unit, county, delegation, topic, kind, month."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.rules.counting import NONE
from minqiao.duties.suggestions.rules.facts import is_so
from minqiao.kit.shares import shares

UNSAID = "未标明"
UNIT_NOTE = (
    "各单位按自己承办的部分统计，一件由几个单位办理的在各单位分别计数，各行相加可能大于总件数；"
    "退办的不再计入原单位的承办数。"
)
TOPICS, KINDS = dict(c.Topic.choices), dict(c.Kind.choices)
# The columns of a table: (fact, heading). Rates follow in their own columns, each with its base beside it.
COLUMNS = (
    ("assigned", "交办"),
    ("replied", "已答复"),
    ("on_time", "按期答复"),
    ("overdue", "超期未答复"),
    ("met", "面商"),
    ("first_satisfied", "首次满意"),
    ("final_satisfied", "最终满意"),
    ("solved", "已落实"),
)
UNIT_COLUMNS = (
    ("lead", "主办"),
    ("assist", "协办"),
    ("replied", "已答复"),
    ("overdue", "超期未答复"),
    ("late_reply", "逾期答复"),
    ("extended", "延期"),
    ("returned", "退办"),
    ("redone", "重办"),
    ("first_satisfied", "首次满意"),
    ("final_satisfied", "最终满意"),
)


@dataclass(frozen=True)
class Cell:
    """A count and the rows behind it."""

    number: int
    rows: str


@dataclass(frozen=True)
class Line:
    """One group: its words, its counts in the order of the columns, its share of the first column."""

    words: str
    cells: tuple[Cell, ...]
    share: Decimal


@dataclass(frozen=True)
class Table:
    """A grouped count; `note` says what a reader could misread."""

    key: str
    title: str
    head: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    total: Line
    note: str = ""


@dataclass(frozen=True)
class Dimension:
    """What is grouped by: the narrower scope's field, and a group's words."""

    key: str
    title: str
    head: str
    words: Callable
    order: tuple = ()  # of the values; those not named follow by value

    def value(self, case):
        """The group a case belongs to."""
        return getattr(case, self.key)

    def rank(self, value):
        """Where a group stands; what names none stands last."""
        return value == NONE, self.order.index(value) if value in self.order else len(self.order), value


DIMENSIONS = (
    Dimension("kind", "按种类", "种类", lambda case: KINDS[case.kind], tuple(KINDS)),
    Dimension("topic", "按类别", "类别", lambda case: TOPICS.get(case.topic, UNSAID), tuple(TOPICS)),
    Dimension("county", "按县（市、区）", "县（市、区）", lambda case: case.county_name or UNSAID),
    Dimension("delegation", "按代表团", "代表团", lambda case: case.delegation_name or UNSAID),
    Dimension("month", "按交办月份", "月份", lambda case: case.month),
)


def by_dimension(dimension, cases, scope, today, columns=COLUMNS):
    """The table of one dimension: every suggestion stands in exactly one line, so the lines add up."""
    counted = [case for case in cases if not case.is_withdrawn]
    groups = {}
    for case in counted:
        groups.setdefault((dimension.value(case), dimension.words(case)), []).append(case)
    lines = [
        _line(words, columns, members, scope.of(**{dimension.key: value}), today)
        for (value, words), members in sorted(groups.items(), key=lambda pair: dimension.rank(pair[0][0]))
    ]
    return _table(dimension.key, dimension.title, dimension.head, columns, lines, counted, scope, today)


def by_unit(cases, scope, today):
    """Each unit's own part: a matter that several units handle is in the line of each of them."""
    return grouped_by_unit(UNIT_COLUMNS, cases, scope, today, UNIT_NOTE)


def grouped_by_unit(columns, cases, scope, today, note):
    """A table of units under these columns, the unit with the most matters first."""
    counted = [case for case in cases if not case.is_withdrawn]
    units = {}
    for case in counted:
        for part in case.parts:
            if not scope.unit or part.unit_id == scope.unit:
                units.setdefault((part.unit, part.unit_id), {})[case.pk] = case
    lines = [
        _line(name, columns, members.values(), scope.of(unit=pk), today)
        for (name, pk), members in sorted(units.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return _table("unit", "按承办单位", "承办单位", columns, lines, counted, scope, today, note)


def _line(words, columns, members, scope, today, share=Decimal(0)):
    cells = tuple(
        Cell(sum(is_so(fact, case, scope.unit) for case in members), scope.query(fact, today))
        for fact, _ in columns
    )
    return Line(words, cells, share)


def _table(key, title, head, columns, lines, counted, scope, today, note=""):
    found = shares({str(at): line.cells[0].number for at, line in enumerate(lines)})
    shared = tuple(Line(line.words, line.cells, found[str(at)]) for at, line in enumerate(lines))
    total = _line(
        "合计（件）", columns, counted, scope, today, Decimal("100.00") if counted else Decimal("0.00")
    )
    return Table(key, title, head, columns, shared, total, note)


def all_tables(cases, scope, today):
    """Every table of the page and the report."""
    return [by_unit(cases, scope, today), *(by_dimension(one, cases, scope, today) for one in DIMENSIONS)]


def replies_by_month(cases, scope, today):
    """How many were answered in each month, for the bars: (month, number, rows)."""
    months = {}
    for case in cases:
        if case.is_replied and not case.is_withdrawn:
            month = f"{case.replied_on:%Y-%m}"
            months[month] = months.get(month, 0) + 1
    return [
        (month, months[month], scope.of(replied=month).query("replied", today)) for month in sorted(months)
    ]
