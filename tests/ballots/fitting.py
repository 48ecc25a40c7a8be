"""For every step of a vote: a vote it can be taken on, who takes it, and what to send."""

from minqiao.instruments.ballots.workflow import ROUND
from tests.ballots import stages

NOTE = {"note": "按大会决定办理"}
PAPER = {"issued": 541, "returned": 540, "spoiled": 2}
OFFICIALS = {
    "first_teller": "officer-A14", "second_teller": "officer-A08", "chief": "代表4",
    "scrutineers": ["代表2", "代表3"],
}  # fmt: skip
TELLER, SCRUTINEER, CHIEF, OFFICE = "teller", "scrutineer", "chief", "office"


def _official(row):
    return NOTE | {"official": row.officials.filter(post="scrutineer").first().pk}


FITTING = {
    "change": (stages.prepared, OFFICE, stages.WORDS | {"items": ["甲", "乙"], "seats": 1}),
    "settle": (stages.prepared, OFFICE, OFFICIALS),
    "take_back": (stages.ready, OFFICE, NOTE),
    "open": (stages.ready, OFFICE, {"all_deputies": 565, "present": 541, "printed": 560}),
    "close": (stages.opened, SCRUTINEER, PAPER),
    "correct": (stages.closed, CHIEF, PAPER),
    "enter": (stages.closed, TELLER, stages.heap(1)),
    "strike": (stages.entered, TELLER, {"heap": 1}),
    "agree": (stages.entered, SCRUTINEER, {}),
    "recount": (stages.agreed, SCRUTINEER, NOTE),
    "sign": (stages.agreed, TELLER, {}),
    "sign_on_paper": (stages.agreed, CHIEF, _official),
    "seal": (stages.signed, CHIEF, {}),
    "decide_tie": (stages.tied, OFFICE, NOTE | {"items": ["J"]}),
    "vote_again": (stages.sealed, OFFICE, {}),
    "announce": (stages.second_vote, OFFICE, {}),
    "declare_void": (stages.opened, CHIEF, NOTE),
    "call_off": (stages.ready, OFFICE, NOTE),
}
EVERY_STEP = ROUND.actions()


def fitting(world, action):
    """(vote, who takes the step, the body that fits)."""
    make, who, body = FITTING[action]
    row = make(world)
    people = {
        OFFICE: world.secretariat, TELLER: world.officer["A14"], SCRUTINEER: world.deputies[1],
        CHIEF: world.deputies[3],
    }  # fmt: skip
    return row, people[who], body(row) if callable(body) else body
