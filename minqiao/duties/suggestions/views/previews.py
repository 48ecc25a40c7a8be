"""Before an act that cannot be taken back: what will be issued or closed, its number, who is told."""

from minqiao.duties.suggestions.actions.clocks import due, extended_to, longest_of, rules_on
from minqiao.duties.suggestions.documents import assignment_letter, reply_letter
from minqiao.duties.suggestions.queries.lists import items_to_issue
from minqiao.duties.suggestions.queries.previews import batch_of_one, to_close
from minqiao.foundation.rulebook.queries import value
from minqiao.instruments.papers.queries import next_number
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.deadlines import MissingYear


def preview(subject, action, form, on):
    """What the page of a step shows beside its form; {} for a step that issues and closes nothing."""
    make = {
        "issue_batch": _of_batch,
        "assign": _of_one,
        "issue": _of_reply,
        "issue_without_contact": _of_reply,
        "close": _of_closing,
        "request_extension": _of_extension,
        "approve_extension": _of_extension,
    }.get(action)
    return make(subject, form, on) if make else {}


def _of_batch(batch, form, on):
    """The letter of a batch, its session that of its items."""
    items = items_to_issue(batch)
    sessions = {one.session_id: one.session for one in items}
    batch.session = next(iter(sessions.values())) if len(sessions) == 1 else None
    return _handed_over(batch, items, form, on) if items else {}


def _of_one(suggestion, form, on):
    """The letter of one item that is assigned alone."""
    return _handed_over(batch_of_one(suggestion), [suggestion], form, on)


def _handed_over(batch, items, form, on):
    """The letter as it would stand on the day typed (else today), with the next number of its series."""
    day = getattr(form, "cleaned_data", {}).get("assigned_on") or on
    try:
        rules = rules_on(batch.congress.area_id, day)
        for one in items:
            clock = due(rules, "reply_hard" if one.is_hard else "reply", day)
            one.due_on, one.due_facts = clock.due, clock.as_dict()
    except MissingYear as missing:
        return {"no_letter": str(missing)}
    batch.assigned_on = day
    word = value("assignment_letter_word", place=batch.congress.area_id, on=day)
    told = f"送{batch.congress.government}；政府办公室、每件建议的领衔和联名代表会收到消息"
    told += f"。下面按交办日{day}列出，改了交办日，期限随之变动"
    return _letter(assignment_letter(batch, items), series_of_year(word, day.year), told)


def _of_reply(handling, form, on):
    """The letter to the deputy, dated today."""
    reply = handling.reply
    if reply is None:
        return {}
    reply.issued_on = on
    word = (handling.unit.reply_word or handling.unit.short_name).removesuffix("函")
    letter = reply_letter(handling, reply)
    reply.issued_on = None
    told = (
        f"送{letter.addressee}；抄送{'、'.join(letter.copies_to)}；领衔和联名代表会收到消息，请领衔代表评价"
    )
    return _letter(letter, series_of_year(f"{word}函", on.year), told)


def _letter(document, series, told):
    return {"letter": document, "next_number": next_number(series), "told": told}


def _of_closing(suggestion, form, on):
    return {"closing": to_close(suggestion)}


def _of_extension(handling, form, on):
    """Until when more time would last: what was asked for where it is asked, and the longest there is."""
    return {"longest": longest_of(handling).as_dict(), "extended": extended_to(handling).as_dict()}
