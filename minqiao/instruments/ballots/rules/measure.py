"""The vote measure (票决办法): how to mark, how many are enough, what to do with ties and empty seats (pure).

Law: two thirds of all deputies must be present, a resolution needs more than half of all of them (Organic Law
of Local Congresses, art. 14, 25). Everything else is the measure of the place (domain.md 2.6).
"""

from dataclasses import dataclass

MARKS = {
    "approve_up_to_seats": "每张票赞成不超过应选项数，超过的作废",
    "approve_exactly_seats": "每张票赞成数须等于应选项数，全空为弃权，其余作废",
    "for_against_abstain": "逐项赞成、反对或者弃权",
}
THRESHOLDS = {
    "majority_of_all": "全体代表的过半数",
    "majority_of_present": "到会代表的过半数",
    "none": "不设票数线，按赞成票多少取",
}
TIES = {"second_vote": "对票数相等的再次投票", "presidium": "由主席团决定"}
FEWER = {"accept_fewer": "以得票够数的为准", "second_vote": "对未通过的再次投票"}
QUORUMS = {"two_thirds": "全体代表的三分之二", "majority": "全体代表的过半数", "none": "不作要求"}
VALIDITIES = {"every_mark_counts": "赞成数不限", "more_than_seats_void": "赞成数多于应选项数的无效"}
CHOICES = {
    "mark": MARKS,
    "threshold": THRESHOLDS,
    "tie": TIES,
    "fewer": FEWER,
    "quorum": QUORUMS,
    "validity": VALIDITIES,
}
WORDS = {
    "mark": "填票方式",
    "threshold": "通过票数",
    "tie": "末位同票",
    "fewer": "不足应选",
    "quorum": "到会人数",
    "validity": "选票效力",
}


class Unreadable(Exception):
    """What was handed in cannot be read as a count: one line per fault."""

    def __init__(self, *lines):
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Measure:
    """The rules of one vote, each a key of the tables above; the defaults are the law's and the common."""

    mark: str = "approve_up_to_seats"
    threshold: str = "majority_of_all"
    tie: str = "second_vote"
    fewer: str = "accept_fewer"
    quorum: str = "two_thirds"
    validity: str = "every_mark_counts"  # of opinions item by item; ticks are bound by `mark`

    @property
    def is_limited(self) -> bool:
        """Whether a ballot that approves more items than there are seats is void."""
        return self.mark != "for_against_abstain" or self.validity == "more_than_seats_void"


def measure_from(data) -> Measure:
    """The measure written as a JSON object; what is left out is as usual. Raises Unreadable."""
    if not isinstance(data, dict):
        raise Unreadable('rule 应为一组规则，例如 {"threshold": "majority_of_all"}')
    faults = [f"rule 中没有“{key}”这一项" for key in data if key not in CHOICES]
    for key, known in CHOICES.items():
        if key in data and data[key] not in list(known):
            faults.append(f"{WORDS[key]}（{key}）不能是 {data[key]!r}，可以是：{'、'.join(known)}")
    if faults:
        raise Unreadable(*faults)
    return Measure(**data)


def quorum_of(measure: Measure, all_deputies: int) -> int:
    """How many deputies must be present: two thirds of all, rounded up (Organic Law art. 14)."""
    if measure.quorum == "two_thirds":
        return -(-2 * all_deputies // 3)
    return all_deputies // 2 + 1 if measure.quorum == "majority" else 0


def threshold_of(measure: Measure, all_deputies: int, present: int) -> int:
    """How many votes for an item are enough: more than half of the base, so half exactly is not enough.

    Where no line is set, at least one.
    """
    if measure.threshold == "none":
        return 1
    return (all_deputies if measure.threshold == "majority_of_all" else present) // 2 + 1
