"""Lists and readings: pages without doubles or gaps, filters, what each may see, how many queries."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.actions import replying
from minqiao.duties.suggestions.models import Suggestion
from minqiao.instruments.papers.queries import papers_of
from tests.api.stages import dispatched, in_review, issued, noted, replied
from tests.attachments.samples import PDF
from tests.factories import (
    TEXT,
    a_dispatched,
    a_draft,
    a_registered,
    a_replied,
    an_assigned,
    an_evaluated,
    at,
)

pytestmark = pytest.mark.django_db


def pages(caller, path, limit=2, between=None, **params):
    """The ids of all pages; `between()` happens after the first."""
    found, cursor = [], ""
    while cursor is not None:
        _, answer = caller.get(path, limit=limit, cursor=cursor, **params)
        found.append([row["id"] for row in answer["rows"]])
        cursor = answer["next"]
        if between:
            between()
            between = None
    return found


@pytest.mark.parametrize("sort", ["newest", "number", "due", "state"])
def test_pages_in_every_order_hold_every_row_once(world, call, sort):
    made = [an_assigned(world, title=f"第{number}件").pk for number in range(3)]
    made += [a_registered(world, title=f"登记{number}").pk for number in range(2)]
    Suggestion.objects.filter(pk=made[0]).update(due_on="2026-09-20")
    found = pages(call(world.affairs), "suggestions/", sort=sort)
    assert [len(page) for page in found] == [2, 2, 1]
    flat = [pk for page in found for pk in page]
    wanted = {
        "newest": sorted(made, reverse=True),
        "number": made,
        "due": [made[1], made[2], made[0], made[3], made[4]],
        "state": [made[4], made[3], made[2], made[1], made[0]],
    }
    assert flat == wanted[sort]


def test_a_row_that_comes_between_two_pages_doubles_and_hides_nothing(world, call):
    made = [a_registered(world, title=f"第{number}件").pk for number in range(4)]
    late = []
    found = pages(
        call(world.affairs), "suggestions/", between=lambda: late.append(a_registered(world, title="晚来").pk)
    )
    assert [pk for page in found for pk in page] == sorted(made, reverse=True)
    assert late[0] > max(made)


def test_a_row_that_goes_between_two_pages_hides_no_other(world, call):
    made = [a_draft(world, title=f"第{number}件").pk for number in range(4)]
    gone = Suggestion.objects.filter(pk=made[3])
    found = pages(call(world.deputy), "suggestions/", between=gone.delete)
    assert [pk for page in found for pk in page] == sorted(made, reverse=True)


@pytest.mark.parametrize("cursor", ["x", "25", "WyIiXQ:1:2", "a" * 5000])
def test_a_cursor_nobody_gave_is_refused(world, call, cursor):
    words = {"errors": {"cursor": ["不是本列表给出的翻页标记"]}}
    assert call(world.affairs).get("suggestions/", cursor=cursor) == (422, words)


def test_a_cursor_of_another_order_is_refused(world, call):
    for number in range(2):
        a_registered(world, title=f"第{number}件")
    _, answer = call(world.affairs).get("suggestions/", limit=1)
    status, said = call(world.affairs).get("suggestions/", limit=1, cursor=answer["next"], sort="number")
    assert (status, said) == (422, {"errors": {"cursor": ["翻页标记属于另一种排序"]}})


@pytest.mark.parametrize(
    ("name", "value"),
    [("state", "gone"), ("kind", "x"), ("sort", ";drop"), ("unit", "1'"), ("limit", "many"), ("light", "x")],
)
def test_a_filter_that_is_none_is_named(world, call, name, value):
    status, answer = call(world.affairs).get("suggestions/", **{name: value})
    assert (status, list(answer["errors"])) == (422, [name])


def test_filters_and_search_find_what_the_page_finds(world, call):
    one = a_registered(world, title="关于百里杜鹃道路的建议", topic="urban")
    two, _ = a_dispatched(world, title="关于学校的建议", topic="education", lead="A03")
    caller = call(world.affairs)

    def found(**params):
        return [row["id"] for row in caller.get("suggestions/", **params)[1]["rows"]]

    assert found() == [two.pk, one.pk]
    assert found(state="accepted") == [one.pk]
    assert found(topic="education") == [two.pk]
    assert found(unit=world.units["A03"].pk) == [two.pk]
    assert found(q="百里杜鹃") == [one.pk]
    assert found(q=one.number) == [one.pk]
    assert found(light="overdue") == []
    assert found(limit=0) == [two.pk]


def queries(caller, path):
    caller.get(path)
    with CaptureQueriesContext(connection) as caught:
        assert caller.get(path)[0] == 200
    return len([query for query in caught if "workdays_" not in query["sql"]])


def test_a_list_takes_three_queries_however_long(world, call):
    caller, counts = call(world.affairs), []
    for size in (1, 3, 30):
        while Suggestion.objects.count() < size:
            a_registered(world, title=f"第{Suggestion.objects.count()}件")
        counts.append(queries(caller, "suggestions/"))
    assert counts == [3, 3, 3]


def test_a_suggestion_takes_eight_queries_however_far_it_has_come(world, call):
    early, _ = a_dispatched(world, assist=("A08",))
    late, _ = a_replied(world, title="另一件")
    caller = call(world.affairs)
    assert [queries(caller, f"suggestions/{found.pk}") for found in (early, late)] == [8, 8]


def test_a_suggestion_is_read_whole(world, call):
    found, _ = an_evaluated(world, result="basic", words="进度偏慢", objection="敷衍")
    _, answer = call(world.deputy).get(f"suggestions/{found.pk}")
    (part,) = answer["handlings"]
    assert (answer["number"], answer["state"], answer["result_category"]) == ("3-5-001", "evaluated", "B")
    assert (answer["assigned_on"], answer["due_on"]) == ("2026-03-20", "2026-06-22")
    assert answer["due"]["why"] == "3个月至6月20日，端午节假期顺延至6月22日"
    assert (part["unit"], part["state"], part["replied_on"]) == (
        "毕节市交通运输局",
        "evaluated",
        "2026-05-20",
    )
    assert part["reply"]["answers"] == ["已列入今年养护计划。", "同步改造排水沟。"]
    assert part["evaluation"] == {
        "attitude": "satisfied",
        "result": "basic",
        "was_contacted": ["before"],
        "category_is_true": True,
        "words": "进度偏慢",
        "objection": "敷衍",
    }
    assert answer["trail"][-1]["label"] == "评价"
    assert [one["who"] for one in part["contacts"]] == ["副局长"]


def test_grades_stay_hidden_from_units_and_objections_for_ever(world, call):
    found, row = an_evaluated(world, result="basic", words="进度偏慢", objection="敷衍")

    def seen():
        return call(world.officer["A14"]).get(f"suggestions/{found.pk}")[1]

    before = seen()
    assert before["handlings"][0]["evaluation"] is None
    assert before["handlings"][0]["evaluation_hidden"] == "评价由代表工作委员会统一反馈后可见"
    assert "evaluate" not in {one["action"] for one in before["trail"]}
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    after = seen()["handlings"][0]["evaluation"]
    assert (after["result"], after["words"], after["objection"]) == ("basic", "进度偏慢", "")


def test_remarks_on_a_draft_reply_go_with_its_issue(world, call):
    row = in_review(world)
    replying.send_back_reply(row, actor=world.gov, at=at("2026-05-21"), note="请写明时间")
    path = f"suggestions/{row.suggestion_id}"
    unit = call(world.officer["A14"]).get(path)[1]["handlings"][0]
    deputy = call(world.deputy).get(path)[1]["handlings"][0]
    assert (unit["reply"]["review_note"], deputy["reply"]) == ("请写明时间", None)


# What the browser can do, the API can:


def test_the_office_drafts_for_a_deputy_and_names_him(world, call):
    status, answer = call(world.affairs).post("suggestions/", TEXT | {"signer": "3-002"})
    assert (status, answer["proposer"]) == (200, "代表2")
    assert call(world.affairs).post("suggestions/", TEXT)[1] == {"errors": {"signer": ["请填写"]}}
    refused = call(world.gov).post("suggestions/", TEXT | {"signer": "3-002"})
    assert (refused[0], refused[1]["refused"]) == (409, "draft")


def test_a_remark_is_noted_by_the_office(world, call):
    body = {
        "signer": "代表2",
        "meeting": "二团",
        "report_debated": "报告",
        "title": "修路",
        "facts": "路坏了",
    }
    status, answer = call(world.secretariat).post("suggestions/remarks/", body)
    assert (status, answer["kind"], answer["state"]) == (200, "review_remark", "noted")
    assert call(world.deputy).post("suggestions/remarks/", body)[0] == 409


def test_the_same_once_gives_the_same_draft(world, call):
    body = TEXT | {"once": "0d9f5c1e-6f0e-4b53-9d7b-7a9df2c0c001"}
    first, second = (call(world.deputy).post("suggestions/", body)[1] for _ in range(2))
    assert first["id"] == second["id"]
    assert call(world.deputies[1]).post("suggestions/", body)[0] == 409


def test_a_batch_is_prepared_read_and_listed(world, call):
    one, two = a_registered(world), a_registered(world, title="另一件")
    caller = call(world.affairs)
    status, made = caller.post("suggestions/batches/", {"name": "3-5"})
    assert (status, made["total"], made["suggestions"], made["state"]) == (200, 2, 2, "prepared")
    assert caller.get(f"suggestions/batches/{made['id']}") == (200, made)
    rows = caller.get(f"suggestions/batches/{made['id']}/items/")[1]["rows"]
    assert [row["id"] for row in rows] == [one.pk, two.pk]
    assert [row["name"] for row in caller.get("suggestions/batches/")[1]["rows"]] == ["3-5"]
    assert call(world.gov).get("suggestions/batches/")[1]["rows"] == []
    assert call(world.gov).get(f"suggestions/batches/{made['id']}")[0] == 404
    assert call(world.gov).post("suggestions/batches/", {"name": "x"})[0] == 409
    assert caller.post("suggestions/batches/", {"name": "3-5", "all_accepted": False})[0] == 409


def test_a_batchs_letter_is_listed_and_read(world, call):
    batch = issued(world)
    (row,) = call(world.gov).get(f"suggestions/batches/{batch.pk}/papers/")[1]
    status, paper = call(world.gov).get(f"suggestions/batches/{batch.pk}/papers/{row['id']}.json")
    assert (row["kind"], status, paper["number"]) == ("assignment_letter", 200, row["number"])
    assert call(world.officer["A14"]).get(f"suggestions/batches/{batch.pk}/papers/")[0] == 404


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
    (item,) = [one for one in call(world.officer["A14"]).get("inbox/")[1] if one["act"] == "签收"]
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
