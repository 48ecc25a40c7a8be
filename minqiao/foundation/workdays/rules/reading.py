"""A calendar file: days in, faults by row and column out. Whole years only."""

import csv
import datetime as dt
import io
from dataclasses import dataclass

from minqiao.foundation.workdays.choices import HOLIDAYS, Kind

COLUMNS = {"date": "日期", "is_workday": "是否上班", "kind": "类别", "holiday": "节假日"}
YES_NO = {"1": True, "是": True, "true": True, "0": False, "否": False, "false": False}
KINDS = {word: kind for kind in Kind for word in (kind.value, str(kind.label))}
YEARS = range(2000, 2100)
LONGEST_NAME = 20


@dataclass(frozen=True)
class Row:
    """One day of the calendar."""

    date: dt.date
    is_workday: bool
    kind: str
    holiday: str = ""


class Fault(ValueError):
    """What is wrong with a cell: its column and the words."""

    def __init__(self, column, words):
        super().__init__(words)
        self.column = column


def read(text) -> tuple[list[Row], list[str]]:
    """The days of a CSV file and what is wrong with it, in words; with any fault no day counts."""
    try:
        table = list(csv.reader(io.StringIO(text.strip("\n")), strict=True))
    except csv.Error as error:
        return [], [f"不是有效的 CSV 文件（{error}）"]
    if faults := _faults_of_head(table):
        return [], faults
    head = [_column(cell) for cell in table[0]]
    rows, faults = {}, []
    for number, cells in enumerate(table[1:], 2):
        try:
            row = _row(head, cells)
            if row and row.date in rows:
                raise Fault("date", f"{row.date}与前面的行重复")
        except Fault as fault:
            faults.append(f"第{number}行“{COLUMNS[fault.column]}”列：{fault}")
            continue
        if row:
            rows[row.date] = row
    days = sorted(rows.values(), key=lambda row: row.date)
    faults = faults or _faults_of_years(days)
    return ([], faults) if faults else (days, [])


def _column(cell):
    names = {label: key for key, label in COLUMNS.items()}
    return names.get(cell.strip(), cell.strip().lower())


def _faults_of_head(table):
    if not table:
        return ["文件是空的"]
    head = [_column(cell) for cell in table[0]]
    missing = [label for key, label in COLUMNS.items() if key not in head and key != "kind"]
    return [f"第1行：缺少“{label}”列" for label in missing]


def _row(head, cells):
    """The day of one line, None for an empty line. Raises Fault."""
    if not any(cell.strip() for cell in cells):
        return None
    facts = dict(zip(head, (cell.strip() for cell in cells), strict=False))
    day = _day(facts.get("date", ""))
    is_workday = YES_NO.get(facts.get("is_workday", "").lower())
    if is_workday is None:
        raise Fault("is_workday", f"“{facts.get('is_workday', '')}”应为1（上班）或0（休息）")
    holiday = facts.get("holiday", "")
    kind = _kind(day, is_workday, holiday)
    given = facts.get("kind", "")
    if given and KINDS.get(given) != kind:
        raise Fault("kind", f"“{given}”与星期、是否上班、节假日不一致，应为“{kind.label}”")
    return Row(day, is_workday, kind.value, holiday)


def _day(text):
    try:
        day = dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise Fault("date", f"“{text}”不是有效日期，应写作 2027-01-01 的样子") from error
    if day.year not in YEARS:
        raise Fault("date", f"{day.year}年不在可导入的年份之内（{YEARS.start}至{YEARS.stop - 1}年）")
    return day


def _kind(day, is_workday, holiday):
    if len(holiday) > LONGEST_NAME:
        raise Fault("holiday", f"名称不得超过{LONGEST_NAME}个字")
    weekend = day.weekday() > 4
    if is_workday and holiday and not weekend:
        raise Fault("holiday", f"{day}是平日上班，不应填写节假日“{holiday}”")
    if not is_workday and not weekend and not holiday:
        raise Fault("holiday", f"{day}不是周末，放假须写明是哪个节假日")
    if is_workday:
        return Kind.MAKEUP_WORKDAY if weekend else Kind.WORKDAY
    return Kind.HOLIDAY if holiday else Kind.WEEKEND


def _faults_of_years(days):
    by_year = {}
    for row in days:
        by_year.setdefault(row.date.year, {})[row.date] = row
    faults = [fault for year, rows in by_year.items() for fault in _faults_of_year(year, rows)]
    return faults if days else ["文件中没有日期"]


def _faults_of_year(year, rows):
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    total = (last - first).days + 1
    every = (first + dt.timedelta(days=step) for step in range(total))
    missing = [day for day in every if day not in rows]
    if missing:
        named = "、".join(map(str, missing[:5])) + ("等" if len(missing) > 5 else "")
        return [f"{year}年应有{total}天，读到{len(rows)}天，缺{named}"]
    off = " ".join(row.holiday for row in rows.values() if not row.is_workday)
    absent = [name for name in HOLIDAYS if name not in off]
    return [f"{year}年没有{'、'.join(absent)}的放假安排，请对照国务院办公厅通知补全"] if absent else []
