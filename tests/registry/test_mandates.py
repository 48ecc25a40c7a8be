"""Mandates: who may change them, and that the rights follow at once."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity
from minqiao.foundation.accounts.queries import actor_for
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit.actor import NOBODY, Actor
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, queries
from minqiao.registry.congress.models import Congress, Deputy, Mandate
from minqiao.registry.congress.rules import OWN_ROLES
from minqiao.registry.congress.workflow import MANDATE
from tests.factories import a_capacity, a_user, acting, at, day
from tests.registry.conftest import NOW

TODAY = day("2026-06-01")


def changing(actor, mandate):
    """The mandate as its pages load it."""
    return queries.mandate_to_change(actor, mandate.pk)


def acts_for(mandate, today=TODAY):
    """The roles in which the deputy's account may act today for this mandate."""
    held = Capacity.objects.valid_on(today).filter(user=mandate.deputy.user, scope_id=mandate.pk)
    return sorted(held.filter(role__in=OWN_ROLES).values_list("role", flat=True))


def suspend(world, mandate):
    found = changing(world.affairs, mandate)
    return actions.suspend_mandate(found, actor=world.affairs, at=NOW, reason="detained", note="某号文书")


def end(world, mandate, ended_on=TODAY):
    found = changing(world.affairs, mandate)
    return actions.end_mandate(found, actor=world.affairs, at=NOW, reason="resigned", ended_on=ended_on)


class Seat:
    """A mandate on paper."""

    def __init__(self, state, keeper_ids=frozenset({1})):
        self.pk, self.state, self.keeper_ids = 7, state, keeper_ids

    def get_state_display(self):
        return self.state


STAFF = Actor(user_id=1, role=Role.DEPUTY_AFFAIRS, realm_id=1)


@pytest.mark.parametrize("state", ["active", "suspended", "ended"])
@pytest.mark.parametrize("role", Role.values)
def test_only_deputy_affairs_may_step_and_only_as_the_table_says(state, role):
    actor = Actor(user_id=1, role=role, realm_id=1)
    expected = {"active": ["suspend_mandate", "end_mandate"], "suspended": ["resume_mandate", "end_mandate"]}
    steps = [step.action for step in MANDATE.open_to(actor, Seat(state), TODAY)]
    assert steps == (expected.get(state, []) if role == Role.DEPUTY_AFFAIRS else [])


def test_another_congress_and_ones_own_mandate_are_refused_with_the_reason():
    stranger = Seat("active", frozenset())
    assert MANDATE.refusal("end_mandate", STAFF, stranger, TODAY) == "这一代表资格不在本级人大登记范围内"
    both = Actor(user_id=1, role=Role.DEPUTY_AFFAIRS, realm_id=1, selves=frozenset({("committee_member", 7)}))
    assert MANDATE.refusal("end_mandate", both, Seat("active"), TODAY) == "不能登记本人代表资格的变动"


def test_a_suspended_deputy_cannot_act_from_that_moment(world):
    mandate, user = world.mandates[0], world.mandates[0].deputy.user
    suspend(world, mandate)
    assert acts_for(mandate) == []
    assert actor_for(user.pk, TODAY) == NOBODY
    mandate.refresh_from_db()
    assert (mandate.state, mandate.state_reason) == (
        "suspended",
        "因刑事案件被羁押，正在受侦查、起诉、审判（某号文书）",
    )


def test_a_resumed_deputy_acts_again(world):
    mandate = world.mandates[0]
    suspend(world, mandate)
    actions.resume_mandate(changing(world.affairs, mandate), actor=world.affairs, at=NOW, note="不起诉决定")
    assert acts_for(mandate) == ["deputy"]


def test_an_ended_mandate_takes_every_right_that_hung_on_it_and_no_other(world):
    mandate = world.mandates[0]
    user = mandate.deputy.user
    a_capacity(user, Role.COMMITTEE_MEMBER, mandate.pk, world.congress.pk)
    post = a_capacity(user, Role.UNIT_PRINCIPAL, world.units["A14"].pk, world.congress.pk)
    end(world, mandate)
    assert acts_for(mandate) == []
    assert actor_for(user.pk, TODAY).capacity_id == post.pk
    mandate.refresh_from_db()
    assert (mandate.state, mandate.ended_on, mandate.state_reason) == ("ended", TODAY, "辞职被接受")


def test_a_suspended_mandate_may_end(world):
    suspend(world, world.mandates[0])
    end(world, world.mandates[0])
    assert acts_for(world.mandates[0]) == []


def test_what_has_ended_stays_ended(world):
    pk = world.mandates[0].pk
    stale = queries.mandate(pk)
    end(world, world.mandates[0])
    for act in (suspend, end):
        with pytest.raises(Refused) as refused:
            act(world, world.mandates[0])
        assert refused.value.why.startswith("当前环节是“代表资格终止”")
    for known, why in (
        (queries.mandate(pk), "代表资格已终止，不能再修改"),
        (stale, "他人刚刚登记了变动，请刷新后再试"),
    ):
        with pytest.raises(Refused) as refused:
            actions.change_mandate(known, actor=world.affairs, at=NOW, certificate_no="9")
        assert refused.value.why == why
    assert queries.mandate(pk).certificate_no == "3-001"


@pytest.mark.parametrize(
    ("ended_on", "why"),
    [
        (dt.date(2026, 6, 2), "终止日不能晚于今天：到日再登记"),
        (dt.date(2021, 12, 31), "终止日不能早于代表资格的起始日"),
    ],
)
def test_a_mandate_ends_on_a_day_that_can_be(world, ended_on, why):
    with pytest.raises(Refused) as refused:
        end(world, world.mandates[0], ended_on)
    assert refused.value.why == why
    assert acts_for(world.mandates[0]) == ["deputy"]


def test_two_clerks_cannot_both_register(world):
    first, second = (changing(world.affairs, world.mandates[0]) for _ in range(2))
    actions.suspend_mandate(first, actor=world.affairs, at=NOW, reason="serving")
    with pytest.raises(Refused) as refused:
        actions.end_mandate(second, actor=world.affairs, at=NOW, reason="moved", ended_on=TODAY)
    assert refused.value.why == "他人刚刚登记了变动，请刷新后再试"
    assert Event.objects.filter(action="end_mandate").exists() is False


def test_every_change_is_on_the_deputys_trail(world):
    mandate = world.mandates[0]
    suspend(world, mandate)
    actions.resume_mandate(changing(world.affairs, mandate), actor=world.affairs, at=NOW, note="不起诉决定")
    end(world, mandate)
    events = Event.objects.filter(case_type="congress.deputy", case_id=mandate.deputy_id).order_by("seq")
    assert list(events.values_list("label", "from_state", "to_state", "user_id")) == [
        ("暂停执行代表职务", "active", "suspended", world.affairs.user_id),
        ("恢复执行代表职务", "suspended", "active", world.affairs.user_id),
        ("终止代表资格", "active", "ended", world.affairs.user_id),
    ]
    assert fault_in_trail() == ""


def test_joining_and_leaving_the_standing_committee_moves_the_rights(world):
    mandate = queries.mandate(world.mandates[0].pk)
    actions.change_mandate(mandate, actor=world.affairs, at=NOW, is_committee_member=True)
    assert acts_for(mandate) == ["committee_member", "deputy"]
    actions.change_mandate(mandate, actor=world.affairs, at=at("2026-06-02"), is_committee_member=False)
    assert acts_for(mandate, day("2026-06-02")) == ["deputy"]


def test_a_member_elected_while_suspended_gets_the_right_only_when_resumed(world):
    mandate = world.mandates[0]
    suspend(world, mandate)
    actions.change_mandate(queries.mandate(mandate.pk), actor=world.affairs, at=NOW, is_committee_member=True)
    assert acts_for(mandate) == []
    actions.resume_mandate(changing(world.affairs, mandate), actor=world.affairs, at=NOW, note="不起诉")
    assert acts_for(mandate) == ["committee_member", "deputy"]


def test_one_deputy_holds_mandates_at_two_levels_and_loses_one(world, county):
    deputy = world.mandates[0].deputy
    actions.grant_mandate(deputy, county, actor=world.affairs, at=NOW, certificate_no="D-1")
    lower = Mandate.objects.get(congress=county)
    assert (acts_for(lower), lower.starts_on) == (["deputy"], county.starts_on)
    end(world, world.mandates[0])
    assert (acts_for(world.mandates[0]), acts_for(lower)) == ([], ["deputy"])


def test_a_mandate_is_granted_once_and_a_certificate_belongs_to_one(world):
    first, second = world.mandates[0].deputy, Deputy.objects.create(code="S9", name="另一位")
    cases = (
        (first, "77", "代表1已有毕节市第三届人民代表大会的代表资格"),
        (second, "3-001", "代表证号3-001已属于另一位代表"),
    )
    for deputy, number, why in cases:
        with pytest.raises(Refused) as refused:
            actions.grant_mandate(deputy, world.congress, actor=world.affairs, at=NOW, certificate_no=number)
        assert refused.value.why == why


def test_an_account_linked_later_gets_the_standing_rights(world):
    mandate = world.mandates[0]
    deputy = Deputy.objects.create(code="S9", name="另一位")
    seat = actions.grant_mandate(deputy, world.congress, actor=world.affairs, at=NOW, certificate_no="77")
    user = a_user("linghui")
    actions.link_account(deputy, "linghui", actor=world.affairs, at=NOW)
    assert [row.role for row in user.capacities.all()] == ["deputy"]
    assert user.capacities.get().scope_id == seat.pk
    for username, why in (
        ("nobody", "没有用户名为“nobody”的账号，请先由系统管理员开立"),
        ("affairs", "不能把代表关联到本人的账号"),
        (mandate.deputy.user.username, "这个账号已经关联另一位代表"),
    ):
        with pytest.raises(Refused) as refused:
            actions.link_account(deputy, username, actor=world.affairs, at=NOW)
        assert refused.value.why == why


def test_a_city_office_keeps_all_levels_a_county_office_its_own(world, county, province):
    below = acting(a_capacity(a_user("xian"), Role.DEPUTY_AFFAIRS, county.pk, county.pk))
    everything = set(Congress.objects.values_list("pk", flat=True))
    assert (
        queries.managed_congress_ids(world.affairs)
        == everything
        == {world.congress.pk, county.pk, province.pk}
    )
    assert queries.managed_congress_ids(below) == {county.pk}
    with pytest.raises(Refused) as refused:
        actions.suspend_mandate(changing(below, world.mandates[0]), actor=below, at=NOW, reason="detained")
    assert refused.value.why == "这一代表资格不在本级人大登记范围内"
