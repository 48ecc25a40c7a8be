"""What the clock does in this room: find what is near its date, and remind once for each light."""

from minqiao.duties.suggestions.actions.reminding import remind, remind_step
from minqiao.duties.suggestions.actions.rounds import chase_evaluation
from minqiao.duties.suggestions.queries.dates import near_their_date, near_their_step
from minqiao.duties.suggestions.queries.rounds import evaluations_to_chase
from minqiao.duties.suggestions.rules.steps import ORDER, light_to_tell
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.actor import CLOCK
from minqiao.kit.clock import local_day
from minqiao.kit.deadlines import light


def remind_of_dates(now):
    """Remind units whose date has turned amber, red or black since the last time. Safe to run twice."""
    today, days, sent = local_day(now), calendar(), 0
    for handling in near_their_date(today):
        lamp = light(handling.due_on, today, days)
        if lamp.key in ORDER and ORDER.index(lamp.key) > ORDER.index(handling.reminded):
            sent += remind(handling, at=now, key=lamp.key, words=lamp.words)
    return [f"代表建议：提醒{sent}件"] if sent else []


def remind_of_steps(now):
    """Remind whose turn it is: to sign for, contact, rewrite, decide, evaluate. Safe to run twice."""
    today, days, sent = local_day(now), calendar(), 0
    for handling in near_their_step(today):
        if key := light_to_tell(handling, today, days):
            words = light(handling.step_due_on, today, days).words
            sent += remind_step(handling, at=now, key=key, words=words)
    return [f"代表建议：提醒本环节期限{sent}件"] if sent else []


def chase_evaluations(now):
    """Ask for evaluations that did not come in time, twice, a week apart. Safe to run twice."""
    sent = 0
    for handling in evaluations_to_chase(local_day(now)):
        chase_evaluation(handling, actor=CLOCK, at=now)
        sent += 1
    return [f"代表建议：催促评价{sent}件"] if sent else []
