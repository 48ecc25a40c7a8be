"""Every step × everybody × every state, generated from the table: who may, and the reason when not."""

from types import SimpleNamespace

import pytest

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.rules import matter
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, NOBODY
from tests.factories import day
from tests.matrix import Matrix, on_stage

ON = day("2026-06-01")
CITY, COUNTY, ELSEWHERE = 1, 2, 3
UNIT, FINANCE, OTHER_UNIT = 10, 11, 12
SIGNER, OTHER_DEPUTY, CHAIR = 100, 101, 102
AS_SIGNER = ((Role.DEPUTY, SIGNER),)
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "applicant": on_stage(Role.DEPUTY, SIGNER),
    "other_deputy": on_stage(Role.DEPUTY, OTHER_DEPUTY),
    "group": on_stage(Role.DEPUTY_AFFAIRS, CITY),
    "own_group": on_stage(Role.DEPUTY_AFFAIRS, CITY, selves=AS_SIGNER),
    "county": on_stage(Role.DEPUTY_AFFAIRS, COUNTY, COUNTY),
    "elsewhere": on_stage(Role.DEPUTY_AFFAIRS, ELSEWHERE, ELSEWHERE),
    "chair": on_stage(Role.CHAIRS_COUNCIL, CHAIR),
    "own_chair": on_stage(Role.CHAIRS_COUNCIL, SIGNER),
    "chair_elsewhere": on_stage(Role.CHAIRS_COUNCIL, CHAIR, ELSEWHERE),
    "member": on_stage(Role.COMMITTEE_MEMBER, CHAIR),
    "secretariat": on_stage(Role.SECRETARIAT, CITY),
    "gov": on_stage(Role.GOV_OFFICE, CITY),
    "unit": on_stage(Role.UNIT_OFFICER, UNIT),
    "unit_principal": on_stage(Role.UNIT_PRINCIPAL, UNIT),
    "finance": on_stage(Role.UNIT_OFFICER, FINANCE),
    "own_finance": on_stage(Role.UNIT_OFFICER, FINANCE, selves=AS_SIGNER),
    "other_unit": on_stage(Role.UNIT_PRINCIPAL, OTHER_UNIT),
    "auditor": on_stage(Role.AUDITOR, 0, 0),
}
GROUP, UNITS = {"group", "own_group"}, {"unit", "unit_principal"}
COUNTY_SIDE = GROUP | {"county"}
SIGNERS = {"applicant", "own_group", "own_chair", "own_finance"}
WHO = {
    "by_applicant": {"applicant"} | GROUP,
    "by_county": COUNTY_SIDE,
    "by_group": GROUP,
    "by_finance": {"finance"},
    "by_chairs": {"chair", "group"},
    "by_builder": UNITS | COUNTY_SIDE,
    "by_watcher": COUNTY_SIDE | SIGNERS,
    "by_acceptor": COUNTY_SIDE,
}
COMPLAINED = ("answer_complaint", "back_to_pool", "strike")


def _project(state, action):
    """A stand-in whose matter is in order for the act."""
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, county_congress_id=COUNTY,
        unit_id=UNIT, finance_unit_id=FINANCE, signer_ids=frozenset({SIGNER}), applicant_role=Role.DEPUTY,
        applicant_scope_id=SIGNER, land="集体用地", upkeep="村委会", photos_before=1, visits_made=1,
        surveyed=10,
        change_is_large=False, complaints_open=int(action in COMPLAINED), notice_until=day("2026-05-20"),
    )  # fmt: skip


MATRIX = Matrix(
    stage=STAGE,
    who=WHO,
    tables=((PROJECT, c.ProjectState, _project),),
    on=ON,
    apart=frozenset({"change_is_large"}),
)


@pytest.mark.parametrize("case", MATRIX.cases(), ids=MATRIX.name_of)
def test_exactly_these_may(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_check_of_who():
    assert MATRIX.checks() == set(WHO)


def test_a_large_change_is_for_the_chairs_council_alone():
    project = _project("change_pending", "agree_change")
    project.change_is_large = True
    may = {name for name, one in STAGE.items() if not PROJECT.refusal("agree_change", one, project, ON)}
    assert may == {"chair", "group"}


@pytest.mark.parametrize(
    ("judge", "fact", "why"),
    [
        (
            matter.has_land_and_upkeep,
            {"land": "", "upkeep": ""},
            "没有写明用地情况、管护责任人，请先退回补正",
        ),
        (matter.has_photos_before, {"photos_before": 0}, "没有建设前的现场照片，请先退回补正"),
        (matter.has_no_open_complaint, {"complaints_open": 2}, "还有2件投诉没有核实处理"),
        (matter.has_open_complaint, {"complaints_open": 0}, "没有等待核实的投诉"),
        (matter.was_visited, {"visits_made": 0}, "提出建议的代表还没有到现场察看，不能验收"),
        (matter.has_survey, {"surveyed": 0}, "还没有登记群众满意度，不能评价"),
    ],
)
def test_what_the_matter_decides(judge, fact, why):
    project = _project("x", "y")
    assert judge(None, project) == "" or judge is matter.has_open_complaint
    vars(project).update(fact)
    assert judge(None, project) == why


@pytest.mark.parametrize(
    ("on", "why"), [("2026-05-20", "公示至2026-05-20，期满才能开工"), ("2026-05-21", "")]
)
def test_work_begins_after_the_notice(on, why):
    assert matter.notice_is_over(_project("announced", "start"), day(on)) == why
