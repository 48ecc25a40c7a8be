"""The calendar's pages: a year to read, a file to import, a year as CSV."""

import csv

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.foundation.workdays.actions import import_year_rows
from minqiao.foundation.workdays.forms import CalendarForm
from minqiao.foundation.workdays.queries import days_of, years
from minqiao.foundation.workdays.rules import COLUMNS, arrangements, blank_year, may_import, months
from minqiao.foundation.workdays.rules.reading import YEARS
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


@login_required
def index(request):
    """A year's calendar: ?year=2026, this year when none is named."""
    known = years()
    year = _asked_year(request.GET.get("year"))
    rows = days_of(year)
    context = {
        "year": year,
        "years": known,
        "next_year": max([one.year for one in known], default=year - 1) + 1,
        "stamp": next((one for one in known if one.year == year), None),
        "months": months(rows) if rows else [],
        "arrangements": arrangements(rows),
        "workdays": sum(row.is_workday for row in rows),
        "may_import": not may_import(request.actor),
    }
    return render(request, "workdays/index.html", context)


@login_required
def import_file(request):
    """Import whole years from a CSV file."""
    if why := may_import(request.actor):
        raise Refused(why, action="import_calendar")
    form = CalendarForm(request.POST, request.FILES) if request.method == "POST" else CalendarForm()
    if form.is_valid():
        rows, source = form.cleaned_data["rows"], form.cleaned_data["source"]
        changed = import_year_rows(rows=rows, source=source, actor=request.actor, at=now())
        done = (
            f"已导入{'、'.join(map(str, changed))}年工作日历" if changed else "与现有日历完全相同，没有改动"
        )
        messages.success(request, done)
        return redirect(f"{reverse('workdays:index')}?year={rows[0].date.year}")
    return render(request, "workdays/import.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
def export(request, year):
    """A year as CSV; one not yet imported comes with its weekends, to be filled in from the notice."""
    if year not in YEARS:
        raise Http404
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="workdays-{year}.csv"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS.values())
    for row in days_of(year) or blank_year(year):
        writer.writerow([row.date, int(row.is_workday), _label(row), row.holiday])
    return response


def _label(row):
    """Left empty where the person still has to decide it."""
    return row.kind if row.holiday else ""


def _asked_year(text):
    year = int(text) if text and text.isascii() and text.isdigit() and len(text) == 4 else today().year
    if year not in YEARS:
        raise Http404
    return year
