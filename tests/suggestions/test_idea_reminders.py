"""The reminder of unused notes before a session: whom, when, once."""

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import ideas
from minqiao.duties.suggestions.models import IdeaReminder
from minqiao.duties.suggestions.queries.opening import opens
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.tasks import remind_before_the_session
from minqiao.foundation.rulebook.actions import change_rule
from minqiao.overviews.notifications.models import Message
from minqiao.registry.congress.models import Session
from tests.factories import at, day
from tests.suggestions.test_ideas import an_idea

pytestmark = pytest.mark.django_db


def a_session(world, opens="2027-01-12"):
    return Session.objects.create(
        congress=world.congress,
        number=6,
        name="三届六次会议",
        opens_on=day(opens),
        closes_on=day("2027-01-16"),
    )


def test_each_deputy_is_reminded_once_thirty_days_before(world):
    session = a_session(world)
    for title in ("一", "二"):
        an_idea(world, title)
    ideas.archive(an_idea(world, "三"), actor=world.deputy, at=at("2026-05-10"))
    ideas.archive(an_idea(world, "四", by=world.deputies[1]), actor=world.deputies[1], at=at("2026-05-10"))
    ticks = [remind_before_the_session(at(on)) for on in ("2026-12-12", "2026-12-13", "2026-12-14")]
    assert ticks == [[], ["代表建议：会前提醒素材本1位代表"], []]
    assert list(IdeaReminder.objects.values_list("mandate_id", "session_id", "count")) == [
        (world.deputy.scope_id, session.pk, 2)
    ]
    (message,) = Message.objects.all()
    assert (message.user_id, message.words) == (
        world.deputy.user_id,
        "三届六次会议将于2027-01-12开幕，素材本里还有2条没有写成建议，可以选用写成建议",
    )
    assert opens(world.deputy, message.case_type, message.case_id) == reverse("suggestions:ideas")


def test_the_reminder_stands_among_what_waits_until_the_notes_are_used_or_the_session_opens(world):
    a_session(world)
    found = an_idea(world)
    remind_before_the_session(at("2026-12-20"))
    acts = [one.act for one in waiting(world.deputy, day("2026-12-21"))]
    assert acts == ["快要开会了，请看一看素材本"]
    assert [one.act for one in waiting(world.deputy, day("2027-01-12"))] == []
    ideas.archive(found, actor=world.deputy, at=at("2026-12-22"))
    assert waiting(world.deputy, day("2026-12-22")) == []


@pytest.mark.parametrize(("days", "sent"), [(0, 0), (10, 0), (40, 1)])
def test_how_many_days_before_is_a_rule_of_the_place(world, days, sent):
    a_session(world)
    an_idea(world)
    facts = {"basis": "本市办法", "source": "2026年", "level": "city", "place": world.area.pk}
    change_rule(
        key="idea_reminder_days", value=days, valid_from=day("2026-06-01"), actor=world.affairs,
        at=at("2026-06-01"), **facts,
    )  # fmt: skip
    remind_before_the_session(at("2026-12-13"))
    assert IdeaReminder.objects.count() == sent
