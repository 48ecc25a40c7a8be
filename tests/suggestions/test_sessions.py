"""Which session an item belongs to: the one that sat when it was raised; a batch to that of its items.

The session of the stage sits from 3 to 8 March 2026.
"""

import pytest

from minqiao.duties.suggestions.actions import drafting, office
from minqiao.duties.suggestions.choices import Kind
from tests.factories import a_draft, a_registered, at, day

pytestmark = pytest.mark.django_db
SAID = {"title": "审议发言", "facts": "发言", "meeting": "二团", "report_debated": "政府工作报告"}
WRITTEN = {"title": "审议发言", "topic": "urban", "requests": ["修路"]}


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("2026-03-02", "3-闭2026-001"),
        ("2026-03-03", "3-5-001"),
        ("2026-03-08", "3-5-001"),
        ("2026-03-09", "3-闭2026-001"),
    ],
)
def test_a_suggestion_belongs_to_the_session_that_sits_when_it_is_handed_in(world, on, number):
    assert a_registered(world, submitted=on).number == number


@pytest.mark.parametrize(
    ("said", "confirmed", "number"),
    [
        ("2026-03-08", "2026-03-08", "3-5-审001"),
        ("2026-03-08", "2026-03-12", "3-5-审001"),  # confirmed when everybody has gone home
        ("2026-06-04", "2026-06-08", "3-闭2026-审001"),  # said in the standing committee
    ],
)
def test_a_remark_belongs_to_the_session_it_was_said_in(world, said, confirmed, number):
    signer, kind = world.mandates[0], Kind.REVIEW_REMARK
    found = drafting.draft(actor=world.affairs, at=at(said), signer=signer, kind=kind, **SAID)
    office.sort(found, actor=world.affairs, at=at(confirmed), **WRITTEN)
    drafting.confirm_remark(found, actor=world.deputy, at=at(f"{confirmed} 10:00"))
    assert office.register(found, actor=world.affairs, at=at(f"{confirmed} 11:00")).number == number


def test_a_batch_is_of_the_session_of_its_items(world):
    inside = a_registered(world)
    outside = a_registered(world, submitted="2026-03-09", title="闭会期间的建议")
    facts = {"actor": world.affairs, "at": at("2026-03-19")}
    batch = office.prepare_batch(congress=world.congress, name="一", suggestions=[inside], **facts)
    assert batch.session == world.session
    office.add_items(batch, suggestions=[outside], **facts)
    assert batch.session is None
    office.remove_items(batch, suggestions=[outside], **facts)
    assert batch.session == world.session
    office.issue_batch(batch, actor=world.affairs, at=at("2026-03-20"), assigned_on=day("2026-03-20"))
    batch.refresh_from_db()
    assert batch.session == world.session


def test_a_draft_belongs_to_none_yet(world):
    assert a_draft(world).session is None
