"""Announced results as a spreadsheet."""

from minqiao.instruments.ballots.models import Round
from minqiao.instruments.ballots.rules.sealing import fates


def result_rows(actor):
    """Every item of every announced vote the actor may see."""
    rows = Round.objects.visible_to(actor).filter(announced_on__isnull=False).exclude(seal="")
    for row in rows.prefetch_related("options").order_by("pk").iterator(chunk_size=100):
        fate, votes = fates(row.result, row.taken), row.result["sheet"]["votes"]
        for one in row.options.all():
            yield {
                "title": row.title,
                "turn": row.turn,
                "announced_on": row.announced_on,
                "position": one.position,
                "name": one.name,
                "fate": fate[one.name],
                "seal": row.seal,
            } | votes[one.name]
