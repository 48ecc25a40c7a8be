"""素材本: a deputy's own notes, from note to suggestion and back."""

from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.suggestions.actions import drafting, ideas, office
from minqiao.duties.suggestions.models import Idea, Suggestion
from minqiao.duties.suggestions.queries.ideas import idea_of
from minqiao.duties.suggestions.queries.opening import opens
from minqiao.duties.suggestions.rules.ideas import common, facts_of, title_of
from minqiao.foundation.accounts.models import User
from minqiao.foundation.attachments.queries import attachments_of
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.api.conftest import Caller
from tests.factories import a_world, at
from tests.suggestions.test_sight import people

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
SECRET = "村口小桥无护栏"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")


def an_idea(world, title="威宁路破损", by=None, when="2026-05-10", **words):
    return ideas.jot(actor=by or world.deputy, at=at(when), title=title, **words)


def used(world, *found, **words):
    return ideas.use(found[0], actor=world.deputy, at=at("2026-05-11"), also=found[1:], **words).suggestion


def page(client, actor, url, data=None):
    client.force_login(User.objects.get(pk=actor.user_id))
    answer = client.get(url) if data is None else client.post(url, data)
    return answer.status_code, answer.content.decode()


# Rules:


def note(title, text="", place="", topic=""):
    return SimpleNamespace(title=title, text=text, place=place, topic=topic)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("威宁路破损。", "关于威宁路破损的建议"),
        ("关于修路的建议", "关于修路的建议"),
        ("长" * 100, f"关于{'长' * 95}的建议"),
    ],
)
def test_the_first_note_gives_the_title(title, expected):
    assert title_of([note(title), note("另一条")]) == expected
    assert len(title_of([note(title)])) <= 100


def test_the_notes_give_the_facts_with_their_places():
    found = [note("路面破损", "三处塌陷", "威宁路"), note("排水沟堵塞")]
    assert facts_of(found) == "（威宁路）路面破损。三处塌陷\n排水沟堵塞"


def test_what_the_notes_agree_in_goes_along():
    assert common([note("一", topic="urban"), note("二")], "topic") == "urban"
    assert common([note("一", topic="urban"), note("二", topic="social")], "topic") == ""


# A notebook is its deputy's alone:


def test_nobody_else_reads_a_note(world, client):
    found = an_idea(world, SECRET)
    for who, actor in people(world).items():
        if who == "lead":
            assert idea_of(actor, found.pk) == found
            continue
        with pytest.raises(Http404):
            idea_of(actor, found.pk)
        status, text = page(client, actor, reverse("suggestions:ideas"))
        assert (status, SECRET in text) == (200 if who in ("other", "joined") else 409, False)
        assert page(client, actor, reverse("suggestions:idea", args=[found.pk]))[0] == 404
        assert Caller(actor).get(f"suggestions/ideas/{found.pk}")[0] == 404
        assert Caller(actor).get("suggestions/ideas/") == (200, {"rows": [], "next": None})
        assert opens(actor, "suggestions.idea", found.pk) is None


def test_the_trail_tells_that_and_never_what(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    found = an_idea(world, SECRET, text="具体情况", place="二桥村")
    ideas.edit(found, actor=world.deputy, at=at("2026-05-10"), title=f"{SECRET}，急")
    photo = SimpleUploadedFile("二桥村.pdf", PDF)
    ideas.attach(found, photo, actor=world.deputy, at=at("2026-05-10"))
    ideas.delete(found, actor=world.deputy, at=at("2026-05-11"))
    events = list(Event.objects.filter(case_type="suggestions.idea").order_by("seq"))
    assert [one.action for one in events] == ["jot", "edit", "attach", "delete"]
    told = " ".join(f"{one.label}{one.note}" for one in events)
    assert [word in told for word in (SECRET, "具体情况", "二桥村")] == [False, False, False]
    assert Message.objects.count() == 0


def test_only_a_deputy_keeps_a_notebook(world):
    with pytest.raises(Refused, match="素材本只供代表本人使用"):
        an_idea(world, by=world.affairs)


# Jotting:


def test_one_line_is_enough_and_sent_twice_it_is_one_note(world, client):
    data = {"title": "路灯不亮", "once": "11111111-1111-4111-8111-111111111111"}
    url = reverse("suggestions:ideas")
    assert [page(client, world.deputy, url, data)[0] for _ in range(2)] == [302, 302]
    assert list(Idea.objects.values_list("title", "state")) == [("路灯不亮", "open")]
    assert page(client, world.deputy, url, {"title": ""})[0] == 422
    assert page(client, world.deputy, url, {"title": "机密★10年"})[0] == 422


def test_the_notebook_takes_no_more_queries_for_more_notes(world, client):
    counts = []
    for many in (1, 3, 30):
        while Idea.objects.count() < many:
            an_idea(world, f"第{Idea.objects.count()}条")
        page(client, world.deputy, reverse("suggestions:ideas"))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("suggestions:ideas"))
        counts.append(len([one for one in caught if "workdays_" not in one["sql"]]))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 5


# From note to suggestion:


def test_notes_become_a_draft_and_the_link_is_kept_both_ways(world, client):
    first = an_idea(world, place="威宁路", topic="urban", source="visit")
    second = an_idea(world, "排水沟堵塞", topic="urban")
    draft = used(world, first, second)
    assert (draft.title, draft.facts) == ("关于威宁路破损的建议", "（威宁路）威宁路破损\n排水沟堵塞")
    assert (draft.topic, draft.source, draft.state) == ("urban", "visit", "draft")
    assert draft.session_id is None
    assert list(draft.ideas.order_by("pk").values_list("state", flat=True)) == ["used", "used"]
    detail = reverse("suggestions:detail", args=[draft.pk])
    link = f"{reverse('suggestions:ideas')}?suggestion={draft.pk}"
    assert link in page(client, world.deputy, detail)[1]
    assert "排水沟堵塞" in page(client, world.deputy, link)[1]
    drafting.edit(draft, actor=world.deputy, at=at("2026-05-11"), requests=["修路"])
    drafting.submit(draft, actor=world.deputy, at=at("2026-05-11"))
    assert link not in page(client, world.affairs, detail)[1]
    assert detail in page(client, world.deputy, reverse("suggestions:idea", args=[first.pk]))[1]


def test_in_session_a_note_becomes_a_suggestion_of_the_session(world):
    found = an_idea(world, when="2026-03-04", topic="urban")
    draft = ideas.use(found, actor=world.deputy, at=at("2026-03-05")).suggestion
    drafting.edit(draft, actor=world.deputy, at=at("2026-03-05"), requests=["修路"])
    drafting.submit(draft, actor=world.deputy, at=at("2026-03-05"))
    office.register(draft, actor=world.affairs, at=at("2026-03-06"))
    assert draft.number == "3-5-001"


def test_a_note_may_join_a_draft_of_ones_own(world):
    draft = used(world, an_idea(world))
    used(world, an_idea(world, "排水沟堵塞"), into=draft)
    draft.refresh_from_db()
    assert (draft.facts, draft.ideas.count()) == ("威宁路破损\n排水沟堵塞", 2)
    Suggestion.objects.filter(pk=draft.pk).update(facts="长" * 4999)
    draft.refresh_from_db()
    with pytest.raises(Refused, match="超过5000字"):
        used(world, an_idea(world, "第三条"), into=draft)
    assert Idea.objects.filter(state="open").count() == 1


def test_notes_of_two_fields_are_confirmed_to_be_one_matter(world, client):
    first, second = an_idea(world, topic="urban"), an_idea(world, "教师不足", topic="education")
    url = reverse("suggestions:idea_step", args=[first.pk, "use"])
    status, text = page(client, world.deputy, url, {"also": [second.pk]})
    assert (status, "一件建议只写一件事" in text, Suggestion.objects.count()) == (422, True, 0)
    status, _ = page(client, world.deputy, url, {"also": [second.pk], "one_matter": "on"})
    assert (status, Suggestion.objects.count()) == (302, 1)
    assert set(Event.objects.filter(action="use").values_list("note", flat=True)) == {"代表确认为一件事"}


def test_anothers_note_or_draft_cannot_be_named(world, client):
    mine, theirs = an_idea(world), an_idea(world, SECRET, by=world.deputies[1])
    draft = drafting.draft(actor=world.deputies[1], at=at("2026-05-10"), title="别人的草稿")
    url = reverse("suggestions:idea_step", args=[mine.pk, "use"])
    assert page(client, world.deputy, url, {"also": [theirs.pk]})[0] == 422
    assert page(client, world.deputy, url, {"into": draft.pk})[0] == 422
    assert page(client, world.deputy, f"{reverse('suggestions:ideas_use')}?pk={theirs.pk}")[0] == 404


def test_several_are_picked_in_the_list_without_a_script(world, client):
    first, second = an_idea(world), an_idea(world, "排水沟堵塞")
    url = f"{reverse('suggestions:ideas_use')}?pk={first.pk}&pk={second.pk}"
    client.force_login(User.objects.get(pk=world.deputy.user_id))
    assert client.get(url)["Location"] == f"/suggestions/ideas/{first.pk}/steps/use/?also={second.pk}"
    text = client.get(url, follow=True).content.decode()
    assert f'value="{second.pk}" checked' in text
    assert page(client, world.deputy, reverse("suggestions:ideas_use"))[0] == 409


def test_files_go_along_and_a_deleted_note_leaves_none(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    kept, gone = an_idea(world), an_idea(world, "另一条")
    for one in (kept, gone):
        file = SimpleUploadedFile("a.pdf", PDF + str(one.pk).encode())
        ideas.attach(one, file, actor=world.deputy, at=at("2026-05-10"))
    stored = attachments_of(gone)[0].stored_name
    draft = used(world, kept)
    assert [one.name for one in attachments_of(draft)] == ["a.pdf"]
    ideas.delete(gone, actor=world.deputy, at=at("2026-05-11"))
    assert (gone.title, gone.state, attachments_of(gone)) == ("", "deleted", [])
    assert Idea.objects.visible_to(world.deputy).count() == 1
    assert default_storage.exists(stored)  # goes with the commit


@pytest.mark.django_db(transaction=True)
def test_the_contents_go_with_the_commit(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    world = a_world()
    found = an_idea(world)
    ideas.attach(found, SimpleUploadedFile("a.pdf", PDF), actor=world.deputy, at=at("2026-05-10"))
    stored = attachments_of(found)[0].stored_name
    ideas.delete(found, actor=world.deputy, at=at("2026-05-11"))
    assert not default_storage.exists(stored)


def test_a_discarded_draft_gives_its_notes_back(world):
    found = an_idea(world)
    draft = used(world, found)
    found.refresh_from_db()
    with pytest.raises(Refused, match="写成的建议还在"):
        ideas.reopen(found, actor=world.deputy, at=at("2026-05-12"))
    drafting.discard(draft, actor=world.deputy, at=at("2026-05-12"))
    found.refresh_from_db()
    assert (found.state, found.suggestion_id) == ("open", None)


def test_a_note_whose_suggestion_was_screened_out_may_be_used_again(world):
    found = an_idea(world, topic="urban")
    draft = used(world, found)
    drafting.edit(draft, actor=world.deputy, at=at("2026-05-11"), requests=["修路"])
    drafting.submit(draft, actor=world.deputy, at=at("2026-05-11"))
    office.screen_out(draft, actor=world.affairs, at=at("2026-05-12"), ground="empty", note="请补充")
    found = idea_of(world.deputy, found.pk)
    ideas.reopen(found, actor=world.deputy, at=at("2026-05-13"))
    assert (found.state, found.suggestion_id) == ("open", None)


# Over the API:


def test_the_api_keeps_the_same_notebook(world):
    call = Caller(world.deputy)
    body = {"title": "路灯不亮", "topic": "urban", "once": "22222222-2222-4222-8222-222222222222"}
    status, first = call.post("suggestions/ideas/", body)
    assert (status, call.post("suggestions/ideas/", body)[1]["id"]) == (200, first["id"])
    _, other = call.post("suggestions/ideas/", {"title": "教师不足", "topic": "education"})
    path = f"suggestions/ideas/{first['id']}/steps/use"
    assert call.post(path, {"also": [other["id"]]})[0] == 422
    status, told = call.post(path, {"also": [other["id"]], "one_matter": True})
    assert (status, told["state"], told["suggestion_id"]) == (200, "used", Suggestion.objects.get().pk)
    _, third = call.post("suggestions/ideas/", {"title": "不要了"})
    assert call.post(f"suggestions/ideas/{third['id']}/steps/delete") == (204, None)
    assert call.post("suggestions/ideas/", {"title": "机密★10年"})[0] == 422
