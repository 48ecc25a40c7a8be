"""Import and export in the browser."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from minqiao.overviews.exchange import actions
from minqiao.overviews.exchange.models import Run
from minqiao.overviews.exchange.rules import INLINE_BYTES
from minqiao.registry.units.models import Unit
from minqiao.registry.units.sheets import UNITS
from tests.exchange.conftest import a_unit, units_file
from tests.factories import at

NOW = at("2026-06-01")


def upload(rows, name="单位.xlsx"):
    return SimpleUploadedFile(name, units_file(rows, name.rsplit(".", 1)[-1]))


def text(response):
    return response.content.decode()


def test_everyone_sees_the_sheets_of_the_own_office(world, signed_in):
    page = text(signed_in(world.gov).get("/exchange/"))
    assert [f"/exchange/{slug}/" in page for slug in ("units", "unit-duties", "deputies", "areas")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_small_file_is_done_before_the_page_answers(world, signed_in):
    client = signed_in(world.affairs)
    answer = client.post("/exchange/units/", {"file": upload([a_unit(1), a_unit(2, kind="某类")])})
    run = Run.objects.get()
    assert (answer.url, run.state, run.created, run.bad) == (f"/exchange/runs/{run.pk}/", "done", 1, 1)
    page = client.get(answer.url)
    assert ("Refresh" in page, "“某类”不在可选范围" in text(page)) == (False, True)
    bad = client.get(f"/exchange/runs/{run.pk}/bad-rows/")
    assert bad["Content-Disposition"].endswith(".xlsx")


def test_a_trial_in_the_browser_keeps_nothing(world, signed_in):
    signed_in(world.affairs).post("/exchange/units/", {"file": upload([a_unit(1)]), "is_trial": "on"})
    assert (Run.objects.get().kind, Unit.objects.filter(code="N0001").exists()) == ("trial", False)


@pytest.mark.parametrize("name", ["单位.xls", "单位.docx"])
def test_another_kind_of_file_is_refused_on_the_form(world, signed_in, name):
    page = signed_in(world.affairs).post("/exchange/units/", {"file": SimpleUploadedFile(name, b"x")})
    assert "只能读 .xlsx 和 .csv 文件；请用 Excel 或 WPS 另存为 .xlsx 后再试" in text(page)
    assert Run.objects.count() == 0


def test_a_run_is_seen_by_its_own_office_only(world, signed_in):
    run = actions.begin_import(UNITS, units_file([a_unit(1)]), "a.xlsx", actor=world.affairs, at=NOW)
    assert signed_in(world.gov).get(f"/exchange/runs/{run.pk}/").status_code == 404
    assert signed_in(world.affairs).get(f"/exchange/runs/{run.pk}/").status_code == 200


def test_an_open_run_comes_again_by_itself_and_a_stopped_one_can_be_taken_up(world, signed_in):
    client = signed_in(world.affairs)
    run = actions.begin_import(UNITS, units_file([a_unit(1)]), "a.xlsx", actor=world.affairs, at=NOW)
    assert client.get(f"/exchange/runs/{run.pk}/")["Refresh"] == "2"
    Run.objects.filter(pk=run.pk).update(state="running", claimed_at=at("2020-01-01"))
    page = client.get(f"/exchange/runs/{run.pk}/")
    assert ("Refresh" in page, "接着处理" in text(page)) == (False, True)


def test_files_come_with_their_names(world, signed_in):
    client = signed_in(world.affairs)
    answers = [
        client.get(f"/exchange/units/{page}")
        for page in ("template/", "export.xlsx", "export.csv", "export.pdf")
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 404]
    assert answers[2].content.decode("utf-8-sig").splitlines()[0] == ",".join(
        column.label for column in UNITS.columns
    )


@pytest.mark.parametrize("page", ["", "template/", "export.csv"])
def test_a_sheet_of_another_office_is_refused(world, signed_in, page):
    statuses = {"": 409, "template/": 200, "export.csv": 409}
    assert signed_in(world.deputy).get(f"/exchange/units/{page}").status_code == statuses[page]
    assert signed_in(world.deputy).get(f"/exchange/nonsense/{page}").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_large_file_goes_on_in_the_background(world, signed_in):
    rows = [a_unit(number, reply_word=f"字{number * 7919 % 10007}") for number in range(400)]
    file = upload(rows, "单位.csv")
    padding = SimpleUploadedFile("单位.csv", file.read() + b",,,,,,,,\r\n" * (INLINE_BYTES // 10))
    answer = signed_in(world.affairs).post("/exchange/units/", {"file": padding})
    run = Run.objects.get()
    assert answer.url == f"/exchange/runs/{run.pk}/"
    for _ in range(300):
        run.refresh_from_db()
        if run.finished_at:
            break
        time.sleep(0.1)
    assert (run.state, run.fault, run.created, run.done, run.total) == ("done", "", 400, 400, 400)
