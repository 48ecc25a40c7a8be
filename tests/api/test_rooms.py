"""Papers, files, registry and what stays confidential, through the API."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from minqiao.duties.suggestions.models import Suggestion
from minqiao.instruments.papers.queries import papers_of
from tests.api.stages import dispatched, noted, replied
from tests.api.test_lists import pages
from tests.attachments.samples import PDF
from tests.factories import (
    TEXT,
    a_dispatched,
    a_draft,
    a_registered,
    a_replied,
    an_assigned,
)

pytestmark = pytest.mark.django_db


def test_papers_are_listed_and_read(world, call):
    row = replied(world)
    caller, path = call(world.deputy), f"suggestions/{row.suggestion_id}/papers/"
    listed = caller.get(path)[1]
    assert [one["kind"] for one in listed] == ["suggestion_sheet", "reply_letter", "feedback_form"]
    assert caller.get(f"{path}{listed[1]['id']}.json")[1]["number"] == "毕交函〔2026〕1号"
    assert caller.get(f"{path}{listed[1]['id']}.exe")[0] == 404
    assert caller.get(f"{path}999.pdf")[0] == 404


def test_a_file_is_uploaded_listed_and_read(world, call, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    found = a_draft(world)
    caller, path = call(world.deputy), f"suggestions/{found.pk}/attachments/"
    upload = SimpleUploadedFile("照片.pdf", PDF)
    answer = caller.client.post(f"/api/v1/{path}", {"file": upload})
    assert (answer.status_code, answer.json()["name"]) == (200, "照片.pdf")
    (row,) = caller.get(path)[1]
    content = caller.client.get(f"/api/v1/{path}{row['id']}")
    assert b"".join(content) == PDF
    assert caller.client.post(f"/api/v1/{path}", {}).json() == {
        "errors": {"file": ["格式不对，或者不在可选范围"]}
    }
    evil = caller.client.post(f"/api/v1/{path}", {"file": SimpleUploadedFile("a.exe", b"MZ\x90")})
    assert (evil.status_code, len(caller.get(path)[1])) == (409, 1)


def test_a_file_is_added_by_author_and_office_only(world, call, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    row = dispatched(world)
    path = f"/api/v1/suggestions/{row.suggestion_id}/attachments/"
    sent = {
        name: call(actor).client.post(path, {"file": SimpleUploadedFile(f"{name}.pdf", PDF)}).status_code
        for name, actor in [("unit", world.officer["A14"]), ("other", world.deputies[2]), ("gov", world.gov)]
    }
    assert sent == {"unit": 409, "other": 409, "gov": 409}
    assert (
        call(world.affairs).client.post(path, {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 200
    )


def test_the_proposers_number_is_given_to_those_who_must_call_and_leaves_a_line(world, call):
    row = dispatched(world)
    path = f"suggestions/{row.suggestion_id}"
    assert call(world.officer["A14"]).post(f"{path}/phone") == (
        200,
        {"name": "代表1", "phone": "13900000001"},
    )
    assert call(world.gov).post(f"{path}/phone")[0] == 409
    assert call(world.affairs).get(path)[1]["trail"][-1]["action"] == "read_phone"


def test_what_resembles_a_text_and_which_unit_may_handle_it(world, call):
    found = an_assigned(world)
    rows = call(world.gov).get("suggestions/similar/", text=TEXT["title"] + TEXT["facts"])[1]
    assert [row["id"] for row in rows] == [found.pk]
    school = an_assigned(world, title="关于加快乡镇学校建设的建议", requests=["加快学校建设"])
    hints = call(world.gov).get(f"suggestions/{school.pk}/hints/")[1]
    assert hints[0]["unit"] == "毕节市教育局"
    mine = call(world.deputy).get("suggestions/similar/", text=TEXT["title"], exclude=found.pk)[1]
    assert mine == []


def test_the_inbox_and_the_figures_are_those_of_the_page(world, call):
    row = dispatched(world)
    (item,) = [
        one for one in call(world.officer["A14"]).get("inbox/")[1] if one["act"] == "新交办的建议，请签收"
    ]
    assert (item["number"], item["url"]) == (
        row.suggestion.number,
        f"/suggestions/handlings/{row.pk}/steps/sign_for/",
    )
    (figures,) = call(world.gov).get("figures/")[1]
    assert (figures["room"], figures["numbers"]["assigned"]) == ("代表建议", 1)
    assert call(world.auditor).get("figures/")[1] == []


def test_messages_are_ones_own(world, call):
    a_registered(world)
    caller = call(world.deputy)
    rows = caller.get("messages/")[1]["rows"]
    assert [row["words"] for row in rows] == ["已登记，编号3-5-001：关于修复威宁路破损路段的建议"]
    path = f"messages/{rows[0]['id']}/read"
    assert call(world.deputies[1]).post(path)[0] == 404
    assert caller.post(path) == (200, {"unread": 0})
    assert call(world.affairs).post("messages/read") == (200, {"unread": 0})


def test_the_registry_is_read_and_contacts_stay_masked(world, call):
    caller = call(world.gov)
    congress = caller.get("congress/")[1]
    assert (congress["name"], congress["counts"]["active"]) == ("毕节市第三届人民代表大会", 5)
    rows = caller.get("congress/deputies/", q="代表2")[1]["rows"]
    assert [(row["name"], row["certificate_no"]) for row in rows] == [("代表2", "3-002")]
    deputy = caller.get(f"congress/deputies/{rows[0]['id']}")[1]
    assert (deputy["name"], deputy["mandates"][0]["certificate_no"]) == ("代表2", "3-002")
    assert "13900000002" not in str(deputy)
    assert [len(page) for page in pages(caller, "congress/deputies/")] == [2, 2, 1]


def test_units_and_areas_are_read(world, call):
    caller = call(world.deputy)
    assert [row["code"] for row in caller.get("units/", q="学校")[1]["rows"]] == ["A03"]
    assert [len(page) for page in pages(caller, "units/")] == [2, 2]
    unit = caller.get(f"units/{world.units['A14'].pk}")[1]
    assert (unit["short_name"], unit["duties"]) == ("市交通运输局", ["国省干线和农村公路建设养护"])
    assert caller.get("areas/520500000000")[1]["name"] == "毕节市"
    assert caller.get("areas/nowhere")[0] == 404
    assert caller.get("units/999")[0] == 404


# Whoever asks for confidence is named to nobody outside:


def test_a_confidential_proposer_is_named_in_no_answer_to_unit_or_government(world, call):
    found, row = a_replied(world, request_confidential=True)
    noted(world)
    name = world.mandates[0].deputy.name
    base = f"suggestions/{found.pk}"
    paths = [base, f"{base}/papers/", f"{base}/steps", f"{base}/attachments/", "suggestions/", "inbox/"]
    paths += ["messages/", "figures/", f"suggestions/handlings/{row.pk}/steps"]
    for actor in (world.officer["A14"], world.principal["A14"], world.gov, world.deputies[3]):
        for path in paths:
            assert name not in str(call(actor).get(path)[1]), (actor.role, path)
        assert call(actor).get("suggestions/", q=name)[1]["rows"] == []
        assert call(actor).get("suggestions/", mine="true")[1]["rows"] == [] or actor.role != "deputy"
        delegation = call(actor).get("suggestions/", delegation=world.delegation.pk)[1]["rows"]
        assert delegation == []
    assert name in str(call(world.affairs).get(base)[1])
    assert call(world.deputy).get("suggestions/")[1]["rows"][0]["proposer"] == "代表1"
    readable = {}
    for paper in papers_of(found):
        status, answer = call(world.officer["A14"]).get(f"{base}/papers/{paper.pk}.json")
        readable[paper.kind] = (status, name in str(answer))
    assert readable == {
        "suggestion_sheet": (409, False),
        "reply_letter": (200, False),
        "feedback_form": (409, False),
    }


def test_the_unit_of_the_same_number_learns_nothing_by_asking_for_its_own(world, call):
    """A unit's id may equal a mandate's: `mine` is for deputies only."""
    found, _ = a_dispatched(world)
    Suggestion.objects.filter(pk=found.pk).update(request_confidential=True)
    rows = call(world.officer["A14"]).get("suggestions/", mine="true")[1]["rows"]
    assert [row["id"] for row in rows] == [found.pk]
