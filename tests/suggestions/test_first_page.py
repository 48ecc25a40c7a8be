"""The first page: what waits, not cut short unsaid; figures that open exactly the rows behind them."""

import pytest

from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.queries import waiting
from minqiao.duties.suggestions.queries.lists import suggestions
from minqiao.foundation.accounts.models import User
from tests.factories import (
    a_dispatched,
    a_registered,
    a_replied,
    a_submitted,
    an_assigned,
    an_evaluated,
    day,
)

pytestmark = pytest.mark.django_db
BEHIND = {
    "assigned": {"light": "assigned"},
    "replied": {"light": "replied"},
    "open": {"light": "open"},
    "overdue": {"light": "overdue"},
    "closed": {"state": "closed"},
}


@pytest.mark.parametrize("who", ["affairs", "gov", "chairs", "deputy"])
def test_each_figure_is_the_number_of_its_rows(world, who):
    a_registered(world)
    an_assigned(world)
    a_dispatched(world)
    a_replied(world)
    an_evaluated(world)
    actor, on = getattr(world, who), day("2026-06-25")
    figures = handling_progress(actor, on)
    opened = {name: suggestions(actor, params, on).count() for name, params in BEHIND.items()}
    assert opened == {name: figures[name] for name in BEHIND}
    assert opened["assigned"] == 4


def home(client, actor, query=""):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client.get(f"/{query}").content.decode()


def test_of_many_the_first_are_shown_and_how_many_more_is_said(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-03-06")
    for number in range(17):
        a_submitted(world, title=f"关于第{number}号事项的建议")
    first, whole = home(client, world.affairs), home(client, world.affairs, "?all=1")
    assert [page.count("号事项的建议</span>") for page in (first, whole)] == [15, 17]
    assert ("还有2件" in first, "还有" in whole) == (True, False)


def test_what_lies_in_the_deputys_own_time_hides_nothing_of_the_offices(world, monkeypatch):
    """Of all the replies out, the office is shown only what is its own to do."""
    a_replied(world, "2026-05-20")
    an_evaluated(world)
    monkeypatch.setattr(waiting, "LOOKED_AT", 1)
    acts = [one.act for one in waiting.waiting(world.affairs, day("2026-05-26"))]
    assert "代表已评价，请向承办单位反馈" in acts


def test_the_first_page_says_how_the_suggestions_stand(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-25")
    assert "基数：您可以看到的已交办" not in home(client, world.affairs)
    a_dispatched(world)
    assert "基数：您可以看到的已交办1件；截至2026-06-25。" in home(client, world.affairs)
    assert "基数：" not in home(client, world.auditor)
