"""Lives of handlings: what an answering and an assisting unit do, and what deputy and offices do with it."""

import datetime as dt

from minqiao.config.demo import words
from minqiao.config.demo.days import later, workdays_after, working
from minqiao.config.demo.paces import WAYS, pace_of
from minqiao.config.demo.publishing import SUMMARY, publishing
from minqiao.duties.suggestions.actions import handling, office, replying
from minqiao.duties.suggestions.workflow import HANDLING, SUGGESTION

FRIDAY = 4


def dispatched(stage, cast, item, found, at):
    """The government office hands the item to its units; their lives begin."""
    units = [(cast.units[code], role, part) for code, role, part in item.units]
    office.dispatch(found, actor=cast.gov(item.lead % 2 == 1), at=at, units=units)
    rows = list(found.handlings.select_related("unit").order_by("pk"))
    for row in rows:
        row.suggestion, row.fellows = found, rows
        life = assisting if row.role == "assist" else answering
        stage.enter(life(stage, cast, item, row))


def answering(stage, cast, item, row):
    """Sign for, hear the deputy, perhaps ask for time, draft, check, review, issue; then the evaluation."""
    pace = pace_of(
        item.chance,
        dispatched_on=row.dispatched_on,
        due_on=row.due_on,
        is_hard=item.is_hard,
        fate=item.fate,
    )
    officer = cast.officer(row.unit.code)
    now = working(item.chance, pace.signed)
    yield now
    handling.sign_for(row, actor=officer, at=now)
    if not pace.without_contact:
        stage.enter(_contacts(stage, cast, item, row, pace))
    if pace.asked:
        yield from _extension(cast, item, row, pace)
    now = yield from _answered(cast, item, row, pace)
    if row.suggestion.publication_id:
        stage.enter(publishing(cast, item, row.suggestion, now))
    yield from _evaluated(cast, item, row, pace, now)


def _contacts(stage, cast, item, row, pace):
    """The contact log, each entry to be confirmed by the deputy."""
    chance, code = item.chance, row.unit.code
    who = (
        f"{cast.head(code).name}（分管领导）"
        if chance.random() < 0.6
        else f"{cast.officer(code).name}（承办人）"
    )
    for on, kind in pace.contacts:
        now = working(chance, on)
        yield now
        if HANDLING.refusal("contact", cast.officer(code), row, on):
            return
        text = words.contact_words(chance, kind, item.place)
        facts = {"stage": kind, "on": on, "way": chance.choice(WAYS), "who": who, "content": text}
        logged = handling.contact(row, actor=cast.officer(code), at=now, **facts)
        if chance.random() < 0.9 or item.fate:
            stage.enter(_confirmed(cast, item, row, logged, now))


def _confirmed(cast, item, row, logged, now):
    actor = cast.affairs() if item.is_paper else cast.deputy(item.lead)
    now = later(item.chance, now, item.chance.randint(1, 5))
    yield now
    if HANDLING.refusal("confirm_contact", actor, row, now.date()):
        return
    disputed = item.chance.random() < 0.05 and not item.fate
    answer = {"state": "disputed" if disputed else "confirmed"}
    answer["deputy_words"] = item.chance.choice(words.DISPUTES) if disputed else ""
    handling.confirm_contact(row, actor=actor, at=now, contact=logged, **answer)


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


def _answered(cast, item, row, pace):
    """The reply's way: six workdays, longer when it is sent back once."""
    code, chance = row.unit.code, item.chance
    begins = {"": 6, "head": 8, "gov": 9, "principal": 9}[pace.sent_back]
    now = working(chance, workdays_after(pace.reply, -begins))
    yield now
    _draft(cast, item, row, pace, now)
    now = later(chance, now, 1)
    yield now
    replying.submit_reply(row, actor=cast.officer(code), at=now)
    if pace.sent_back:
        now = yield from _sent_back(cast, item, row, pace, now)
    now = later(chance, now, 1)
    yield now
    replying.check_format(row, actor=cast.head(code), at=now)
    now = max(later(chance, now, 2), working(chance, workdays_after(pace.reply, -2)))
    yield now
    replying.pass_review(row, actor=cast.gov(item.lead % 2 == 1), at=now)
    now = max(later(chance, now, 1), working(chance, pace.reply))
    yield now
    if pace.without_contact:
        replying.issue_without_contact(row, actor=cast.principal(code), at=now, note=words.NO_CONTACT)
    else:
        replying.issue(row, actor=cast.principal(code), at=now)
    return now


def _draft(cast, item, row, pace, now):
    others = _parts_of_others(item, row)
    open_to_all = not item.words.get("request_confidential")
    promised = pace.promises or (words.promises(item, pace.reply) if pace.category == "B" else ())
    replying.draft_reply(
        row,
        actor=cast.officer(row.unit.code),
        at=now,
        promises=promised,
        opening="",
        answers=words.answers(item, pace.category, others),
        category=pace.category,
        closing="",
        contact_name=cast.officer(row.unit.code).name,
        contact_phone=row.unit.contact_phone,
        disclosure="full" if open_to_all else "summary",
        public_summary="" if open_to_all else SUMMARY,
        disclosure_ground="" if open_to_all else "提出人要求保密，隐去可以识别其身份的内容",
    )


def _parts_of_others(item, row):
    """In separate handling: the name of the other unit beside each request that is its part."""
    if row.role != "separate":
        return ()
    other = next(each.unit.short_name for each in row.fellows if each.pk != row.pk)
    mine = row.part.removeprefix("第").removesuffix("项建议").split("、")
    return ["" if str(n) in mine else other for n, _ in enumerate(item.words["requests"], 1)]


def _sent_back(cast, item, row, pace, now):
    """Whoever reads it (head, government office, principal) sends it back; the officer improves it."""
    chance, code = item.chance, row.unit.code
    readers = {"head": cast.head(code), "gov": cast.gov(), "principal": cast.principal(code)}
    if pace.sent_back != "head":
        now = later(chance, now, 1)
        yield now
        replying.check_format(row, actor=cast.head(code), at=now)
    if pace.sent_back == "principal":
        now = later(chance, now, 0)
        yield now
        replying.pass_review(row, actor=cast.gov(), at=now)
    now = later(chance, now, 1)
    yield now
    note = chance.choice(words.SEND_BACKS)
    replying.send_back_reply(row, actor=readers[pace.sent_back], at=now, note=note)
    now = later(chance, now, 1)
    yield now
    _draft(cast, item, row, pace, now)
    now = later(chance, now, 0)
    yield now
    replying.submit_reply(row, actor=cast.officer(code), at=now)
    return now


def _evaluated(cast, item, row, pace, now):
    """The deputy grades, the Congress side gives the grades back on Fridays and closes what is settled."""
    chance, found = item.chance, row.suggestion
    author = cast.affairs() if item.is_paper else cast.deputy(item.lead)
    now = later(chance, now, pace.evaluated)
    yield now
    grades = words.grades(item, pace.grade) | item.fate.get("grades", {})
    replying.evaluate(row, actor=author, at=now, **grades)
    if pace.is_revised:
        now = later(chance, now, 0)
        yield now
        replying.revise_evaluation(row, actor=author, at=now, **grades | {"words": words.BASIC[0]})
    now = working(chance, _friday(now.date(), item.fate.get("released")))
    yield now
    replying.release(row, actor=cast.affairs(), at=now)
    now = later(chance, now, chance.randint(1, 4))
    yield now
    if not SUGGESTION.refusal("close", cast.affairs(second=True), found, now.date()):
        office.close(found, actor=cast.affairs(second=True), at=now)


def _friday(on, fixed):
    """The day on which evaluations are given back: the Friday after, unless the item's fate names one."""
    return fixed or on + dt.timedelta(days=(FRIDAY - on.weekday() - 1) % 7 + 1)


def assisting(stage, cast, item, row):
    """An assisting unit: signs, sends its opinion, late or empty at times, and then once more."""
    chance, code = item.chance, row.unit.code
    facts = item.fate.get("assist", {}).get(code) or _assist_pace(chance, row)
    now = working(chance, workdays_after(row.dispatched_on, chance.randint(1, 3)))
    yield now
    handling.sign_for(row, actor=cast.officer(code), at=now)
    now = working(chance, facts["sent"])
    yield now
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
