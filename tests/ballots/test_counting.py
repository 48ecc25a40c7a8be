"""The count: S-7 of the field study, every measure against an oracle, sheets that cannot be true."""

from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqiao.instruments.ballots.rules import Unreadable, decide, sheet_from
from minqiao.instruments.ballots.rules.measure import CHOICES

NINE = dict(zip("ABCDEFGHI", (520, 508, 497, 486, 475, 464, 453, 442, 430), strict=True))
VOTES = {**NINE, "J": 402, "K": 402, "L": 278}


def counted(**changes):
    """The sheet of S-7: 565 deputies, 541 present, 12 candidates for 10 seats."""
    sheet = {
        "all_deputies": 565, "present": 541, "seats": 10, "issued": 541, "returned": 540, "void": 3,
        "rule": {}, "votes": {item: {"for": number} for item, number in VOTES.items()},
    }  # fmt: skip
    return decide(sheet_from({**sheet, **changes})).as_dict()


def test_s7_majority_of_all_ties_for_the_tenth_seat():
    assert counted() == {
        "valid": True,
        "quorum": 377,
        "threshold": 283,
        "adopted": list(NINE),
        "tied": ["J", "K"],
        "next": "second_vote",
        "seats_left": 1,
        "second_vote": ["J", "K"],
        "not_adopted": [{"item": "L", "why": "赞成278票，未达到283票"}],
        "why": [
            "全体代表565人，到会541人，法定人数377人，符合规定",
            "发出541张，收回540张，其中废票3张，有效票537张",
            "须有全体代表的过半数赞成：565÷2=282.5，即283票",
            "应选10项，通过9项",
            "J、K赞成票相等，争1个名额，对票数相等的再次投票",
        ],
    }


def test_s7_second_vote_fills_the_seat():
    second = {"seats": 1, "votes": {"J": {"for": 291}, "K": {"for": 246}}}
    found = counted(**second)
    assert (found["adopted"], found["tied"], found["next"]) == (["J"], [], "")
    assert found["not_adopted"] == [{"item": "K", "why": "赞成246票，未达到283票"}]


def test_s7_majority_of_present_passes_the_line_and_is_still_out():
    found = counted(rule={"threshold": "majority_of_present"})
    assert (found["threshold"], found["tied"]) == (271, ["J", "K"])
    assert found["not_adopted"] == [{"item": "L", "why": "赞成278票，达到271票，但列第12位，只取10项"}]


def test_the_presidium_may_decide_a_tie():
    found = counted(rule={"tie": "presidium"})
    assert (found["next"], found["tied"], found["second_vote"]) == ("presidium", ["J", "K"], [])


def test_fewer_than_the_seats():
    votes = {"A": {"for": 300}, "B": {"for": 282}, "C": {"for": 100}}
    accepted = counted(seats=2, votes=votes)
    assert (accepted["adopted"], accepted["next"], accepted["seats_left"]) == (["A"], "", 1)
    again = counted(seats=2, votes=votes, rule={"fewer": "second_vote"})
    assert (again["next"], again["second_vote"]) == ("second_vote", ["B", "C"])


@pytest.mark.parametrize(
    ("present", "is_enough"), [(376, False), (377, True)], ids=["one too few", "just enough"]
)
def test_two_thirds_must_be_present(present, is_enough):
    votes = {"A": {"for": 300}}
    found = counted(present=present, issued=present, returned=present, void=0, seats=1, votes=votes)
    assert found["valid"] is is_enough
    assert found["why"][0] == (
        f"全体代表565人，到会{present}人，法定人数377人，符合规定"
        if is_enough
        else "到会376人，不足法定人数377人"
    )


IMPOSSIBLE = {
    "more returned than issued": ({"returned": 542}, "收回542张，多于发出541张，本次投票无效"),
    "more issued than present": ({"issued": 542}, "发出542张，多于到会541人"),
    "more void than returned": ({"void": 541}, "废票541张，多于收回540张"),
    "more present than there are": ({"present": 566, "issued": 541}, "到会566人，多于全体代表565人"),
    "more seats than items": ({"seats": 13}, "应选13项，候选只有12项"),
    "more votes than ballots": (
        {"seats": 1, "votes": {"A": {"for": 538}}},
        "“A”赞成538票，多于有效票537",
    ),
    "opinions that do not add up": (
        {"seats": 1, "votes": {"A": {"for": 500, "against": 30, "abstain": 6}}},
        "“A”赞成500、反对30、弃权6，合计536，不等于有效票537",
    ),
    "an opinion left out": (
        {"seats": 1, "rule": {"mark": "for_against_abstain"}, "votes": {"A": {"for": 500}}},
        "“A”赞成500，合计500，不等于有效票537",
    ),
    "more ticks than the ballots bear": (
        {"seats": 1, "votes": {"A": {"for": 300}, "B": {"for": 238}}},
        "赞成票合计538，多于有效票537张×1项=537",
    ),
    "ticks that whole ballots cannot give": (
        {"seats": 2, "rule": {"mark": "approve_exactly_seats"},
         "votes": {"A": {"for": 3}, "B": {"for": 2}, "C": {"for": 0}}},
        "每张票赞成须为2项，赞成票合计5与各项票数不能同时成立",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_sheet_that_cannot_be_true_decides_nothing(name):
    changes, why = IMPOSSIBLE[name]
    found = counted(**changes)
    assert (found["valid"], found["why"], found["adopted"], found["next"]) == (False, [why], [], "")


UNREADABLE = {
    "a negative number": ({"void": -1}, ["废票数（void）应为不小于零的整数"]),
    "a fraction": ({"present": 1.5}, ["到会人数（present）应为不小于零的整数"]),
    "true is no number": ({"issued": True}, ["发出票数（issued）应为不小于零的整数"]),
    "no seat": ({"seats": 0}, ["应选项数（seats）至少为1"]),
    "an unknown rule": ({"rule": {"ties": "lot"}}, ["rule 中没有“ties”这一项"]),
    "an unknown choice": (
        {"rule": {"tie": "lot"}},
        ["末位同票（tie）不能是 'lot'，可以是：second_vote、presidium"],
    ),
    "a choice of no kind": (
        {"rule": {"tie": ["lot"]}},
        ["末位同票（tie）不能是 ['lot']，可以是：second_vote、presidium"],
    ),
    "no votes": ({"votes": {}}, ["votes 应为“项目: {for, against, abstain}”的一组票数，至少一项"]),
    "an unknown mark": (
        {"votes": {"A": {"for": 1, "yes": 2}}},
        ["“A”应写明 for（赞成），可以有 against、abstain、not_voted"],
    ),
    "votes that are no numbers": ({"votes": {"A": {"for": "三"}}}, ["“A”的票数应为不小于零的整数"]),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_count_is_told_line_by_line(name):
    changes, lines = UNREADABLE[name]
    with pytest.raises(Unreadable) as caught:
        counted(**changes)
    assert list(caught.value.lines) == lines


def few(ballots, seats, mark, **rule):
    """A small vote counted ballot by ballot."""
    return sheet_from(
        {
            "all_deputies": 4, "present": 4, "seats": seats, "issued": 4,
            "items": list("ABC"), "ballots": ballots, "rule": {"mark": mark, **rule},
        }
    )  # fmt: skip


SUBSETS = [list(items) for size in range(4) for items in combinations("ABC", size)]
RULES = [
    {"threshold": threshold, "tie": tie, "fewer": fewer}
    for threshold, tie, fewer in product(CHOICES["threshold"], CHOICES["tie"], CHOICES["fewer"])
]


def expected(ballots, seats, mark, rule):
    """The oracle: said of each item by itself, without ranking or cutting."""
    lawful = [
        b for b in ballots if len(b) <= seats and (mark != "approve_exactly_seats" or len(b) in (0, seats))
    ]
    votes = {item: sum(item in ballot for ballot in lawful) for item in "ABC"}
    line = 1 if rule["threshold"] == "none" else 3  # more than half of 4, all present
    enough = [item for item in "ABC" if votes[item] >= line]
    adopted = {i for i in enough if sum(votes[j] >= votes[i] for j in enough) <= seats}
    tied = {i for i in enough if sum(votes[j] > votes[i] for j in enough) < seats} - adopted
    missing = seats - len(adopted)
    if tied:
        following = rule["tie"]
    else:
        following = "second_vote" if missing and rule["fewer"] == "second_vote" and len(enough) < 3 else ""
    return len(ballots) - len(lawful), votes, adopted, tied, following


@pytest.mark.parametrize("mark", ["approve_up_to_seats", "approve_exactly_seats"])
@pytest.mark.parametrize("seats", [1, 2, 3])
def test_every_small_vote_agrees_with_the_oracle(mark, seats):
    for ballots in combinations_with_replacement(SUBSETS, 4):
        for rule in RULES:
            sheet = few(list(ballots), seats, mark, **rule)
            found = decide(sheet)
            told = {item for item, _ in found.not_adopted}
            got = (
                sheet.void, {item: marks["for"] for item, marks in sheet.votes.items()},
                set(found.adopted), set(found.tied), found.next,
            )  # fmt: skip
            assert (found.valid, got) == (True, expected(ballots, seats, mark, rule))
            assert told == set("ABC") - set(found.adopted) - set(found.tied)


def test_opinions_counted_one_by_one():
    ballots = [{"A": "for", "B": "against"}, {"A": "for", "C": "abstain"}, {"A": "for"}, {}]
    sheet = few(ballots, 1, "for_against_abstain")
    assert (sheet.returned, sheet.void) == (4, 0)
    assert sheet.votes == {
        "A": {"for": 3, "against": 0, "abstain": 0, "not_voted": 1},
        "B": {"for": 0, "against": 1, "abstain": 0, "not_voted": 3},
        "C": {"for": 0, "against": 0, "abstain": 1, "not_voted": 3},
    }
    assert decide(sheet).adopted == ("A",)


@pytest.mark.parametrize(
    ("ballots", "line"),
    [
        (
            [["A"], ["A", "A"]],
            "第2张选票读不出来：应为所赞成项目的清单，或者“项目: 意见”，项目见 items，不重复",
        ),
        ([["D"]], "第1张选票读不出来：应为所赞成项目的清单，或者“项目: 意见”，项目见 items，不重复"),
        ([{"A": "against"}], "第1张选票：按本办法只能赞成，不能反对或者弃权"),
        ("AB", "ballots 应为选票清单，并且不与 votes 同时出现"),
    ],
    ids=["twice", "unknown", "against", "no list"],
)
def test_a_ballot_that_cannot_be_read_is_named(ballots, line):
    with pytest.raises(Unreadable) as caught:
        few(ballots, 2, "approve_up_to_seats")
    assert list(caught.value.lines) == [line]


def test_what_was_written_must_agree_with_the_ballots():
    with pytest.raises(Unreadable) as caught:
        sheet_from({"items": ["A"], "ballots": [["A"]], "seats": 1, "returned": 2})
    assert list(caught.value.lines) == ["收回票数写的是2，逐张计得1"]


@given(
    votes=st.lists(st.integers(0, 60), min_size=1, max_size=14),
    seats=st.integers(1, 14),
    line=st.sampled_from(["majority_of_all", "majority_of_present", "none"]),
)
def test_seats_are_never_overfilled_and_nobody_better_is_out(votes, seats, line):
    items = {f"{place}": {"for": number} for place, number in enumerate(votes)}
    found = counted(
        all_deputies=90, present=60, issued=60, returned=60, void=0,
        seats=min(seats, len(items)), votes=items, rule={"threshold": line},
    )  # fmt: skip
    if not found["valid"]:  # more ticks than ballots bear
        return
    seated, out = found["adopted"], [row["item"] for row in found["not_adopted"]]
    number = {item: marks["for"] for item, marks in items.items()}
    assert sorted([*seated, *found["tied"], *out]) == sorted(items)
    assert len(seated) + found["seats_left"] == min(seats, len(items))
    assert not found["tied"] or len(found["tied"]) > found["seats_left"] >= 1
    worst = min((number[item] for item in seated), default=61)
    assert all(number[item] < found["threshold"] or number[item] <= worst for item in out)
