"""Writing: what is missing is said at the fields, one text is one draft, no confirmation is lost unseen."""

import pytest

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.rules.versions import version
from minqiao.overviews.notifications.models import Message
from tests.factories import TEXT, a_draft, at
from tests.suggestions.test_pages import as_, post

pytestmark = pytest.mark.django_db
ONCE = "0d9f5c1e-6f0e-4b53-9d7b-7a9df2c0c001"
OTHER = "0d9f5c1e-6f0e-4b53-9d7b-7a9df2c0c002"


@pytest.fixture
def joined(world):
    """A draft two deputies have confirmed."""
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=world.mandates[1:3])
    for actor in world.deputies[1:3]:
        drafting.confirm_cosign(found, actor=actor, at=at("2026-03-05"))
    return found


def states(found):
    return list(found.signings.order_by("pk").values_list("state", flat=True))


def typed(**words):
    return TEXT | {"requests": list(TEXT["requests"]), "once": ONCE} | words


# Handed in with something missing:


def test_a_text_with_something_missing_is_kept_and_comes_back_with_the_reasons(world, client):
    data = typed(facts="", topic="", then="submit")
    answer = post(client, world.deputy, "suggestions:new", [], data)
    page = answer.content.decode()
    assert (answer.status_code, Suggestion.objects.get().state) == (422, "draft")
    assert [f"提交前请填写{word}" in page for word in ("标题", "案由", "建议事项", "类别")] == [
        False,
        True,
        False,
        True,
    ]
    assert (TEXT["title"] in page, "草稿已保存" in page, ONCE in page) == (True, True, True)
    again = client.post("/suggestions/new/", typed(topic="urban", then="submit"))
    found = Suggestion.objects.get()
    assert again["Location"] == f"/suggestions/{found.pk}/steps/submit/"
    assert found.facts == TEXT["facts"]


def test_a_draft_sent_from_its_page_comes_back_the_same_way(world, client):
    found = a_draft(world)
    data = typed(requests=[], then="submit", title="另一个标题")
    answer = post(client, world.deputy, "suggestions:step", [found.pk, "edit"], data)
    page = answer.content.decode()
    found.refresh_from_db()
    assert (answer.status_code, found.title, found.state) == (422, "另一个标题", "draft")
    assert ("提交前请填写建议事项" in page, "写好的内容已保存" in page) == (True, True)


def test_a_text_still_waiting_for_a_co_signer_is_saved_and_says_why_it_cannot_go(world, client):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=world.mandates[1:2])
    data = typed(then="submit", analysis="另一种分析")
    answer = post(client, world.deputy, "suggestions:step", [found.pk, "edit"], data)
    assert answer["Location"] == f"/suggestions/{found.pk}/"
    found.refresh_from_db()
    assert found.analysis == "另一种分析"
    page = client.get(answer["Location"]).content.decode()
    assert "已保存，还不能提交：还有1位受邀代表没有确认联名" in page


# One text, one draft:


def test_the_first_words_kept_say_where_the_page_goes_on(world, client):
    as_(client, world.deputy)
    kept = client.post("/suggestions/new/autosave/", typed()).json()
    found = Suggestion.objects.get()
    assert kept == {
        "saved": True,
        "seen": version(found),
        "page": f"/suggestions/{found.pk}/steps/edit/",
        "autosave": f"/suggestions/{found.pk}/autosave/",
    }
    for facts in ("写", "写到一半"):
        kept = client.post(
            kept.get("autosave", f"/suggestions/{found.pk}/autosave/"), typed(facts=facts)
        ).json()
    client.post("/suggestions/new/", typed(facts="写完了"))
    assert list(Suggestion.objects.values_list("facts", flat=True)) == ["写完了"]


def test_a_form_nobody_wrote_in_makes_no_draft(world, client):
    as_(client, world.deputy)
    answer = client.post("/suggestions/new/autosave/", {"once": ONCE, "requests": ["", ""]})
    assert (answer.json(), Suggestion.objects.count()) == ({"saved": False}, 0)


def test_two_tabs_with_two_texts_lose_neither_and_the_first_is_offered(world, client):
    as_(client, world.deputy)
    client.post("/suggestions/new/autosave/", typed(title="关于路灯的建议"))
    page = client.get("/suggestions/new/").content.decode()
    assert "关于路灯的建议" in page
    client.post("/suggestions/new/autosave/", typed(title="关于公交的建议", once=OTHER))
    titles = Suggestion.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["关于路灯的建议", "关于公交的建议"]


def test_drafts_of_others_are_not_offered(world, client):
    a_draft(world, title="关于路灯的建议")
    page = as_(client, world.deputies[1]).get("/suggestions/new/").content.decode()
    assert "关于路灯的建议" not in page


def test_an_older_page_of_the_same_draft_does_not_write_over_a_newer(world, client):
    found = a_draft(world)
    old = version(found)
    as_(client, world.deputy)
    url = f"/suggestions/{found.pk}/autosave/"
    kept = client.post(url, typed(facts="这一页写的", seen=old))
    stale = client.post(url, typed(facts="那一页写的", seen=old))
    assert (kept.status_code, stale.status_code) == (200, 409)
    assert "内容已被他人修改" in stale.json()["why"]
    saved = client.post(f"/suggestions/{found.pk}/steps/edit/", typed(facts="那一页写的", seen=old))
    assert (saved.status_code, "那一页写的" in saved.content.decode()) == (409, True)
    found.refresh_from_db()
    assert found.facts == "这一页写的"
    onward = client.post(url, typed(facts="接着写", seen=kept.json()["seen"]))
    assert onward.status_code == 200


# Confirmed by co-signers:


def test_the_page_says_who_must_confirm_again_and_does_not_save_itself(world, client, joined):
    names = "、".join(one.deputy.name for one in world.mandates[1:3])
    page = as_(client, world.deputy).get(f"/suggestions/{joined.pk}/steps/edit/").content.decode()
    assert f"{names}已经确认联名" in page
    assert "data-autosave" not in page


def test_typing_alone_cancels_no_confirmation(world, client, joined):
    as_(client, world.deputy)
    answer = client.post(f"/suggestions/{joined.pk}/autosave/", typed(facts="改了案由"))
    assert (answer.status_code, states(joined)) == (409, ["confirmed", "confirmed"])
    joined.refresh_from_db()
    assert joined.facts == TEXT["facts"]


def test_a_changed_text_asks_them_again_and_tells_both_sides(
    world, client, joined, django_capture_on_commit_callbacks
):
    Message.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        data = typed(facts="改了案由")
        answer = post(client, world.deputy, "suggestions:step", [joined.pk, "edit"], data)
    names = "、".join(one.deputy.name for one in world.mandates[1:3])
    assert f"已请{names}重新确认联名" in client.get(answer["Location"]).content.decode()
    told = Message.objects.order_by("user__username").values_list("user__username", flat=True)
    assert (states(joined), list(told)) == (["invited", "invited"], ["daibiao2", "daibiao3"])


def test_what_is_no_substance_cancels_nothing(world, client, joined):
    data = typed(wish_units="市交通运输局", consent_public="on")
    post(client, world.deputy, "suggestions:step", [joined.pk, "edit"], data)
    joined.refresh_from_db()
    assert (joined.wish_units, states(joined)) == ("市交通运输局", ["confirmed", "confirmed"])
