"""One page of a long list: its rows, its neighbours, and an honest word on how many there are."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

ROWS = 25
COUNTED = 1000  # beyond this the list says “以上”: counting all of a long table would cost more than the page


@dataclass(frozen=True)
class Page:
    """Rows of one page. Queries are the query strings of the neighbours, ready for a link."""

    rows: list
    number: int
    total: int
    total_is_exact: bool
    previous_query: str
    next_query: str

    @property
    def has_previous(self):
        return bool(self.previous_query)

    @property
    def has_next(self):
        return bool(self.next_query)

    @property
    def total_words(self):
        return f"共{self.total}件" if self.total_is_exact else f"共{self.total}件以上"


@dataclass(frozen=True)
class Reading:
    """How a list is read when it does not come as a queryset: by place, and counted no further than asked."""

    rows: Callable[[int, int], list]  # (first, how many)
    count: Callable[[int], int]  # (at most)


def page_of(queryset, params, rows=ROWS):
    """The page that `params` (a QueryDict) asks for by `page`; nonsense is page one.

    `queryset` may be a Reading: the same list, read by queries prepared beforehand.
    """
    source = queryset if isinstance(queryset, Reading) else _reading(queryset)
    asked = params.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked[:7]) < 100_000 else 1
    first = (number - 1) * rows
    found = source.rows(first, rows + 1)
    total, exact = _total(source, first, found, rows)

    def query(neighbour):
        changed = params.copy()
        changed["page"] = str(neighbour)
        return changed.urlencode()

    return Page(
        rows=found[:rows],
        number=number,
        total=total,
        total_is_exact=exact,
        previous_query=query(number - 1) if number > 1 else "",
        next_query=query(number + 1) if len(found) > rows else "",
    )


def _reading(queryset):
    return Reading(
        rows=lambda first, many: list(islice(queryset[first : first + many], many)),
        count=lambda most: queryset.order_by().values("pk")[:most].count(),
    )


def _total(source, first, found, rows):
    """How many rows there are, counted only as far as COUNTED, and not at all when the page tells."""
    if len(found) <= rows and (found or first == 0):
        return first + len(found), True
    counted = source.count(COUNTED + 1)
    return min(counted, COUNTED), counted <= COUNTED
