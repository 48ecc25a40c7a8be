"""What was promised for a year and what was kept of it (年度承诺兑现清单)."""

from dataclasses import dataclass

from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.rules.promises import outcome_of
from minqiao.kit.shares import shares
from minqiao.kit.sheets import Column

FIELDS = (
    "pk", "text", "first_due_on", "due_on", "state", "times_deferred", "done_on", "settled_on",
    "handling__unit__short_name", "handling__suggestion_id", "handling__suggestion__number",
    "handling__suggestion__title",
)  # fmt: skip
COLUMNS = (
    Column("group", "类别"),
    Column("number", "建议编号", text=True),
    Column("title", "建议标题", width=36),
    Column("text", "承诺事项", width=40),
    Column("unit", "承办单位", width=20),
    Column("first_due_on", "答复承诺的期限"),
    Column("outcome", "兑现情况", width=20),
    Column("done_on", "完成日"),
    Column("due_on", "现在的期限"),
    Column("times_deferred", "延期次数"),
)
OF_YEAR, CARRIED = "本年应兑现", "往年结转"
KEPT = frozenset({c.Outcome.KEPT, c.Outcome.KEPT_LATE})
MOST = 2000  # promises of one year on one page; a prefecture has some hundreds


@dataclass(frozen=True)
class KeptList:
    """The promises of a year, those carried into it, and the rate with its base."""

    year: int
    on: object
    rows: list
    carried: list

    @property
    def counts(self):
        """How many of the year's own came out how: [(outcome in words, number), …], without empty ones."""
        found = [row["outcome"] for row in self.rows]
        return [(one.label, found.count(one)) for one in c.Outcome if one in found]

    @property
    def base(self):
        """Promises of the year whose first date has come; what the committee ended is left out."""
        return sum(row["first_due_on"] <= self.on and row["outcome"] != c.Outcome.ENDED for row in self.rows)

    @property
    def kept_on_time(self):
        return sum(row["first_due_on"] <= self.on and row["outcome"] == c.Outcome.KEPT for row in self.rows)

    @property
    def rate(self):
        """承诺兑现率 as it is printed: kept by the day first promised, of those due."""
        if not self.base:
            return "—"
        return f"{shares({'kept': self.kept_on_time, '': self.base - self.kept_on_time})['kept']}%"

    @property
    def carried_kept(self):
        return sum(row["outcome"] in KEPT for row in self.carried)

    @property
    def sentence(self):
        """The numbers in one sentence, the same on the page and in the file."""
        return (
            f"{self.year}年应兑现{len(self.rows)}项，截至{self.on}已到期{self.base}项，其中按期兑现"
            f"{self.kept_on_time}项，承诺兑现率{self.rate}；往年结转{len(self.carried)}项，"
            f"已兑现{self.carried_kept}项。兑现率按答复最初承诺的期限计算，终止跟踪的不计入基数。"
        )


def kept_of_year(actor, year, on):
    """The promises given for a year, and those of earlier years not settled before it."""
    rows = Commitment.objects.visible_to(actor).filter(of_year_or_carried(year))
    rows = rows.order_by("first_due_on", "handling__suggestion__number", "pk")
    return listed([told(row, on) for row in rows.values(*FIELDS)[:MOST]], year, on)


def of_year_or_carried(year, at=""):
    """Which promises stand in the list of a year: those for it, and the earlier ones still open in it.

    `at` is the way from the rows asked to the promise.
    """
    due, settled = f"{at}first_due_on__year", f"{at}settled_on"
    left = Q(**{due: year}) | Q(**{settled: None}) | Q(**{f"{settled}__year__gte": year})
    return Q(**{f"{due}__lte": year}) & left


def listed(rows, year, on):
    """Told rows as the list of the year, its own apart from those carried into it."""
    own = [row for row in rows if row["first_due_on"].year == year]
    return KeptList(year, on, own, [row for row in rows if row["first_due_on"].year < year])


def told(row, on):
    """A row with how the promise came out by the day `on`; the day of doing only where it is settled."""
    outcome = outcome_of(row["state"], first_due_on=row["first_due_on"], done_on=row["done_on"], on=on)
    words = outcome.label
    if row["state"] == c.PromiseState.DEFERRED:
        words = f"{words}至{row['due_on']}"
    done_on = row["done_on"] if outcome in KEPT else None
    return row | {"outcome": outcome, "outcome_words": words, "kept_on": done_on}


def kept_years(actor, on):
    """The years for which there were promises, and this one; the latest first."""
    rows = Commitment.objects.visible_to(actor).order_by()
    return sorted({on.year, *rows.values_list("first_due_on__year", flat=True).distinct()}, reverse=True)


def kept_rows(found):
    """The list as a spreadsheet, the year's own first."""
    for group, rows in ((OF_YEAR, found.rows), (CARRIED, found.carried)):
        for row in rows:
            yield {
                "group": group,
                "number": row["handling__suggestion__number"],
                "title": row["handling__suggestion__title"],
                "text": row["text"],
                "unit": row["handling__unit__short_name"],
                "first_due_on": row["first_due_on"],
                "outcome": row["outcome_words"],
                "done_on": row["kept_on"] or "",
                "due_on": row["due_on"],
                "times_deferred": row["times_deferred"],
            }
