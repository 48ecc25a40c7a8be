"""Key items: the list, a new proposal, one item's page, its papers and files."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from minqiao.duties.supervision.actions.proposing import propose
from minqiao.duties.supervision.choices import ENDED, KeyState
from minqiao.duties.supervision.figures.front import note_of, tiles_of
from minqiao.duties.supervision.figures.progress import key_progress
from minqiao.duties.supervision.forms.proposing import Proposal
from minqiao.duties.supervision.queries import items
from minqiao.duties.supervision.rules.people import may_propose
from minqiao.duties.supervision.rules.sight import may_count
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.deadlines import light
from minqiao.kit.ids import year_from
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused

HAS_OWN = UNIT_ROLES | {Role.CHAIRS_COUNCIL, Role.SPECIAL_COMMITTEE}


@login_required
def index(request):
    """The key items the actor may see, and how they stand."""
    actor, on = request.actor, today()
    page = page_of(items.items(actor, request.GET), request.GET)
    for row in page.rows:
        waits = row.report_due_on and row.reported_on is None and row.state not in ENDED
        row.light = light(row.report_due_on, on, calendar()) if waits else None
    year = year_from(request.GET.get("year", "")) or on.year
    figures = None if may_count(actor) else key_progress(actor, year, on)
    context = {
        "page": page,
        "states": KeyState.choices,
        "years": items.years(actor, on),
        "year": year,
        "params": request.GET,
        "may_count": figures is not None,
        "counts": tiles_of(figures, year) if figures and figures["base"] else (),
        "note": note_of(figures, year) if figures else "",
        "may_propose": not may_propose(actor),
        "has_own": actor.role in HAS_OWN,
    }
    return render(request, "supervision/index.html", context)


@login_required
def new(request):
    """A committee proposes; the deputy affairs committee may enter it for one."""
    actor = request.actor
    if why := may_propose(actor):
        raise Refused(why)
    initial = {} if request.method == "POST" else {"suggestions": request.GET.getlist("suggestion")}
    form = Proposal(**sent(request), initial=initial, actor=actor, on=today())
    tried = attempt(form, partial(propose, actor=actor, at=now()))
    if tried.is_done:
        return redirect("supervision:item", tried.made.pk)
    context = {"form": form, "refused": tried.refused}
    return render(request, "supervision/new.html", context, status=tried.status)


@login_required
def detail(request, pk):
    """The whole way of one key item."""
    return render(request, "supervision/item.html", {"file": items.item_file(request.actor, pk, today())})


@login_required
def paper(request, pk, paper_pk, form):
    """A paper of this item as pdf, docx, print page or json."""
    return answer_paper_of(request, items.item_of(request.actor, pk), paper_pk, form)


@login_required
def attachment(request, pk, file_pk):
    """A file kept with a visit."""
    return answer_attachment(items.file_of(request.actor, pk, file_pk))
