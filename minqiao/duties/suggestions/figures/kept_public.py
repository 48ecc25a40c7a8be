"""The yearly list of promises as anybody may read it: words as published, outcomes as released; no people.

The counts are of all promises, so that what is not published cannot better the rate.
"""

from django.db.models import F

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures.kept import CARRIED, MOST, OF_YEAR, listed, of_year_or_carried, told
from minqiao.duties.suggestions.models import Commitment, PublicationPromise
from minqiao.kit.mechanism import PublicList, Published
from minqiao.kit.sheets import Column

STANDING = ("first_due_on", "due_on", "state", "done_on")  # what the ledger tells of a promise: dates alone
COLUMNS = (
    Column("text", "承诺事项", width=40),
    Column("number", "建议编号", text=True),
    Column("title", "建议标题", width=36),
    Column("unit", "承办单位", width=20),
    Column("first_due_on", "答复承诺的期限"),
    Column("outcome", "兑现情况", width=20),
    Column("done_on", "完成日"),
    Column("group", "类别"),
)


def public_years():
    """The years for which something was promised in an issued letter; the latest first."""
    return sorted(_issued().values_list("first_due_on__year", flat=True).distinct(), reverse=True)


def public_kept(year, on):
    """The list of a year: the sentence counts every promise, the rows are those whose words are public."""
    every = _issued().filter(of_year_or_carried(year)).values(*STANDING)
    whole = listed([told(row, on) for row in every], year, on)
    shown = listed([told(row, on) for row in _published_rows(year)], year, on)
    rows = [_line(row, OF_YEAR) for row in shown.rows] + [_line(row, CARRIED) for row in shown.carried]
    rest = len(whole.rows) + len(whole.carried) - len(rows)
    kept_back = f"另有{rest}项所在的答复没有全文公开，只计入总数，不在表内。" if rest else ""
    return Published(whole.sentence + kept_back, rows)


def _issued():
    return Commitment.objects.filter(reply__issued_on__isnull=False).order_by()


def _published_rows(year):
    ledger = {name: F(f"commitment__{name}") for name in STANDING}
    rows = PublicationPromise.objects.filter(publication__state=c.PublicationState.PUBLISHED)
    rows = rows.annotate(**ledger).filter(of_year_or_carried(year, "commitment__"))
    rows = rows.order_by("first_due_on", "publication__number", "pk")
    names = ("publication__number", "publication__title", "publication__suggestion_id")
    return rows.values("text", "unit", *names, *STANDING)[:MOST]


def _line(row, group):
    return {
        "group": group,
        "number": row["publication__number"],
        "title": row["publication__title"],
        "suggestion_id": row["publication__suggestion_id"],
        "text": row["text"],
        "unit": row["unit"],
        "first_due_on": row["first_due_on"],
        "outcome": row["outcome_words"],
        "done_on": row["kept_on"] or "",
    }


PROMISES = PublicList(
    slug="promises",
    label="承诺兑现清单",
    lead="承办单位在答复中写明期限的承诺，到期兑现了多少。是否兑现由提出建议的代表评价。",
    columns=COLUMNS,
    years=public_years,
    of_year=public_kept,
)
