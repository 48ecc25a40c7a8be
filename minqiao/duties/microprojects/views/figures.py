"""Money and effect: a fund year by county and kind, city and county side by side, the report."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render

from minqiao.duties.microprojects.choices import Kind
from minqiao.duties.microprojects.figures.counts import year_of
from minqiao.duties.microprojects.figures.report import fund_report
from minqiao.duties.microprojects.rules.sight import may_count
from minqiao.duties.microprojects.rules.words import ten_thousand
from minqiao.instruments.funds.queries.book import side_by_side
from minqiao.instruments.funds.queries.ledger import funds
from minqiao.instruments.papers.views.reports import answer_report
from minqiao.kit.clock import today
from minqiao.kit.ids import id_from
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.queries import tile_grid


def _asked(request):
    """The funds this actor may count, and the one that is asked for: the first unless one is named."""
    if why := may_count(request.actor):
        raise Refused(why, action="count")
    rows = list(funds(request.actor, {}))
    wanted = id_from(request.GET.get("fund", ""))
    return rows, next((row for row in rows if wanted in (None, row.pk)), None)


@login_required
def figures(request):
    """How the money went: tiles, the grid of counties, the table of counties and kinds."""
    rows, fund = _asked(request)
    context = {"funds": rows, "fund": fund, "kinds": Kind.choices, "ten_thousand": ten_thousand}
    if fund is not None:
        on = today()
        context |= {"found": year_of(fund, on), "on": on, "linkage": side_by_side(request.actor, fund.year)}
        context["grid"] = [{**tile, "code": tile["code"].ljust(12, "0")} for tile in tile_grid()]
    return render(request, "microprojects/figures.html", context)


@login_required
def report(request, form):
    """专项资金使用情况报告 as docx, xlsx or pdf."""
    _, fund = _asked(request)
    if fund is None:
        raise Http404("没有可以统计的专项资金")
    return answer_report(fund_report(request.actor, fund, today()), form)
