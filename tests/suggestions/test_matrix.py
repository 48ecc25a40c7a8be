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
from minqiao.duties.suggestions.rules import matter, people
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
from minqiao.kit.actor import CLOCK, NOBODY, Actor
from tests.factories import day

ON = day("2026-06-01")
CITY, OTHER_CITY = 1, 2
UNIT, LEAD_UNIT, OTHER_UNIT = 10, 11, 12
LEAD, INVITED, STRANGER = 100, 101, 102


def _actor(role, scope, realm=CITY, selves=()):
    return Actor(
        user_id=1, capacity_id=1, role=role, scope_id=scope, realm_id=realm, selves=frozenset(selves)
    )


# Everybody on stage. "own_…" hold another capacity of the lead signer: barred from their own matter.
AS_LEAD = ((Role.DEPUTY, LEAD),)
STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "lead": _actor(Role.DEPUTY, LEAD),
    "invited": _actor(Role.DEPUTY, INVITED),
    "stranger": _actor(Role.DEPUTY, STRANGER),
    "affairs": _actor(Role.DEPUTY_AFFAIRS, CITY),
    "own_affairs": _actor(Role.DEPUTY_AFFAIRS, CITY, selves=AS_LEAD),
    "other_affairs": _actor(Role.DEPUTY_AFFAIRS, OTHER_CITY, OTHER_CITY),
    "secretariat": _actor(Role.SECRETARIAT, CITY),
    "gov": _actor(Role.GOV_OFFICE, CITY),
    "own_gov": _actor(Role.GOV_OFFICE, CITY, selves=AS_LEAD),
    "other_gov": _actor(Role.GOV_OFFICE, OTHER_CITY, OTHER_CITY),
    "gov_leader": _actor(Role.GOV_LEADER, CITY),
    "chairs": _actor(Role.CHAIRS_COUNCIL, LEAD),
    "member": _actor(Role.COMMITTEE_MEMBER, STRANGER),
    "committee": _actor(Role.SPECIAL_COMMITTEE, 5),
    "officer": _actor(Role.UNIT_OFFICER, UNIT),
    "own_officer": _actor(Role.UNIT_OFFICER, UNIT, selves=AS_LEAD),
    "head": _actor(Role.UNIT_DEPUTY_HEAD, UNIT),
    "principal": _actor(Role.UNIT_PRINCIPAL, UNIT),
    "own_principal": _actor(Role.UNIT_PRINCIPAL, UNIT, selves=AS_LEAD),
    "lead_unit_officer": _actor(Role.UNIT_OFFICER, LEAD_UNIT),
    "other_officer": _actor(Role.UNIT_OFFICER, OTHER_UNIT),
    "other_principal": _actor(Role.UNIT_PRINCIPAL, OTHER_UNIT),
    "system_admin": _actor(Role.SYSTEM_ADMIN, 0, 0),
    "security_admin": _actor(Role.SECURITY_ADMIN, 0, 0),
    "auditor": _actor(Role.AUDITOR, 0, 0),
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


class _Rows(list):
    def all(self):
        return self


def _signings(action):
    """Who joined; to a withdrawal all but the one who is asked have agreed."""
    agreed = None if action == "agree_withdraw" else ON
    return _Rows([SimpleNamespace(state="confirmed", mandate_id=INVITED, withdraw_agreed_at=agreed)])


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
        handlings=_Rows([graded]), rules={}, passed_on=None, assigned_on=None,
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
        entries=_Rows(said if action == "revise_fulfilment" else []),
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
        if state not in row.sources or "needs_no_pre_review" in {check.__name__ for check in row.checks}:
            continue
        allowed = set(STAGE)
        for check in row.checks:
            allowed &= WHO.get(check.__name__, set(STAGE))
        found |= allowed
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
        names = [check.__name__ for check in row.checks if check.__name__.startswith(("by_", "for_"))]
        found |= set(STAGE).intersection(*(WHO[name] for name in names))
    return found


def test_the_oracle_knows_every_check_of_people():
    of_people = {
        check.__name__
        for workflow, _, _ in TABLES
        for row in workflow.steps
        for check in row.checks
        if check.__module__ == people.__name__ or check.__name__ == "by_owner"
    }
    assert of_people - {"is_answering", "is_assisting"} == set(WHO)


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
