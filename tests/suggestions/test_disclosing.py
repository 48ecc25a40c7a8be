"""A public text on its way: its limit, who is asked, what is barred, what is frozen, how it is taken down."""

import pytest

from minqiao.duties.suggestions.actions import disclosing, handling, replying, rounds
from minqiao.duties.suggestions.choices import PublicationState
from minqiao.duties.suggestions.forms.disclosing import DecideOpen, DecideWithheld, Redact
from minqiao.duties.suggestions.models import Publication, Reply, Suggestion
from minqiao.duties.suggestions.queries.publications import proposals_of
from minqiao.duties.suggestions.rules.disclosing import digest_of, public_only, strictest
from minqiao.duties.suggestions.rules.matter import proposal_is_founded
from minqiao.duties.suggestions.tasks import remind_of_publications
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.search.queries import matching
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.api.disclosed import asked, checked, decided, of, published, to_gov_review, to_review
from tests.factories import REPLY, TEXT, a_contact, a_dispatched, a_replied, at, day, handlings_of, to_signing

pytestmark = pytest.mark.django_db
AT, ON = at("2026-05-27"), day("2026-05-27")
PHONE = {"facts": "威宁路破损，详情请拨打13812345678。"}


def redact(found, world, change=lambda texts: texts):
    texts = change([text for *_, text in proposals_of(found)])
    return disclosing.redact(found, actor=world.affairs, at=AT, texts=texts, checked=[])


def test_the_limit_is_twenty_workdays_from_the_reply(world):
    found = to_review(world)
    assert (found.replied_on, found.due_on) == (day("2026-05-20"), day("2026-06-17"))
    assert found.due_facts["basis"] == "参照20个工作日"
    assert (found.proposed, found.edition, found.suggestion.publication_id) == ("full", 1, found.pk)


def test_nothing_is_reviewed_before_all_parts_are_answered(world):
    found, _ = a_dispatched(world)
    assert disclosing.open_review(found) is None
    assert Publication.objects.count() == 0


def test_the_decision_stands_on_the_suggestion_and_says_what_was_proposed(world):
    found = disclosing.decide_open(
        to_review(world), actor=world.affairs, at=AT, mode="summary", note="篇幅长"
    )
    assert Suggestion.objects.get(pk=found.suggestion_id).disclosure_state == "summary"
    assert Event.objects.get(action="decide_open").note == "承办单位建议全文公开，审定摘要公开。篇幅长"


def test_a_phone_number_bars_publishing_with_its_place(world):
    found = decided(world, **PHONE)
    redact(found, world, lambda texts: [texts[0], PHONE["facts"], *texts[2:]])
    with pytest.raises(Refused) as refused:
        disclosing.publish(found, actor=world.affairs, at=AT)
    assert refused.value.why == "公开文本的“案由”里还有电话号码（13812345678），隐去后才能公开"
    redact(found, world)
    disclosing.publish(found, actor=world.affairs, at=AT)
    assert found.text["facts"] == "威宁路破损，详情请拨打（电话略）。"


def test_an_identity_number_in_a_reply_bars_publishing(world):
    found = decided(world)
    redact(found, world, lambda texts: [*texts[:-2], "张某，52240119900101123X", texts[-1]])
    with pytest.raises(Refused, match="第2条”里还有证件或者账号号码"):
        disclosing.publish(found, actor=world.affairs, at=AT)


def test_a_confidential_proposer_is_never_named(world):
    words = {"request_confidential": True, "facts": "代表1了解到路面破损。"}
    found = decided(world, **words)
    redact(found, world, lambda texts: [texts[0], words["facts"], *texts[2:]])
    with pytest.raises(Refused, match="提出人要求保密，公开文本的“案由”里还有提出人姓名"):
        disclosing.publish(found, actor=world.affairs, at=AT)
    redact(found, world)
    disclosing.publish(found, actor=world.affairs, at=AT)
    assert (found.text["proposer"], found.county, found.text["facts"]) == (
        "",
        "",
        "（姓名略）了解到路面破损。",
    )


def test_the_contact_person_is_no_part_of_the_public_text(world):
    found = published(world)
    assert REPLY["contact_name"] not in str(found.text)
    assert REPLY["contact_phone"] not in str(found.text)
    assert found.text["proposer"] == "代表1"


def test_what_was_published_is_frozen_and_its_check_value_is_in_the_trail(world):
    found = published(world)
    assert found.text_hash == digest_of(found.text)
    event = Event.objects.get(action="publish")
    assert event.note == f"全文公开，第1稿，校验值{found.text_hash}"
    with pytest.raises(Refused, match="当前环节是“已公开”，不能编辑公开文本"):
        redact(found, world)
    Suggestion.objects.filter(pk=found.suggestion_id).update(facts="后来改了")
    Reply.objects.update(answers=["改了", "改了"])
    assert Publication.objects.get(pk=found.pk).text == found.text
    assert fault_in_trail() == ""


def test_a_summary_holds_no_word_of_the_rest(world):
    found = published(world, "summary")
    assert found.text["summary"] == "威宁路破损路面年内修复。"
    assert (found.text["facts"], found.text["requests"]) == ("", [])
    assert [reply["answers"] for reply in found.text["replies"]] == [[]]
    assert TEXT["requests"][0] not in str(found.text)


def test_taken_down_it_is_found_no_more_and_the_reason_stays(world):
    found = published(world)
    rows = Publication.objects.filter(pk__in=matching("suggestions.publication", "威宁路"))
    assert rows.count() == 1
    disclosing.take_down(found, actor=world.affairs, at=AT, note="数字有误")
    assert rows.all().count() == 0
    assert Publication.objects.published().count() == 0
    assert (found.take_down_reason, found.text_hash != "") == ("数字有误", True)
    disclosing.review_again(found, actor=world.affairs, at=AT, note="已更正")
    assert (found.state, found.text, found.checked_on, found.mode) == ("review", {}, None, "")


def test_the_deputy_who_did_not_consent_is_asked_first(world):
    found = to_review(world, consent_public=False)
    with pytest.raises(Refused, match="按规则应当先征求代表对公开的意见"):
        disclosing.decide_open(found, actor=world.affairs, at=AT, mode="full")
    disclosing.ask_deputy(found, actor=world.affairs, at=AT)
    assert (found.state, found.ask_due_on) == ("asked", day("2026-06-03"))
    with pytest.raises(Refused, match="期限2026-06-03，期满未答复的可以决定"):
        disclosing.decide_open(found, actor=world.affairs, at=AT, mode="full")
    disclosing.decide_open(found, actor=world.affairs, at=at("2026-06-04"), mode="full")
    assert found.state == PublicationState.DECIDED


def test_against_the_deputys_wish_only_with_a_reason(world):
    found = asked(world)
    words = {"deputy_view": "objects", "deputy_words": "涉及邻里"}
    disclosing.say_on_publication(found, actor=world.deputy, at=AT, **words)
    form = DecideOpen({"mode": "full", "note": ""}, subject=found, actor=world.affairs, on=ON)
    assert form.errors == {"note": ["代表不希望公开，决定公开的请说明理由"]}
    assert DecideOpen({"mode": "full", "note": "事关公众利益"}, subject=found, on=ON).is_valid()


def test_where_both_sides_review_the_government_office_comes_first(world):
    found = to_gov_review(world)
    with pytest.raises(Refused, match="按规则应当先由政府办公室会审"):
        disclosing.decide_open(found, actor=world.affairs, at=AT, mode="full")
    disclosing.gov_review(found, actor=world.gov, at=AT, note="可以公开")
    disclosing.decide_open(found, actor=world.affairs, at=AT, mode="full")
    with pytest.raises(Refused, match="不需要会审"):
        disclosing.gov_review(to_review(world), actor=world.gov, at=AT)


def test_a_ground_is_kept_with_its_words_and_article(world):
    form = DecideWithheld({"ground": "privacy", "note": ""}, subject=to_review(world), on=ON)
    assert form.is_valid()
    found = disclosing.decide_withheld(form.subject, actor=world.affairs, at=AT, **form.arguments)
    assert found.ground_words == "涉及个人隐私"
    assert found.ground_basis == "《中华人民共和国政府信息公开条例》第十五条"
    assert Suggestion.objects.get(pk=found.suggestion_id).disclosure_state == "withheld"
    assert not DecideWithheld({"ground": "no_such"}, subject=found, on=ON).is_valid()


def test_every_finding_is_ticked_by_a_person(world):
    found = decided(world, **PHONE)
    texts = [text for *_, text in proposals_of(found)]
    form = Redact({"texts": texts, "checked": []}, subject=found, on=ON)
    assert form.errors == {"checked": ["还有1处没有核对，请逐处核对后打勾"]}
    kept = Redact({"texts": [texts[0], PHONE["facts"], *texts[2:]], "checked": ["2-1"]}, subject=found, on=ON)
    mended = Redact({"texts": [texts[0], "路面破损。", *texts[2:]], "checked": ["2-1"]}, subject=found, on=ON)
    as_said = Redact({"texts": texts, "checked": ["2-1"]}, subject=found, on=ON)
    outcomes = [form.is_valid() and form.arguments["checked"] for form in (kept, mended, as_said)]
    assert [rows[0]["outcome"] for rows in outcomes] == ["保留原文", "另行修改", "采用建议"]
    assert outcomes[0][0] == {"where": "案由", "what": "电话号码", "outcome": "保留原文"}


def test_blocks_may_not_be_left_out(world):
    form = Redact({"texts": ["标题"], "checked": []}, subject=decided(world), on=ON)
    assert form.errors == {"texts": ["应当有9段，收到1段"]}


def again(world, found):
    """The deputy was not satisfied: redone and answered anew on 22 June."""
    row = handlings_of(found.suggestion)["A14"]
    grades = {"attitude": "basic", "result": "dissatisfied", "words": "路还没有修"}
    replying.evaluate(row, actor=world.deputy, at=at("2026-05-28"), **grades)
    replying.release(row, actor=world.affairs, at=at("2026-05-29"))
    rounds.order_redo(row, actor=world.affairs, at=at("2026-06-01"), note="重办")
    return row


def answered_anew(world, row):
    a_contact(world, row, "2026-06-10")
    to_signing(world, row, "2026-06-20", answers=["已经修好。", "已经改造。"])
    replying.issue(row, actor=world.principal["A14"], at=at("2026-06-22"))


def test_a_second_reply_is_a_second_edition_and_the_first_stays_public_until_then(world):
    first = published(world)
    row = again(world, first)
    answered_anew(world, row)
    second = of(world, first.suggestion)
    states = Publication.objects.order_by("edition").values_list("state", flat=True)
    assert (second.edition, list(states)) == (2, ["published", "review"])
    disclosing.decide_open(second, actor=world.affairs, at=at("2026-06-23"), mode="full")
    redact(second, world)
    disclosing.publish(second, actor=world.affairs, at=at("2026-06-24"))
    assert list(states.all()) == ["superseded", "published"]
    assert second.text["replies"][0]["answers"] == ["已经修好。", "已经改造。"]
    assert Event.objects.filter(action="supersede_publication").count() == 1


def test_while_it_is_redone_nothing_is_published(world):
    found = checked(world)
    again(world, found)
    found = of(world, found.suggestion)
    with pytest.raises(Refused, match="正在重新办理"):
        disclosing.publish(found, actor=world.affairs, at=at("2026-06-02"))


def test_the_clock_reminds_once_red_once_black(world):
    to_review(world)
    said = [remind_of_publications(at(on)) for on in ("2026-05-29", "2026-06-12", "2026-06-15", "2026-06-18")]
    assert said == [[], ["代表建议：提醒公开1件"], [], ["代表建议：提醒公开1件"]]
    assert Event.objects.filter(action__startswith="remind_publication").count() == 2
    told = Message.objects.filter(words__contains="审查公开").order_by("pk").values_list("words", "is_urgent")
    number = "3-5-001 关于修复威宁路破损路段的建议"
    assert list(told) == [
        (f"公开期限5个工作日内到期，请审查公开：{number}", False),
        (f"已经超过公开期限，请尽快审查公开：{number}", True),
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"disclosure": "withheld", "disclosure_code": ""}, "建议不公开的，请选择不公开的理由"),
        ({"disclosure": "summary", "public_summary": ""}, "建议摘要公开的，请写出公开摘要"),
        ({"disclosure": "full"}, ""),
        ({"disclosure": "withheld", "disclosure_code": "privacy"}, ""),
    ],
)
def test_a_units_proposal_has_its_ground(words, why):
    assert proposal_is_founded(Reply(**words)) == why


def test_no_reply_goes_out_without_a_proposal(world):
    _, rows = a_dispatched(world)
    with pytest.raises(Refused, match="答复还没有填写：公开建议"):
        to_signing(world, _signed(world, rows["A14"]), disclosure="")


def _signed(world, row):
    return handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))


def test_of_several_units_the_least_open_proposal_counts(world):
    assert [strictest(modes) for modes in ({"full", "withheld"}, {"full", "summary"}, {"full"}, {""})] == [
        "withheld", "summary", "full", "",
    ]  # fmt: skip


def test_a_replied_case_shows_its_publication(world):
    found, _ = a_replied(world)
    assert found.publication.state == "review"


def test_a_part_that_names_who_asked_for_confidence_is_left_out():
    reply = {
        "part": "代表张明华所提的第一项",
        "opening": "",
        "answers": ["答"],
        "promises": [],
        "closing": "",
    }
    text = {"title": "题", "facts": "由", "requests": ["一"], "replies": [{"unit": "市交通运输局"} | reply]}
    parts = {mode: public_only(text, mode, ["张明华"])["replies"][0]["part"] for mode in ("full", "summary")}
    assert parts == {"full": "", "summary": ""}
    assert public_only(text, "full")["replies"][0]["part"] == "代表张明华所提的第一项"
