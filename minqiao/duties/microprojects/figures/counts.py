"""A fund year counted: by county, by kind, together; every amount as the ledger has it. Fen."""

from dataclasses import dataclass, field

from django.db.models import Q

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.models import Project
from minqiao.duties.suggestions.models import Suggestion
from minqiao.instruments.funds.queries.ledger import Position, position
from minqiao.registry.areas.queries import counties

FACTS = (
    "county_id", "kind", "state", "requested", "approved", "paid", "final", "people", "households", "due_on",
    "suggestion_id",
)  # fmt: skip
GONE = (c.ProjectState.REJECTED, c.ProjectState.WITHDRAWN, c.ProjectState.CANCELLED)


@dataclass
class Tally:
    """Projects added up: how many applied and granted, their money, who is served, what is late."""

    applied: int = 0
    granted: int = 0
    built: int = 0
    late: int = 0
    requested: int = 0  # of what waits: asked and not decided
    committed: int = 0  # approved, of the settled what they cost
    paid: int = 0
    people: int = 0  # of what was granted
    households: int = 0

    @property
    def left(self):
        """Approved and not paid yet."""
        return self.committed - self.paid

    @property
    def per_head(self):
        """Fen for each person served, rounded down; None where nobody is served yet."""
        return self.committed // self.people if self.people else None

    def add(self, row, today):
        """Count one project."""
        self.applied += 1
        if row["state"] in c.GRANTED:
            self._add_granted(row)
        elif row["state"] not in GONE:
            self.requested += row["requested"]
        is_late = row["due_on"] is not None and row["due_on"] < today and row["state"] not in c.NO_CLOCK
        self.late += is_late

    def _add_granted(self, row):
        self.granted += 1
        self.built += row["state"] in c.BUILT
        self.committed += row["approved"] if row["final"] is None else row["final"]
        self.paid += row["paid"]
        self.people += row["people"]
        self.households += row["households"]


@dataclass
class Year:
    """One fund's year: the whole, each county, each kind, each county and kind; the ledger beside it."""

    fund: object
    position: Position
    total: Tally
    places: list  # the areas, in their order
    by_county: dict
    by_kind: dict
    cells: dict  # (county code, kind) -> Tally
    suggestions: int = 0  # assigned in the year
    turned: int = 0  # of them with a project that was not refused
    none: Tally = field(default_factory=Tally)

    def cell(self, county, kind):
        """What one county has of one kind; nothing when it has none."""
        return self.cells.get((county.pk, kind), self.none)

    def agrees(self):
        """Whether the projects add up to what the ledger holds, to the fen."""
        told = self.position.committed, self.position.paid
        return (self.total.committed, self.total.paid) == told


def year_of(fund, today):
    """Everything the page and the report print of one fund: four queries."""
    places = counties(fund.area_id) or [fund.area]
    found = Year(
        fund=fund, position=position(fund), total=Tally(), places=places,
        by_county={place.pk: Tally() for place in places}, by_kind={kind: Tally() for kind in c.Kind.values},
        cells={},
    )  # fmt: skip
    turned = set()
    for row in Project.objects.filter(fund=fund).order_by().values(*FACTS):
        here = found.cells.setdefault((row["county_id"], row["kind"]), Tally())
        county = found.by_county.setdefault(row["county_id"], Tally())
        for tally in (found.total, county, found.by_kind[row["kind"]], here):
            tally.add(row, today)
        if row["state"] not in GONE:
            turned.add(row["suggestion_id"])
    assigned = Q(congress_id=fund.congress_id, year=fund.year, assigned_on__isnull=False)
    found.suggestions = Suggestion.objects.filter(assigned).count()
    found.turned = len(turned)
    return found
