"""Writing one row of the register's spreadsheet: the person and the mandate, by 代表编号 and 人大."""

from minqiao.foundation.trail.actions import act
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.actions.mandates import alter, begin, note_new_mandate
from minqiao.registry.congress.actions.people import note_new_person, write_person
from minqiao.registry.congress.choices import MandateState
from minqiao.registry.congress.models import Deputy, Mandate
from minqiao.registry.congress.queries import reading
from minqiao.registry.congress.rules import by_keeper

PERSON = ("name", "sex", "nationality", "birth_year", "post", "phone", "address")
PENDING = -1  # a certificate given to somebody who is not written yet
SEAT = ("certificate_no", "is_committee_member", "is_chairs_council", "starts_on")


@act
def save_deputy_row(data, *, actor, at, lookups):
    """Write one row: "created", "updated" or "unchanged". Judged before anything is written."""
    known, mandate, seat, why = _judged(data, actor, lookups)
    if why:
        raise Refused(why)
    deputy = known or Deputy(code=data["code"])
    changed = write_person(deputy, _person(data), actor=actor, at=at)
    if mandate:
        changed += alter(mandate, seat, actor=actor, at=at)
    else:
        mandate = begin(Mandate(deputy=deputy, congress=data["congress"], **seat), actor=actor, at=at)
        changed.append("代表资格")
    lookups.deputies[deputy.code] = deputy
    lookups.keep(mandate)
    return "created" if known is None else "updated" if changed else "unchanged"


@act
def save_deputy_rows(rows, *, actor, at, lookups):
    """Write many rows: people nobody knew yet in two statements, the others one by one."""
    outcomes, new = [], {}
    for data in rows:
        if data["code"] in new:
            _write_new(new, actor, at, lookups)
        known, _, seat, why = _judged(data, actor, lookups)
        if why:
            outcomes.append(Refused(why))
        elif known:
            outcomes.append(save_deputy_row(data, actor=actor, at=at, lookups=lookups))
        else:
            new[data["code"]] = _newcomer(data, seat)
            lookups.certificates[(data["congress"].pk, seat["certificate_no"])] = PENDING
            outcomes.append("created")
    _write_new(new, actor, at, lookups)
    return outcomes


def _newcomer(data, seat):
    """A deputy and a mandate, not yet written. Without an account there are no rights to give."""
    deputy = Deputy(code=data["code"], **_person(data))
    deputy.pinyin, deputy.initials = reading(deputy.name)
    return deputy, Mandate(congress=data["congress"], **seat)


def _write_new(new, actor, at, lookups):
    Deputy.objects.bulk_create([deputy for deputy, _ in new.values()])
    for deputy, mandate in new.values():
        mandate.deputy = deputy
    Mandate.objects.bulk_create([mandate for _, mandate in new.values()])
    for deputy, mandate in new.values():
        note_new_person(deputy, actor=actor, at=at)
        note_new_mandate(mandate, actor=actor, at=at)
        lookups.deputies[deputy.code] = deputy
        lookups.keep(mandate)
    new.clear()


def _judged(data, actor, lookups):
    """The deputy and mandate there are, the mandate's new values, and why not (or "")."""
    known = lookups.deputies.get(data["code"])
    mandate = lookups.mandates.get((known.pk, data["congress"].pk)) if known else None
    seat = _seat(data, mandate)
    return known, mandate, seat, _objection(data, known, mandate, seat, actor, lookups)


def _person(data):
    """The person's given values; a masked phone or address means: as it was."""
    return {name: data[name] for name in PERSON if name in data and not _is_masked(name, data[name])}


def _is_masked(name, value):
    return name in ("phone", "address") and "*" in value


def _seat(data, mandate):
    """The mandate's given values, with the defaults of a new one."""
    seat = {name: data[name] for name in SEAT if data.get(name) is not None}
    for column, name in (("delegation", "delegation_id"), ("area", "area_id")):
        if column in data:
            seat[name] = data[column] or None
    if mandate is None:
        seat["certificate_no"] = seat.get("certificate_no") or data["code"]
        seat.setdefault("starts_on", data["congress"].starts_on)
    elif not seat.get("certificate_no"):
        seat.pop("certificate_no", None)
    return seat


def _objection(data, known, mandate, seat, actor, lookups):
    """Why the row cannot be written as it stands, or ""."""
    congress = data["congress"]
    holder = lookups.certificates.get((congress.pk, seat.get("certificate_no")))
    if actor.role == "deputy_affairs" and not lookups.manages(actor, congress.pk):
        return f"{congress}的代表不由本机构登记"
    if known and known.name != data["name"]:
        return f"编号{known.code}已登记为“{known.name}”，与本行姓名不同；更名请在代表页面办理"
    if holder and (known is None or holder != known.pk):
        return f"代表证号{seat['certificate_no']}已属于另一位代表"
    if mandate and mandate.state == MandateState.ENDED and _differs(mandate, seat):
        return "代表资格已终止，不能再修改"
    return by_keeper(actor)


def _differs(mandate, seat):
    return any(getattr(mandate, name) != value for name, value in seat.items())
