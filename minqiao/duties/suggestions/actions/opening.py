"""How a unit comes to hold a matter: its own row, its own clock."""

from minqiao.duties.suggestions.actions.clocks import due, kept, return_clock, step_clock
from minqiao.duties.suggestions.choices import HandlingRole
from minqiao.duties.suggestions.models import Handling, Suggestion


def hand_to(suggestion, unit, role, part, *, on, starts, **more):
    """Dispatch: the clock is the assignment's own, an assistant's the assistant's."""
    start = suggestion.assigned_on
    due_on, due_facts = suggestion.due_on, suggestion.due_facts
    if role == HandlingRole.ASSIST:
        due_on, due_facts = _clock(suggestion, role, start)
    return Handling.objects.create(
        suggestion=suggestion,
        unit=unit,
        role=role,
        part=part,
        origin_assigned_on=start,
        assigned_on=start,
        dispatched_on=on,
        due_on=due_on,
        due_facts=due_facts,
        **step_clock(suggestion.rules, starts, on),
        **return_clock(suggestion.rules, "assignment", start),
        **more,
    )


def hand_over(old, unit, *, on, starts, works_with=None):
    """The same part of the matter for another unit; the clock as the rule clock_on_reassign says.

    The day of the first assignment stays with it, and how often it was already given back.
    """
    suggestion = old.suggestion
    start = on if kept(suggestion.rules, "clock_on_reassign", "restart") == "restart" else old.assigned_on
    due_on, due_facts = _clock(suggestion, old.role, start)
    new = Handling.objects.create(
        suggestion=suggestion,
        unit=unit,
        role=old.role,
        part=old.part,
        origin_assigned_on=old.origin_assigned_on,
        assigned_on=start,
        dispatched_on=on,
        due_on=due_on,
        due_facts=due_facts,
        returns_asked=old.returns_asked,
        leads_file=old.leads_file,
        works_with=works_with,
        **step_clock(suggestion.rules, starts, on),
        **return_clock(suggestion.rules, "assignment", on),
    )
    name_units(suggestion)
    return new


def _clock(suggestion, role, start):
    ordinary = "reply_hard" if suggestion.is_hard else "reply"
    clock = due(suggestion.rules, "assist" if role == HandlingRole.ASSIST else ordinary, start)
    return clock.due, clock.as_dict()


def name_units(suggestion):
    """Who handles it, in the words of the lists."""
    rows = suggestion.handlings.standing().select_related("unit").order_by("pk")
    rows = sorted(rows, key=lambda row: row.role == HandlingRole.ASSIST)
    words = words_of_units([row.unit for row in rows])
    Suggestion.objects.filter(pk=suggestion.pk).update(handled_by=words)
    suggestion.handled_by = words


def words_of_units(units):
    """The first unit's short name, and how many there are."""
    return units[0].short_name + (f"等{len(units)}个单位" if len(units) > 1 else "")
