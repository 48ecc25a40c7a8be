"""A unit's work on an answer: hearing the deputy, the draft, the check, the letter, what the deputy says."""

import datetime as dt

from minqiao.config.demo import words
from minqiao.config.demo.days import later, workdays_after, working
from minqiao.config.demo.paces import WAYS
from minqiao.config.demo.promising import hastened
from minqiao.config.demo.publishing import SUMMARY
from minqiao.duties.suggestions.actions import closing, handling, replying
from minqiao.duties.suggestions.choices import HandlingState
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.duties.suggestions.workflow import HANDLING, SUGGESTION

FRIDAY = 4


def contacts(stage, cast, item, row, pace):
    """The contact log, each entry to be confirmed by the deputy."""
    for on, kind in pace.contacts:
        now = working(item.chance, on)
        yield now
        if HANDLING.refusal("contact", cast.officer(row.unit.code), row, on):
            return
        contact(stage, cast, item, row, now, kind)


def contact(stage, cast, item, row, now, kind):
    """Log one contact of a moment; mostly the deputy answers it in the days after."""
    chance, code = item.chance, row.unit.code
    who = (
        f"{cast.head(code).name}（分管领导）"
        if chance.random() < 0.6
        else f"{cast.officer(code).name}（承办人）"
    )
    text = words.contact_words(chance, kind, item.place)
    facts = {"stage": kind, "on": now.date(), "way": chance.choice(WAYS), "who": who, "content": text}
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


def answered(cast, item, row, pace):
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
    _reviewed(row, cast.gov(item.lead % 2 == 1), now)
    now = max(later(chance, now, 1), working(chance, pace.reply))
    yield now
    if pace.without_contact:
        replying.issue_without_contact(row, actor=cast.principal(code), at=now, note=words.NO_CONTACT)
    else:
        _heard(row, cast, item, now)
        replying.issue(row, actor=cast.principal(code), at=now)
    return now


def _heard(row, cast, item, now):
    """Where the deputy disputes every record so far, he is called once more before the letter goes out."""
    if HANDLING.refusal("issue", cast.principal(row.unit.code), row, now.date()):
        facts = {"stage": "during", "on": now.date(), "way": "phone", "who": "承办人"}
        text = words.contact_words(item.chance, "during", item.place)
        handling.contact(row, actor=cast.officer(row.unit.code), at=now, content=text, **facts)


def _draft(cast, item, row, pace, now):
    others = _parts_of_others(item, row)
    open_to_all = not item.words.get("request_confidential")
    promised = pace.promises or (words.promises(item, pace.reply) if pace.category == "B" else ())
    replying.draft_reply(
        row,
        actor=cast.officer(row.unit.code),
        at=now,
        promises=hastened(row.suggestion.number, promised, pace.reply),
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


def _reviewed(row, office, at):
    """The government office reads it first, but not what an organ beside the government answers."""
    if row.state == HandlingState.PRE_REVIEW:
        replying.pass_review(row, actor=office, at=at)


def _sent_back(cast, item, row, pace, now):
    """Whoever reads it (head, government office, principal) sends it back; the officer improves it."""
    chance, code = item.chance, row.unit.code
    readers = {"head": cast.head(code), "gov": cast.gov(), "principal": cast.principal(code)}
    if not row.unit.is_under_government:
        readers["gov"] = cast.principal(code)
    if pace.sent_back != "head":
        now = later(chance, now, 1)
        yield now
        replying.check_format(row, actor=cast.head(code), at=now)
    if pace.sent_back == "principal":
        now = later(chance, now, 0)
        yield now
        _reviewed(row, cast.gov(), now)
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


def evaluated(cast, item, row, pace, now):
    """The deputy grades, the Congress side gives the grades back on Fridays. Ends at that moment."""
    chance = item.chance
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
    return now


def _friday(on, fixed):
    """The day on which evaluations are given back: the Friday after, unless the item's fate names one."""
    return fixed or on + dt.timedelta(days=(FRIDAY - on.weekday() - 1) % 7 + 1)


def closed(cast, item, found, now):
    """What is settled is closed some days later."""
    now = later(item.chance, now, item.chance.randint(1, 4))
    yield now
    found = suggestion_of(cast.affairs(), found.pk)  # another unit's part may have been closed meanwhile
    if not SUGGESTION.refusal("close", cast.affairs(second=True), found, now.date()):
        closing.close(found, actor=cast.affairs(second=True), at=now)
