"""Every step of a book and of an allocation × everybody × every state: who may, and the reason when not."""

from types import SimpleNamespace

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.funds import choices as c
from minqiao.instruments.funds.workflow import ALLOCATION, FUND
from minqiao.kit.actor import CLOCK, NOBODY
from tests.factories import day
from tests.matrix import Matrix, on_stage

CITY, COUNTY, FINANCE, OTHER_UNIT = 1, 3, 10, 11
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "deputy": on_stage(Role.DEPUTY, 100),
    "affairs": on_stage(Role.DEPUTY_AFFAIRS, CITY),
    "county": on_stage(Role.DEPUTY_AFFAIRS, COUNTY, COUNTY),
    "secretariat": on_stage(Role.SECRETARIAT, CITY),
    "chair": on_stage(Role.CHAIRS_COUNCIL, 101),
    "chair_elsewhere": on_stage(Role.CHAIRS_COUNCIL, 101, COUNTY),
    "committee": on_stage(Role.SPECIAL_COMMITTEE, 21),
    "member": on_stage(Role.COMMITTEE_MEMBER, 101),
    "gov": on_stage(Role.GOV_OFFICE, CITY),
    "gov_leader": on_stage(Role.GOV_LEADER, CITY),
    "finance_officer": on_stage(Role.UNIT_OFFICER, FINANCE),
    "finance_head": on_stage(Role.UNIT_DEPUTY_HEAD, FINANCE),
    "finance_principal": on_stage(Role.UNIT_PRINCIPAL, FINANCE),
    "other_officer": on_stage(Role.UNIT_OFFICER, OTHER_UNIT),
    "system_admin": on_stage(Role.SYSTEM_ADMIN, 0, 0),
    "auditor": on_stage(Role.AUDITOR, 0, 0),
}
WHO = {
    "by_keeper": {"affairs"},
    "by_keeper_or_finance": {"affairs", "finance_officer", "finance_head", "finance_principal"},
    "by_working_group": {"affairs", "chair"},
}


def _fund(state, action=""):
    """A stand-in for a book of the city's."""
    return SimpleNamespace(
        congress_id=CITY, finance_unit_id=FINANCE, year=2026, state=state, get_state_display=lambda: state
    )


def _run(state, action):
    return SimpleNamespace(fund=_fund("open"), state=state, get_state_display=lambda: state)


MATRIX = Matrix(
    stage=STAGE,
    who=WHO,
    tables=((FUND, c.FundState, _fund), (ALLOCATION, c.RunState, _run)),
    on=day("2026-12-15"),
)


@pytest.mark.parametrize("case", MATRIX.cases(), ids=Matrix.name_of)
def test_exactly_those_may_whom_the_oracle_names(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_judgement_by_whom():
    assert MATRIX.checks() == set(WHO)
