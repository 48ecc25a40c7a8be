"""Clocks of single steps: each light told once, to whose turn it is."""

import pytest

from minqiao.duties.suggestions.actions import handling, office, replying, returning
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.tasks import remind_of_steps
from minqiao.foundation.trail.models import Event
from minqiao.overviews.notifications.models import Message
from tests.api.special import RETURN, merged, return_asked
from tests.api.stages import opinion_sent, signed
from tests.factories import a_contact, a_dispatched, a_replied, at, handlings_of

pytestmark = pytest.mark.django_db


def told(now):
    """(acts, whom) of one tick at a moment."""
    Message.objects.all().delete()
    before = Event.objects.count()
    remind_of_steps(at(now))
    acts = list(Event.objects.filter(seq__gt=before).order_by("seq").values_list("action", flat=True))
    return acts, set(Message.objects.values_list("user__username", flat=True))


NOBODY = ([], set())


def pressed(*codes):
    return {f"{kind}-{code}" for kind in ("officer", "principal") for code in codes}


def test_to_sign_for_on_the_last_day_and_after_it(world):
    a_dispatched(world)  # on Friday 20 March: two workdays to sign for, until the 24th
    assert told("2026-03-20 18:00") == NOBODY
    assert told("2026-03-23") == NOBODY
    assert told("2026-03-24") == (["remind_sign_for_red"], pressed("A14"))
    assert told("2026-03-24 15:00") == NOBODY
    assert told("2026-03-25") == (["remind_sign_for_black"], pressed("A14"))
    assert told("2026-03-26") == NOBODY


def test_the_first_contact_early_to_the_officer_then_to_the_principal_too(world):
    row = signed(world)  # on 23 March: twenty workdays, until 21 April
    Handling.objects.exclude(pk=row.pk).update(step_due_on=None)
    assert str(row.step_due_on) == "2026-04-21"
    assert told("2026-04-05") == NOBODY
    assert told("2026-04-06") == (["remind_first_contact_amber"], {"officer-A14"})
    assert told("2026-04-14") == (["remind_first_contact_red"], pressed("A14"))
    a_contact(world, row, "2026-04-15")
    assert told("2026-04-22") == NOBODY
    assert Handling.objects.get(pk=row.pk).step_reminded == ""


def test_an_opinion_to_be_rewritten(world):
    row = opinion_sent(world)
    Handling.objects.exclude(pk=row.pk).update(step_due_on=None)
    row = handlings_of(row.suggestion)["A08"]
    handling.reject_opinion(row, actor=world.officer["A14"], at=at("2026-04-20"), note="空")
    assert str(row.step_due_on) == "2026-04-27"
    assert told("2026-04-24") == NOBODY
    assert told("2026-04-27") == (["remind_assist_rewrite_red"], pressed("A08"))
    assert told("2026-04-28") == (["remind_assist_rewrite_black"], pressed("A08"))


def test_a_return_waits_for_the_offices_a_second_objection_for_the_leader(world):
    row = return_asked(world)  # on 25 March: ten workdays, until 9 April
    Handling.objects.exclude(pk=row.pk).update(step_due_on=None)
    assert str(row.step_due_on) == "2026-04-09"
    assert told("2026-03-31") == NOBODY
    assert told("2026-04-01") == (["remind_reassign_red"], {"affairs", "gov"})
    returning.refuse_return(row, actor=world.affairs, at=at("2026-04-03"), note="属本单位职责")
    row = handlings_of(row.suggestion)["A14"]
    returning.object_return(row, actor=world.principal["A14"], at=at("2026-04-07"), **RETURN)
    assert told("2026-04-22") == (["remind_reassign_black"], {"gov_leader"})


def test_the_deputy_is_reminded_of_the_evaluation_before_he_is_chased(world):
    _, row = a_replied(world)  # on 20 May: fifteen workdays, until 10 June
    assert str(row.step_due_on) == "2026-06-10"
    assert told("2026-05-25") == NOBODY
    assert told("2026-05-26") == (["remind_evaluate_amber"], {"daibiao1"})
    assert told("2026-06-03") == (["remind_evaluate_red"], {"daibiao1"})
    assert told("2026-06-11") == NOBODY  # from now on it is chased, by an act of its own


def test_a_second_round_reminds_anew(world):
    _, row = a_replied(world)
    told("2026-06-03")
    assert Handling.objects.get(pk=row.pk).step_reminded == "red"
    replying.evaluate(row, actor=world.deputy, at=at("2026-06-04"), attitude="basic", result="basic")
    assert Handling.objects.get(pk=row.pk).step_reminded == ""


def test_of_a_merged_file_the_lead_item_speaks_for_all_but_each_deputy_is_heard(world):
    member = merged(world)
    lead = member.merged_into
    office.dispatch(lead, actor=world.gov, at=at("2026-03-20"), units=[(world.units["A14"], "sole", "")])
    assert told("2026-03-25")[0] == ["remind_sign_for_black"]
    row = handlings_of(lead)["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-25"))
    assert told("2026-04-30")[0] == ["remind_first_contact_black"] * 2


def test_what_has_ended_reminds_nobody(world):
    found, _ = a_dispatched(world)
    type(found).objects.filter(pk=found.pk).update(state="withdrawn")
    assert told("2026-04-30") == NOBODY
