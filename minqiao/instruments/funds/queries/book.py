"""What the pages of the book show: a year's funds side by side, one fund with all that stands in it."""

from dataclasses import dataclass

from django.urls import reverse

from minqiao.instruments.funds.choices import MATCHING, OWN, AccountKind, FundState
from minqiao.instruments.funds.models import Fund
from minqiao.instruments.funds.queries import ledger
from minqiao.instruments.funds.queries.allocations import runs_of
from minqiao.instruments.funds.queries.ledger import CASE, Position
from minqiao.instruments.funds.rules.moves import why_not_reversed
from minqiao.instruments.funds.workflow import FUND
from minqiao.kit.mechanism import mechanisms


@dataclass
class Book:
    """A fund's page."""

    fund: Fund
    position: Position
    own: list  # (words, fen)
    matching: list
    purses: list
    items: list
    runs: list
    steps: list
    may_reverse: bool

    def by_place(self):
        """(words, own money, matching money or None) for the pool and every place with a purse; fen."""
        pool = sum(one.balance for one in self.purses if one.kind == AccountKind.POOL)
        rows, places = [("统筹资金", pool, None)], {}
        for one in self.purses:
            if one.area:
                own_match = places.setdefault(one.area.name, [0, 0])
                own_match[one.kind == AccountKind.MATCH] += one.balance
        return rows + [(name, *amounts) for name, amounts in places.items()]

    def is_reversible(self, entry) -> bool:
        """Whether a link to reverse this entry leads anywhere."""
        return self.may_reverse and not why_not_reversed(entry.kind, hasattr(entry, "reversal"))


def book_of(actor, pk, today) -> Book:
    """Everything about one fund but its entries: four queries."""
    fund = ledger.fund_of(actor, pk)
    found, items, purses = ledger.whole_of(fund)
    return Book(
        fund=fund,
        position=found,
        own=_lines(found, OWN),
        matching=_lines(found, MATCHING) if found.matched else [],
        purses=purses,
        items=items,
        runs=runs_of(fund),
        steps=FUND.offered(actor, fund, today, last=("cut_budget", "cut_match", "reverse", "close")),
        may_reverse=fund.state == FundState.OPEN and not FUND.refusal("reverse", actor, fund, today),
    )


def _lines(position, names):
    return [(words, getattr(position, name)) for name, words in names]


def side_by_side(actor, year):
    """[(fund, position)] of a year, upper levels first, and the sum of all at the end: two queries."""
    rows = list(ledger.funds(actor, {"year": year}))
    found = ledger.positions(rows)
    table = [(row, found.get(row.pk, Position())) for row in rows]
    return table, _sum([position for _, position in table])


def _sum(positions):
    total = Position()
    for one in positions:
        for name, fen in vars(one).items():
            setattr(total, name, getattr(total, name) + fen)
    return total


def page_of_case(actor, item):
    """The page of the project in the room above it, where this actor may open it, or None."""
    if not item.case_type:
        return None
    pages = (room.web.opens(actor, item.case_type, item.case_id) for room in mechanisms() if room.web.opens)
    return next(filter(None, pages), None)


def opens(actor, case_type, case_id):
    """The page of a fund's book this actor may see, or None."""
    if case_type != CASE or not Fund.objects.visible_to(actor).filter(pk=case_id).exists():
        return None
    return reverse("funds:fund", args=[case_id])
