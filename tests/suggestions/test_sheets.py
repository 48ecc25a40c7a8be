"""Suggestions in and out of spreadsheets: good rows kept, bad ones named, out as shown."""

import csv
import io
import re

import openpyxl
import pytest
from django.urls import reverse

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.lists import suggestions
from minqiao.duties.suggestions.sheets import SHEETS
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.kit import sheetfiles
from minqiao.overviews.exchange import actions, queries
from minqiao.registry.congress.models import Deputy
from tests.factories import a_dispatched, a_draft, a_registered, a_replied, a_submitted, at, day

pytestmark = pytest.mark.django_db
ENTRIES, LIST, *_ = SHEETS
ON = day("2026-06-10")


@pytest.fixture(autouse=True)
def media(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-10")


def a_row(**cells):
    facts = {
        "signer": "3-002",
        "title": "关于修路的建议",
        "topic": "城建环保",
        "facts": "路坏了",
        "requests": ["修路", "排水"],
        "wish_units": "市交通运输局",
    }
    return facts | cells


def imported(world, rows, kind="xlsx"):
    content = sheetfiles.write(ENTRIES.columns, rows, kind)
    run = actions.begin_import(ENTRIES, content, f"建议.{kind}", actor=world.affairs, at=at("2026-06-01"))
    return actions.run_import(run.pk, clock=lambda: at("2026-06-01"))


def counts(run):
    return run.created, run.updated, run.unchanged, run.bad


def faults(run):
    return [(fault.row, fault.column) for fault in queries.faults_of(run)]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_row_becomes_a_draft_entered_for_its_deputy(world, kind):
    run = imported(world, [a_row()], kind)
    assert counts(run) == (1, 0, 0, 0)
    found = Suggestion.objects.get()
    assert (found.title, found.topic, found.requests) == ("关于修路的建议", "urban", ["修路", "排水"])
    assert (found.lead_signer_id, found.is_paper, found.state) == (world.mandates[1].pk, True, "draft")
    assert Event.objects.get(action="draft").name == "affairs"


def test_good_rows_are_kept_and_bad_ones_named_by_row_and_column(world):
    Deputy.objects.filter(pk=world.mandates[3].deputy_id).update(name="代表3")
    rows = [
        a_row(),
        a_row(title="关于甲的建议", topic="天文"),
        a_row(title="关于乙的建议", signer="查无此人"),
        a_row(title="关于丙的建议", signer="代表3"),
        a_row(title=""),
        a_row(title="长" * 101),
        a_row(title="关于丁的建议", facts="绝密★启用前"),
        a_row(title="关于戊的建议", requests=["x"] * 11),
        a_row(title="关于己的建议", signer="代表1"),
    ]
    run = imported(world, rows)
    assert counts(run) == (2, 0, 0, 7)
    assert faults(run) == [
        (3, "类别"),
        (4, "领衔代表"),
        (5, "领衔代表"),
        (6, "标题"),
        (7, "标题"),
        (8, "整行"),
        (9, "建议事项"),
    ]
    reasons = {fault.row: fault.reason for fault in queries.faults_of(run)}
    assert reasons[3].startswith("“天文”不在可选范围，应为下列之一：财政经济、")
    assert reasons[4] == "没有找到代表“查无此人”，请核对姓名或者改填代表证号"
    assert reasons[5].startswith("有2位代表名叫“代表3”：代表3（3-003，七星关代表团）、代表3（3-004")
    assert sorted(Suggestion.objects.values_list("title", flat=True)) == ["关于修路的建议", "关于己的建议"]


def test_bad_rows_come_back_as_a_file_that_can_be_mended_and_sent_again(world):
    run = imported(world, [a_row(), a_row(title="关于甲的建议", topic="天文")])
    with run.bad_rows.open("rb") as file:
        rows = list(openpyxl.load_workbook(io.BytesIO(file.read())).active.iter_rows(values_only=True))
    assert rows[0][-1] == "错误原因"
    assert rows[1][1] == "关于甲的建议"
    mended = [a_row(title="关于甲的建议")]
    assert counts(imported(world, mended)) == (1, 0, 0, 0)


def test_a_repeated_import_makes_no_doubles(world):
    imported(world, [a_row(), a_row(title="关于甲的建议")])
    again = imported(
        world, [a_row(), a_row(title="关于甲的建议", facts="补充了"), a_row(title="关于乙的建议")]
    )
    assert counts(again) == (1, 1, 1, 0)
    assert Suggestion.objects.count() == 3
    assert Suggestion.objects.get(title="关于甲的建议").facts == "补充了"


def test_what_was_handed_in_is_not_changed_by_an_import(world):
    found = a_submitted(world, title="关于修路的建议")
    run = imported(world, [a_row(signer="代表1")])
    assert (counts(run), faults(run)) == ((0, 0, 0, 1), [(2, "整行")])
    found.refresh_from_db()
    assert found.facts != "路坏了"


def test_a_deputys_own_draft_is_neither_found_nor_changed_by_an_import(world):
    found = a_draft(world, title="关于修路的建议")
    run = imported(world, [a_row(signer="代表1")])
    assert counts(run) == (1, 0, 0, 0)
    found.refresh_from_db()
    assert (found.is_paper, found.facts != "路坏了") == (False, True)


def test_the_same_row_twice_in_one_file_is_a_fault(world):
    run = imported(world, [a_row(), a_row()])
    assert (counts(run), faults(run)) == ((1, 0, 0, 1), [(3, "领衔代表、标题")])


FORMULA = '=HYPERLINK("http://evil.example","点我")'


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_formula_comes_in_as_text_and_goes_out_as_text(world, kind, client):
    assert counts(imported(world, [a_row(title=FORMULA)], kind))[0] == 1
    found = Suggestion.objects.get()
    assert found.title == FORMULA
    Suggestion.objects.update(state="submitted")
    client.force_login(User.objects.get(username="affairs"))
    answer = client.get(reverse("suggestions:export", args=[kind]))
    if kind == "csv":
        text = answer.content.decode("utf-8-sig")
        assert list(csv.reader(io.StringIO(text)))[1][2] == f"'{FORMULA}"
    else:
        cell = openpyxl.load_workbook(io.BytesIO(answer.content)).active["C2"]
        assert (cell.data_type, cell.value) == ("s", FORMULA)


# Out:


def taken_out(client, actor, query=""):
    client.force_login(User.objects.get(pk=actor.user_id))
    answer = client.get(reverse("suggestions:export", args=["xlsx"]) + query)
    assert answer.status_code == 200
    rows = openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    heading, *found = list(rows)
    return [dict(zip(heading, row, strict=True)) for row in found]


@pytest.fixture
def some(world):
    """Three in different states."""
    a_replied(world, title="关于甲的建议")
    a_dispatched(world, title="关于乙的建议", lead="A03", request_confidential=True)
    a_registered(world, title="关于丙的建议", topic="education")
    return world


@pytest.mark.parametrize(
    "query", ["", "?state=replied", "?topic=education", "?q=乙", "?sort=number", "?light=soon&sort=due"]
)
@pytest.mark.parametrize("who", ["affairs", "gov", "chairs"])
def test_the_file_holds_what_the_page_shows_in_its_order(some, client, who, query):
    actor = getattr(some, who)
    params = dict(part.split("=") for part in query[1:].split("&") if part)
    shown = [row["number"] for row in suggestions(actor, params, ON)]
    assert [row["编号"] or "" for row in taken_out(client, actor, query)] == shown
    page = client.get(reverse("suggestions:index") + query).content.decode()
    total = re.search(r"共(\d+)件", page)
    assert (int(total[1]) if total else 0) == len(shown)
    assert ("按当前条件导出" in page) == bool(shown)


def test_a_unit_takes_out_its_own_and_no_proposer_who_asked_for_confidence(some, client):
    rows = taken_out(client, some.officer["A03"])
    assert [(row["标题"], row["领衔代表"], row["代表团"]) for row in rows] == [
        ("关于乙的建议", "（保密）", None)
    ]
    (row,) = [row for row in taken_out(client, some.affairs) if row["标题"] == "关于乙的建议"]
    assert (row["领衔代表"], row["代表团"]) == ("代表1", "七星关代表团")
    (replied,) = taken_out(client, some.officer["A14"])
    assert (str(replied["答复日"])[:10], replied["办理类别"]) == ("2026-05-20", "B")


def test_an_export_is_on_record_with_its_filter(some, client):
    taken_out(client, some.gov, "?state=replied")
    event = Event.objects.get(action="export")
    assert (event.name, event.note) == ("gov", "代表建议办理情况，1行；条件：state=replied")


@pytest.mark.parametrize("who", ["deputy", "auditor", "system_admin", "security_admin"])
def test_others_take_nothing_out(some, client, who):
    client.force_login(User.objects.get(pk=getattr(some, who).user_id))
    assert client.get(reverse("suggestions:export", args=["xlsx"])).status_code == 409
    assert not Event.objects.filter(action="export").exists()


def test_another_kind_of_file_is_not_found(some, client):
    client.force_login(User.objects.get(pk=some.affairs.user_id))
    assert client.get("/suggestions/export.exe").status_code == 404


def test_the_sheet_of_the_exchange_holds_all_registered(some):
    content, rows = actions.export(LIST, "xlsx", actor=some.affairs, at=at("2026-06-01"))
    numbers = [
        row[0].value for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2)
    ]
    assert (rows, numbers) == (3, ["3-5-001", "3-5-002", "3-5-003"])
