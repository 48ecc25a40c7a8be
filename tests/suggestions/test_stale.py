"""Pages grow old while people think: what was loaded before is judged as it is now."""

import pytest

from minqiao.duties.suggestions.actions import disclosing, do, drafting, handling, office, promising, replying
from minqiao.duties.suggestions.models import Handling, Publication, Suggestion
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.publications import proposals_of
from minqiao.duties.suggestions.rules.versions import version
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from tests.api.disclosed import checked, of
from tests.factories import (
    GRADES,
    REPLY,
    a_dispatched,
    a_draft,
    an_assigned,
    an_evaluated,
    at,
    day,
    handlings_of,
    to_signing,
)
from tests.suggestions.promising import REASON, given_up

pytestmark = pytest.mark.django_db
CHANGED = "您打开页面以后，内容已被他人修改；请重新打开阅读后再办，您填写的内容仍在下面"


def again(row):
    """The same row as another page has it loaded."""
    found = type(row).objects.get(pk=row.pk)
    if isinstance(found, Handling):
        found.fellows = [found]
    return found


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def test_a_released_evaluation_is_neither_released_again_nor_changed(world):
    found, row = an_evaluated(world)
    old = [again(row), again(row)]
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    why = refused(replying.release, old[0], actor=world.affairs, at=at("2026-05-28"))
    assert why == "评价已经反馈承办单位"
    worse = GRADES | {"result": "dissatisfied", "words": "没有办好"}
    why = refused(replying.revise_evaluation, old[1], actor=world.deputy, at=at("2026-05-28"), **worse)
    assert why == "评价已经反馈承办单位"
    row.reply.evaluation.refresh_from_db()
    assert row.reply.evaluation.result == "satisfied"
    assert found.pk == row.suggestion_id


def test_an_item_is_held_once(world):
    found = an_assigned(world)
    old = again(found)
    office.hold(found, actor=world.gov, at=at("2026-03-21"), note="请领导研究")
    why = refused(office.hold, old, actor=world.gov, at=at("2026-03-21"), note="再研究")
    assert why == "这件建议已留待领导研究，研究后可直接分办"
    assert Event.objects.filter(action="hold").count() == 1


def test_a_co_signer_confirms_the_text_he_read_and_no_other(world):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    read = again(found)
    seen = version(read)
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), facts="换了一件事")
    taking = {"seen": seen, "actor": world.deputies[1], "at": at("2026-03-05")}
    assert refused(do, "suggestion", "confirm_cosign", read, **taking) == CHANGED
    assert found.signings.get().state == "invited"
    do("suggestion", "confirm_cosign", again(found), **(taking | {"seen": version(again(found))}))
    assert found.signings.get().state == "confirmed"


def test_a_change_of_the_analysis_or_the_consent_asks_again(world):
    for change in ({"analysis": "另一种分析"}, {"consent_public": False}, {"request_confidential": True}):
        found = a_draft(world)
        drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
        drafting.confirm_cosign(again(found), actor=world.deputies[1], at=at("2026-03-05"))
        drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), **change)
        assert found.signings.get().state == "invited"


def test_a_late_autosave_changes_nothing_of_a_submitted_text(world):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    drafting.confirm_cosign(again(found), actor=world.deputies[1], at=at("2026-03-05"))
    old = again(found)
    drafting.submit(again(found), actor=world.deputy, at=at("2026-03-05"))
    why = refused(drafting.autosave, old, actor=world.deputy, at=at("2026-03-05"), facts="晚到的字")
    assert why == "当前环节是“待审核”，不能修改"
    found.refresh_from_db()
    assert (found.facts == "晚到的字", found.signings.get().state) == (False, "confirmed")


def test_the_second_of_two_officers_does_not_wipe_the_firsts_draft(world):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    seen = version(again(row))
    words = REPLY | {"promises": ()}
    do(
        "handling",
        "draft_reply",
        again(row),
        seen=seen,
        actor=world.officer["A14"],
        at=at("2026-04-01"),
        **words,
    )
    other = words | {"answers": ["另一位的答复", "另一位的答复"]}
    why = refused(
        do,
        "handling",
        "draft_reply",
        again(row),
        seen=seen,
        actor=world.officer["A14"],
        at=at("2026-04-02"),
        **other,
    )
    assert why == CHANGED
    assert handlings_of(Suggestion.objects.get())["A14"].reply.answers == REPLY["answers"]


def test_the_principal_signs_the_text_he_opened(world):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    to_signing(world, row, "2026-05-20")
    opened = again(row)
    seen = version(opened)
    row.reply.answers = ["悄悄换掉", "的答复"]
    row.reply.save()
    note = "代表长期在外治疗，多次电话未接通，已书面告知家属并约定下月补访。"
    taking = {"seen": seen, "actor": world.principal["A14"], "at": at("2026-05-21"), "note": note}
    assert refused(do, "handling", "issue_without_contact", opened, **taking) == CHANGED


def retitled(world, found):
    """A reviewer changes the title of a public text; its texts."""
    texts = ["新标题", *[text for *_, text in proposals_of(found)][1:]]
    disclosing.redact(found, actor=world.affairs, at=at("2026-05-26"), texts=texts, checked=[])
    return texts


def test_who_publishes_publishes_the_text_he_has_read(world):
    found = checked(world)
    seen, page = version(found), of(world, found.suggestion)
    texts = [text for *_, text in proposals_of(found)]
    disclosing.redact(
        found, actor=world.affairs, at=at("2026-05-26"), texts=["新标题", *texts[1:]], checked=[]
    )
    words = {"actor": world.affairs, "at": at("2026-05-26")}
    assert refused(do, "publication", "publish", page, seen=seen, **words) == CHANGED
    assert refused(do, "publication", "redact", page, seen=seen, texts=texts, checked=[], **words) == CHANGED
    disclosing.publish(of(world, found.suggestion), **words)
    assert Publication.objects.get().title == "新标题"


def test_what_goes_out_is_the_text_as_it_stands_not_as_a_page_had_loaded_it(world):
    found = checked(world)
    page = of(world, found.suggestion)
    texts = [text for *_, text in proposals_of(found)]
    disclosing.redact(
        found, actor=world.affairs, at=at("2026-05-26"), texts=["新标题", *texts[1:]], checked=[]
    )
    disclosing.publish(page, actor=world.affairs, at=at("2026-05-26"))
    row = Publication.objects.get()
    assert (row.title, row.text["title"]) == ("新标题", "新标题")


def test_two_delays_from_two_open_pages_count_on_from_each_other(world):
    promise = given_up(world)
    promising.insist(
        promise, actor=world.affairs, at=at("2026-05-10"), note="请继续", new_due_on=day("2026-12-31")
    )
    pages = [commitment_of(world.affairs, promise.pk) for _ in range(2)]
    for page, date in zip(pages, ("2027-03-31", "2027-06-30"), strict=True):
        words = {"reason": REASON, "new_due_on": day(date)}
        promising.explain_delay(page, actor=world.principal["A14"], at=at("2026-05-12"), **words)
    entries = promise.entries.filter(kind="explained").order_by("pk")
    assert list(entries.values_list("old_due_on", "new_due_on")) == [
        (day("2026-12-31"), day("2027-03-31")), (day("2027-03-31"), day("2027-06-30")),
    ]  # fmt: skip
    promise.refresh_from_db()
    assert (promise.times_deferred, promise.due_on) == (3, day("2027-06-30"))
