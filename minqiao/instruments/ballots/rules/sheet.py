"""The count sheet (计票结果报告单), and what on it cannot be true (pure).

An impossible sheet is not repaired: the vote is not decided by it. More ballots returned than issued make
the round void (Election Law art. 44); a ballot with too many marks is void, one with fewer is valid.
"""

from collections import Counter
from dataclasses import dataclass, field

from minqiao.instruments.ballots.rules.measure import Measure, Unreadable, measure_from, quorum_of

NUMBERS = {
    "all_deputies": "全体代表人数",
    "present": "到会人数",
    "seats": "应选项数",
    "issued": "发出票数",
    "returned": "收回票数",
    "void": "废票数",
}
FOR = "for"
MARK_WORDS = {FOR: "赞成", "against": "反对", "abstain": "弃权", "not_voted": "未表决"}


@dataclass(frozen=True)
class CountSheet:
    """Ballots in numbers of sheets; `votes` is {item: {mark: number}} in the order of the ballot."""

    all_deputies: int
    present: int
    seats: int
    issued: int
    returned: int
    void: int
    votes: dict
    measure: Measure = field(default_factory=Measure)

    @property
    def valid_ballots(self) -> int:
        """Returned and not void."""
        return self.returned - self.void


def sheet_from(data) -> CountSheet:
    """The sheet in a JSON object: counts under `votes`, or single `ballots` to count. Raises Unreadable."""
    if not isinstance(data, dict):
        raise Unreadable("应为一份计票数据（JSON 对象）")
    measure = measure_from(data.get("rule", {}))
    data = dict(data)
    if "ballots" in data:
        data |= _counted(data, measure)
    faults = [
        f"{words}（{key}）应为不小于零的整数"
        for key, words in NUMBERS.items()
        if not _is_count(data.get(key))
    ]
    faults += _faults_of_votes(data.get("votes"))
    if not faults and data["seats"] < 1:
        faults.append("应选项数（seats）至少为1")
    if faults:
        raise Unreadable(*faults)
    numbers = {key: data[key] for key in NUMBERS}
    return CountSheet(**numbers, votes=data["votes"], measure=measure)


def contradictions(sheet: CountSheet) -> list[str]:
    """Why nothing may be decided by this sheet, in words; an empty list when it may be true."""
    found = [*_about_people(sheet), *_about_paper(sheet)]
    if found:
        return found
    found = [why for item, marks in sheet.votes.items() if (why := _about_item(sheet, item, marks))]
    return found or _about_sums(sheet)


def _about_people(sheet):
    if sheet.present > sheet.all_deputies:
        yield f"到会{sheet.present}人，多于全体代表{sheet.all_deputies}人"
    needed = quorum_of(sheet.measure, sheet.all_deputies)
    if sheet.present < needed:
        yield f"到会{sheet.present}人，不足法定人数{needed}人"
    if sheet.seats > len(sheet.votes):
        yield f"应选{sheet.seats}项，候选只有{len(sheet.votes)}项"


def _about_paper(sheet):
    if sheet.issued > sheet.present:
        yield f"发出{sheet.issued}张，多于到会{sheet.present}人"
    if sheet.returned > sheet.issued:
        yield f"收回{sheet.returned}张，多于发出{sheet.issued}张，本次投票无效"
    if sheet.void > sheet.returned:
        yield f"废票{sheet.void}张，多于收回{sheet.returned}张"


def _about_item(sheet, item, marks):
    valid, total = sheet.valid_ballots, sum(marks.values())
    is_whole = sheet.measure.mark == "for_against_abstain" or set(marks) != {FOR}
    if is_whole and total != valid:
        added = "、".join(f"{MARK_WORDS[mark]}{number}" for mark, number in marks.items())
        return f"“{item}”{added}，合计{total}，不等于有效票{valid}"
    if marks.get(FOR, 0) > valid:
        return f"“{item}”赞成{marks[FOR]}票，多于有效票{valid}"
    return ""


def _about_sums(sheet):
    """Ticks taken together: as many as the valid ballots can bear."""
    if not sheet.measure.is_limited:
        return []
    ticks = [marks.get(FOR, 0) for marks in sheet.votes.values()]
    most = sheet.seats * sheet.valid_ballots
    if sum(ticks) > most:
        return [f"赞成票合计{sum(ticks)}，多于有效票{sheet.valid_ballots}张×{sheet.seats}项={most}"]
    if sheet.measure.mark == "approve_exactly_seats":
        full, rest = divmod(sum(ticks), sheet.seats)
        if rest or max(ticks) > full:
            return [f"每张票赞成须为{sheet.seats}项，赞成票合计{sum(ticks)}与各项票数不能同时成立"]
    return []


def _counted(data, measure):
    """Ballots counted one by one; a ballot is the items it marks, or {item: mark}."""
    items, ballots = data.get("items"), data["ballots"]
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise Unreadable("逐张计票（ballots）时，应在 items 中按选票顺序列出各项")
    if len(set(items)) != len(items) or not items:
        raise Unreadable("items 不能为空，也不能重复")
    if not isinstance(ballots, list) or "votes" in data:
        raise Unreadable("ballots 应为选票清单，并且不与 votes 同时出现")
    read = [_read(number, ballot, items, measure) for number, ballot in enumerate(ballots, start=1)]
    valid = [marks for marks in read if not _is_void(marks, data.get("seats"), measure)]
    void = len(read) - len(valid)
    for key, counted in (("returned", len(read)), ("void", void)):
        if key in data and data[key] != counted:
            raise Unreadable(f"{NUMBERS[key]}写的是{data[key]!r}，逐张计得{counted}")
    return {"votes": _tally(valid, items, measure), "returned": len(read), "void": void}


def _read(number, ballot, items, measure):
    """One ballot as {item: mark}. Raises Unreadable naming the ballot."""
    marks = dict.fromkeys(ballot, FOR) if isinstance(ballot, list) else ballot
    is_wrong = not isinstance(marks, dict) or (isinstance(ballot, list) and len(marks) != len(ballot))
    if is_wrong or not set(marks) <= set(items) or not set(marks.values()) <= set(MARK_WORDS):
        raise Unreadable(
            f"第{number}张选票读不出来：应为所赞成项目的清单，或者“项目: 意见”，项目见 items，不重复"
        )
    if measure.mark != "for_against_abstain" and set(marks.values()) - {FOR}:
        raise Unreadable(f"第{number}张选票：按本办法只能赞成，不能反对或者弃权")
    return marks


def _is_void(marks, seats, measure):
    """Too many marks; where just so many are asked for, also too few unless the ballot is blank."""
    if not measure.is_limited or not _is_count(seats):
        return False
    ticks = sum(mark == FOR for mark in marks.values())
    return ticks > seats or (measure.mark == "approve_exactly_seats" and 0 < ticks < seats)


def _tally(valid, items, measure):
    """The marks of each item; an item left unmarked on a sheet of opinions counts as not voted."""
    counts = {item: Counter(marks.get(item, "not_voted") for marks in valid) for item in items}
    known = list(MARK_WORDS) if measure.mark == "for_against_abstain" else [FOR]
    return {item: {mark: counts[item][mark] for mark in known} for item in items}


def _faults_of_votes(votes):
    if not isinstance(votes, dict) or not votes:
        return ["votes 应为“项目: {for, against, abstain}”的一组票数，至少一项"]
    faults = []
    for item, marks in votes.items():
        if not isinstance(marks, dict) or FOR not in marks or not set(marks) <= set(MARK_WORDS):
            faults.append(f"“{item}”应写明 for（赞成），可以有 against、abstain、not_voted")
        elif not all(map(_is_count, marks.values())):
            faults.append(f"“{item}”的票数应为不小于零的整数")
    return faults


def _is_count(value):
    return type(value) is int and value >= 0
