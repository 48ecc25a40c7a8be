"""Clocks of the room: which rules a case keeps, and what starts when."""

from dataclasses import replace

from minqiao.duties.suggestions.choices import ExtensionState
from minqiao.foundation.rulebook.queries import due as due_there
from minqiao.foundation.rulebook.queries import rule_from, snapshot
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import MissingYear
from minqiao.kit.deadlines import due as due_by

# What a case keeps as it stood on the day of assignment, whatever is changed afterwards.
CASE_RULES = (
    "reply", "reply_hard", "return", "reassign", "assist", "assist_rewrite", "first_contact", "sign_for",
    "evaluate", "redo", "disclosure", "pre_review_by_gov_office", "clock_on_reassign", "category_scheme",
    "return_clock_base", "redo_max_rounds", "withdraw_before", "joint_withdraw", "commitment_report",
    "fulfilment", "disclosure_ask", "disclosure.reviewer", "disclosure.ask_deputy",
)  # fmt: skip
# The columns of a step without a date of its own; a handling's also keep what was told of it.
NO_STEP = {"step_due_on": None, "step_due_facts": {}}
NO_CLOCK = NO_STEP | {"step_reminded": ""}


def rules_on(place, on):
    """The rules of a place on a day, to be kept with a case."""
    return snapshot(CASE_RULES, place=place, on=on)


def due(rules, key, start):
    """The Due of a kept rule; a missing calendar year is refused by name (MissingYear), never guessed."""
    return due_by(rule_from(rules, key), start, calendar())


def kept(rules, key, otherwise):
    """A bare value as the case keeps it; what an older case does not keep is as it was then, `otherwise`."""
    return rules.get(key, {}).get("value", otherwise)


def return_clock(rules, event, start):
    """The columns of the window for giving back, when it counts from this event (receipt, assignment)."""
    if kept(rules, "return_clock_base", "receipt") != event:
        return {}
    found = due(rules, "return", start)
    return {"return_due_on": found.due, "return_due_facts": found.as_dict()}


def longest_of(handling):
    """Until when an answer may take with more time: six months from the assignment (Deputies Law art. 51)."""
    return due(handling.suggestion.rules, "reply_hard", handling.assigned_on)


def extended_to(handling):
    """The clock that the request for more time which is pending asks for: its day, else the longest."""
    most = longest_of(handling)
    asked = handling.extensions.filter(state=ExtensionState.PENDING).first()
    if asked is None or asked.until is None or asked.until >= most.due:
        return most
    why = f"申请延至{asked.until}（最长{most.why}）"
    return replace(most, raw=asked.until, due=asked.until, why=why)


def step_clock(rules, key, start):
    """The columns of the clock of a handling's present step; no rule, no clock."""
    return NO_CLOCK | dated_step(rules, key, start) if key else NO_CLOCK


def dated_step(rules, key, start):
    """The columns of a step's date under a kept rule."""
    found = due(rules, key, start)
    return {"step_due_on": found.due, "step_due_facts": found.as_dict()}


NO_ASSIGN_CLOCK = {"assign_due_on": None, "assign_due_facts": {}, "assign_reminded": ""}


def assign_clock(suggestion, received_on, *, strict=False):
    """The columns of the workdays in which a suggestion of between sessions is to be assigned.

    They run from the day of receipt. Where the calendar of the next year is not in yet a deputy may hand in
    all the same, and the office is told when it registers (`strict`: MissingYear).
    """
    try:
        found = due_there("assign_inter_session", received_on, place=suggestion.congress.area_id)
    except MissingYear:
        if strict:
            raise
        return NO_ASSIGN_CLOCK
    return {"assign_due_on": found.due, "assign_due_facts": found.as_dict(), "assign_reminded": ""}
