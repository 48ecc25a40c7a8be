"""The lists as spreadsheets: rows for taking out."""

from minqiao.duties.suggestions.choices import State
from minqiao.duties.supervision.choices import ProblemState
from minqiao.duties.supervision.queries.chasing import chases
from minqiao.duties.supervision.queries.counterparts import counterparts
from minqiao.duties.supervision.queries.items import items, with_members

STATES = dict(State.choices)


def key_item_rows(actor):
    """Every key item the actor may see, by number."""
    rows = with_members(items(actor, {"sort": "number"})).prefetch_related("problems", "visits")
    for row in rows.iterator(chunk_size=500):
        problems = row.problems.all()
        yield {
            "number": row.number,
            "year": row.year,
            "title": row.title,
            "suggestions": "、".join(one.suggestion.number for one in row.members.all()),
            "proposed_by": row.proposed_by.name,
            "leader": row.leader.deputy.name if row.leader else "",
            "committee": row.committee.name if row.committee else "",
            "handling_leader": row.handling_leader,
            "unit": row.unit.name if row.unit else "",
            "state": row.get_state_display(),
            "visits": sum(one.held_on is not None for one in row.visits.all()),
            "problems": len(problems),
            "mended": sum(one.state == ProblemState.MENDED for one in problems),
            "report_due_on": row.report_due_on or "",
            "decision": row.decision_note,
        }


def counterpart_rows(actor):
    """Every suggestion with its committee."""
    for row in counterparts(actor, {"committee": "all"}, None).iterator(chunk_size=2000):
        suggestion = row.suggestion
        yield {
            "number": suggestion.number,
            "title": suggestion.title,
            "handled_by": suggestion.handled_by,
            "committee": row.committee.name if row.committee else "待指定",
            "why": row.why,
            "state": STATES[suggestion.state],
            "due_on": suggestion.due_on or "",
            "replied_on": suggestion.replied_on or "",
            "notes": row.notes_made,
        }


def chase_rows(actor):
    """Every part that a chaser or circular named, one row each."""
    rows = chases(actor).prefetch_related("parts__handling__suggestion", "parts__handling__unit")
    for row in rows.iterator(chunk_size=500):
        for part in row.parts.all():
            suggestion = part.handling.suggestion
            yield {
                "issued_on": row.issued_on,
                "level": row.get_level_display(),
                "unit": part.handling.unit.name,
                "number": suggestion.number,
                "title": suggestion.title,
                "due_on": part.due_on,
                "days_late": max(part.days_late, 0),
                "answer": row.answer,
                "promised_on": row.promised_on or "",
                "replied_on": part.handling.replied_on or "",
            }
