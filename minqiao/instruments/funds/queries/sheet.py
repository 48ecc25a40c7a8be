"""The books as spreadsheets: amounts in yuan as exact numbers with two places."""

from minqiao.instruments.funds.choices import MATCHING, OWN
from minqiao.instruments.funds.models import Entry
from minqiao.instruments.funds.queries.ledger import Position, funds, positions, whole_entries
from minqiao.kit.money import FEN

CHUNK = 2000


def fund_rows(actor):
    """Every fund the actor may see with what stands in its accounts."""
    rows = list(funds(actor, {}))
    found = positions(rows)
    for row in rows:
        position = found.get(row.pk, Position())
        told = {"fund": row.name, "level": row.get_level_display(), "year": row.year}
        amounts = {name: getattr(position, name) / FEN for name, _ in (*OWN, *MATCHING)}
        yield told | {"state": row.get_state_display()} | amounts


def entry_rows(actor):
    """Every entry of every fund the actor may see, book by book in the order it was written."""
    rows = whole_entries(Entry.objects.filter(fund__in=funds(actor, {}).order_by().values("pk")))
    for row in rows.select_related("fund").order_by("fund_id", "seq").iterator(chunk_size=CHUNK):
        yield {
            "fund": row.fund.name,
            "seq": row.seq,
            "on": row.on,
            "kind": row.get_kind_display(),
            "credit": row.credit.words,
            "debit": row.debit.words,
            "amount": row.amount / FEN,
            "item": row.item.number if row.item else "",
            "title": row.item.title if row.item else "",
            "reference": row.reference,
            "note": row.note,
            "name": row.name,
            "reverses": row.reverses.seq if row.reverses else "",
            "hash": row.hash,
        }
