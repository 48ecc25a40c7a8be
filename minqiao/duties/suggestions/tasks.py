"""What the clock does in this room: find what is near its date, and remind once for each light."""

from minqiao.duties.suggestions.actions.disclosing import remind_publication
from minqiao.duties.suggestions.actions.ideas import remind_of_ideas
from minqiao.duties.suggestions.actions.office import remind_to_assign
from minqiao.duties.suggestions.actions.promise_dates import chase_grade, chase_report, remind_of_date
from minqiao.duties.suggestions.actions.reminding import remind, remind_step
from minqiao.duties.suggestions.actions.rounds import chase_evaluation
from minqiao.duties.suggestions.queries.dates import near_their_date, near_their_step
from minqiao.duties.suggestions.queries.ideas import to_remind
from minqiao.duties.suggestions.queries.inter_session import to_assign
from minqiao.duties.suggestions.queries.promise_duties import near_their_date as promises_near
from minqiao.duties.suggestions.queries.promise_duties import ungraded, unreported
from minqiao.duties.suggestions.queries.publications import near_publication_date
from minqiao.duties.suggestions.queries.rounds import evaluations_to_chase
from minqiao.duties.suggestions.rules.steps import ORDER, light_to_tell
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.actor import CLOCK
from minqiao.kit.clock import local_day
from minqiao.kit.deadlines import AMBER_DAYS, ONE_DAY, light
from minqiao.kit.workflow import Refused

LAST = ("", "red", "black")  # of a limit of a few workdays


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
        try:
            chase_evaluation(handling, actor=CLOCK, at=now)
        except Refused:  # another clock or the deputy himself was quicker
            continue
        sent += 1
    return [f"代表建议：催促评价{sent}件"] if sent else []


def remind_of_publications(now):
    """Remind the committee of what is to be published within its limit, once red, once black."""
    today, days, sent = local_day(now), calendar(), 0
    for one in near_publication_date(today):
        lamp = light(one.due_on, today, days)
        if lamp.key in ("red", "black") and lamp.key != one.reminded:
            sent += remind_publication(one, at=now, key=lamp.key, words=lamp.words)
    return [f"代表建议：提醒公开{sent}件"] if sent else []


def remind_to_assign_in_time(now):
    """Tell the office when the day to assign what came between sessions turns red, and when it is past."""
    today, days, sent = local_day(now), calendar(), 0
    for suggestion in to_assign(today):
        lamp = light(suggestion.assign_due_on, today, days)
        if lamp.key in LAST and LAST.index(lamp.key) > LAST.index(suggestion.assign_reminded):
            sent += remind_to_assign(suggestion, at=now, key=lamp.key, words=lamp.words)
    return [f"代表建议：提醒交办{sent}件"] if sent else []


def remind_before_the_session(now):
    """Tell each deputy once, so many days before a session, how many of his notes are unused."""
    today = local_day(now)
    rows = list(to_remind(today))
    sent = sum(remind_of_ideas(mandate, session, count, at=now, on=today) for session, mandate, count in rows)
    return [f"代表建议：会前提醒素材本{sent}位代表"] if sent else []


def remind_of_promises(now):
    """Promises near or past their date, quarters without a report, grades that did not come. Safe twice."""
    today, days = local_day(now), calendar()
    told = sum(_remind_of_promise(row, now, light(row.due_on, today, days)) for row in _near(today))
    asked = sum(chase_report(row, at=now) for row in unreported(today))
    chased = sum(chase_grade(row, at=now) for row in ungraded(today))
    words = (("承诺期限提醒", told), ("催报承诺进展", asked), ("催促评价承诺兑现", chased))
    return [f"代表建议：{label}{number}项" for label, number in words if number]


def _near(today):
    return promises_near(today + AMBER_DAYS * ONE_DAY)


def _remind_of_promise(promise, now, lamp):
    if lamp.key not in ORDER or ORDER.index(lamp.key) <= ORDER.index(promise.reminded):
        return False
    return remind_of_date(promise, at=now, key=lamp.key, words=lamp.words)
