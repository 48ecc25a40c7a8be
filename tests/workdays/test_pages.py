"""The calendar's pages and its command."""

import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.workdays.models import Year
from minqiao.foundation.workdays.queries import days_of
from minqiao.foundation.workdays.rules import read
from tests.workdays.conftest import SOURCE, csv_of_2027

pytestmark = pytest.mark.django_db


def upload(client, text, source=SOURCE):
    raw = text if isinstance(text, bytes) else text.encode()
    return client.post("/workdays/import/", {"source": source, "file": SimpleUploadedFile("2027.csv", raw)})


def faults(response):
    """The faults shown at the form's fields, in order."""
    shown = re.findall(r'<p class="error" id="[^"]*">(.*?)</p>', response.content.decode(), re.S)
    return [html.unescape(fault.strip()) for text in shown for fault in text.split("<br>")]


def test_nobody_reads_without_signing_in(client):
    assert client.get("/workdays/").status_code == 302


def test_a_year_is_shown_with_its_notice(sign_in):
    page = sign_in(Role.DEPUTY).get("/workdays/?year=2026").content.decode()
    assert page.count('<table class="month">') == 12
    assert (page.count("<small>休</small>"), page.count("<small>班</small>")) == (33, 6)
    assert page.count("国办发明电〔2025〕7号") == 1
    assert page.count("导入一年的日历") == 0


def test_a_missing_year_says_so(sign_in):
    page = sign_in(Role.DEPUTY_AFFAIRS).get("/workdays/?year=2027").content.decode()
    assert page.count("2027年工作日历尚未导入") == 1
    assert page.count("导入一年的日历") == 1


@pytest.mark.parametrize("year", ["1999", "2100"])
def test_a_year_out_of_all_bounds(sign_in, year):
    assert sign_in(Role.DEPUTY).get(f"/workdays/?year={year}").status_code == 404


def test_a_file_is_imported(sign_in):
    client = sign_in(Role.DEPUTY_AFFAIRS)
    response = upload(client, "\ufeff" + csv_of_2027())
    assert (response.status_code, response["Location"]) == (302, "/workdays/?year=2027")
    assert Year.objects.get(pk=2027).source == SOURCE
    assert days_of(2027) == read(csv_of_2027())[0]


def test_a_file_saved_by_a_chinese_spreadsheet_is_imported(sign_in):
    assert upload(sign_in(Role.DEPUTY_AFFAIRS), csv_of_2027().encode("gb18030")).status_code == 302
    assert Year.objects.filter(pk=2027).count() == 1


def test_faults_come_back_by_row_with_what_was_typed(sign_in):
    response = upload(sign_in(Role.DEPUTY_AFFAIRS), csv_of_2027().replace("2027-02-15", "2027-02-31"))
    page = response.content.decode()
    assert (response.status_code, Year.objects.filter(pk=2027).count()) == (422, 0)
    assert faults(response) == ["第47行“日期”列：“2027-02-31”不是有效日期，应写作 2027-01-01 的样子"]
    assert page.count(f'value="{SOURCE}"') == 1


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"\xff\xfe\x00\x81", "不是文本文件（应为 UTF-8 或 GB 18030 编码）"),
        (b"a" * (1024 * 1024 + 1), "文件超过1兆字节，不像是日历"),
    ],
)
def test_files_that_are_none(sign_in, raw, fault):
    response = upload(sign_in(Role.DEPUTY_AFFAIRS), raw)
    assert (response.status_code, faults(response)) == (422, [fault])


def test_many_faults_are_told_in_short(sign_in):
    response = upload(sign_in(Role.DEPUTY_AFFAIRS), csv_of_2027().replace("2027-0", "2027-13-"))
    errors = faults(response)
    assert (len(errors), errors[-1]) == (21, "另有253处")


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.SYSTEM_ADMIN, Role.UNIT_OFFICER])
def test_others_are_refused_politely(sign_in, role):
    client = sign_in(role)
    assert client.get("/workdays/import/").status_code == 409
    assert upload(client, csv_of_2027()).status_code == 409
    assert Year.objects.filter(pk=2027).count() == 0


def test_a_year_goes_out_and_comes_back_the_same(sign_in):
    text = sign_in(Role.DEPUTY).get("/workdays/2026.csv").content.decode("utf-8-sig")
    assert read(text) == (days_of(2026), [])


def test_a_blank_year_waits_for_the_notice(sign_in):
    text = sign_in(Role.DEPUTY_AFFAIRS).get("/workdays/2027.csv").content.decode("utf-8-sig")
    names = "元旦、春节、清明节、劳动节、端午节、中秋节、国庆节"
    assert read(text)[1] == [f"2027年没有{names}的放假安排，请对照国务院办公厅通知补全"]


def test_the_menu_leads_here_for_two_roles(sign_in):
    assert sign_in(Role.DEPUTY_AFFAIRS).get("/workdays/").content.decode().count('href="/workdays/"') > 0


def run(*args):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_calendar", *args, "--source", SOURCE, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_the_command_imports_once(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text(csv_of_2027(), "utf-8")
    assert run(str(file)) == (0, "已导入2027年\n", "")
    assert run(str(file)) == (0, "与现有日历完全相同，没有改动\n", "")
    assert Year.objects.get(pk=2027).imported_by == "命令行"


def test_the_command_names_file_row_and_column(tmp_path):
    file = tmp_path / "2027.csv"
    file.write_text(csv_of_2027().replace("2027-02-15,1", "2027-02-15,2"), "utf-8")
    assert run(str(file)) == (2, "", f"{file}：第47行“是否上班”列：“2”应为1（上班）或0（休息）\n")
