"""Clocks of single steps: which act ends each, and when it is spoken of (pure)."""

from minqiao.kit.deadlines import Due, light

# By the rule a step's clock runs under: the acts it is the date of.
ENDED_BY = {
    "sign_for": ("sign_for", "request_return"),
    "first_contact": ("contact",),
    "assist_rewrite": ("send_opinion",),
    "evaluate": ("evaluate", "chase_evaluation", "mark_no_response"),
    "reassign": ("agree_return", "order_to_handle"),
}
# What is spoken of it: at black an evaluation is chased, which is an act of its own.
LIGHTS = {rule: ("amber", "red") if rule == "evaluate" else ("amber", "red", "black") for rule in ENDED_BY}
ORDER = ("", "amber", "red", "black")
ON_THE_LEAD_ITEM = frozenset({"sign_for", "assist_rewrite", "reassign"})


def reminder(rule, key):
    """The name of the act that tells of a step's light."""
    return f"remind_{rule}_{key}"


def reminders_of(*rules):
    """The names of all acts that tell of the clocks of these rules."""
    return frozenset(reminder(rule, key) for rule in rules for key in LIGHTS[rule])


def is_the_date_of(action, facts):
    """Whether the clock with these facts (`step_due_facts`) is the one this act ends."""
    return action in ENDED_BY.get(facts.get("rule"), ())


def light_to_tell(handling, today, calendar):
    """The light to tell of now, or "": each once, and none before it has turned since the clock began.

    A short clock is red from its start: it speaks on its last day, and when it is over. In a merged file
    only the lead item speaks of what is done there for all.
    """
    facts = handling.step_due_facts
    rule, follows = facts["rule"], handling.works_with_id and not handling.redo_on
    if rule not in LIGHTS or (follows and rule in ON_THE_LEAD_ITEM):
        return ""
    key = _turned_to(Due.from_dict(facts), today, calendar)
    told = key in LIGHTS[rule] and ORDER.index(key) > ORDER.index(handling.step_reminded)
    return key if told else ""


def _turned_to(clock, today, calendar):
    if today <= clock.start:
        return ""
    key = light(clock.due, today, calendar).key
    if key == "black" or today == clock.due:
        return "black" if key == "black" else "red"
    return key if key != light(clock.due, clock.start, calendar).key else ""
