"""The figures of the first page open exactly the rows behind them."""

import pytest

from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.queries.lists import suggestions
from tests.factories import a_dispatched, a_registered, a_replied, an_assigned, an_evaluated, day

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
