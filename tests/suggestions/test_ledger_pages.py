"""Pages, files and addresses of the ledger of promises."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.suggestions.models import Commitment
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.kit.clock import today
from tests.attachments.samples import PDF, upload
from tests.factories import at, day
from tests.suggestions.promising import PROGRESS, PROOF, a_promise, done, graded, reported

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def calendar_day(monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-10")


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def get(client, name, *args, **params):
    answer = client.get(reverse(f"suggestions:{name}", args=args), params)
    return answer.status_code, answer.content.decode()


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len([query for query in caught if "workdays_" not in query["sql"]])


def many(world, number):
    """So many promises of one reply."""
    texts = [(f"第{at_}项", day("2026-11-30")) for at_ in range(1, number + 1)]
    return a_promise(world, promises=texts)


@pytest.mark.parametrize("number", [1, 20, 30])
def test_pages_take_the_same_few_queries_for_more_rows(world, client, number):
    promise = many(world, number)
    as_(client, world.affairs)
    found = {
        name: queries(client, reverse(f"suggestions:{name}"))
        for name in ("ledger", "ledger_calendar", "kept")
    }
    found["commitment"] = queries(client, reverse("suggestions:commitment", args=[promise.pk]))
    assert found == {
        "ledger": 4 if number < 26 else 5, "ledger_calendar": 3, "kept": 4, "commitment": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("params", "shown"),
    [
        ({}, {"红", "黑", "绿"}),
        ({"light": "black"}, {"黑"}),
        ({"light": "red"}, {"红"}),
        ({"light": "green"}, {"绿"}),
        ({"light": "unreported"}, {"绿"}),
        ({"year": "2027"}, {"绿"}),
        ({"state": "met"}, set()),
        ({"q": "3-5-001"}, {"红", "黑", "绿"}),
        ({"q": "黑"}, {"黑"}),
        ({"unit": "nonsense"}, {"红", "黑", "绿"}),
        ({"light": "purple", "state": "x", "year": "20"}, {"红", "黑", "绿"}),
    ],
)
def test_the_list_is_narrowed_by_its_filters(world, client, params, shown):
    dates = {"红": day("2026-06-15"), "黑": day("2026-06-09"), "绿": day("2027-03-31")}
    a_promise(world, promises=tuple(dates.items()))
    Commitment.objects.filter(text="绿").update(report_due_on=day("2026-06-01"))
    status, page = get(as_(client, world.affairs), "ledger", **params)
    assert status == 200
    assert {text for text in dates if f">{text}</a>" in page} == shown


def test_the_list_comes_out_as_a_file_with_the_same_rows_and_the_export_is_on_record(world, client):
    a_promise(world, promises=(("红", day("2026-06-15")), ("绿", day("2027-03-31"))))
    as_(client, world.affairs)
    answer = client.get(reverse("suggestions:ledger_export", args=["xlsx"]), {"light": "red"})
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    table = [row for row in rows if "红" in row or "绿" in row]
    assert [(row[2], row[3], row[8]) for row in table] == [("红", "市交通运输局", "跟踪中")]
    note = Event.objects.get(action="export").note
    assert note == f"承诺台账{today()}，1行；条件：light=red"
    status, _ = get(as_(client, world.deputy), "ledger_export", "xlsx")
    assert status == 409


def test_the_month_shows_each_promise_on_its_day(world, client):
    a_promise(world)
    _, page = get(as_(client, world.officer["A14"]), "ledger_calendar", month="2026-11")
    assert ("2026年11月到期的承诺" in page, "完成施工图设计" in page, "道路通车" in page) == (
        True,
        True,
        False,
    )
    _, empty = get(client, "ledger_calendar", month="2099-99")
    assert "2026年6月到期的承诺" in empty


def test_the_yearly_list_and_its_file_say_the_same(world, client):
    a_promise(world)
    as_(client, world.gov)
    _, page = get(client, "kept", year="2027")
    sentence = (
        "2027年应兑现1项，截至2026-06-10已到期0项，其中按期兑现0项，承诺兑现率—；往年结转1项，已兑现0项。"
    )
    assert sentence in page
    answer = client.get(reverse("suggestions:kept_file", args=["xlsx"]), {"year": "2027"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    words = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    assert any(sentence in one for one in words)
    assert {"道路通车", "完成施工图设计", "往年结转"} <= set(words)


def test_a_unit_reports_through_its_page_with_a_file(world, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    promise = a_promise(world)
    as_(client, world.officer["A14"])
    url = reverse("suggestions:commitment_step", args=[promise.pk, "report_done"])
    assert "兑现情况和凭据" in client.get(url).content.decode()
    short = client.post(url, {"done_on": "2026-06-01", "text": "好了"})
    assert (short.status_code, "不少于10个字" in short.content.decode()) == (422, True)
    tomorrow = client.post(url, {"done_on": "2026-06-11", "text": PROOF})
    assert "完成日期不能晚于今天（2026-06-10）" in tomorrow.content.decode()
    answer = client.post(url, {"done_on": "2026-06-01", "text": PROOF, "file": upload("验收单.pdf", PDF)})
    assert (answer.status_code, answer["Location"]) == (302, f"/suggestions/ledger/{promise.pk}/")
    _, page = get(client, "commitment", promise.pk)
    assert ("验收单.pdf" in page, PROOF in page, "已报完成待评价" in page) == (True, True, True)


def test_the_deputy_grades_through_the_page_and_the_unit_reads_nothing_of_it(world, client):
    promise = reported(world)
    url = reverse("suggestions:commitment_step", args=[promise.pk, "grade_fulfilment"])
    as_(client, world.deputy)
    assert PROOF in client.get(url).content.decode()
    silent = client.post(url, {"grade": "partly"})
    assert "没有全部兑现的，请写明还差什么" in silent.content.decode()
    assert client.post(url, {"grade": "partly", "words": "只见图纸不见批复"}).status_code == 302
    pages = [get(as_(client, world.officer["A14"]), "commitment", promise.pk)[1]]
    pages.append(get(client, "detail", promise.handling.suggestion_id)[1])
    pages.append(get(client, "ledger")[1])
    answer = client.get(f"/api/v1/suggestions/commitments/{promise.pk}").content.decode()
    assert not any("只见图纸" in page or "部分兑现" in page for page in [*pages, answer])
    assert "只见图纸" in get(as_(client, world.affairs), "commitment", promise.pk)[1]


def test_a_confidential_proposer_is_not_named_by_his_grade(world, client):
    promise = a_promise(world, request_confidential=True)
    done(world, promise)
    as_(client, world.deputy).post(
        reverse("suggestions:commitment_step", args=[promise.pk, "grade_fulfilment"]), {"grade": "met"}
    )
    as_(client, world.affairs).post(
        reverse("suggestions:commitment_step", args=[promise.pk, "release_fulfilment"])
    )
    name = world.mandates[0].deputy.name
    for who in (world.officer["A14"], world.gov):
        _, page = get(as_(client, who), "commitment", promise.pk)
        assert (name in page, "提出人" in page) == (False, True)
    assert name in get(as_(client, world.affairs), "commitment", promise.pk)[1]


def test_whose_it_is_not_finds_nothing(world, client):
    promise = a_promise(world)
    for who in (world.officer["A03"], world.deputies[2], world.auditor):
        assert get(as_(client, who), "commitment", promise.pk)[0] == 404
        step = reverse("suggestions:commitment_step", args=[promise.pk, "report_progress"])
        assert client.post(step, {"text": PROGRESS}).status_code == 404


def test_the_api_lists_and_reads_the_ledger(world, client):
    promise = graded(world)
    as_(client, world.deputy)
    rows = client.get("/api/v1/suggestions/commitments/?state=graded").json()["rows"]
    assert [(row["id"], row["state_words"], row["unit"], row["light"]) for row in rows] == [
        (promise.pk, "已评价待反馈", "市交通运输局", "")
    ]
    read = client.get(f"/api/v1/suggestions/commitments/{promise.pk}").json()
    kinds = [(entry["kind"], entry["on"], entry["grade"]) for entry in read["entries"]]
    assert kinds == [("done", "2026-04-15", ""), ("grade", "2026-04-20", "met")]
    assert client.get("/api/v1/suggestions/commitments/?state=nonsense").status_code == 422
    assert at("2026-04-15").date() == day(read["done_on"])


def statuses(client, names, query):
    return [client.get(f"{reverse(f'suggestions:{name}')}?{query}").status_code for name in names]


MADE_UP = ("year=0000", "year=9999", "month=0000-00", "month=9999-12", "unit=99999999999999999999")


@pytest.mark.parametrize("query", MADE_UP)
def test_an_address_made_up_is_answered(world, client, query):
    names = ("ledger", "ledger_calendar", "kept")
    assert statuses(as_(client, world.affairs), names, query) == [200, 200, 200]


@pytest.mark.parametrize("query", ["on=0001-01-01", "on=1949-12-31", "year=0000", "on=9999-12-31"])
def test_figures_of_a_day_made_up_are_those_of_today(world, client, query):
    names = ("figures", "between", "ahead")
    assert statuses(as_(client, world.affairs), names, query) == [200, 200, 200]
