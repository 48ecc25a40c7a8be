"""What a count decides (pure): who is in, who ties for the last seat, who is out and why, in words."""

from dataclasses import dataclass

from minqiao.instruments.ballots.rules.measure import FEWER, THRESHOLDS, TIES, quorum_of, threshold_of
from minqiao.instruments.ballots.rules.sheet import FOR, contradictions


@dataclass(frozen=True)
class Outcome:
    """`adopted` by votes, most first; `tied` for `seats_left`; `next` is what must still happen, or ""."""

    valid: bool
    quorum: int
    threshold: int
    adopted: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    next: str = ""
    seats_left: int = 0
    again: tuple[str, ...] = ()  # the items of a second vote
    not_adopted: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()

    def as_dict(self):
        """The answer of `minqiao count` (surface.md)."""
        return {
            "valid": self.valid,
            "quorum": self.quorum,
            "threshold": self.threshold,
            "adopted": list(self.adopted),
            "tied": list(self.tied),
            "next": self.next,
            "seats_left": self.seats_left,
            "second_vote": list(self.again),
            "not_adopted": [{"item": item, "why": why} for item, why in self.not_adopted],
            "why": list(self.why),
        }


def decide(sheet) -> Outcome:
    """The outcome of a count sheet under its measure. A sheet that contradicts itself decides nothing."""
    lines = {
        "quorum": quorum_of(sheet.measure, sheet.all_deputies),
        "threshold": threshold_of(sheet.measure, sheet.all_deputies, sheet.present),
    }
    if faults := contradictions(sheet):
        return Outcome(valid=False, **lines, why=tuple(faults))
    ranked = sorted(_votes(sheet).items(), key=lambda pair: -pair[1])  # stable: the ballot's own order
    enough = [item for item, votes in ranked if votes >= lines["threshold"]]
    adopted, tied = _seated(enough, dict(ranked), sheet.seats)
    left = sheet.seats - len(adopted)
    following, again = _following(sheet, enough, tied, ranked, left)
    return Outcome(
        valid=True,
        **lines,
        adopted=tuple(adopted),
        tied=tuple(tied),
        next=following,
        seats_left=left,
        again=tuple(again),
        not_adopted=tuple(_left_out(sheet, ranked, lines["threshold"], {*adopted, *tied})),
        why=tuple(_in_words(sheet, lines, adopted, tied, left)),
    )


def _votes(sheet):
    return {item: marks.get(FOR, 0) for item, marks in sheet.votes.items()}


def _seated(enough, votes, seats):
    """Those who have a seat, and those level at the last one when there are more of them than seats."""
    if len(enough) <= seats:
        return enough, []
    last = votes[enough[seats - 1]]
    if votes[enough[seats]] < last:
        return enough[:seats], []
    return [item for item in enough if votes[item] > last], [item for item in enough if votes[item] == last]


def _following(sheet, enough, tied, ranked, left):
    """What must happen next, and the items of a second vote."""
    if tied:
        return sheet.measure.tie, tied if sheet.measure.tie == "second_vote" else []
    if left and sheet.measure.fewer == "second_vote":
        again = [item for item, _ in ranked if item not in enough]
        return ("second_vote", again) if again else ("", [])
    return "", []


def _left_out(sheet, ranked, threshold, seated):
    for place, (item, votes) in enumerate(ranked, start=1):
        if item in seated:
            continue
        if votes < threshold:
            yield item, f"赞成{votes}票，未达到{threshold}票"
        else:
            yield item, f"赞成{votes}票，达到{threshold}票，但列第{place}位，只取{sheet.seats}项"


def _in_words(sheet, lines, adopted, tied, left):
    measure, valid = sheet.measure, sheet.valid_ballots
    if measure.quorum == "none":
        yield f"全体代表{sheet.all_deputies}人，到会{sheet.present}人"
    else:
        yield f"全体代表{sheet.all_deputies}人，到会{sheet.present}人，法定人数{lines['quorum']}人，符合规定"
    yield f"发出{sheet.issued}张，收回{sheet.returned}张，其中废票{sheet.void}张，有效票{valid}张"
    if measure.threshold == "none":
        yield THRESHOLDS["none"]
    else:
        base = sheet.all_deputies if measure.threshold == "majority_of_all" else sheet.present
        yield f"须有{THRESHOLDS[measure.threshold]}赞成：{base}÷2={base / 2:g}，即{lines['threshold']}票"
    yield f"应选{sheet.seats}项，通过{len(adopted)}项"
    if tied:
        yield f"{'、'.join(tied)}赞成票相等，争{left}个名额，{TIES[measure.tie]}"
    elif left:
        yield f"还差{left}项，{FEWER[measure.fewer]}"
