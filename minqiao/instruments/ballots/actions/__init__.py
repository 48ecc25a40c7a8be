"""All writing of a vote. ACTIONS names the act of every step."""

from minqiao.instruments.ballots.actions import closing, counting, preparing

ACTIONS = {
    "round": {
        "change": preparing.change,
        "settle": preparing.settle,
        "take_back": preparing.take_back,
        "open": preparing.open_vote,
        "close": counting.close,
        "correct": counting.correct,
        "enter": counting.enter,
        "strike": counting.strike,
        "agree": counting.agree,
        "recount": counting.recount,
        "sign": closing.sign,
        "sign_on_paper": closing.sign_on_paper,
        "seal": closing.seal,
        "decide_tie": closing.decide_tie,
        "vote_again": closing.vote_again,
        "announce": closing.announce,
        "declare_void": closing.declare_void,
        "call_off": closing.call_off,
    }
}
