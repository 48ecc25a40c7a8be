"""What is in order of a reception."""

import datetime as dt


def early_enough(reception, on):
    """Announced so many days before (rule station.notice_days)."""
    last = reception.on - dt.timedelta(days=reception.notice_days)
    return f"应当在{last}前公告（提前{reception.notice_days}天），请改期或者取消" if on > last else ""


def has_come(reception, on):
    """What is held has come."""
    return f"接待日是{reception.on}，还没有到" if on < reception.on else ""


def is_ahead(reception, on):
    return f"接待日{reception.on}已经过去" if on > reception.on else ""


def has_somebody(actor, reception):
    """Somebody sits there."""
    return "" if reception.on_duty_ids else "没有代表值班，请先换班安排代表"
