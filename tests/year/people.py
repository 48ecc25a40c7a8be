"""Everybody who lives the year: a congress with its session of 2025, deputies, units, offices."""

import datetime as dt

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.rulebook.actions import change_rule
from minqiao.registry.congress.models import Delegation, Session
from minqiao.registry.units.models import Unit
from tests.factories import a_capacity, a_court, a_mandate, a_user, a_world, acting
from tests.supervision.stages import ready
from tests.year.fates import CLOSES, FIRST, OPENS

KINDS = (
    ("officer", Role.UNIT_OFFICER),
    ("head", Role.UNIT_DEPUTY_HEAD),
    ("principal", Role.UNIT_PRINCIPAL),
)
AUTUMN = dt.date(2025, 9, 1)
DELEGATIONS = ("大方代表团", "织金代表团", "纳雍代表团")


def people(deputies, units):
    """The world of the factories, with so many deputies and units, at the beginning of the year."""
    world = ready(a_world(deputies=1))
    realm = world.congress.pk
    world.session = Session.objects.create(
        congress=world.congress,
        number=4,
        name="毕节市第三届人民代表大会第四次会议",
        opens_on=OPENS,
        closes_on=CLOSES,
    )
    rows = [Delegation(congress=world.congress, name=name) for name in DELEGATIONS]
    world.delegations = Delegation.objects.bulk_create(rows)
    for number in range(2, deputies + 1):
        _deputy(world, number, realm)
    for number in range(len(world.units) + 1, units + 1):
        _unit(world, f"B{number:02}", realm)
    world.court = a_court(world)
    _from_september(world, "chairs_agree_inter_session", True)
    _from_september(world, "disclosure.reviewer", "both")
    world.by_unit = {unit.pk: code for code, unit in world.units.items()}
    world.by_session = {session.pk: session for session in Session.objects.all()}
    world.by_delegation = {one.pk: one for one in [world.delegation, *world.delegations]}
    world.by_mandate = {mandate.pk: mandate for mandate in world.mandates}
    world.by_seat = {actor.scope_id: actor for actor in world.deputies}
    for user in User.objects.order_by("pk")[::4]:  # the others read their messages here
        User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.test")
    return world


def _from_september(world, key, value):
    """From the autumn on another rule stands: the chairs' council agrees, the government reviews too."""
    change_rule(
        key=key, value=value, unit="", level="city", place=world.area.pk,
        basis="本市办法", source="2025年", valid_from=AUTUMN, actor=world.affairs, at=moment(AUTUMN, 0),
    )  # fmt: skip


def _deputy(world, number, realm):
    mandate = a_mandate(world.congress, number, world.delegations[number % len(DELEGATIONS)])
    mandate.deputy.user = a_user(f"daibiao{number}", mandate.deputy.name)
    mandate.deputy.save(update_fields=["user"])
    world.mandates.append(mandate)
    world.deputies.append(acting(a_capacity(mandate.deputy.user, Role.DEPUTY, mandate.pk, realm), str(FIRST)))


def _unit(world, code, realm):
    unit = Unit.objects.create(
        code=code, name=f"毕节市{code}局", short_name=f"市{code}局", kind="government", reply_word=f"毕{code}"
    )
    world.units[code] = unit
    for kind, role in KINDS:
        user = a_user(f"{kind}-{code}", f"{code}{kind}")
        getattr(world, kind)[code] = acting(a_capacity(user, role, unit.pk, realm), str(FIRST))


def moment(day, minute):
    """A moment of a day, the acts of a day one minute apart from nine o'clock on."""
    return dt.datetime.combine(day, dt.time(9), _ZONE) + dt.timedelta(seconds=20 * minute)


_ZONE = dt.timezone(dt.timedelta(hours=8))
