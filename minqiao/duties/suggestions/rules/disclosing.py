"""What is published of an answered suggestion, and what must be true before (domain.md 2.1, disclosure)."""

import hashlib
import json

from minqiao.duties.suggestions.choices import DeputyView, DisclosureState
from minqiao.kit.redaction import barred_in, findings_in, proposed

LEAST_OPEN = (DisclosureState.WITHHELD, DisclosureState.SUMMARY, DisclosureState.FULL)


def _kept(publication, key, otherwise):
    return publication.suggestion.rules.get(key, {}).get("value", otherwise)


def _gov_reviews(publication):
    return _kept(publication, "disclosure.reviewer", "congress") == "both"


def gov_reviews(actor, publication):
    """Rule disclosure.reviewer, as the case keeps it."""
    if not _gov_reviews(publication):
        return "按规则公开由代表工作委员会审定，不需要会审"
    return "" if publication.gov_reviewed_on is None else "已经会审"


def gov_has_reviewed(actor, publication):
    """Where both sides review, the government office comes first."""
    waits = _gov_reviews(publication) and publication.gov_reviewed_on is None
    return "按规则应当先由政府办公室会审" if waits else ""


def must_ask(publication):
    """Rule disclosure.ask_deputy: every time, only who did not consent when he raised it, or never."""
    rule = _kept(publication, "disclosure.ask_deputy", "unless_consented")
    return rule == "always" or (rule == "unless_consented" and not publication.suggestion.consent_public)


def deputy_was_asked(actor, publication):
    """Where the rule wants it, the deputy is heard before his text is published."""
    if publication.asked_on or not must_ask(publication):
        return ""
    return "按规则应当先征求代表对公开的意见"


def not_asked_yet(actor, publication):
    return "" if publication.asked_on is None else "已经征求过代表意见"


def after_the_asking_date(publication, on):
    """Without an answer one decides once the deputy's days are over."""
    due_on = publication.ask_due_on
    return "" if due_on is None or on > due_on else f"正在征求代表意见，期限{due_on}，期满未答复的可以决定"


def reply_stands(actor, publication):
    """While it is redone there is no reply to publish."""
    if publication.suggestion.replied_on == publication.replied_on:
        return ""
    return "正在重新办理，新的答复签发后另行审查公开"


def texts_are_checked(actor, publication):
    return "" if publication.checked_on else "公开文本还没有核对，请先编辑公开文本"


def nothing_private_is_left(actor, publication):
    """No phone or identity number ever, no name of a proposer who asked for confidence."""
    return barred_in(blocks_of(publication.text, publication.mode), hidden_names(publication.suggestion))


def hidden_names(suggestion):
    """The names that may not be read in public: all signers' when the proposer asked for confidence."""
    return signers_of(suggestion) if suggestion.request_confidential else []


def signers_of(suggestion):
    """The names of the lead signer and of all who were asked to join."""
    joined = [row.mandate.deputy.name for row in suggestion.signings.all()]
    return [suggestion.lead_signer.deputy.name, *joined]


def names_to_propose(suggestion):
    """Names proposed to be hidden: co-signers' always, the lead signer's when he asked for confidence."""
    lead, *joined = signers_of(suggestion)
    return [lead, *joined] if suggestion.request_confidential else [one for one in joined if one != lead]


def proposer_words(suggestion, joined):
    """How the public reads who proposed it; nothing of one who asked for confidence. `joined`: how many."""
    if suggestion.request_confidential:
        return ""
    lead = suggestion.lead_signer.deputy.name
    return f"{lead}等{joined + 1}位代表" if joined else lead


def strictest(modes):
    """What several units propose together: the least open of them; "" where nobody proposed."""
    return next((mode for mode in LEAST_OPEN if mode in modes), "")


def blocks_of(text, mode):
    """The texts of a publication as pairs of heading and text, in the order they are read."""
    if not text:
        return []
    if mode == DisclosureState.SUMMARY:
        return [("标题", text["title"]), ("公开摘要", text["summary"])]
    asks = [(f"建议事项第{number}条", ask) for number, ask in enumerate(text["requests"], 1)]
    head = [("标题", text["title"]), ("案由", text["facts"]), ("分析", text["analysis"]), *asks]
    return head + [pair for reply in text["replies"] for pair in reply_blocks(reply)]


def reply_blocks(reply):
    """One unit's reply as pairs of heading and text, in reading order; empty ones too."""
    unit = reply["unit"]
    answers = [(f"{unit}答复第{number}条", words) for number, words in enumerate(reply["answers"], 1)]
    promises = [(f"{unit}承诺第{number}项", words) for number, words in enumerate(reply["promises"], 1)]
    closing = (f"{unit}答复的结尾", reply["closing"])
    return [(f"{unit}答复的开头", reply["opening"]), *answers, *promises, closing]


def with_texts(text, mode, texts):
    """The publication with its blocks replaced, in the order of `blocks_of`."""
    texts = iter(texts)
    if mode == DisclosureState.SUMMARY:
        return text | {"title": next(texts), "summary": next(texts)}
    head = {name: next(texts) for name in ("title", "facts", "analysis")}
    head["requests"] = [next(texts) for _ in text["requests"]]
    replies = [_reply_with(reply, texts) for reply in text["replies"]]
    return text | head | {"replies": replies}


def _reply_with(reply, texts):
    opening = next(texts)
    lists = {name: [next(texts) for _ in reply[name]] for name in ("answers", "promises")}
    return reply | {"opening": opening, "closing": next(texts)} | lists


def public_only(text, mode, names=()):
    """What is issued: in a summary the words themselves are not there, so nobody can read them.

    What part a unit had is an office's own word, checked by nobody: one that may not be read is left out.
    """
    replies = [reply | {"part": _open_part(reply["part"], names)} for reply in text["replies"]]
    if mode != DisclosureState.SUMMARY:
        return text | {"summary": "", "replies": replies}
    replies = [reply | {"opening": "", "answers": [], "promises": [], "closing": ""} for reply in replies]
    return text | {"facts": "", "analysis": "", "requests": [], "replies": replies}


def _open_part(part, names):
    return "" if barred_in([("", part)], names) else part


def proposals(text, mode, names):
    """(heading, original, findings, proposed text) of every block."""
    rows = []
    for number, (heading, words) in enumerate(blocks_of(text, mode), 1):
        found = findings_in(str(number), words, names)
        rows.append((heading, words, found, proposed(words, found)))
    return rows


def digest_of(text) -> str:
    """The check value of a published text: the same text always gives the same."""
    line = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode()).hexdigest()


def view_wants_reason(publication, note):
    """Publishing against the deputy's wish is explained."""
    if publication.deputy_view == DeputyView.OBJECTS and not note:
        return "代表不希望公开，决定公开的请说明理由"
    return ""
