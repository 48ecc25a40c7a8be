"""What a form shows at first (ask once)."""

from minqiao.instruments.ballots.forms.hall import FIELDS
from minqiao.instruments.ballots.rules.tally import marks_of
from minqiao.registry.congress.queries import counts_of

NAMED = ("first_teller", "second_teller", "chief")


def known(action, round_, user_id=0, heap=None):
    """The values a form's fields have already; of `enter` a heap entered before, or the next number."""
    if action == "change":
        return {name: getattr(round_, name) for name in ("title", "meeting", "items", "seats")}
    if action == "settle":
        found = {one.post: one.name for one in round_.officials.all() if one.post in NAMED}
        others = [one.name for one in round_.officials.all() if one.post == "scrutineer"]
        return found | {"scrutineers": others, "measure_text": round_.measure_text}
    if action == "open":
        count = round_.all_deputies or counts_of(round_.congress_id)["active"]
        return {"all_deputies": count, "printed": count}
    if action == "correct":
        return {name: getattr(round_, name) for name in ("issued", "returned", "spoiled")}
    return _of_heap(round_, user_id, heap) if action == "enter" else {}


def _of_heap(round_, user_id, heap):
    mine = {row.number: row for row in round_.heaps_of(user_id)}
    if heap not in mine:
        return {"heap": max(mine, default=0) + 1}
    row, marks = mine[heap], marks_of(round_.measure)
    lists = {FIELDS[mark]: [row.votes[name][mark] for name in round_.items] for mark in marks}
    return {"heap": heap, "ballots": row.ballots, "void": row.void} | lists
