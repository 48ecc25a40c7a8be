"""The figures, counted a second time from the bare rows by other means."""

from collections import defaultdict
from decimal import Decimal

from django.http import QueryDict

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.tables import all_tables
from minqiao.duties.suggestions.models import Evaluation, Reply
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.rules.measures import all_figures, count
from minqiao.duties.suggestions.rules.scope import Scope

WORST = ("dissatisfied", "basic", "satisfied")
HUNDRED = Decimal("100.00")


def scope_of(evening):
    """The year of the session, this evening."""
    return Scope(year=2025, on=evening.today)


def _letters():
    """(first day, last category) of the issued letters, by handling."""
    found = defaultdict(list)
    rows = Reply.objects.filter(issued_on__isnull=False).order_by("round")
    for pk, on, category in rows.values_list("handling_id", "issued_on", "category"):
        found[pk].append((on, category))
    return {pk: (letters[0][0], letters[-1][1]) for pk, letters in found.items()}


def _grades():
    """{handling: {round: grade}}."""
    found = defaultdict(dict)
    for pk, turn, result in Evaluation.objects.values_list("reply__handling_id", "reply__round", "result"):
        found[pk][turn] = result
    return found


def by_rows(evening):
    """Every count of the year that can be made from the rows without the house's figures."""
    letters, grades, found = _letters(), _grades(), defaultdict(int)
    for row in evening.suggestions.values():
        if row["assigned_on"] is None or row["year"] != 2025:
            continue
        if row["state"] == c.State.WITHDRAWN:
            found["withdrawn"] += 1
            continue
        found["assigned"] += 1
        every = [part for part in evening.by_pk.values() if part["suggestion_id"] == row["pk"]]
        parts = [part for part in every if part["state"] != c.HandlingState.RETURNED]
        parts = [part for part in parts if part["role"] in c.ANSWERING]
        found["returned"] += any(part["state"] == c.HandlingState.RETURNED for part in every)
        found["extended"] += any(part["extended"] for part in every)
        found["redone"] += any(part["round"] > 1 for part in every)
        sent = [letters.get(part["pk"]) for part in parts]
        if not parts or None in sent:
            continue
        found["replied"] += 1
        found[f"category_{max(category for _, category in sent)}"] += 1
        first = [grades[part["pk"]].get(1, "") for part in parts]
        last = [grades[part["pk"]][max(grades[part["pk"]])] if grades[part["pk"]] else "" for part in parts]
        for which, said in (("first", first), ("final", last)):
            if all(said):
                found[f"{which}_{min(said, key=WORST.index)}"] += 1
    return found


COUNTED = (
    "assigned", "withdrawn", "returned", "extended", "redone", "replied", "category_A", "category_B",
    "category_C", *(f"{which}_{grade}" for which in ("first", "final") for grade in WORST),
)  # fmt: skip


def figures_equal_rows(evening):
    """What the house counts is what the rows say, and each number opens as many rows."""
    scope, affairs = scope_of(evening), evening.year.world.affairs
    found, mine = cases(affairs, scope), by_rows(evening)
    for fact in COUNTED:
        number = count(found, fact)
        if number != mine[fact]:
            yield f"{fact}: {number} counted, {mine[fact]} in the rows"
    for label, figures in all_figures(found, scope, evening.today):
        shares = [one.share for one in figures if one.base]
        whole = len(figures) > 1 and figures[0].base == sum(one.number for one in figures)
        if whole and shares and sum(shares) != HUNDRED:
            yield f"{label}: shares add up to {sum(shares)}"
        if any(one.number > one.base for one in figures):
            yield f"{label}: more than its base"


def lines_add_up(evening):
    """Every suggestion stands in one line of each table, and the shares make a hundred."""
    scope = scope_of(evening)
    found = cases(evening.year.world.affairs, scope)
    for table in all_tables(found, scope, evening.today):
        if table.key == "unit" or not table.lines:
            continue
        for at, (fact, _) in enumerate(table.columns):
            if sum(line.cells[at].number for line in table.lines) != table.total.cells[at].number:
                yield f"{table.title} {fact}: its lines do not add up"
        if sum(line.share for line in table.lines) not in (HUNDRED, Decimal(0)):
            yield f"{table.title}: shares add up to {sum(line.share for line in table.lines)}"


def numbers_open_their_rows(year):
    """Every figure of the year's report opens exactly as many rows as it counts."""
    scope, affairs = Scope(year=2025, on=year.today), year.world.affairs
    for _, figures in all_figures(cases(affairs, scope), scope, year.today):
        for one in figures:
            if (
                one.unit == "件"
                and len(lists.suggestions(affairs, QueryDict(one.rows), year.today)) != one.number
            ):
                yield f"{one.key}: {one.number}"
