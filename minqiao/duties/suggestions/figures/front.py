"""The room's block of the first page: where the suggestions stand, each number opening its rows."""

from django.urls import reverse

from minqiao.duties.suggestions.figures.progress import handling_progress
from minqiao.foundation.accounts.choices import THREE_OFFICES
from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import Front


def front(actor, now):
    """How the suggestions the actor may see stand; None where there is none, and for the three offices."""
    if actor.role in THREE_OFFICES:
        return None
    found = handling_progress(actor, local_day(now))
    if not found["base"]:
        return None
    late = "bad" if found["overdue"] else ""
    kinds = f"代表建议{found['suggestions']}件，审议发言建议{found['remarks']}件"
    return Front(
        title="代表建议",
        tiles=(
            _tile("已交办", found["assigned"], "light=assigned", note=kinds),
            _tile("已答复", found["replied"], "light=replied", note="答复不等于解决"),
            _tile("未答复", found["open"], "light=open"),
            _tile("已超期", found["overdue"], "light=overdue", tone=late),
            _tile("已办结", found["closed"], "state=closed"),
        ),
        note=f"基数：您可以看到的已交办{found['base']}件；截至{found['on']}。",
    )


def _tile(words, number, query, note="", tone=""):
    url = f"{reverse('suggestions:index')}?{query}"
    return {"words": words, "number": number, "unit": "件", "url": url, "note": note, "tone": tone}
