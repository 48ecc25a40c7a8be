"""Every step × every role × every state, generated from the tables: who may, and the reason when not.

The oracle is written in roles, not in checks: WHO says for each check of `rules.people` which of the
people on stage pass it. Subjects are stand-ins whose matter is in order, so that only state and
person decide; what the matter decides is tested in test_matter.
"""

from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.rules import matter
from minqiao.duties.suggestions.workflow import (
    BATCH,
    COMMITMENT,
    FINAL,
    HANDLING,
    IDEA,
    PUBLICATION,
    SUGGESTION,
)
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, NOBODY
from tests.factories import day
from tests.matrix import Matrix, Rows, on_stage

ON = day("2026-06-01")
CITY, OTHER_CITY = 1, 2
UNIT, LEAD_UNIT, OTHER_UNIT = 10, 11, 12
LEAD, INVITED, STRANGER = 100, 101, 102


# Everybody on stage. "own_…" hold another capacity of the lead signer: barred from their own matter.
AS_LEAD = ((Role.DEPUTY, LEAD),)
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "lead": on_stage(Role.DEPUTY, LEAD),
    "invited": on_stage(Role.DEPUTY, INVITED),
    "stranger": on_stage(Role.DEPUTY, STRANGER),
    "affairs": on_stage(Role.DEPUTY_AFFAIRS, CITY),
    "own_affairs": on_stage(Role.DEPUTY_AFFAIRS, CITY, selves=AS_LEAD),
    "other_affairs": on_stage(Role.DEPUTY_AFFAIRS, OTHER_CITY, OTHER_CITY),
    "secretariat": on_stage(Role.SECRETARIAT, CITY),
    "gov": on_stage(Role.GOV_OFFICE, CITY),
    "own_gov": on_stage(Role.GOV_OFFICE, CITY, selves=AS_LEAD),
    "other_gov": on_stage(Role.GOV_OFFICE, OTHER_CITY, OTHER_CITY),
    "gov_leader": on_stage(Role.GOV_LEADER, CITY),
    "chairs": on_stage(Role.CHAIRS_COUNCIL, LEAD),
    "member": on_stage(Role.COMMITTEE_MEMBER, STRANGER),
    "committee": on_stage(Role.SPECIAL_COMMITTEE, 5),
    "officer": on_stage(Role.UNIT_OFFICER, UNIT),
    "own_officer": on_stage(Role.UNIT_OFFICER, UNIT, selves=AS_LEAD),
    "head": on_stage(Role.UNIT_DEPUTY_HEAD, UNIT),
    "principal": on_stage(Role.UNIT_PRINCIPAL, UNIT),
    "own_principal": on_stage(Role.UNIT_PRINCIPAL, UNIT, selves=AS_LEAD),
    "lead_unit_officer": on_stage(Role.UNIT_OFFICER, LEAD_UNIT),
    "other_officer": on_stage(Role.UNIT_OFFICER, OTHER_UNIT),
    "other_principal": on_stage(Role.UNIT_PRINCIPAL, OTHER_UNIT),
    "system_admin": on_stage(Role.SYSTEM_ADMIN, 0, 0),
    "security_admin": on_stage(Role.SECURITY_ADMIN, 0, 0),
    "auditor": on_stage(Role.AUDITOR, 0, 0),
}
WHO = {
    "by_owner": {"lead"},
    "by_author": {"lead"},
    "by_invited": {"invited"},
    "by_congress_staff": {"affairs", "secretariat"},
    "by_deputy_affairs": {"affairs"},
    "by_gov_office": {"gov"},
    "by_chairs_council": {"chairs"},
    "for_batch_by_deputy_affairs": {"affairs", "own_affairs"},
    "by_unit": {"officer", "head", "principal"},
    "by_unit_deputy_head": {"head"},
    "by_unit_principal": {"principal"},
    "by_lead_unit": {"lead_unit_officer"},
    "by_gov_office_for": {"gov"},
    "by_deputy_affairs_for": {"affairs"},
    "by_lead_signer_for": {"lead", "affairs"},
    "by_assigner_for": {"affairs", "gov"},
    "by_principal_objecting": {"principal"},
    "by_gov_leader_for": {"gov_leader"},
    "by_deputy_affairs_or_clock_for": {"affairs", "clock"},
    "by_promising_unit": {"officer", "head", "principal"},
    "by_promising_principal": {"principal"},
    "by_lead_signer_of_promise": {"lead", "affairs"},
    "by_deputy_affairs_of_promise": {"affairs"},
}
# Checks of the matter that are in order on the stand-ins; the pairs that exclude each other are set per step.
ROLE_OF = {"send_opinion": c.HandlingRole.ASSIST, "reject_opinion": c.HandlingRole.ASSIST}


def _signings(action):
    """Who joined; to a withdrawal all but the one who is asked have agreed."""
    agreed = None if action == "agree_withdraw" else ON
    return Rows([SimpleNamespace(state="confirmed", mandate_id=INVITED, withdraw_agreed_at=agreed)])


def _suggestion(state, action):
    remark = action in ("sort", "set_aside", "confirm_remark")
    graded = SimpleNamespace(
        role="sole",
        state="evaluated",
        is_ended=False,
        no_response=False,
        evaluation_released=True,
        reply=SimpleNamespace(evaluation=SimpleNamespace(result="satisfied")),
    )
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=CITY, lead_signer_id=LEAD,
        signer_ids=frozenset({LEAD, INVITED}), is_paper=False,
        kind="review_remark" if remark else "suggestion",
        title="题", facts="由", requests=["一"], topic="urban", held_on=None, is_hard=False,
        signings=_signings(action), chairs_needed=action == "agree_assign", chairs_agreed_on=None, number="",
        handlings=Rows([graded]), rules={}, passed_on=None, assigned_on=None,
        merged_into_id=1 if action == "split" else None,
        withdraw_asked_on=ON if action in ("agree_withdraw", "keep_on", "withdraw") else None,
    )  # fmt: skip


RELEASED = ("order_redo", "joint_study")


def _handling(state, action):
    graded = SimpleNamespace(result="dissatisfied")
    found = SimpleNamespace(
        state=state, get_state_display=lambda: state, unit_id=UNIT,
        unit=SimpleNamespace(kind="government"),
        role=ROLE_OF.get(action, c.HandlingRole.SOLE), suggestion=_suggestion("handling", ""),
        first_contact_on=None if action == "issue_without_contact" else ON,
        reply=SimpleNamespace(
            answers=["答"], category="B", contact_name="王", evaluation=graded, empty_answers=[],
            disclosure="full",
        ),
        evaluation_released=action in RELEASED, round=2 if action == "joint_study" else 1, redo_on=None,
        works_with_id=None, leads_file=False, first_chased_on=None, callback_drawn_on=ON, step_due_on=None,
        second_chased_on=day("2026-05-01") if action == "mark_no_response" else None,
        extended=False, due_on=day("2026-06-22"), opinion_id=None, reply_id=1, replied_on=None,
        is_ended=False, return_due_on=None, returns_asked=1 if action == "object_return" else 0,
    )  # fmt: skip
    found.fellows = [found, SimpleNamespace(role=c.HandlingRole.LEAD, unit_id=LEAD_UNIT, is_ended=False)]
    return found


def _promise(state, action):
    """A promise of an issued letter; what was graded is graded as kept."""
    said = [SimpleNamespace(kind="grade", released_on=None, mandate_id=LEAD)]
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, handling=_handling("replied", ""), step_due_on=None,
        reply=SimpleNamespace(issued_on=ON), grade="met",
        entries=Rows(said if action == "revise_fulfilment" else []),
    )  # fmt: skip


def _publication(state, action):
    suggestion = _suggestion("replied", "")
    suggestion.replied_on, suggestion.consent_public, suggestion.request_confidential = ON, True, False
    suggestion.rules = {"disclosure.reviewer": {"value": "both"}} if action == "gov_review" else {}
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, suggestion=suggestion, replied_on=ON,
        gov_reviewed_on=None, asked_on=None, ask_due_on=None, checked_on=ON, text={}, mode="full",
    )  # fmt: skip


def _batch(state, action):
    return SimpleNamespace(state=state, get_state_display=lambda: state, congress_id=CITY)


def _idea(state, action):
    found = SimpleNamespace(state=state, get_state_display=lambda: state, mandate_id=LEAD)
    found.suggestion = SimpleNamespace(state="withdrawn")
    return found


TABLES = (
    (SUGGESTION, c.State, _suggestion),
    (HANDLING, c.HandlingState, _handling),
    (COMMITMENT, c.PromiseState, _promise),
    (PUBLICATION, c.PublicationState, _publication),
    (BATCH, c.BatchState, _batch),
    (IDEA, c.IdeaState, _idea),
)
MATRIX = Matrix(stage=STAGE, who=WHO, tables=TABLES, on=ON, apart=frozenset({"needs_no_pre_review"}))


@pytest.mark.parametrize("case", MATRIX.cases(), ids=MATRIX.name_of)
def test_exactly_these_may(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_check_of_who():
    assert MATRIX.checks() == set(WHO)


def test_ones_own_matter_is_refused_with_its_reason():
    why = SUGGESTION.refusal("dispatch", STAGE["own_gov"], _suggestion("assigned", "dispatch"), ON)
    assert why == "您是这件建议的提出人，不能以其他身份办理，请由他人办理"


@pytest.mark.parametrize("workflow", [one for one, _, _ in TABLES], ids=lambda one: one.slug)
def test_every_step_has_its_form_and_its_act_and_no_state_is_lost(workflow):
    actions = workflow.actions()
    assert list(FORMS[workflow.slug]) == actions
    assert list(ACTIONS[workflow.slug]) == actions
    targets = {row.target for row in workflow.steps if row.target} | {workflow.start}
    sources = {source for row in workflow.steps for source in row.sources}
    started = {c.State.NOTED} if workflow is SUGGESTION else set()
    followed = {c.State.HANDLING, c.State.REPLIED, c.State.EVALUATED} if workflow is SUGGESTION else set()
    assert sources - targets - started - followed == set()
    assert targets - sources - FINAL[workflow.slug] - {c.State.DISPATCHED} == set()


# What the matter decides:


def test_incomplete_text_names_what_is_missing():
    subject = _suggestion("draft", "submit")
    subject.facts, subject.requests = "", [""]
    assert matter.is_complete(None, subject) == "还没有填写：案由、建议事项"


def test_the_suggestion_follows_its_handlings():
    h = c.HandlingState
    assert matter.procedure_from([h.DISPATCHED, h.DISPATCHED]) == c.State.DISPATCHED
    assert matter.procedure_from([h.SIGNED, h.DISPATCHED]) == c.State.HANDLING
    assert matter.procedure_from([h.REPLIED, h.HANDLING]) == c.State.HANDLING
    assert matter.procedure_from([h.REPLIED, h.EVALUATED]) == c.State.REPLIED
    assert matter.procedure_from([h.EVALUATED, h.EVALUATED]) == c.State.EVALUATED


def test_the_whole_is_as_solved_as_its_least_part():
    assert matter.category_from(["A", "C", "B"]) == "C"
    assert matter.category_from(["A", ""]) == ""


def test_an_unanswered_request_is_named():
    row = _handling("reply_draft", "submit_reply")
    row.suggestion.requests = ["一", "二", "三"]
    row.reply.answers = ["答", ""]
    assert matter.reply_is_complete(None, row) == "第2、3项建议还没有答复，请逐条答复"


def test_a_dissatisfied_deputy_keeps_the_case_open():
    subject = _suggestion("evaluated", "close")
    subject.handlings[0].reply.evaluation.result = c.Grade.DISSATISFIED
    assert matter.may_close(None, subject) == "代表对办理结果不满意，不能办结，应当交承办单位重新办理"
