"""Two people at the same moment on the steps off the straight road: one wins, the other is told."""

import pytest

from minqiao.duties.suggestions.actions import handling, leaving, merging, office, replying, returning, rounds
from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.suggestions.tasks import chase_evaluations
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.overviews.notifications.models import Message
from tests.api import special
from tests.factories import (
    a_contact,
    a_dispatched,
    a_replied,
    a_world,
    an_assigned,
    at,
    handlings_of,
    to_signing,
)
from tests.suggestions.test_bursts import at_once

pytestmark = pytest.mark.django_db(transaction=True)
JUST_NOW = "他人刚刚处理"
ROUNDS = 4


def fresh(found):
    """A suggestion as another page has loaded it."""
    return Suggestion.objects.select_related("congress", "session", "lead_signer__deputy").get(pk=found.pk)


def won_and_told(answers):
    """How many did it; whether all others were told so."""
    others = [answer for answer in answers if answer != "done"]
    told = all(JUST_NOW in why or "当前环节是" in why or "已经" in why for why in others)
    return answers.count("done"), told


def test_a_return_is_decided_once():
    world = a_world()
    pk = special.return_asked(world).pk
    rows = [handlings_of(Handling.objects.get(pk=pk).suggestion)["A14"] for _ in range(12)]

    def decide(number):
        if number % 2:
            words = {"to_unit": world.units["A11"]}
            returning.agree_return(rows[number], actor=world.affairs, at=at("2026-04-07"), **words)
        else:
            returning.refuse_return(rows[number], actor=world.gov, at=at("2026-04-07"), note="属养护范围")
        return "done"

    assert won_and_told(at_once(12, decide)) == (1, True)
    answering = Handling.objects.standing().filter(suggestion__handlings=pk, role="lead")
    assert (answering.count(), fault_in_trail()) == (1, "")


def ready_to_sign(world, number):
    found, rows = a_dispatched(world, title=f"关于第{number}处路灯的建议")
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    to_signing(world, row)
    found.refresh_from_db()
    return leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-05-20"), reason="已经解决")


def test_a_letter_and_a_withdrawal_do_not_wait_for_each_other_and_one_stands():
    world = a_world()
    for number in range(ROUNDS):
        found = ready_to_sign(world, number)
        mine, theirs = fresh(found), handlings_of(fresh(found))["A14"]

        def act(one, mine=mine, theirs=theirs):
            if one:
                replying.issue(theirs, actor=world.principal["A14"], at=at("2026-05-21"))
            else:
                leaving.withdraw(mine, actor=world.deputy, at=at("2026-05-21"))
            return "done"

        assert won_and_told(at_once(2, act)) == (1, True)
        found.refresh_from_db()
        states = (found.state, handlings_of(found)["A14"].state)
        assert states in (("replied", "replied"), ("withdrawn", "withdrawn"))


def test_two_merged_into_each_other_at_once_make_no_circle():
    world = a_world()
    for number in range(ROUNDS):
        pair = [an_assigned(world, title=f"关于第{number}处{word}的建议") for word in ("路灯", "照明")]
        pages = [(fresh(pair[0]), fresh(pair[1])), (fresh(pair[1]), fresh(pair[0]))]

        def act(one, pages=pages):
            member, lead = pages[one]
            merging.merge(member, actor=world.affairs, at=at("2026-03-21"), lead=lead)
            return "done"

        answers = at_once(2, act)
        assert answers.count("done") == 1
        assert sum(fresh(one).merged_into_id is not None for one in pair) == 1


def test_what_is_merged_while_the_lead_item_is_dispatched_is_dispatched_with_it_or_not_merged():
    world = a_world()
    for number in range(ROUNDS):
        lead, member = (
            an_assigned(world, title=f"关于第{number}处{word}的建议") for word in ("路灯", "照明")
        )
        pages = [(fresh(lead), None), (fresh(member), fresh(lead))]

        def act(one, pages=pages):
            subject, other = pages[one]
            if one:
                merging.merge(subject, actor=world.affairs, at=at("2026-03-21"), lead=other)
            else:
                units = [(world.units["A14"], "sole", "")]
                office.dispatch(subject, actor=world.gov, at=at("2026-03-21"), units=units)
            return "done"

        at_once(2, act)
        lead, member = fresh(lead), fresh(member)
        wanted = "dispatched" if member.merged_into_id else "assigned"
        assert (lead.state, member.state) == ("dispatched", wanted)


def test_an_evaluation_is_asked_for_once_by_the_clock_and_by_hand():
    world = a_world()
    found, _ = a_replied(world)
    rows = [handlings_of(fresh(found))["A14"] for _ in range(6)]

    def ask(number):
        if number % 2:
            chase_evaluations(at("2026-06-11"))
        else:
            rounds.chase_evaluation(rows[number], actor=world.affairs, at=at("2026-06-11"))
        return "done"

    answers = at_once(6, ask)
    assert answers[1::2] == ["done"] * 3  # a clock that comes second goes on with the next
    row = Handling.objects.get()
    assert (str(row.first_chased_on), row.second_chased_on) == ("2026-06-11", None)
    assert Event.objects.filter(action="chase_evaluation").count() == 1
    assert Message.objects.filter(words__startswith="评价期限已过").count() == 1
