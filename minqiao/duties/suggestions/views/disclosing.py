"""The queue of public texts to be reviewed, checked and issued."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.suggestions.choices import DisclosureState, PublicationState
from minqiao.duties.suggestions.queries.publications import STATES, publications
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.clock import today
from minqiao.kit.deadlines import light
from minqiao.kit.paging import page_of

TABS = (
    ("", "待办"),
    *((one.value, one.label) for one in PublicationState if one != PublicationState.SUPERSEDED),
    ("all", "全部"),
)
MODES = dict(DisclosureState.choices)
OPEN = (PublicationState.REVIEW, PublicationState.ASKED, PublicationState.DECIDED)


@login_required
def index(request):
    """公开审查: what waits, with its limit; the published, withheld and taken down by their tabs."""
    on = today()
    page = page_of(publications(request.actor, request.GET), request.GET, rows=40)
    rows = [
        row
        | {
            "state_words": STATES[row["state"]],
            "mode_words": MODES.get(row["mode"] or row["proposed"], "未提出"),
            "light": light(row["due_on"], on, calendar()) if row["state"] in OPEN else None,
        }
        for row in page.rows
    ]
    context = {"page": page, "rows": rows, "tabs": TABS, "chosen": request.GET.get("state", "")}
    return render(request, "suggestions/publications.html", context)
