"""Lists and readings: pages without doubles or gaps, filters, what each may see, how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.actions import replying
from minqiao.duties.suggestions.models import Suggestion
from tests.api.stages import in_review, issued
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
