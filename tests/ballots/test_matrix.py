"""Every step × everybody × every state of a vote, generated from the table; what the matter decides."""

from types import SimpleNamespace

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.ballots.choices import RoundState
from minqiao.instruments.ballots.rules import matter, sight
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.kit.actor import CLOCK, NOBODY, Actor
from tests.factories import day
from tests.matrix import Matrix, Rows

ON = day("2026-06-01")
CITY, OTHER_CITY = 1, 2
TELLER, SCRUTINEER, CHIEF = 11, 12, 13


def _actor(role, user_id=1, realm=CITY):
    return Actor(user_id=user_id, capacity_id=1, role=role, scope_id=5, realm_id=realm)


STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "affairs": _actor(Role.DEPUTY_AFFAIRS),
    "secretariat": _actor(Role.SECRETARIAT),
    "other_affairs": _actor(Role.DEPUTY_AFFAIRS, realm=OTHER_CITY),
    "teller": _actor(Role.UNIT_OFFICER, TELLER),
    "scrutineer": _actor(Role.DEPUTY, SCRUTINEER),
    "chief": _actor(Role.CHAIRS_COUNCIL, CHIEF),
    "deputy": _actor(Role.DEPUTY),
    "chairs": _actor(Role.CHAIRS_COUNCIL),
    "committee": _actor(Role.SPECIAL_COMMITTEE),
    "gov": _actor(Role.GOV_OFFICE),
    "officer": _actor(Role.UNIT_OFFICER),
    "system_admin": _actor(Role.SYSTEM_ADMIN, realm=0),
    "auditor": _actor(Role.AUDITOR, realm=0),
}
OFFICE = {"affairs", "secretariat"}
WHO = {
    "by_office": OFFICE,
    "by_teller": {"teller"},
    "by_scrutineer": {"scrutineer", "chief"},
    "by_signer": {"teller", "scrutineer"},
    "by_chief": {"chief"},
    "by_chief_or_office": OFFICE | {"chief"},
}
OPEN = {"vote_again": "second_vote", "decide_tie": "presidium"}


def official(post, user_id, signed):
    return SimpleNamespace(post=post, user_id=user_id, signed_at=signed)


def a_round(state, action="", signed=None):
    """A vote on which every step can be taken but for the state; nobody has signed unless for the seal."""
    signed = ON if action == "seal" else signed
    rows = [official("first_teller", TELLER, signed), official("scrutineer", SCRUTINEER, signed)]
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, seats=1, items=["A"],
        teller_ids={TELLER}, scrutineer_ids={SCRUTINEER}, chief_ids={CHIEF},
        officials=Rows([*rows, official("chief", CHIEF, None)]), open_matter=OPEN.get(action, ""),
        heaps_of=lambda user_id: [1], disagreement=lambda: "", announced_on=None,
    )  # fmt: skip


MATRIX = Matrix(stage=STAGE, who=WHO, tables=((ROUND, RoundState, a_round),), on=ON)


@pytest.mark.parametrize("case", MATRIX.cases(), ids=MATRIX.name_of)
def test_exactly_these_may(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_check_of_people():
    assert MATRIX.checks() == set(WHO)


@pytest.mark.parametrize(
    ("judge", "facts", "why"),
    [
        (matter.has_enough_items, {"seats": 2}, "应选2项，选票上只有1项"),
        (matter.has_own_heaps, {"heaps_of": lambda user_id: []}, "您还没有录入"),
        (matter.needs_presidium, {}, "没有需要主席团决定的同票"),
        (matter.needs_another_round, {}, "按票决办法不需要再次投票"),
        (matter.needs_another_round, {"state": RoundState.VOID}, ""),
        (matter.nothing_is_open, {"open_matter": "second_vote"}, "还须再次投票，全部投票结束后再宣布"),
        (matter.nothing_is_open, {"open_matter": "presidium"}, "还须主席团决定同票的项目"),
        (matter.nothing_is_open, {}, ""),
    ],
)
def test_what_the_matter_decides(judge, facts, why):
    subject = a_round(RoundState.COUNTING)
    subject.__dict__.update(facts)
    assert judge(STAGE["teller"], subject) == why


INSIDE = {"teller", "scrutineer", "chief"}
KNOWN_TO = {
    RoundState.COUNTING: set(),
    RoundState.AGREED: INSIDE,
    RoundState.SEALED: INSIDE | OFFICE | {"other_affairs"},  # whom the scope lets see the vote at all
    RoundState.FOLLOWED: INSIDE | OFFICE | {"other_affairs"},
    RoundState.VOID: set(),
}


@pytest.mark.parametrize("state", KNOWN_TO)
def test_who_knows_the_result_when(state):
    subject = a_round(state)
    known = {name for name, actor in STAGE.items() if not sight.result(actor, subject)}
    assert known == KNOWN_TO[state]
    subject.announced_on = ON
    assert all(not sight.result(actor, subject) for actor in STAGE.values())
    assert {name for name, actor in STAGE.items() if not sight.differences(actor, subject)} == INSIDE
