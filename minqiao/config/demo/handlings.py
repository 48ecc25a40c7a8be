"""Lives of handlings: what an answering and an assisting unit do, from the dispatch to the end."""

from dataclasses import replace

from minqiao.config.demo import words
from minqiao.config.demo.answers import answered, closed, contacts, evaluated
from minqiao.config.demo.days import at as moment_of
from minqiao.config.demo.days import workdays_after, working
from minqiao.config.demo.detours import given_back, redone, unanswered, withdrawn
from minqiao.config.demo.paces import pace_of
from minqiao.config.demo.promising import promised
from minqiao.config.demo.publishing import publishing
from minqiao.duties.suggestions.actions import handling
from minqiao.duties.suggestions.actions.dispatching import dispatch, dispatch_to_organ
from minqiao.duties.suggestions.rules.ordering import government_may_order
from minqiao.duties.suggestions.workflow import HANDLING


def dispatched(stage, cast, item, found, at):
    """The government office hands the item to its units, the Congress side to an organ; their lives begin."""
    units = [(cast.units[code], role, part) for code, role, part in item.units]
    if government_may_order(units):
        dispatch_to_organ(found, actor=cast.affairs(), at=at, units=units)
    else:
        dispatch(found, actor=cast.gov(item.lead % 2 == 1), at=at, units=units)
    rows = list(found.handlings.select_related("unit").order_by("pk"))
    if ends := item.fate.get("withdrawn"):
        stage.enter(withdrawn(cast, item, found))
        stage = stage.until(moment_of(ends, 0))
    for row in rows:
        row.suggestion, row.fellows = found, rows
        life = assisting if row.role == "assist" else answering
        stage.enter(life(stage, cast, item, row))


def answering(stage, cast, item, row):
    """Sign for, hear the deputy, perhaps ask for time, draft, check, review, issue; then the evaluation."""
    pace = _pace(item, row, row.dispatched_on)
    now = working(item.chance, pace.signed)
    yield now
    handling.sign_for(row, actor=cast.officer(row.unit.code), at=now)
    plan = item.fate.get("return")
    if plan and plan["to"] in cast.units:  # the small demo has only some of them
        new = yield from given_back(cast, item, row, plan)
        if new:
            row.fellows.append(new)
            new.fellows = row.fellows
            stage.enter(answering(stage, cast, replace(item, fate=plan.get("then", {})), new))
            return
        pace = _pace(item, row, plan.get("ordered") or plan["decided"])
    if not pace.without_contact:
        stage.enter(contacts(stage, cast, item, row, pace))
    if pace.asked:
        yield from _extension(cast, item, row, pace)
    now = yield from answered(cast, item, row, pace)
    stage.enter(publishing(cast, item, row, now))
    promised(stage, cast, item, row, now)
    if pace.is_silent:
        yield from unanswered(cast, item, row, now)
        return
    now = yield from evaluated(cast, item, row, pace, now)
    if pace.grade == "dissatisfied":
        yield from redone(stage, cast, item, row, pace, now)
    else:
        yield from closed(cast, item, row.suggestion, now)


def _pace(item, row, begins):
    facts = {"dispatched_on": begins, "due_on": row.due_on, "is_hard": item.is_hard}
    return pace_of(item.chance, fate=item.fate, **facts)


def _extension(cast, item, row, pace):
    now = working(item.chance, pace.asked)
    yield now
    facts = {"reason": item.chance.choice(words.REASONS), "done_so_far": words.SO_FAR}
    handling.request_extension(row, actor=cast.officer(row.unit.code), at=now, **facts)
    now = working(item.chance, pace.decided)
    yield now
    if pace.is_refused:
        note = "理由不充分，请在原期限内答复。"
        handling.refuse_extension(row, actor=cast.affairs(), at=now, note=note)
    else:
        handling.approve_extension(row, actor=cast.affairs(), at=now, note="同意延期，请向代表说明。")


def assisting(stage, cast, item, row):
    """An assisting unit: signs, sends its opinion, late or empty at times, and then once more."""
    chance, code = item.chance, row.unit.code
    facts = item.fate.get("assist", {}).get(code) or _assist_pace(chance, row)
    now = working(chance, workdays_after(row.dispatched_on, chance.randint(1, 3)))
    yield now
    handling.sign_for(row, actor=cast.officer(code), at=now)
    now = working(chance, facts["sent"])
    yield now
    row.refresh_from_db(fields=["state"])
    if HANDLING.refusal("send_opinion", cast.officer(code), row, now.date()):
        return  # too late: the whole is closed
    text = words.EMPTY_OPINION if facts.get("rejected") else chance.choice(words.OPINIONS)
    ask = item.words["requests"][-1]
    opinion = {"text": text.format(ask=ask), "signer": f"{cast.head(code).name}（分管领导）"}
    handling.send_opinion(row, actor=cast.officer(code), at=now, **opinion)
    if facts.get("rejected"):
        yield from _rewritten(cast, item, row, facts, opinion)


def _assist_pace(chance, row):
    """Mostly within the month; a fifth later; a few without substance."""
    sent = workdays_after(
        row.due_on, chance.choices((-chance.randint(0, 9), chance.randint(1, 36)), (78, 22))[0]
    )
    rejected = workdays_after(sent, 2) if chance.random() < 0.07 else None
    return {"sent": max(sent, workdays_after(row.dispatched_on, 4)), "rejected": rejected, "again": 4}


def _rewritten(cast, item, row, facts, opinion):
    chance, code = item.chance, row.unit.code
    lead = next(each.unit.code for each in row.fellows if each.role == "lead")
    now = working(chance, facts["rejected"])
    yield now
    note = "没有写明配合做什么、什么时候完成，请针对代表的建议事项重写。"
    handling.reject_opinion(row, actor=cast.officer(lead), at=now, note=note)
    now = working(chance, workdays_after(facts["rejected"], facts["again"]))
    yield now
    text = words.OPINIONS[1].format(ask=item.words["requests"][-1])
    handling.send_opinion(row, actor=cast.officer(code), at=now, **opinion | {"text": text})
