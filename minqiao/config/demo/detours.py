"""Lives off the straight road: given back, merged, withdrawn, never graded, redone, studied jointly."""

from dataclasses import replace

from minqiao.config.demo import words
from minqiao.config.demo.answers import answered, closed, contact, evaluated
from minqiao.config.demo.days import day, later, workdays_after, working
from minqiao.config.demo.publishing import publishing
from minqiao.duties.suggestions.actions import leaving, replying, returning, rounds
from minqiao.duties.suggestions.queries.file import handling_of
from minqiao.duties.suggestions.workflow import HANDLING, SUGGESTION

LAST_REDO = day("10-30")  # a later one would not end within the calendar's year
SILENCE = 25  # workdays: fifteen to evaluate, two chasers a week apart


def given_back(cast, item, row, plan):
    """Not ours, says the unit. Answers the handling of the unit that takes it over, or None: it goes on."""
    chance, code, to = item.chance, row.unit.code, cast.units[plan["to"]]
    asked = {"reason": plan["reason"], "duty_basis": words.DUTIES, "proposed_unit": to}
    now = working(chance, workdays_after(row.signed_on, 1))
    yield now
    approved_by = f"{cast.head(code).name}（分管领导）"
    returning.request_return(row, actor=cast.officer(code), at=now, approved_by=approved_by, **asked)
    now = working(chance, plan["decided"])
    yield now
    if "refused" not in plan:
        return returning.agree_return(row, actor=cast.gov(), at=now, to_unit=to, note=words.RETURN_AGREED)
    returning.refuse_return(row, actor=cast.affairs(), at=now, note=plan["refused"])
    if "objected" not in plan:
        return None
    now = working(chance, plan["objected"])
    yield now
    returning.object_return(row, actor=cast.principal(code), at=now, **asked)
    now = working(chance, plan["ordered"])
    yield now
    return _ordered(cast, row, now, to, plan["order"])


def _ordered(cast, row, now, to, order):
    """A government leader ends the dispute: for the other unit, or for this one."""
    leader = cast.gov_leader()
    if order == "other":
        note = words.ORDERED_OTHER.format(unit=to.short_name)
        return returning.order_other_unit(row, actor=leader, at=now, to_unit=to, note=note)
    returning.order_to_handle(row, actor=leader, at=now, note=words.ORDERED_TO_HANDLE)
    return None


def withdrawn(cast, item, found):
    """The proposer thinks it settled: asks in writing, the others agree one by one, then it ends."""
    author = cast.deputy(item.lead)
    now = working(item.chance, item.fate["withdrawn"])
    yield now
    leaving.ask_withdraw(found, actor=author, at=now, reason=words.WITHDRAWN)
    for number in item.co:
        now = later(item.chance, now, 1)
        yield now
        fellow = cast.deputy(number)
        if not SUGGESTION.refusal("agree_withdraw", fellow, found, now.date()):
            leaving.agree_withdraw(found, actor=fellow, at=now)
    now = later(item.chance, now, 0)
    yield now
    leaving.withdraw(found, actor=author, at=now)


def following(stage, cast, item, found):
    """A member of a merged file: its proposer is heard, reads his own letter and grades for himself."""
    chance, (heard, graded) = item.chance, item.fate["follows"]
    now = working(chance, heard)
    yield now
    contact(stage, cast, item, _fresh(cast, found.handlings.get()), now, "before")
    now = working(chance, graded)
    yield now
    row = _fresh(cast, found.handlings.get())
    replying.evaluate(row, actor=cast.deputy(item.lead), at=now, **words.grades(item, "satisfied"))
    now = later(chance, now, 2)
    yield now
    replying.release(row, actor=cast.affairs(), at=now)
    yield from closed(cast, item, row.suggestion, now)


def unanswered(cast, item, row, now):
    """The deputy says nothing: after the clock's two chasers the committee notes it, and closes."""
    now = later(item.chance, now, SILENCE)
    yield now
    row = _fresh(cast, row)
    if HANDLING.refusal("mark_no_response", cast.affairs(), row, now.date()):
        return
    rounds.mark_no_response(row, actor=cast.affairs(), at=now)
    yield from closed(cast, item, row.suggestion, now)


def redone(stage, cast, item, row, pace, now):
    """Dissatisfied: ordered once more, the deputy heard again, a second letter, a second evaluation.

    `item.fate["again"]` may name the days (ordered, heard, reply), the second grade and the study's day.
    """
    plan, chance = item.fate.get("again", {}), item.chance
    now = working(chance, plan.get("ordered") or workdays_after(now.date(), chance.randint(2, 4)))
    if now.date() > LAST_REDO:
        return
    yield now
    row = _fresh(cast, row)
    rounds.order_redo(row, actor=cast.affairs(), at=now, note=words.REDO)
    now = working(chance, plan.get("heard") or workdays_after(now.date(), chance.randint(2, 5)))
    yield now
    contact(stage, cast, item, row, now, "during")
    second = {"reply": plan.get("reply") or workdays_after(now.date(), chance.randint(8, 12))}
    second |= {"grade": plan.get("grade") or chance.choice(("satisfied", "basic")), "sent_back": ""}
    second |= {"category": plan.get("category", "B"), "evaluated": plan.get("evaluated", 3)}
    item = replace(item, fate={"redone": True})
    pace = replace(pace, promises=(), without_contact=False, is_revised=False, **second)
    now = yield from answered(cast, item, row, pace)
    stage.enter(publishing(cast, item, row, now))
    now = yield from evaluated(cast, item, row, pace, now)
    if pace.grade == "dissatisfied":
        now = yield from _studied(cast, item, row, now, plan["held"])
    yield from closed(cast, item, row.suggestion, now)


def _studied(cast, item, row, now, held):
    """Dissatisfied again: committee, government office and unit study it together, and write minutes."""
    now = later(item.chance, now, 2)
    yield now
    rounds.joint_study(row, actor=cast.affairs(), at=now, note=words.STUDY)
    now = working(item.chance, held)
    yield now
    people = words.STUDY_PEOPLE.format(unit=row.unit.short_name)
    minutes = words.MINUTES.format(unit=row.unit.short_name)
    facts = {"held_on": now.date(), "people": people, "minutes": minutes}
    rounds.conclude_study(row, actor=cast.affairs(), at=now, **facts)
    return now


def called_back(cast, batch, drawn, calls):
    """Some of those who answered are drawn by lot and called back, one after the other."""
    yield drawn
    chosen = rounds.sample_callbacks(batch, actor=cast.affairs(), at=drawn, count=len(calls))
    for row, now in zip(chosen, calls, strict=False):
        yield now
        row = _fresh(cast, row)
        if HANDLING.refusal("record_callback", cast.affairs(), row, now.date()):
            continue
        said = {"way": "phone", "result_said": row.reply.evaluation.result, "words": words.CALLED}
        rounds.record_callback(row, actor=cast.affairs(), at=now, called_on=now.date(), **said)


def _fresh(cast, row):
    """The handling as it stands now, whoever else touched it meanwhile."""
    return handling_of(cast.affairs(), row.pk)
