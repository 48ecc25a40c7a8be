"""What becomes of a matter: one table of possible turns, drawn by Hypothesis or by a seeded die.

The first value of each turn is the plain one, so that Hypothesis shrinks a failing year to the few turns
that matter. A further turn is one line here and one in `raising` or `answering`.
"""

import datetime as dt
from random import Random
from types import SimpleNamespace

from hypothesis import strategies as st

OPENS, CLOSES = dt.date(2025, 3, 3), dt.date(2025, 3, 8)
FIRST, LAST = dt.date(2025, 3, 3), dt.date(2026, 2, 28)
IN_SESSION, BETWEEN = 218, 120

# turn: {value: how often of a hundred}; the rest of the hundred is the first value's.
TURNS = {
    "kind": {"suggestion": 0, "review_remark": 10, "bill_converted": 3},
    "lag": {0: 0, 1: 20, 2: 20, 4: 15, 7: 5},  # days between one act and the next
    "is_hard": {False: 0, True: 12},
    "joined_by": {0: 0, 1: 12, 2: 8},  # co-signers who confirm
    "not_joined": {"": 0, "declines": 4, "silent": 4},  # one more who is asked
    "screening": {
        "register": 0, "send_back": 5, "screen_out": 3, "letter": 3, "escalate": 3, "hint": 3, "discard": 2,
    },
    "set_aside": {False: 0, True: 15},  # of remarks
    "merge": {"": 0, "early": 6, "assigned": 6, "split": 3},
    "held": {False: 0, True: 6},
    "shape": {"sole": 0, "one": 22, "two": 8, "separate": 8},
    "returns": {
        "": 0, "late": 3, "agreed": 5, "refused": 3, "agreed_other": 3, "agreed_handle": 3,
        "refused_other": 3, "refused_handle": 3,
    },
    "assist": {"in_time": 0, "late": 25, "rejected": 20},
    "contact": {"confirmed": 0, "disputed": 5, "unanswered": 10, "none": 5},
    "extension": {"": 0, "approved": 10, "refused": 4},
    "sent_back_by": {"": 0, "head": 6, "gov": 6, "principal": 4},
    "replies": {-40: 0, -75: 15, -20: 20, -8: 15, -1: 10, 0: 5, 9: 6, 30: 3},  # days from the date
    "category": {"A": 0, "B": 40, "C": 12},
    "promises": {0: 0, 1: 20, 2: 8},
    "first": {"satisfied": 0, "basic": 15, "dissatisfied": 14, "silent": 6, "slow": 8},
    "second": {"satisfied": 0, "basic": 20, "dissatisfied": 35, "silent": 10},
    "revised": {False: 0, True: 5},
    "chased_by_hand": {False: 0, True: 30},
    "notebook": {False: 0, True: 12},  # begun in the deputy's notebook
    "organ": {False: 0, True: 4},  # for a court, which the government does not lead
    "consents": {True: 0, False: 25},  # to publication
    "confidential": {False: 0, True: 8},
    "promise": {
        "kept": 0, "late": 12, "short": 15, "failed": 8, "insisted": 8, "silent": 8, "revised": 8, "ended": 6,
    },
    "reports": {"in_time": 0, "when_asked": 30},  # on promises, each quarter
    "public": {"full": 0, "summary": 20, "withheld": 8, "reconsidered": 5, "again": 5, "taken_down": 5},
    "view": {"agrees": 0, "objects": 25, "silent": 25},  # of a deputy who is asked about publication
    "withdraw": {"": 0, "registered": 2, "assigned": 2, "handling": 3, "kept_on": 2},
}  # fmt: skip
a_fate = st.fixed_dictionaries(
    {
        **{turn: st.sampled_from(list(values)) for turn, values in TURNS.items()},
        "raised": st.integers(0, 5) | st.integers(30, 250),
    }
).map(lambda turns: SimpleNamespace(**turns))


def plain(raised=0, **turns):
    """A matter that takes the plain one of every turn but these."""
    return SimpleNamespace(
        **{turn: next(iter(values)) for turn, values in TURNS.items()} | turns, raised=raised
    )


def fates(seed, in_session=IN_SESSION, between=BETWEEN):
    """So many fates drawn by a die that falls the same for the same seed."""
    die = Random(seed)
    spans = [(0, 5)] * in_session + [(30, 250)] * between
    return [SimpleNamespace(**_turns(die), raised=die.randint(*span)) for span in spans]


def _turns(die):
    found = {}
    for turn, values in TURNS.items():
        chances = list(values.values())
        chances[0] = 100 - sum(chances)
        found[turn] = die.choices(list(values), chances)[0]
    return found
