"""What of a deputy is not for everybody: phone and address, why a mandate rests."""

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.registry.congress import actions, queries
from tests.factories import a_capacity, acting
from tests.registry.conftest import NOW


def test_a_look_at_a_phone_by_staff_is_on_the_trail_ones_own_is_not(world):
    deputy = queries.deputy(world.mandates[0].deputy_id)
    assert actions.reveal_contact(deputy, actor=world.deputy, at=NOW)["phone"] == "13900000001"
    assert Event.objects.filter(action="reveal_contact").count() == 0
    actions.reveal_contact(deputy, actor=world.affairs, at=NOW)
    seen = Event.objects.get(action="reveal_contact")
    assert (seen.user_id, seen.subject_id, seen.label) == (world.affairs.user_id, deputy.pk, "查看联系方式")


def test_nobody_else_sees_a_phone(world):
    deputy = queries.deputy(world.mandates[0].deputy_id)
    others = (
        world.deputies[1],
        world.gov,
        world.officer["A14"],
        world.chairs,
        world.auditor,
        world.system_admin,
    )
    for actor in others:
        with pytest.raises(Refused) as refused:
            actions.reveal_contact(deputy, actor=actor, at=NOW)
        assert refused.value.why == "联系方式只对代表本人和人大代表工作机构开放"
    assert Event.objects.filter(action="reveal_contact").count() == 0


def test_the_page_masks_the_phone_until_it_is_asked_for(world, signed_in):
    pk = world.mandates[0].deputy_id
    client = signed_in(world.affairs)
    page = client.get(f"/congress/deputies/{pk}/").content.decode()
    assert ("139****0001" in page, "13900000001" in page) == (True, False)
    shown = client.post(f"/congress/deputies/{pk}/contact/")
    assert "13900000001" in shown.content.decode()
    assert shown["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert "13900000001" not in client.get(f"/congress/deputies/{pk}/").content.decode()


def test_another_deputys_request_for_a_phone_is_refused(world, signed_in):
    response = signed_in(world.deputies[1]).post(f"/congress/deputies/{world.mandates[0].deputy_id}/contact/")
    assert (response.status_code, "13900000001" in response.content.decode()) == (409, False)


def test_why_a_mandate_rests_is_read_by_the_office_and_the_deputy_only(world, signed_in):
    mandate = queries.mandate_to_change(world.affairs, world.mandates[1].pk)
    actions.suspend_mandate(mandate, actor=world.affairs, at=NOW, reason="detained", note="某号文书")
    own = a_capacity(User.objects.get(pk=mandate.deputy.user_id), Role.UNIT_OFFICER, world.units["A14"].pk)
    readers = (world.affairs, acting(own), world.deputies[0], world.gov, world.system_admin, world.auditor)
    shown = []
    for actor in readers:
        page = signed_in(actor).get(f"/congress/deputies/{mandate.deputy_id}/").content.decode()
        shown.append(("被羁押" in page, "暂停执行代表职务" in page))
    assert shown == [(True, True), (True, True), *[(False, True)] * 4]
