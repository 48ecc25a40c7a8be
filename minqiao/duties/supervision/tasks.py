"""What the clock does in this room: find each suggestion its committee; remind of the dates of plans."""

from minqiao.duties.supervision.actions.counterparts import assign_counterparts
from minqiao.duties.supervision.actions.reminding import remind
from minqiao.duties.supervision.queries import reminding as due
from minqiao.kit.clock import local_day


def match_committees(now):
    """Every dispatched suggestion gets the committee that oversees it. Safe to run twice."""
    made = assign_counterparts(at=now)
    return [f"督办：确定对口督办机构{made}件"] if made else []


def _item(row):
    return getattr(row, "item", row)


# What comes due: the act, the rows, their date, the case they belong to.
DATES = (
    ("remind_visit", due.visits_to_remind, lambda row: row.on or row.planned_on, _item),
    ("remind_problem", due.problems_to_remind, lambda row: row.due_on, _item),
    ("remind_report", due.reports_to_remind, lambda row: row.report_due_on, _item),
    ("remind_check", due.checks_to_remind, lambda row: row.due_on, _item),
    ("remind_mending", due.mendings_to_remind, lambda row: row.mend_by, _item),
)


def remind_of_plans(now):
    """Remind once when a date is three days away, once when it has passed. Safe to run twice."""
    today, sent = local_day(now), 0
    for action, find, date_of, case_of in DATES:
        for row in list(find(today)):
            day = date_of(row)
            key, words = (due.LATE, f"{day}已过") if day < today else (due.CLOSE, f"{day}将到")
            sent += remind(action, row, key=key, words=words, case=case_of(row), at=now)
    return [f"督办：提醒{sent}件"] if sent else []
