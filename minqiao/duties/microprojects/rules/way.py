"""The way of a project on one line: suggestion, application, check, pool, money, notice, site, end (pure)."""

from minqiao.duties.microprojects.choices import ON_SITE
from minqiao.duties.microprojects.choices import ProjectState as P

OVER = (P.REJECTED, P.WITHDRAWN, P.CANCELLED)
# Words, the column that says when, the states in which it is going on.
STATIONS = (
    ("申报", "applied_on", (P.APPLIED, P.RETURNED)),
    ("核查审核", "site_on", (P.COUNTY_CHECKED, P.FINANCE_CHECKED)),
    ("入库", "", (P.POOLED,)),
    ("批准", "approved_on", (P.APPROVED,)),
    ("公示", "notice_until", (P.ANNOUNCED,)),
    ("建设", "started_on", ON_SITE),
    ("验收", "accepted_on", (P.FINISHED, P.ACCEPTED)),
    ("结算", "settled_on", (P.SETTLED,)),
    ("评价", "reviewed_on", ()),
)


def way_of(project):
    """Rows for ui/_chain: (words, when, state, address). What ended early ends with its end."""
    now = next((at for at, (*_, states) in enumerate(STATIONS) if project.state in states), None)
    rows = [("代表建议", project.suggestion.number, "done", "")]
    for at, (words, column, _) in enumerate(STATIONS):
        on = getattr(project, column) if column else None
        when = f"{on:%m-%d}" if on else ""
        done = at < now if now is not None else project.state == P.REVIEWED or bool(when)
        rows.append((words, when, "now" if at == now else "done" if done else "", ""))
    if project.state in OVER:
        rows = [row for row in rows if row[2]] + [(project.get_state_display(), "", "now", "")]
    return rows
