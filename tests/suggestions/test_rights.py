"""Who may enter, attach and take down, and what an import may touch."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.file import case_file, files_of
from minqiao.foundation.accounts.models import User
from minqiao.kit.workflow import Refused
from tests.attachments.samples import PDF
from tests.factories import TEXT, a_dispatched, a_draft, a_submitted, at, day

pytestmark = pytest.mark.django_db
AT = at("2026-03-05")


def entered(world, **words):
    """What importing one row for the first deputy answers, and the rows of that title in their states."""
    data = TEXT | {"signer": world.mandates[0].certificate_no} | words
    answer = drafting.enter_row(data, actor=world.affairs, at=AT)
    return answer, [(row.is_paper, row.state) for row in Suggestion.objects.order_by("pk")]


def test_an_import_never_touches_a_deputys_own_draft(world):
    own = a_draft(world, facts="代表自己写的案由")
    assert entered(world) == ("created", [(False, "draft"), (True, "draft")])
    own.refresh_from_db()
    assert own.facts == "代表自己写的案由"


def test_an_import_finds_what_the_office_entered_until_it_is_handed_in(world):
    first = [(True, "draft")]
    assert entered(world) == ("created", first)
    assert entered(world) == ("unchanged", first)
    assert entered(world, facts="另一个案由") == ("updated", first)
    drafting.submit(Suggestion.objects.get(), actor=world.affairs, at=AT)
    with pytest.raises(Refused, match="不能修改"):
        entered(world, facts="第三个案由")


def test_an_import_begins_anew_after_a_discarded_draft(world):
    entered(world)
    drafting.discard(Suggestion.objects.get(), actor=world.affairs, at=AT)
    assert entered(world) == ("created", [(True, "withdrawn"), (True, "draft")])


def tried(world, client, found):
    """Who could add a file to it, and then take that file down: (page, API)."""
    everybody = {
        "lead": world.deputy, "other": world.deputies[2], "affairs": world.affairs,
        "secretariat": world.secretariat, "gov": world.gov, "officer": world.officer["A14"],
    }  # fmt: skip
    done = {}
    for who, actor in everybody.items():
        client.force_login(User.objects.get(pk=actor.user_id))
        ways = [
            (reverse("suggestions:attach", args=[found.pk]), "page"),
            (f"/api/v1/suggestions/{found.pk}/attachments/", "api"),
        ]
        done[who] = tuple(_both(client, found, actor, *way) for way in ways)
    return done


def _both(client, found, actor, path, way):
    upload = SimpleUploadedFile(f"{way}.pdf", PDF)
    sent = client.post(path, {"file": upload}).status_code
    if sent not in (200, 302):
        return sent
    (row,) = files_of(actor, found)
    offered = case_file(actor, found.pk, day("2026-06-01")).may_attach
    base = path if way == "api" else reverse("suggestions:attachment", args=[found.pk, row.pk])
    if way == "api":
        removed = client.post(f"{base}{row.pk}/remove", {"reason": "传错了"}, content_type="application/json")
    else:
        removed = client.post(f"{base}detach/", {"reason": "传错了"})
    return sent, offered, removed.status_code, len(files_of(actor, found))


PAGE_AND_API = ((302, True, 302, 0), (200, True, 200, 0))


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.usefixtures("media")
def test_a_draft_takes_files_from_its_author_only(world, client):
    nobody = (404, 404)
    assert tried(world, client, a_draft(world)) == {
        "lead": PAGE_AND_API, "other": nobody, "affairs": nobody,
        "secretariat": nobody, "gov": nobody, "officer": nobody,
    }  # fmt: skip


@pytest.mark.usefixtures("media")
def test_once_handed_in_only_the_congress_staff_adds_and_takes_down(world, client):
    nobody = (404, 404)
    assert tried(world, client, a_submitted(world)) == {
        "lead": (409, 409), "other": nobody, "affairs": PAGE_AND_API,
        "secretariat": PAGE_AND_API, "gov": nobody, "officer": nobody,
    }  # fmt: skip
    found, _ = a_dispatched(world, title="关于路灯的建议")
    assert tried(world, client, found) == {
        "lead": (409, 409), "other": (409, 409), "affairs": PAGE_AND_API,
        "secretariat": PAGE_AND_API, "gov": (409, 409), "officer": (409, 409),
    }  # fmt: skip


@pytest.mark.usefixtures("media")
def test_a_file_comes_down_only_with_a_reason_and_by_who_may(world, client):
    found, _ = a_dispatched(world)
    client.force_login(User.objects.get(pk=world.affairs.user_id))
    client.post(reverse("suggestions:attach", args=[found.pk]), {"file": SimpleUploadedFile("a.pdf", PDF)})
    (row,) = files_of(world.affairs, found)
    url = reverse("suggestions:detach", args=[found.pk, row.pk])
    assert client.post(url, {"reason": " "}).status_code == 409
    client.force_login(User.objects.get(pk=world.officer["A14"].user_id))
    assert client.post(url, {"reason": "不要了"}).status_code == 409
    assert files_of(world.affairs, found) == [row]
