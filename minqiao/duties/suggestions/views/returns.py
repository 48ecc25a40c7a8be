"""The return report."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.suggestions.queries import returns
from minqiao.kit.clock import today
from minqiao.kit.paging import page_of


@login_required
def report(request):
    """退办情况: every request with its reason and decision, and the counts by unit."""
    page = page_of(returns.returns(request.actor), request.GET, rows=40)
    context = {"page": page, "by_unit": returns.returns_by_unit(request.actor), "on": today()}
    return render(request, "suggestions/returns.html", context)
