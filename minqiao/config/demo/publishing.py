"""Lives of public texts in the demo's year: most replies are published within the limit, a few are not."""

from random import Random

from minqiao.config.demo.days import later
from minqiao.duties.suggestions.actions import disclosing
from minqiao.duties.suggestions.queries.file import handling_of
from minqiao.duties.suggestions.queries.publications import grounds, proposals_of, publication_of
from minqiao.duties.suggestions.workflow import PUBLICATION

WITHHELD, WAITING, TAKEN_DOWN = 0.05, 0.03, 0.04  # shares
MISTAKE = "答复中的资金数额有误，更正后重新公开。"
SUMMARY = "该建议已由承办单位办理并答复代表，办理结果按所列类别公开。"


def publishing(cast, item, row, now):
    """From the issued reply to the public page: asked, decided, checked, published; some wait, some never."""
    affairs = cast.affairs(second=True)
    chance = Random(f"public/{row.suggestion.number}/{row.round}")
    if chance.random() < WAITING:
        return
    now = later(chance, now, chance.randint(3, 9))
    yield now
    found = handling_of(affairs, row.pk).suggestion
    if found.publication_id is None:  # another unit has not answered its part yet
        return
    one = publication_of(affairs, found.publication_id)
    if not found.consent_public and not PUBLICATION.refusal("ask_deputy", affairs, one, now.date()):
        now = yield from _asked(cast, item, row, one, now, chance)
    if PUBLICATION.refusal("decide_open", affairs, one, now.date()):
        return
    if chance.random() < WITHHELD:
        ground = next(row for row in grounds(now.date()) if row["code"] == "in_process")
        facts = {"ground_words": ground["words"], "ground_basis": ground["basis"]}
        disclosing.decide_withheld(one, actor=affairs, at=now, ground=ground["code"], **facts)
        return
    mode = one.proposed if one.proposed != "withheld" else "summary"
    disclosing.decide_open(one, actor=affairs, at=now, mode=mode or "full")
    yield from _issued(affairs, one.pk, now, chance)


def _asked(cast, item, row, one, now, chance):
    affairs = cast.affairs(second=True)
    disclosing.ask_deputy(one, actor=affairs, at=now)
    now = later(chance, now, chance.randint(1, 4))
    yield now
    deputy = affairs if item.is_paper else cast.deputy(item.lead)
    disclosing.say_on_publication(one, actor=deputy, at=now, deputy_view="agrees")
    one.suggestion = handling_of(affairs, row.pk).suggestion
    return now


def _issued(affairs, pk, now, chance):
    """Checked as proposed, published, a few taken down again."""
    now = later(chance, now, 1)
    yield now
    one = publication_of(affairs, pk)
    if PUBLICATION.refusal("redact", affairs, one, now.date()):
        return
    rows = proposals_of(one)
    texts = [text for *_, text in rows]
    if one.mode == "summary":
        texts[1] = texts[1] or SUMMARY
    seen = [
        {"where": heading, "what": each.label, "outcome": "采用建议"}
        for heading, _, all_, _ in rows
        for each in all_
    ]
    disclosing.redact(one, actor=affairs, at=now, texts=texts, checked=seen)
    now = later(chance, now, 0)
    yield now
    disclosing.publish(one, actor=affairs, at=now)
    if chance.random() < TAKEN_DOWN:
        now = later(chance, now, 5)
        yield now
        if not PUBLICATION.refusal("take_down", affairs, one, now.date()):
            disclosing.take_down(one, actor=affairs, at=now, note=MISTAKE)
