"""What the deputy disputes counts for nothing: no letter goes out on it. Who sees a hidden proposer."""

import pytest

from minqiao.duties.suggestions.actions import drafting, handling, replying
from minqiao.duties.suggestions.queries.lists import listed, suggestions, words_of
from minqiao.kit.workflow import Refused
from tests.factories import a_contact, a_dispatched, a_draft, at, day, to_signing

pytestmark = pytest.mark.django_db


def in_signing(world):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    logged = a_contact(world, row)
    return to_signing(world, row), logged


def answered(world, row, contact, state):
    words = {"contact": contact, "state": state, "deputy_words": ""}
    return handling.confirm_contact(row, actor=world.deputy, at=at("2026-05-21"), **words)


def test_a_disputed_contact_is_none_a_new_one_counts(world):
    row, logged = in_signing(world)
    answered(world, row, logged, "disputed")
    assert row.first_contact_on is None
    with pytest.raises(Refused, match="代表有异议的不算"):
        replying.issue(row, actor=world.principal["A14"], at=at("2026-05-22"))
    a_contact(world, row, "2026-05-22")
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-22"))
    assert (row.state, row.first_contact_on) == ("replied", day("2026-05-22"))


def test_another_record_still_counts(world):
    row, logged = in_signing(world)
    a_contact(world, row, "2026-05-08")
    answered(world, row, logged, "disputed")
    assert row.first_contact_on == day("2026-05-08")


@pytest.mark.parametrize("state", ["waiting", "confirmed"])
def test_what_is_confirmed_or_not_answered_yet_counts(world, state):
    row, logged = in_signing(world)
    if state == "confirmed":
        answered(world, row, logged, state)
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-22"))
    assert row.first_contact_on == day("2026-04-02")


def seen_by(actor, params):
    on = day("2026-06-01")
    return [words_of(row, actor, on)["proposer"] for row in suggestions(actor, params, on)]


def test_a_co_signer_of_a_confidential_item_sees_in_the_list_what_the_lead_signer_sees(world):
    found = a_draft(world, request_confidential=True)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    found.__dict__.pop("_signer_ids", None)
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    type(found).objects.filter(pk=found.pk).update(
        state="assigned", assigned_on=day("2026-03-20"), due_on=day("2026-06-22")
    )
    on = day("2026-06-01")
    for actor, wanted in (
        (world.deputy, "代表1"),
        (world.deputies[1], "代表1"),
        (world.deputies[2], "（保密）"),
    ):
        assert seen_by(actor, {}) == seen_by(actor, {"state": "assigned"}) == [wanted]
        rows = listed(actor, {}, on).rows(0, 5)
        assert [words_of(row, actor, on)["proposer"] for row in rows] == [wanted]
