"""`minqiao due`: when a period ends, and why then."""

import csv
import io
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from minqiao.foundation.rulebook.queries import rule
from minqiao.foundation.rulebook.rules import UnknownRule, default_rule
from minqiao.foundation.workdays.queries import calendar
from minqiao.foundation.workdays.rules import shipped_calendar
from minqiao.kit.command import FAILED, WRONG_INPUT, Faults, HouseCommand, day_from, read_text
from minqiao.kit.deadlines import UNITS, MissingYear, Rule, due

LONGEST = 999
COLUMNS = ("start", "unit", "n")
NO_DATABASE = "数据库尚未建立：按随附的2023至2026年工作日历和默认规则推算"


@dataclass(frozen=True)
class Case:
    """One question: a rule, a start day, and where the question stands."""

    rule: Rule
    start: object
    where: str = ""


class Command(HouseCommand):
    help = "推算期限的届满日，并用文字说明理由，例如：minqiao due reply 2026-03-20"

    def add_arguments(self, parser):
        parser.add_argument("words", nargs="*", metavar="RULE START", help="规则代号和起算日（YYYY-MM-DD）")
        length = parser.add_mutually_exclusive_group()
        length.add_argument("--months", metavar="N", help="几个月，代替规则代号")
        length.add_argument("--workdays", metavar="N", help="几个工作日，代替规则代号")
        length.add_argument(
            "--file", metavar="CASES.csv", help="一次推算多个：列 start、unit、n，输出 JSON 清单"
        )
        parser.add_argument("--place", default=settings.PLACE, metavar="CODE", help="行政区划代码")
        self.add_json(parser)

    def handle(self, *, words, months, workdays, file, place, json, **options):
        is_ready = "rulebook_localrule" in connection.introspection.table_names()
        if not is_ready:
            self.stderr.write(NO_DATABASE)
        if file:
            _expect(words, 0, "用 --file 时不再写规则和起算日")
            return self.write_json(_answers(_cases(file), _days(is_ready)))
        answer = _answers([_case(words, months, workdays, place, is_ready)], _days(is_ready))[0]
        if json:
            return self.write_json(answer)
        self.stdout.write(f"{answer['due']}\n{answer['why']}")
        if answer["basis"]:
            self.stdout.write(f"依据：{answer['basis']}")


def _days(is_ready):
    return calendar() if is_ready else shipped_calendar()


def _expect(words, number, what):
    if len(words) != number:
        raise Faults(what)


def _case(words, months, workdays, place, is_ready):
    if months is not None or workdays is not None:
        _expect(words, 1, "请给出一个起算日，例如：minqiao due --months 3 2026-03-20")
        unit, text = ("months", months) if months is not None else ("workdays", workdays)
        return Case(_length(unit, text, f"--{unit}："), _start(words[0], "START："))
    _expect(words, 2, "请给出规则代号和起算日，例如：minqiao due reply 2026-03-20")
    start = _start(words[1], "START：")
    return Case(_named(words[0], place, start, is_ready), start)


def _named(key, place, on, is_ready):
    if not (place.isascii() and place.isalnum() and 2 <= len(place) <= 12):
        raise Faults(f"--place：“{place}”不是行政区划代码，应为12位数字")
    try:
        return rule(key, place=place, on=on) if is_ready else default_rule(key)
    except UnknownRule as error:
        raise Faults(f"RULE：{error}") from error


def _start(text, where):
    try:
        return day_from(text)
    except ValueError as error:
        raise Faults(f"{where}{error}") from error


def _length(unit, text, where):
    text = str(text).strip()
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= LONGEST and len(text) < 4):
        raise Faults(f"{where}“{text}”应为1至{LONGEST}的整数")
    return Rule(f"{text} {unit}", "", int(text), unit)


def _cases(file):
    """The questions of a file; every fault by row and column."""
    table = csv.DictReader(io.StringIO(read_text(file)), restval="")
    missing = [name for name in COLUMNS if name not in (table.fieldnames or [])]
    if missing:
        raise Faults(*(f"{file}：第1行缺少“{name}”列" for name in missing))
    cases, faults = [], []
    for row in table:
        try:
            cases.append(_case_of(row, f"{file}：第{table.line_num}行"))
        except Faults as found:
            faults.extend(found.lines)
    if faults:
        raise Faults(*faults)
    return cases


def _case_of(row, where):
    unit = row["unit"].strip()
    checks = [
        lambda: _start(row["start"], f"{where}“start”列："),
        lambda: _length(_unit(unit, where), row["n"], f"{where}“n”列："),
    ]
    found, faults = [], []
    for check in checks:
        try:
            found.append(check())
        except Faults as fault:
            faults.extend(fault.lines)
    if faults:
        raise Faults(*faults)
    return Case(found[1], found[0], where)


def _unit(unit, where):
    if unit not in UNITS:
        raise Faults(f"{where}“unit”列：“{unit}”应为 {'、'.join(UNITS)} 之一")
    return unit


def _answers(cases, days):
    """The due dates in the order of the questions; a year without its calendar is named, never guessed."""
    answers, faults, code = [], [], FAILED
    for case in cases:
        where = f"{case.where}：" if case.where else ""
        try:
            answers.append(due(case.rule, case.start, days).as_dict())
        except MissingYear as error:
            faults.append(f"{where}{error}")
        except (ValueError, OverflowError):
            faults.append(f"{where}{case.start}之后{case.rule.length}超出可以推算的年份")
            code = WRONG_INPUT
    if faults:
        raise Faults(*faults, code=code)
    return answers
