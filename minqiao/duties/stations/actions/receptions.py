"""Reception days: planned with a fair roster, announced, changed by leave and swaps, held or cancelled."""

from collections import Counter

from minqiao.duties.stations.choices import AHEAD, PlaceState, Rhythm
from minqiao.duties.stations.documents import reception_notice
from minqiao.duties.stations.models import Duty, Place, Reception
from minqiao.duties.stations.rules.people import by_keeper
from minqiao.duties.stations.rules.rhythm import first_of_months, market_days, monthly_days
from minqiao.duties.stations.rules.roster import roster
from minqiao.duties.stations.workflow import RECEPTION
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.actions import issue
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused


@act
def plan(place, *, actor, at, first, last, rhythm, per_day, starts_at, ends_at, day_of_month=15, every=False):
    """排班: the days of a stretch of time by the place's rhythm, deputies on duty as evenly as can be.

    Days planned before stay as they are, and count: who sat then sits later now.
    """
    freshen(place)  # of two who plan at once the second sees the days of the first
    _refuse_unfit(place, actor)
    people = sorted(place.deputy_ids)
    known = set(place.receptions.values_list("on", flat=True))
    days = [day for day in _days(place, rhythm, first, last, day_of_month, every) if day not in known]
    if not days:
        raise Refused("这段时间没有需要新排的接待日", action="plan")
    loads = Counter(
        Duty.objects.filter(reception__place=place, is_away=False).values_list("mandate", flat=True)
    )
    turns = roster(days, people, per_day, loads=loads)
    words = {"rhythm": rhythm, "starts_at": starts_at, "ends_at": ends_at}
    words["notice_days"] = value("station.notice_days", place=place.area_id, on=first)
    rows = Reception.objects.bulk_create(Reception(place=place, on=day, **words) for day in days)
    Duty.objects.bulk_create(
        Duty(reception=row, mandate_id=person) for row in rows for person in turns[row.on]
    )
    note = f"{days[0]}至{days[-1]}，{len(days)}次，每次{per_day}名代表"
    record(actor=actor, action="plan_receptions", label="接待排班", subject=place, at=at, note=note)
    return rows


def _refuse_unfit(place, actor):
    if why := by_keeper(actor, place):
        raise Refused(why, action="plan")
    if place.state in (PlaceState.CLOSED, PlaceState.APPLIED):
        raise Refused("站点还没有建成或者已经撤并，不能排班", action="plan")
    if not place.deputy_ids:
        raise Refused("还没有安排代表进站，请县级代工委先安排", action="plan")


def _days(place, rhythm, first, last, day_of_month, every):
    if rhythm == Rhythm.MONTHLY:
        return monthly_days(first, last, day_of_month, calendar())
    if not place.market:
        raise Refused("站点资料里没有赶集日，请先补上", action="plan")
    found = market_days(place.market, first, last)
    return found if every else first_of_months(found)


@act
def announce(reception, *, actor, at, topics=""):
    """公告, in time: on the public page, and as a paper to hang at the place."""
    on = local_day(at)
    take(RECEPTION, reception, "announce", actor=actor, at=at, announced_on=on, topics=topics)
    duties = _sitting(reception).select_related("mandate__deputy", "mandate__congress")
    paper = reception_notice(reception, list(duties), on=on)
    issue(paper, kind="reception_notice", subject=reception, case=reception, actor=actor, at=at)
    _changed(reception, at)
    return reception


@act
def ask_leave(reception, *, actor, at, mandate, reason):
    """请假 with the reason; the place then swaps somebody in, or receives with fewer."""
    take(RECEPTION, reception, "ask_leave", actor=actor, at=at, note=f"{mandate}：{reason}")
    if not _sitting(reception).filter(mandate=mandate).update(is_away=True, reason=reason):
        raise Refused(f"{mandate}不在这次值班名单中", action="ask_leave")
    _changed(reception, at)
    return reception


@act
def swap(reception, *, actor, at, mandate, instead):
    """换班: `instead` sits here; where he sits on another day ahead at this place, `mandate` sits there."""
    take(RECEPTION, reception, "swap", actor=actor, at=at, note=f"{mandate}换为{instead}")
    if instead.pk in reception.on_duty_ids:
        raise Refused(f"{instead}这次已经值班", action="swap")
    mine = reception.duties.filter(mandate=mandate)
    if not mine.exists():
        raise Refused(f"{mandate}不在这次值班名单中", action="swap")
    reception.duties.filter(mandate=instead).delete()
    was_away = mine.filter(is_away=True).exists()
    mine.update(mandate=instead, is_away=False, reason="")
    ahead = Duty.objects.filter(
        reception__place_id=reception.place_id, reception__state__in=AHEAD, mandate=instead
    )
    ahead = ahead.exclude(reception=reception).exclude(reception__duties__mandate=mandate)
    theirs = ahead.filter(reception__on__gte=local_day(at)).order_by("reception__on").first()
    if theirs and not was_away:
        Duty.objects.filter(pk=theirs.pk).update(mandate=mandate)
    _changed(reception, at)
    return reception


@act
def hold(reception, *, actor, at, visitors, summary=""):
    """登记接待情况: how many came; what they said is in the opinions."""
    take(RECEPTION, reception, "hold", actor=actor, at=at, visitors=visitors, summary=summary)
    return reception


@act
def cancel(reception, *, actor, at, note):
    """取消, with the reason; the public page says so."""
    take(RECEPTION, reception, "cancel", actor=actor, at=at, note=note, reason=note)
    _changed(reception, at)
    return reception


def _sitting(reception):
    return reception.duties.filter(is_away=False)


def _changed(reception, at):
    """What is remembered of the reception is read anew; copies of the place's public page end."""
    reception.__dict__.pop("_on_duty_ids", None)
    Place.objects.filter(pk=reception.place_id).update(changed_at=at)
