"""Every step × everybody × every state, generated from the tables: who may, and the reason when not."""

from types import SimpleNamespace

import pytest

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.rules import matter
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, INQUIRY, KEY_ITEM
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, NOBODY
from tests.factories import day
from tests.matrix import Matrix, Rows, on_stage

ON = day("2026-06-01")
CITY, OTHER_CITY, COUNTY = 1, 2, 3
PROPOSER, OVERSEER, OTHER_BODY = 21, 22, 23
UNIT, OTHER_UNIT = 10, 11
LEADER, OTHER_CHAIR, SIGNER = 100, 101, 102


AS_SIGNER = ((Role.DEPUTY, SIGNER),)
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "signer": on_stage(Role.DEPUTY, SIGNER),
    "affairs": on_stage(Role.DEPUTY_AFFAIRS, CITY),
    "other_affairs": on_stage(Role.DEPUTY_AFFAIRS, OTHER_CITY, OTHER_CITY),
    "county": on_stage(Role.DEPUTY_AFFAIRS, COUNTY, COUNTY),
    "secretariat": on_stage(Role.SECRETARIAT, CITY),
    "proposer": on_stage(Role.SPECIAL_COMMITTEE, PROPOSER),
    "overseer": on_stage(Role.SPECIAL_COMMITTEE, OVERSEER),
    "other_body": on_stage(Role.SPECIAL_COMMITTEE, OTHER_BODY),
    "leader": on_stage(Role.CHAIRS_COUNCIL, LEADER),
    "other_chair": on_stage(Role.CHAIRS_COUNCIL, OTHER_CHAIR),
    "chair_elsewhere": on_stage(Role.CHAIRS_COUNCIL, OTHER_CHAIR, OTHER_CITY),
    "member": on_stage(Role.COMMITTEE_MEMBER, LEADER),
    "gov": on_stage(Role.GOV_OFFICE, CITY),
    "gov_leader": on_stage(Role.GOV_LEADER, CITY),
    "officer": on_stage(Role.UNIT_OFFICER, UNIT),
    "head": on_stage(Role.UNIT_DEPUTY_HEAD, UNIT),
    "principal": on_stage(Role.UNIT_PRINCIPAL, UNIT),
    "own_principal": on_stage(Role.UNIT_PRINCIPAL, UNIT, selves=AS_SIGNER),
    "other_principal": on_stage(Role.UNIT_PRINCIPAL, OTHER_UNIT),
    "system_admin": on_stage(Role.SYSTEM_ADMIN, 0, 0),
    "auditor": on_stage(Role.AUDITOR, 0, 0),
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


def _problem(state):
    return SimpleNamespace(state=state)


def _item(state, action):
    """A stand-in whose matter is in order for the act."""
    problems = [] if action == "accept" else [_problem("open"), _problem("answered")]
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, proposed_by_id=PROPOSER,
        committee_id=OVERSEER, leader_id=LEADER, unit_id=UNIT, signer_ids=frozenset({SIGNER}),
        members=Rows([1, 2]), problems=Rows(problems),
        visits=Rows([SimpleNamespace(held_on=ON), SimpleNamespace(held_on=None)]),
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
        state=state, get_state_display=lambda: state, congress_id=CITY, planned_on=ON, units=Rows([unit])
    )


TABLES = (
    (KEY_ITEM, c.KeyState, _item),
    (COUNTERPART, c.CounterpartState, _of_suggestion),
    (DELEGATED_CHECK, c.CheckState, _of_suggestion),
    (CHASE, c.ChaseState, _chase),
    (INQUIRY, c.InquiryState, _inquiry),
)
MATRIX = Matrix(stage=STAGE, who=WHO, tables=TABLES, on=ON)


@pytest.mark.parametrize("case", MATRIX.cases(), ids=MATRIX.name_of)
def test_exactly_these_may(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_check_of_who():
    assert MATRIX.checks() == set(WHO)


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
        "members": Rows(subject.get("members", [])),
        "problems": Rows(_problem(state) for state in subject.get("problems", [])),
        "visits": Rows(SimpleNamespace(held_on=held) for held in subject.get("visits", [])),
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
