"""Inspections: two sheets, the middle of both, stars without any ranking; guards of a model place."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

FULL = 100
SHEETS = 2
STARS = ((95, 5), (85, 4), (75, 3), (65, 2), (60, 1))  # from so many points, so many stars
MONTH = dt.timedelta(days=31)


def fault_in_points(points, most):
    """Why these points ({line: points}) cannot stand beside the most each line gives, or ""."""
    missing = len(set(most) - set(points))
    if missing:
        return f"还有{missing}项没有打分"
    over = [line for line, given in points.items() if given > most[line] or given < 0]
    return f"有{len(over)}项超过分值" if over else ""


def middle(totals):
    """The result of two sheets, with one decimal."""
    return (Decimal(sum(totals)) / len(totals)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def stars_for(result):
    """How many stars a result is worth; none below sixty."""
    return next((stars for least, stars in STARS if result >= least), 0)


def has_both_sheets(actor, inspection):
    count = len(inspection.sheets.all())
    return "" if count >= SHEETS else f"须有两名检查人各自打分，现有{count}份"


def is_not_full(actor, inspection):
    return "已有两名检查人打分" if len(inspection.sheets.all()) >= SHEETS else ""


def has_free_slot(actor, place):
    """Each county has so many model places of a kind."""
    if not place.kind.model_slots:
        return f"{place.kind}不评示范站点"
    taken = place.slots_taken
    return (
        f"本县区{place.kind}示范名额{place.kind.model_slots}个已满" if taken >= place.kind.model_slots else ""
    )


def received_lately(place, on):
    """No reception in so many months (rule station.model_months): cannot be nominated."""
    since = on - MONTH * place.model_months
    held = place.last_held_on
    return "" if held and held >= since else f"最近{place.model_months}个月没有接待记录，不能申报示范"
