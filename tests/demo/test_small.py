"""The small demo: everything is there, by real acts, up to the morning of its day."""

import datetime as dt
from collections import Counter

import pytest

from minqiao.config.demo.days import moment
from minqiao.duties.suggestions.models import Batch, Handling, Idea, Suggestion
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.papers.models import Paper
from minqiao.overviews.notifications.models import Message
from minqiao.registry.congress.models import Deputy

pytestmark = pytest.mark.django_db


def test_the_batch_has_its_items(small):
    batch = Batch.objects.get(name="3-5")
    assert Counter(batch.suggestions.values_list("kind", flat=True)) == {"suggestion": 21, "review_remark": 3}
    assert (batch.state, batch.assigned_on) == ("issued", dt.date(2026, 3, 20))
    assert batch.assigned_by.endswith("，市人大常委会秘书长")


def test_the_trail_is_whole_and_ends_in_the_morning(small):
    assert fault_in_trail() == ""
    assert Event.objects.order_by("at").last().at <= moment("06-10 09:00")


def test_every_issued_reply_has_its_letter(small):
    issued = Handling.objects.filter(state__in=["replied", "evaluated"]).count()
    kinds = Counter(Paper.objects.values_list("kind", flat=True))
    assert issued > 0
    assert (kinds["reply_letter"], kinds["feedback_form"]) == (issued, issued)
    assert kinds["suggestion_sheet"] == Suggestion.objects.exclude(number="").count()


def test_nobody_is_called_by_these_numbers(small):
    phones = {deputy.phone[:3] for deputy in Deputy.objects.all()}
    assert phones == {"120"}
    contacts = Handling.objects.exclude(reply=None).values_list("reply__contact_phone", flat=True)
    assert {phone[:5] for phone in contacts} == {"0000-"}


def test_only_the_last_days_messages_are_unread(small):
    first = Message.objects.filter(read_at=None).order_by("created_at").first()
    assert first.created_at >= moment("06-08 08:00")


def test_a_deputy_has_jotted_notes_and_put_one_aside(small):
    states = Idea.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["open", "open", "archived", "open"]
