"""Writing help on pages and in the API: one matter, raised before, empty phrases, the place's own list."""

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import drafting, handling, office, replying
from minqiao.duties.suggestions.actions.phrases import enter_phrase
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.writing import empty_answers, phrase_rows, phrases_of
from minqiao.foundation.accounts.models import User
from minqiao.foundation.rulebook.actions import change_rule
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from tests.api.conftest import Caller
from tests.factories import REPLY, TEXT, a_dispatched, a_draft, a_registered, a_replied, a_submitted, at, day

pytestmark = pytest.mark.django_db
EMPTY = "您的建议很好，我局高度重视，下一步将积极推进有关工作。"
SOLID = "已列入2026年养护计划，11月30日前完工。"
TWO = {"requests": ["修复威宁路道路", "给三中配齐教师，学校缺人"]}
TWO_WORDS = "第1条像是“城建环保”的事，第2条像是“教科文卫”的事；如果不是同一件事，请分开提"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")


def page(client, actor, url, data=None):
    """(status, text) of a page as this actor sees it."""
    client.force_login(User.objects.get(pk=actor.user_id))
    answer = client.get(url) if data is None else client.post(url, data)
    return answer.status_code, answer.content.decode()


def drafted(world, *answers):
    row = a_dispatched(world)[1]["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    words = REPLY | {"answers": list(answers)}
    replying.draft_reply(row, actor=world.officer["A14"], at=at("2026-05-20"), **words)
    return replying.submit_reply(row, actor=world.officer["A14"], at=at("2026-05-20"))


def test_a_check_shows_hints_and_saves_nothing(world, client):
    data = TEXT | TWO | {"then": "check"}
    status, text = page(client, world.deputy, reverse("suggestions:new"), data)
    assert (status, TWO_WORDS in text, Suggestion.objects.count()) == (200, True, 0)
    assert "给三中配齐教师" in text  # what was typed is still there


def test_a_check_of_one_matter_says_so(world, client):
    found = a_draft(world)
    url = reverse("suggestions:step", args=[found.pk, "edit"])
    status, text = page(client, world.deputy, url, TEXT | {"title": "改过的标题", "then": "check"})
    found.refresh_from_db()
    assert (status, "没有发现一件建议写了几件事的迹象" in text, found.title) == (200, True, TEXT["title"])


def test_a_check_names_the_mark_of_a_state_secret(world, client):
    data = TEXT | {"facts": "机密★10年 内容", "then": "check"}
    status, text = page(client, world.deputy, reverse("suggestions:new"), data)
    assert (status, "国家秘密标志“" in text, "没有发现一件建议" in text) == (200, True, False)


def test_hints_alone_do_not_keep_a_deputy_from_submitting(world, client):
    found = a_draft(world, **TWO)
    url = reverse("suggestions:step", args=[found.pk, "submit"])
    assert TWO_WORDS in page(client, world.deputy, url)[1]
    page(client, world.deputy, url, {})
    found.refresh_from_db()
    assert found.state == "submitted"


def test_where_the_rule_wants_it_the_hints_are_confirmed_first(world, client):
    facts = {"basis": "本市办法", "source": "2026年", "level": "city", "place": world.area.pk}
    change_rule(
        key="one_matter_check", value="confirm", valid_from=day("2026-06-01"), actor=world.affairs,
        at=at("2026-06-01"), **facts,
    )  # fmt: skip
    found, plain = a_draft(world, **TWO), a_draft(world, title="关于另一条路的建议")
    url = reverse("suggestions:step", args=[found.pk, "submit"])
    assert page(client, world.deputy, url, {})[0] == 422
    assert page(client, world.deputy, url, {"one_matter": "on"})[0] == 302
    assert Event.objects.get(action="submit").note == "代表确认为一件事"
    assert page(client, world.deputy, reverse("suggestions:step", args=[plain.pk, "submit"]), {})[0] == 302


# Raised before:


def test_what_resembles_the_text_shows_number_state_and_reply(world, client):
    found, _ = a_replied(world)
    status, text = page(client, world.deputy, reverse("suggestions:similar") + f"?title={found.title}")
    assert status == 200
    assert f'name="same_as" value="{found.number}"' in text
    assert "已答复待评价 · 市交通运输局 · 2026-05-20答复（B类）" in text
    assert f"/suggestions/{found.pk}/#reply" in text


def test_the_one_that_was_chosen_is_tied_without_a_script(world, client):
    before, _ = a_replied(world)
    data = TEXT | {"title": "关于再次修复威宁路的建议", "same_as": before.number}
    page(client, world.deputy, reverse("suggestions:new"), data)
    found = Suggestion.objects.order_by("-pk").first()
    assert (found.repeat_of, found.raised_before_id) == (before.number, before.pk)


def test_a_number_nobody_knows_is_kept_as_it_was_written(world):
    found = a_draft(world, repeat_of="2-1-007")
    assert (found.repeat_of, found.raised_before_id) == ("2-1-007", None)
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), repeat_of="")
    assert (found.repeat_of, found.raised_before_id) == ("", None)


def test_a_deputy_cannot_tie_what_he_may_not_see(world):
    hidden = a_registered(world, by=world.deputies[1])
    assert a_draft(world, repeat_of=hidden.number).raised_before_id is None
    assert a_draft(world, by=world.deputies[1], repeat_of=hidden.number).raised_before_id == hidden.pk


def test_the_screener_may_name_it_and_sees_what_resembles(world, client):
    before, _ = a_replied(world)
    found = a_submitted(world)
    text = page(client, world.affairs, reverse("suggestions:step", args=[found.pk, "register"]))[1]
    assert ("以前有相近的建议" in text, before.number in text) == (True, True)
    office.register(found, actor=world.affairs, at=at("2026-03-10"), repeat_of=before.number)
    assert (found.repeat_of, found.raised_before_id) == (before.number, before.pk)


def test_registering_without_a_number_leaves_the_deputys_own(world):
    before, _ = a_replied(world)
    found = a_registered(world, repeat_of=before.number)
    assert (found.repeat_of, found.raised_before_id) == (before.number, before.pk)


@pytest.mark.parametrize(("lead", "sees_title"), [("A14", True), ("A03", False)])
def test_the_unit_sees_where_it_stood_and_the_text_only_if_it_handled_it(world, client, lead, sees_title):
    before, _ = a_replied(world, title="关于百里杜鹃路的建议")
    found, _ = a_dispatched(world, lead=lead, repeat_of=before.number)
    text = page(client, world.officer[lead], reverse("suggestions:detail", args=[found.pk]))[1]
    assert "，已答复待评价，市交通运输局，2026-05-20答复，B类" in text
    assert (before.title in text, f"/suggestions/{before.pk}/#reply" in text) == (sees_title, sees_title)


# Empty phrases:


def test_an_answer_of_empty_phrases_alone_is_refused_at_the_format_check(world):
    row = drafted(world, EMPTY, SOLID)
    assert row.reply.empty_answers == [1]
    with pytest.raises(Refused, match="第1项的答复只有空话"):
        replying.check_format(row, actor=world.head["A14"], at=at("2026-05-21"))
    replying.send_back_reply(row, actor=world.head["A14"], at=at("2026-05-21"), note="请写明措施")
    words = REPLY | {"answers": [f"{EMPTY}{SOLID}", SOLID]}
    replying.draft_reply(row, actor=world.officer["A14"], at=at("2026-05-22"), **words)
    replying.submit_reply(row, actor=world.officer["A14"], at=at("2026-05-22"))
    replying.check_format(row, actor=world.head["A14"], at=at("2026-05-22"))
    assert row.state == "pre_review"


def test_the_officer_checks_without_saving(world, client):
    row = a_dispatched(world)[1]["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    url = reverse("suggestions:handling_step", args=[row.pk, "draft_reply"])
    status, text = page(client, world.officer["A14"], url, {"answers": [EMPTY, SOLID], "then": "check"})
    row.refresh_from_db()
    assert (status, row.reply_id) == (200, None)
    assert ("<mark>高度重视</mark>" in text, "这一条只有空话，核稿不能通过" in text) == (True, True)


def test_the_pre_reviewer_sees_the_phrases_and_their_share_the_deputy_does_not(world, client):
    row = drafted(world, f"我局高度重视。{SOLID}", SOLID)
    replying.check_format(row, actor=world.head["A14"], at=at("2026-05-21"))
    text = page(client, world.gov, reverse("suggestions:handling_step", args=[row.pk, "pass_review"]))[1]
    assert ("<mark>高度重视</mark>" in text, "空话约占" in text) == (True, True)
    assert "<mark>" not in page(client, world.deputy, f"/suggestions/{row.suggestion_id}/")[1]


def test_a_place_adds_phrases_and_takes_out_shipped_ones(world):
    other = phrases_of(0)
    rows = [
        ({"kind": "empty", "words": "正在想办法", "is_used": True}, "created"),
        ({"kind": "empty", "words": "正在想办法", "is_used": True}, "unchanged"),
        ({"kind": "empty", "words": "高度重视", "is_used": False}, "created"),
        ({"kind": "empty", "words": "正在想办法", "is_used": False}, "updated"),
        ({"kind": "empty", "words": "正在想办法", "is_used": True}, "updated"),
    ]
    assert [enter_phrase(data, actor=world.affairs, at=at("2026-06-01")) for data, _ in rows] == [
        outcome for _, outcome in rows
    ]
    texts = ["我们正在想办法", "我局高度重视"]
    assert empty_answers(world.congress.pk, texts) == [1]
    assert empty_answers(0, texts) == [2]
    assert phrases_of(0) == other
    own = [row for row in phrase_rows(world.affairs) if row["words"] in ("正在想办法", "高度重视")]
    assert own == [
        {"kind": "空话", "words": "高度重视", "is_used": "否"},
        {"kind": "空话", "words": "正在想办法", "is_used": "是"},
    ]


def test_the_list_is_the_offices_own(world):
    with pytest.raises(Refused):
        enter_phrase({"kind": "empty", "words": "高度重视"}, actor=world.gov, at=at("2026-06-01"))
    assert list(phrase_rows(world.gov)) == []


# Over the API:


def test_the_api_gives_the_same_hints(world):
    before, _ = a_replied(world)
    text = {name: TEXT[name] for name in ("title", "facts")}
    status, told = Caller(world.deputy).post("suggestions/check", text | TWO)
    assert (status, told["matter"]) == (200, [TWO_WORDS])
    assert [one["number"] for one in told["similar"]] == [before.number]
    assert Caller(world.officer["A14"]).post("suggestions/check", text)[0] == 409
    assert Caller(world.deputy).post("suggestions/check", {"facts": "机密★10年 内容"})[0] == 422
    address = f"suggestions/handlings/{a_dispatched(world)[1]['A14'].pk}/check_reply"
    assert Caller(world.officer["A14"]).post(address, {"answers": [EMPTY]})[0] == 409  # not signed for yet


def test_the_api_marks_the_phrases_of_answers(world):
    row = a_dispatched(world)[1]["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    address = f"suggestions/handlings/{row.pk}/check_reply"
    status, told = Caller(world.officer["A14"]).post(address, {"answers": [SOLID, "我局高度重视"]})
    assert (status, told) == (200, [
        {"place": 1, "phrases": [], "share": 0, "only_empty": False},
        {"place": 2, "phrases": ["高度重视"], "share": 67, "only_empty": True},
    ])  # fmt: skip
    assert Caller(world.deputy).post(address, {"answers": [SOLID]})[0] == 409
