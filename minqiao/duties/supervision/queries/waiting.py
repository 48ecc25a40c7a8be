"""What waits for an actor in this room: one table says which state waits for whom, the workflow decides."""

from django.db.models import F
from django.urls import reverse

from minqiao.duties.supervision.choices import ChaseState, CheckState, ProblemState
from minqiao.duties.supervision.models import Chase, Counterpart, DelegatedCheck, Inquiry, KeyItem
from minqiao.duties.supervision.queries.chasing import ladder
from minqiao.duties.supervision.queries.items import RELATED
from minqiao.duties.supervision.queries.people import know_signers
from minqiao.duties.supervision.rules.duties import OF_INQUIRIES, OF_ITEMS, WAITS
from minqiao.duties.supervision.workflow import INQUIRY, KEY_ITEM
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.kit.mechanism import LOOKED_AT, Waiting
from minqiao.kit.workflow import act_that_waits


def waiting(actor, today):
    """All acts that wait for the actor in this room."""
    return [
        *_of_items(actor, today),
        *_of_checks(actor),
        *_of_chases(actor),
        *_of_inquiries(actor, today),
        *_of_the_office(actor, today),
    ]


def _of_items(actor, today):
    duties = [duty for duty in OF_ITEMS if actor.role in duty.roles]
    if not duties:
        return
    rows = KeyItem.objects.visible_to(actor).filter(state__in={duty.state for duty in duties})
    rows = rows.select_related(*RELATED).prefetch_related("problems", "visits", "members")
    items = list(rows.order_by(F("report_due_on").asc(nulls_last=True), "pk")[:LOOKED_AT])
    if actor.also_as(Role.DEPUTY):
        know_signers(items)
    for row in items:
        if action := act_that_waits(KEY_ITEM, duties, actor, row, today):
            yield from _item(action, row)


def _item(action, row):
    """The act with the date that counts for it; an activity waits only where one is planned."""
    due_on, note = row.report_due_on, ""
    if action == "record_visit":
        ahead = [one for one in row.visits.all() if one.held_on is None]
        if not ahead:
            return
        first = min(ahead, key=lambda one: one.on or one.planned_on)
        due_on, note = first.on or first.planned_on, f"{first.get_way_display()}：{first.text}"
    if action in ("answer_problem", "settle_problem"):
        state = ProblemState.OPEN if action == "answer_problem" else ProblemState.ANSWERED
        mine = [one for one in row.problems.all() if one.state == state]
        due_on, note = min(one.due_on for one in mine), f"{len(mine)}个问题"
    yield Waiting(
        act=WAITS[action],
        title=row.title,
        number=row.number,
        url=reverse("supervision:item_step", args=[row.pk, action]),
        due_on=due_on,
        note=note,
    )


def _of_checks(actor):
    """Checks to make for the city, and results to take in."""
    if actor.role not in (Role.DEPUTY_AFFAIRS, Role.SPECIAL_COMMITTEE):
        return
    rows = DelegatedCheck.objects.visible_to(actor).select_related("suggestion", "asked_of")
    rows = rows.filter(state__in=[CheckState.ASKED, CheckState.CHECKED])
    for row in rows.order_by("due_on", "pk")[:LOOKED_AT]:
        to_make = row.state == CheckState.ASKED
        mine = row.asked_of_id == actor.realm_id if to_make else row.committee_id == actor.scope_id
        if mine and (to_make or actor.role == Role.SPECIAL_COMMITTEE):
            action = "record_check" if to_make else "take_in"
            yield Waiting(
                act=WAITS[action],
                title=row.title,
                number=row.number,
                url=reverse("supervision:check_step", args=[row.pk, action]),
                due_on=row.due_on if to_make else None,
                note="" if to_make else row.asked_of.standing_committee,
            )


def _of_chases(actor):
    """Chasers that the unit has to answer."""
    if actor.role not in UNIT_ROLES:
        return
    rows = Chase.objects.filter(unit_id=actor.scope_id, state=ChaseState.ISSUED)
    for row in rows.order_by("answer_by", "pk")[:LOOKED_AT]:
        yield Waiting(
            act=WAITS["answer_chase"],
            title=str(row),
            url=reverse("supervision:chase_step", args=[row.pk, "answer_chase"]),
            due_on=row.answer_by,
        )


def _of_inquiries(actor, today):
    """What the committee has to enter after a meeting, what a unit found wanting has to report."""
    duties = [duty for duty in OF_INQUIRIES if actor.role in duty.roles]
    if not duties:
        return
    rows = Inquiry.objects.visible_to(actor).filter(state__in={duty.state for duty in duties})
    for row in rows.prefetch_related("units").order_by("planned_on", "pk")[:LOOKED_AT]:
        if action := act_that_waits(INQUIRY, duties, actor, row, today):
            yield Waiting(
                act=WAITS[action],
                title=row.title,
                url=reverse("supervision:inquiry_step", args=[row.pk, action]),
                due_on=row.mend_by if action == "report_mended" else None,
            )


def _of_the_office(actor, today):
    """What may be chased, and suggestions no committee was found for: one line each."""
    if actor.role not in (Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE):
        return
    found = ladder(actor, today)
    if found.notices or found.circular:
        units = len({unit for unit, _ in found.notices})
        words = [f"{units}个单位可以催办"] if units else []
        words += [f"{len(found.circular)}件可以通报"] if found.circular else []
        yield Waiting(act=WAITS["chase"], title="，".join(words), url=reverse("supervision:chasing"))
    if actor.role == Role.DEPUTY_AFFAIRS:
        left = Counterpart.objects.visible_to(actor).filter(committee=None).count()
        if left:
            url = reverse("supervision:counterparts") + "?committee=none"
            yield Waiting(act=WAITS["change_committee"], title=f"{left}件建议没有找到对口的委员会", url=url)
