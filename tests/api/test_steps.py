"""Every step × everybody over HTTP: the answer is the table's, and what is refused changes nothing."""

import pytest
from django.db import transaction
from django.http import Http404

from minqiao.duties.suggestions.queries.file import handling_of, suggestion_of
from minqiao.duties.suggestions.queries.ideas import idea_of
from minqiao.duties.suggestions.queries.lists import batch
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.publications import publication_of
from minqiao.foundation.trail.models import Event
from minqiao.kit.clock import today
from tests.api.stages import EVERY_STEP, FITTING, WORKFLOWS, address, everybody, fitting, unfit
from tests.factories import a_world

pytestmark = pytest.mark.django_db
FINDERS = {
    "suggestion": suggestion_of,
    "handling": handling_of,
    "commitment": commitment_of,
    "publication": publication_of,
    "batch": batch,
    "idea": idea_of,
}
THE_USUAL = {"lead", "affairs", "gov", "officer-A14", "head-A14", "principal-A14", "officer-A08", "auditor"}
IDS = [f"{slug}-{action}" for slug, action in EVERY_STEP]


@pytest.fixture(scope="module")
def world(module_db):
    return a_world()


def expected(slug, action, actor, pk):
    """(status, why) by the table."""
    try:
        subject = FINDERS[slug](actor, pk)
    except Http404:
        return 404, ""
    why = WORKFLOWS[slug].refusal(action, actor, subject, today())
    return (409, why) if why else (200, "")


def answers_to(slug, action, people, pk):
    """By the table: everyone's answer, and for each different answer who is to be asked over HTTP.

    Who may take which step is proved for everybody in tests/suggestions/test_matrix*.py; here it matters
    that HTTP says the same, so of those with the same answer one asks (of those who may, two).
    """
    wanted = {name: expected(slug, action, actor, pk) for name, actor in people.items()}
    groups = {}
    for name, answer in wanted.items():
        groups.setdefault(answer, []).append(name)
    asking = [name for answer, names in groups.items() for name in names[: 2 if answer == (200, "") else 1]]
    return {name: wanted[name] for name in asking}


def row_of(subject):
    return type(subject).objects.filter(pk=subject.pk).values().get()


def taken(call, actor, slug, subject, action, body):
    """(status, why) as answered; a step that was taken is taken back."""
    before = row_of(subject), Event.objects.count()
    with transaction.atomic():
        status, answer = call(actor).post(address(slug, subject, action), body)
        after = row_of(subject), Event.objects.count()
        done = Event.objects.filter(action=action).exists()
        transaction.set_rollback(True)
    if status == 204:  # done, and by that out of sight
        status, answer = 200, {}
    if status == 200:
        assert done
    else:
        assert after == before
    if status == 409:
        assert (answer["refused"], answer["basis"]) == (action, "")
    return status, answer.get("why", "")


def test_every_step_is_on_stage():
    assert [(slug, action) for slug, steps in FITTING.items() for action in steps] == EVERY_STEP


@pytest.mark.parametrize(("slug", "action"), EVERY_STEP, ids=IDS)
def test_in_a_fitting_state_the_table_decides_who(world, call, slug, action):
    subject, body = fitting(world, slug, action)
    stage = everybody(world)
    wanted = answers_to(slug, action, stage, subject.pk)
    assert {name: taken(call, stage[name], slug, subject, action, body) for name in wanted} == wanted
    assert (200, "") in wanted.values()


@pytest.mark.parametrize(("slug", "action"), EVERY_STEP, ids=IDS)
def test_in_another_state_nobody_may(world, call, slug, action):
    subject = unfit(world, slug, action)
    _, body = FITTING[slug][action]
    body = {} if callable(body) else body
    stage = {name: actor for name, actor in everybody(world).items() if name in THE_USUAL}
    answers = answers_to(slug, action, stage, subject.pk)
    assert {name: taken(call, stage[name], slug, subject, action, body) for name in answers} == answers
    assert {status for status, _ in answers.values()} <= {404, 409}
    assert "409" in {str(status) for status, _ in answers.values()}


@pytest.mark.parametrize("slug", WORKFLOWS)
def test_the_steps_say_what_is_open_and_why_the_others_are_not(world, call, slug):
    action = WORKFLOWS[slug].actions()[0]
    subject, _ = fitting(world, slug, action)
    path = address(slug, subject, "").removesuffix("/")
    for actor in everybody(world).values():
        status, answer = call(actor).get(path)
        wanted = {one: expected(slug, one, actor, subject.pk) for one in WORKFLOWS[slug].actions()}
        if status == 404:
            assert {found for found, _ in wanted.values()} == {404}
            continue
        told = {row["step"]: (200 if row["open"] else 409, row["why"]) for row in answer}
        assert told == wanted
