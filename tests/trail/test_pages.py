"""The auditor's page: filters, stretches, what is shown and what is not, the export."""

import datetime as dt
import io
from types import SimpleNamespace

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.trail import queries
from minqiao.foundation.trail.models import Event, Head
from minqiao.foundation.trail.queries import audited, fault_in_trail, lines, stretch
from minqiao.foundation.trail.rules import readable_note
from minqiao.kit.actor import Actor
from tests.trail.conftest import AT, note

pytestmark = pytest.mark.django_db
AUDITOR = Actor(user_id=7, name="审计员", role="auditor", role_label="审计员")


def seqs(events):
    return [event.seq for event in events]


def test_newest_first_and_nothing_for_others(chain):
    assert seqs(audited(AUDITOR)) == [6, 5, 4, 3, 2, 1]
    for role in set(Role) - {Role.AUDITOR}:
        assert seqs(audited(Actor(user_id=7, role=role))) == []


def test_days_are_local_days(subject):
    """23:59 in Guizhou on the 20th is still the 20th, 00:00 already the 21st."""
    note(subject, at=dt.datetime(2026, 3, 20, 15, 59, tzinfo=dt.UTC))
    note(subject, at=dt.datetime(2026, 3, 20, 16, 0, tzinfo=dt.UTC))
    day = dt.date(2026, 3, 20)
    assert seqs(audited(AUDITOR, first=day, last=day)) == [1]
    assert seqs(audited(AUDITOR, first=day + dt.timedelta(days=1))) == [2]


def test_found_by_person_and_by_act(subject):
    note(subject, name="张三", label="交办")
    note(subject, name="李四", label="分办")
    assert seqs(audited(AUDITOR, person="李")) == [2]
    assert seqs(audited(AUDITOR, action="交")) == [1]
    assert seqs(audited(AUDITOR, person="张", action="分办")) == []


def test_stretches_cover_everything_once_both_ways(chain, monkeypatch):
    monkeypatch.setattr(queries, "ROWS", 2)
    pages, before = [], 0
    while True:
        rows, _, older = stretch(audited(AUDITOR), before=before)
        pages.append(seqs(rows))
        if not older:
            break
        before = older
    assert pages == [[6, 5], [4, 3], [2, 1]]
    rows, newer, older = stretch(audited(AUDITOR), after=2)
    assert (seqs(rows), newer, older) == ([4, 3], 4, 3)
    rows, newer, _ = stretch(audited(AUDITOR), after=4)
    assert (seqs(rows), newer) == ([6, 5], 0)


def test_remarks_of_administration_are_shown_and_those_of_cases_are_not():
    secret = "案卷内容"
    assert readable_note(Event(case_type="accounts.user", note=secret)) == secret
    for case_type in ("suggestions.suggestion", "papers.paper", "congress.mandate", "ballots.ballot"):
        assert readable_note(Event(case_type=case_type, note=secret)) == ""


def test_no_case_content_on_page_or_in_export(client, auditor, subject):
    note(subject, note="看得见的说明")
    case = SimpleNamespace(pk=5, _meta=SimpleNamespace(label_lower="suggestions.suggestion"))
    note(subject, case=case, note="案卷里的秘密")
    client.force_login(auditor)
    page = client.get("/trail/").content.decode()
    assert ("看得见的说明" in page, "案卷里的秘密" in page) == (True, False)
    text = b"".join(client.post("/trail/export/", {"format": "csv"}).streaming_content).decode()
    assert ("看得见的说明" in text, "案卷里的秘密" in text) == (True, False)


def test_kinds_and_states_are_in_words(chain):
    (line,) = lines([Event.objects.get(seq=1)])
    assert (line["subject"], line["subject_id"], line["label"]) == ("用户", chain.pk, "交办")


def test_the_page_filters(client, auditor, subject):
    note(subject, name="张三")
    note(subject, name="李四")
    client.force_login(auditor)
    page = client.get("/trail/", {"person": "李四", "first": "2026-03-20"}).content.decode()
    assert ("李四" in page, "张三" in page) == (True, False)


def test_nonsense_in_the_filter_is_said(client, auditor, chain):
    client.force_login(auditor)
    wrong = client.get("/trail/", {"first": "2026-03-20", "last": "2026-03-01"})
    assert (wrong.status_code, "截止日早于起始日" in wrong.content.decode()) == (422, True)
    assert client.get("/trail/", {"first": "2026-02-30"}).status_code == 422
    for before in ("-1", "x", "９", "9" * 40):
        assert client.get("/trail/", {"before": before}).status_code == 200


def test_the_page_costs_the_same_for_few_and_for_many(client, auditor, subject):
    client.force_login(auditor)
    costs = []
    for _ in range(3):
        note(subject)
        with CaptureQueriesContext(connection) as queries:
            client.get("/trail/")
        costs.append(len(queries))
        for _ in range(40):
            note(subject)
    assert costs == [costs[0]] * 3


def test_taking_a_copy_is_itself_noted_and_the_chain_stays_whole(client, auditor, chain):
    client.force_login(auditor)
    client.post("/trail/export/", {"format": "csv", "person": "张三", "first": "2026-03-01"})
    event = Event.objects.order_by("-seq").first()
    assert (event.label, event.name, event.note) == ("导出留痕", "审计员", "自：2026-03-01；姓名：张三")
    assert fault_in_trail() == ""


def test_excel_holds_the_same_and_no_formula(client, auditor, subject):
    note(subject, name="=1+1", note="@SUM(A1)")
    client.force_login(auditor)
    answer = client.post("/trail/export/", {"format": "xlsx", "person": "1+1"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    head, row = (list(cells) for cells in sheet.iter_rows(values_only=True))
    line = dict(zip(head, row, strict=True))
    assert (line["姓名"], line["说明"], line["序号"]) == ("'=1+1", "'@SUM(A1)", 1)
    assert line["摘要"] == Event.objects.get(seq=1).hash


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.AUDITOR}))
def test_nobody_else_takes_a_copy(client, chain, role):
    user = User.objects.create_user("other", name="别人")
    Capacity.objects.create(user=user, role=role, starts_on=dt.date(2021, 1, 1))
    client.force_login(user)
    assert client.post("/trail/export/", {"format": "csv"}).status_code == 409
    assert Event.objects.count() == 6


def test_the_auditor_changes_nothing(client, auditor, chain):
    client.force_login(auditor)
    before = list(Event.objects.values()), list(Head.objects.values())
    for address in ("/trail/", "/trail/?person=x"):
        client.get(address)
    assert client.post("/trail/").status_code == 405
    assert (list(Event.objects.values()), list(Head.objects.values())) == before


def test_times_are_told_in_local_time(client, auditor, chain):
    client.force_login(auditor)
    assert AT.hour == 9
    assert "2026-03-20 17:30" in client.get("/trail/").content.decode()
