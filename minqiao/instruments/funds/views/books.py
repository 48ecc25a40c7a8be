"""Fund years side by side, the book of one, what one project was given, the statement as a file."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from minqiao.instruments.funds.actions.years import open_fund
from minqiao.instruments.funds.choices import RECORD_ONLY
from minqiao.instruments.funds.documents import account_statement
from minqiao.instruments.funds.forms.years import OpenFund
from minqiao.instruments.funds.queries import book, ledger
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.funds.rules.people import may_open
from minqiao.instruments.papers.views.reports import answer_report
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.money import in_yuan
from minqiao.kit.paging import Reading, page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused


@login_required
def index(request):
    """The funds of a year side by side, city and counties in one view."""
    years = ledger.years(request.actor)
    year = id_from(request.GET.get("year", "")) or (years[0] if years else today().year)
    context = {
        "table": book.side_by_side(request.actor, year),
        "years": years,
        "year": year,
        "may_open": not may_open(request.actor),
        "record_only": RECORD_ONLY,
    }
    return render(request, "funds/index.html", context)


@login_required
def new(request):
    """The deputy affairs committee opens a year's book."""
    if why := may_open(request.actor):
        raise Refused(why)
    form = OpenFund(**sent(request), actor=request.actor, on=today())
    tried = attempt(form, lambda **words: open_fund(actor=request.actor, at=now(), **words))
    if tried.is_done:
        return redirect("funds:fund", tried.made.pk)
    context = {"form": form, "refused": tried.refused, "record_only": RECORD_ONLY}
    return render(request, "funds/new.html", context, status=tried.status)


@login_required
def detail(request, pk):
    """The book of a fund year."""
    found = book.book_of(request.actor, pk, today())
    entries = ledger.entries_of(found.fund)
    reading = Reading(
        lambda first, many: list(entries[first : first + many]), lambda most: found.fund.last_seq
    )
    page = page_of(reading, request.GET)
    context = {"book": found, "page": page, "figures": _figures(found.position), "record_only": RECORD_ONLY}
    return render(request, "funds/fund.html", context)


def _figures(at):
    """The tiles of a book."""
    paid, open_, held = ("".join(_amount(fen)) for fen in (at.paid, at.approved, at.reserved))
    return [
        _tile("预算和结转", at.budget + at.carried_in),
        _tile("已批准", at.committed, f"已支付{paid}，待支付{open_}"),
        _tile("可安排", at.available, f"另已预留{held}" if at.reserved else ""),
    ]


def _tile(words, fen, note=""):
    number, unit = _amount(fen)
    return {"words": words, "number": number, "unit": unit, "note": note}


def _amount(fen):
    """(number, unit) of an amount, in 万元 where that is exact and short."""
    text = yuan(fen)
    return (text.removesuffix("万元"), "万元") if text.endswith("万元") else (in_yuan(fen), "元")


@login_required
def item(request, pk, item_pk):
    """What one project was given out of a fund, entry by entry."""
    fund = ledger.fund_of(request.actor, pk)
    found = ledger.item_of(fund, item_pk)
    context = {
        "fund": fund,
        "item": found,
        "accounts": ledger.accounts_of_item(found),
        "lines": ledger.entries_for(found),
        "page_of_case": book.page_of_case(request.actor, found),
    }
    return render(request, "funds/item.html", context)


@login_required
def statement(request, pk, form):
    """台账对账单 as docx, pdf or xlsx."""
    fund = ledger.fund_of(request.actor, pk)
    entries = list(ledger.entries_of(fund).order_by("seq"))
    stands = ledger.position(fund), ledger.purses_of(fund), entries
    return answer_report(account_statement(fund, *stands, on=today()), form)
