"""The ledger of promises: the list, the month, one promise, the yearly list of what was kept."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures import kept as figures
from minqiao.duties.suggestions.queries import promises
from minqiao.duties.suggestions.queries.sheet import filter_words, may_export
from minqiao.duties.suggestions.rules.promises import month_of, weeks_of
from minqiao.duties.suggestions.views.exporting import file_of
from minqiao.kit.clock import today
from minqiao.kit.deadlines import add_months
from minqiao.kit.ids import year_from
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused

QUICK = (
    ("light", "black", "已超期"),
    ("light", "red", "5个工作日内"),
    ("light", "amber", "15天内"),
    ("light", "unreported", "季度进展未报"),
    ("state", "reported", "待评价"),
    ("state", "graded", "待反馈"),
    ("state", "met", "已兑现"),
)
KEPT_LABEL = "年承诺兑现清单"


@login_required
def index(request):
    """The list with its filters: a unit its own, a deputy those made to him, the offices all."""
    on, actor = today(), request.actor
    page = page_of(promises.ledger(actor, request.GET, on), request.GET)
    context = {
        "page": page,
        "rows": [promises.words_of(row, on) for row in page.rows],
        "params": request.GET,
        "quick": QUICK,
        "states": c.PromiseState.choices,
        "lights": (promises.LIGHT_WORDS | promises.OTHERS).items(),
        "may_export": not may_export(actor),
        **promises.choices_of(actor),
    }
    return render(request, "suggestions/ledger.html", context)


@login_required
@require_GET
def export(request, kind):
    """The list under the same filters as a file; the export is on record."""
    if why := may_export(request.actor):
        raise Refused(why)
    on = today()
    rows = list(promises.sheet_rows(request.actor, request.GET, on))
    return file_of(request, kind, promises.COLUMNS, rows, f"{promises.LABEL}{on}", filter_words(request.GET))


@login_required
def calendar(request):
    """A month of dates, with the promises due on each day."""
    on = today()
    month = month_of(request.GET.get("month"), on)
    due = promises.month_of_ledger(request.actor, month, on)
    weeks = [[(day, due.get(day, []) if day else []) for day in week] for week in weeks_of(month)]
    context = {
        "month": month,
        "weeks": weeks,
        "count": sum(map(len, due.values())),
        "on": on,
        "before": add_months(month, -1),
        "after": add_months(month, 1),
    }
    return render(request, "suggestions/ledger_calendar.html", context)


def _year(request, on):
    return year_from(request.GET.get("year", "")) or on.year


@login_required
def kept(request):
    """What was promised for a year, what was kept, and what is carried over."""
    on, actor = today(), request.actor
    if why := promises.may_read_ledger(actor):
        raise Refused(why)
    found = figures.kept_of_year(actor, _year(request, on), on)
    context = {
        "found": found,
        "years": figures.kept_years(actor, on),
        "may_export": not may_export(actor),
        "groups": ((figures.OF_YEAR, found.rows), (figures.CARRIED, found.carried)),
    }
    return render(request, "suggestions/kept.html", context)


@login_required
@require_GET
def kept_file(request, kind):
    """The yearly list as a file, with the same sentence as the page."""
    if why := may_export(request.actor):
        raise Refused(why)
    on = today()
    found = figures.kept_of_year(request.actor, _year(request, on), on)
    rows, label = list(figures.kept_rows(found)), f"{found.year}{KEPT_LABEL}"
    notes = (("说明", found.sentence),)
    return file_of(request, kind, figures.COLUMNS, rows, label, f"{found.year}年", notes=notes)


@login_required
def detail(request, pk):
    """One promise: its dates, its ledger, its proof, what can be done."""
    file = promises.promise_file(request.actor, pk, today())
    return render(request, "suggestions/promise.html", {"file": file})
