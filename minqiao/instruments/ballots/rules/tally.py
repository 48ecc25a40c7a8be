"""Two tellers' heaps held against each other, and added up (pure).

A heap (票堆) is some ballots counted together. Single ballots are never entered: with a dozen items a
marking can be a signature, so a heap has at least LEAST ballots unless the whole vote has fewer.
"""

from dataclasses import dataclass

from minqiao.instruments.ballots.rules.measure import Measure
from minqiao.instruments.ballots.rules.sheet import FOR, MARK_WORDS, CountSheet, contradictions

LEAST = 10
OPINIONS = ("for", "against", "abstain")


@dataclass(frozen=True)
class Heap:
    """What one teller counted in one heap; `votes` is {item: {mark: number}}."""

    number: int
    ballots: int
    void: int
    votes: dict


@dataclass(frozen=True)
class Difference:
    """Where the two tellers do not agree; `item` is "" for the ballots themselves."""

    heap: int
    item: str
    what: str
    first: int
    second: int

    def __str__(self):
        item = f"“{self.item}”" if self.item else ""
        return f"第{self.heap}堆{item}{self.what}：甲{self.first}，乙{self.second}"


def marks_of(measure: Measure) -> tuple[str, ...]:
    """The boxes of an item on the ballot."""
    return OPINIONS if measure.mark == "for_against_abstain" else (FOR,)


def fault_of_heap(heap: Heap, measure: Measure, seats: int, returned: int) -> str:
    """Why a heap cannot be true, or "". `returned`: ballots in the box."""
    if not 0 <= heap.void <= heap.ballots <= returned:
        return f"本堆{heap.ballots}张、废票{heap.void}张，与收回{returned}张不能同时成立"
    if heap.ballots < min(LEAST, returned):
        return f"一堆不少于{LEAST}张，以免从少数选票认出填票人；请并入另一堆"
    part = CountSheet(
        all_deputies=returned, present=returned, seats=seats, issued=returned, returned=heap.ballots,
        void=heap.void, votes=heap.votes,
        measure=Measure(mark=measure.mark, validity=measure.validity, quorum="none"),
    )  # fmt: skip
    return next(iter(contradictions(part)), "")


def differences(first: dict[int, Heap], second: dict[int, Heap]) -> list[Difference]:
    """Where heaps that both have entered differ, in the order of heaps and items."""
    both = sorted(set(first) & set(second))
    return [found for number in both for found in _differing(first[number], second[number])]


def _differing(one, other):
    for what, mine, theirs in (("张数", one.ballots, other.ballots), ("废票", one.void, other.void)):
        if mine != theirs:
            yield Difference(one.number, "", what, mine, theirs)
    for item, marks in one.votes.items():
        for mark, number in marks.items():
            if (found := other.votes[item][mark]) != number:
                yield Difference(one.number, item, MARK_WORDS[mark], number, found)


def disagreement(first: dict[int, Heap], second: dict[int, Heap], returned: int) -> str:
    """Why the count may not be closed, or "": a heap entered by one only, a difference, ballots missing."""
    if alone := sorted(set(first) ^ set(second)):
        heaps = "、".join(map(str, alone))
        return f"第{heaps}堆还只有一名计票人录入"
    if found := differences(first, second):
        more = f"等{len(found)}处" if len(found) > 1 else ""
        return f"两名计票人录入不一致，须重新核对：{found[0]}{more}"
    counted = sum(heap.ballots for heap in first.values())
    if counted != returned:
        return f"已录入{counted}张，收回{returned}张，还差{returned - counted}张" if counted < returned else (
            f"录入合计{counted}张，多于收回{returned}张"
        )  # fmt: skip
    return ""


def added(heaps, items, measure: Measure) -> tuple[int, dict]:
    """(void ballots, votes of each item) of all heaps."""
    marks = marks_of(measure)
    votes = {item: {mark: sum(heap.votes[item][mark] for heap in heaps) for mark in marks} for item in items}
    return sum(heap.void for heap in heaps), votes
