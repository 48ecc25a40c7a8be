"""Who may enter, attach and take down, and what an import may touch."""

import pytest

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.models import Suggestion
from minqiao.kit.workflow import Refused
from tests.factories import TEXT, a_draft, at

pytestmark = pytest.mark.django_db
AT = at("2026-03-05")


def entered(world, **words):
    """What importing one row for the first deputy answers, and the rows of that title in their states."""
    data = TEXT | {"signer": world.mandates[0].certificate_no} | words
    answer = drafting.enter_row(data, actor=world.affairs, at=AT)
    return answer, [(row.is_paper, row.state) for row in Suggestion.objects.order_by("pk")]


def test_an_import_never_touches_a_deputys_own_draft(world):
    own = a_draft(world, facts="代表自己写的案由")
    assert entered(world) == ("created", [(False, "draft"), (True, "draft")])
    own.refresh_from_db()
    assert own.facts == "代表自己写的案由"


def test_an_import_finds_what_the_office_entered_until_it_is_handed_in(world):
    first = [(True, "draft")]
    assert entered(world) == ("created", first)
    assert entered(world) == ("unchanged", first)
    assert entered(world, facts="另一个案由") == ("updated", first)
    drafting.submit(Suggestion.objects.get(), actor=world.affairs, at=AT)
    with pytest.raises(Refused, match="不能修改"):
        entered(world, facts="第三个案由")


def test_an_import_begins_anew_after_a_discarded_draft(world):
    entered(world)
    drafting.discard(Suggestion.objects.get(), actor=world.affairs, at=AT)
    assert entered(world) == ("created", [(True, "withdrawn"), (True, "draft")])
