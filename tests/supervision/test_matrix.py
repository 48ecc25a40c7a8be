"""Every step × everybody × every state, generated from the tables: who may, and the reason when not."""

from types import SimpleNamespace

import pytest

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.rules import inquiries, matter, people
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, INQUIRY, KEY_ITEM
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, NOBODY, Actor
from minqiao.kit.workflow import asks_who
from tests.factories import day

ON = day("2026-06-01")
CITY, OTHER_CITY, COUNTY = 1, 2, 3
PROPOSER, OVERSEER, OTHER_BODY = 21, 22, 23
UNIT, OTHER_UNIT = 10, 11
LEADER, OTHER_CHAIR, SIGNER = 100, 101, 102


def _actor(role, scope, realm=CITY, selves=()):
    return Actor(
        user_id=1, capacity_id=1, role=role, scope_id=scope, realm_id=realm, selves=frozenset(selves)
    )


AS_SIGNER = ((Role.DEPUTY, SIGNER),)
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "signer": _actor(Role.DEPUTY, SIGNER),
    "affairs": _actor(Role.DEPUTY_AFFAIRS, CITY),
    "other_affairs": _actor(Role.DEPUTY_AFFAIRS, OTHER_CITY, OTHER_CITY),
    "county": _actor(Role.DEPUTY_AFFAIRS, COUNTY, COUNTY),
    "secretariat": _actor(Role.SECRETARIAT, CITY),
    "proposer": _actor(Role.SPECIAL_COMMITTEE, PROPOSER),
    "overseer": _actor(Role.SPECIAL_COMMITTEE, OVERSEER),
    "other_body": _actor(Role.SPECIAL_COMMITTEE, OTHER_BODY),
    "leader": _actor(Role.CHAIRS_COUNCIL, LEADER),
    "other_chair": _actor(Role.CHAIRS_COUNCIL, OTHER_CHAIR),
    "chair_elsewhere": _actor(Role.CHAIRS_COUNCIL, OTHER_CHAIR, OTHER_CITY),
    "member": _actor(Role.COMMITTEE_MEMBER, LEADER),
    "gov": _actor(Role.GOV_OFFICE, CITY),
    "gov_leader": _actor(Role.GOV_LEADER, CITY),
    "officer": _actor(Role.UNIT_OFFICER, UNIT),
    "head": _actor(Role.UNIT_DEPUTY_HEAD, UNIT),
    "principal": _actor(Role.UNIT_PRINCIPAL, UNIT),
    "own_principal": _actor(Role.UNIT_PRINCIPAL, UNIT, selves=AS_SIGNER),
    "other_principal": _actor(Role.UNIT_PRINCIPAL, OTHER_UNIT),
    "system_admin": _actor(Role.SYSTEM_ADMIN, 0, 0),
    "auditor": _actor(Role.AUDITOR, 0, 0),
}
CHAIRS = {"leader", "other_chair", "affairs"}
WHO = {
    "by_proposer": {"proposer", "affairs"},
    "by_chairs": CHAIRS,
    "by_affairs": {"affairs"},
    "by_supervisor": {"leader", "overseer", "affairs"},
    "by_unit": {"officer", "head", "principal"},
    "by_unit_principal": {"principal"},
    "by_affairs_for": {"affairs"},
    "by_its_committee": {"overseer", "affairs"},
    "by_county": {"county"},
    "by_delegating": {"overseer", "affairs"},
    "by_chased_unit": {"officer", "head", "principal", "own_principal"},
    "by_keeper": {"affairs"},
    "by_graded_principal": {"principal", "own_principal"},
}


class _Rows(list):
    def all(self):
        return self


def _problem(state):
    return SimpleNamespace(state=state)


def _item(state, action):
    """A stand-in whose matter is in order for the act."""
    problems = [] if action == "accept" else [_problem("open"), _problem("answered")]
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, proposed_by_id=PROPOSER,
        committee_id=OVERSEER, leader_id=LEADER, unit_id=UNIT, signer_ids=frozenset({SIGNER}),
        members=_Rows([1, 2]), problems=_Rows(problems),
        visits=_Rows([SimpleNamespace(held_on=ON), SimpleNamespace(held_on=None)]),
    )  # fmt: skip


def _of_suggestion(state, action):
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, committee_id=OVERSEER, asked_of_id=COUNTY,
        suggestion=SimpleNamespace(congress_id=CITY),
    )  # fmt: skip


def _chase(state, action):
    return SimpleNamespace(state=state, get_state_display=lambda: state, unit_id=UNIT, level="first")


def _inquiry(state, action):
    """One unit found wanting, which has not reported; everything is in order where that hinders."""
    verdict = "satisfied" if action == "end_inquiry" else "dissatisfied"
    unit = SimpleNamespace(unit_id=UNIT, verdict=verdict, mended_on=None)
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, planned_on=ON, units=_Rows([unit])
    )


TABLES = (
    (KEY_ITEM, c.KeyState, _item),
    (COUNTERPART, c.CounterpartState, _of_suggestion),
    (DELEGATED_CHECK, c.CheckState, _of_suggestion),
    (CHASE, c.ChaseState, _chase),
    (INQUIRY, c.InquiryState, _inquiry),
)
CASES = [
    (workflow, action, state, make)
    for workflow, states, make in TABLES
    for action in workflow.actions()
    for state in states.values
]


def _allowed(workflow, action, state):
    """Who may, by the oracle: the union over the rows of the action that leave this state."""
    found = set()
    for row in workflow.rows(action):
        if state in row.sources:
            allowed = [WHO[check.__name__] for check in row.checks if check.__name__ in WHO]
            found |= set(STAGE).intersection(*allowed)
    return found


@pytest.mark.parametrize(
    ("workflow", "action", "state", "make"), CASES, ids=[f"{w.slug}-{a}-{s}" for w, a, s, _ in CASES]
)
def test_exactly_these_may(workflow, action, state, make):
    subject = make(state, action)
    reasons = {name: workflow.refusal(action, actor, subject, ON) for name, actor in STAGE.items()}
    assert {name for name, why in reasons.items() if why == ""} == _allowed(workflow, action, state)
    if not any(state in row.sources for row in workflow.rows(action)):
        stage = f"当前环节是“{state}”，不能{workflow.rows(action)[0].label}"
        assert {name for name, why in reasons.items() if why == stage} == _rightful(workflow, action)


def _rightful(workflow, action):
    """Who could do it at its stage; all others are told that the right is missing, whatever the stage."""
    found = set()
    for row in workflow.rows(action):
        names = [check.__name__ for check in row.checks if check.__name__ in WHO]
        found |= set(STAGE).intersection(*(WHO[name] for name in names))
    return found


def test_the_oracle_knows_every_check_of_people():
    checks = {
        check.__name__
        for workflow, _, _ in TABLES
        for row in workflow.steps
        for check in row.checks
        if check.__module__ in (people.__name__, inquiries.__name__) and asks_who(check)
    }
    assert checks == set(WHO)


@pytest.mark.parametrize(
    ("judge", "subject", "why"),
    [
        (matter.has_several, {"members": [1]}, "只有一件建议，不能移出；不再督办的请终止督办"),
        (matter.has_open_problems, {"problems": ["mended"]}, "没有尚未整改的问题"),
        (matter.has_unanswered_problems, {"problems": ["answered"]}, "没有等待报送整改情况的问题"),
        (matter.has_answered_problems, {"problems": ["open"]}, "没有单位已报、等待核查的整改"),
        (
            matter.all_problems_mended,
            {"problems": ["open", "mended"]},
            "还有1个问题没有核销整改，不能办结，可以结转继续督办",
        ),
        (matter.all_problems_mended, {"problems": ["mended"]}, ""),
        (matter.was_visited, {"visits": [None]}, "还没有登记督办活动，不能报告"),
        (
            matter.has_plan_ahead,
            {"visits": [ON]},
            "方案中的督办活动都已举行，可以直接登记新的活动，或者调整督办安排",
        ),
    ],
)
def test_what_the_matter_decides(judge, subject, why):
    rows = {
        "members": _Rows(subject.get("members", [])),
        "problems": _Rows(_problem(state) for state in subject.get("problems", [])),
        "visits": _Rows(SimpleNamespace(held_on=held) for held in subject.get("visits", [])),
    }
    assert judge(None, SimpleNamespace(**rows)) == why


@pytest.mark.parametrize(
    ("visits", "report", "why"),
    [
        ([("看", "2026-06-12")], "2026-10-15", ""),
        ([("看", "2026-05-31")], "2026-10-15", "“看”的计划日期2026-05-31已经过去"),
        ([("看", "2026-10-16")], "2026-10-15", "“看”的计划日期2026-10-16晚于报告期限2026-10-15"),
        ([], "2026-06-01", "报告期限应当晚于今天（2026-06-01）"),
    ],
)
def test_the_dates_of_a_plan(visits, report, why):
    planned = [(text, day(date)) for text, date in visits]
    assert matter.dates_in_order(planned, day(report), ON) == why


def test_a_circular_asks_for_no_answer():
    assert matter.is_to_one_unit(None, SimpleNamespace(level="circular")) != ""
    assert matter.is_to_one_unit(None, SimpleNamespace(level="second")) == ""
