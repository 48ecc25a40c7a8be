"""Standards: one inspection, the slots of model places."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from minqiao.duties.stations.queries import standards as queries
from minqiao.kit.clock import today


@login_required
def inspection(request, pk):
    """One inspection with both sheets."""
    file = queries.inspection_file(request.actor, pk, today())
    return render(request, "stations/inspection.html", {"file": file})


@login_required
def models(request):
    """示范站点: slots filled and open at a glance, the places behind them."""
    rows = queries.model_slots()
    counties = {}
    for row in rows:
        counties.setdefault(row.county, []).append(row)
    totals = {
        name: sum(getattr(row, name) for row in rows) for name in ("slots", "filled", "nominated", "open")
    }
    context = {"counties": counties.items(), "totals": totals, "places": queries.model_places()}
    return render(request, "stations/models.html", context)
