"""The pages, API and files of the book: who opens what, how many queries it takes, what is shown."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.instruments.funds.actions import allocating, years
from minqiao.instruments.funds.models import Entry, Fund
from minqiao.instruments.funds.queries.sheet import entry_rows, fund_rows
from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.notifications.models import Message
from minqiao.registry.congress.models import Congress
from tests.api.conftest import Caller
from tests.factories import LONG_AGO, a_capacity, a_user, a_world, acting
from tests.funds.books import PAPER, WHEN, YUAN, a_county, a_fund, approved, paid
from tests.funds.test_runs import DECISION, ROWS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")


@pytest.fixture(scope="module")
def stage(module_db):
    """A world with the city's fund, a county's beside it, projects, a payment, an allocation."""
    world = a_world()
    county = a_county()
    world.fund = a_fund(world, 1_000_000, finance_unit=world.units["A08"])
    office = {"actor": world.affairs, "at": WHEN}
    years.allocate(world.fund, area=county, amount=100_000 * YUAN, **PAPER, **office)
    world.item = approved(world, world.fund, 86_000)
    paid(world, world.item, 50_000, "国支2026-0417")
    world.run = allocating.propose(world.fund, projects=ROWS, titles={"2026-010": "晒坝硬化"}, **office)
    congress = Congress.objects.create(
        area=county, level="county", name="七星关区人民代表大会", standing_committee="七星关区人大常委会",
        government="七星关区人民政府", term=3, starts_on=LONG_AGO,
    )  # fmt: skip
    world.county_office = acting(a_capacity(a_user("quxian"), Role.DEPUTY_AFFAIRS, congress.pk, congress.pk))
    world.county_fund = years.open_fund(actor=world.county_office, at=WHEN, area=county, year=2026)
    years.budget(world.county_fund, actor=world.county_office, at=WHEN, amount=700 * YUAN, **PAPER)
    return world


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def people(world):
    """Everybody, by the part played."""
    return {
        "affairs": world.affairs, "chairs": world.chairs, "committee": world.committee, "gov": world.gov,
        "deputy": world.deputy, "finance": world.officer["A08"], "unit": world.officer["A14"],
        "county": world.county_office, "auditor": world.auditor, "system": world.system_admin,
    }  # fmt: skip


def seen_by(client, world, url):
    return {name for name, actor in people(world).items() if as_(client, actor).get(url).status_code == 200}


CITY_SIDE = {"affairs", "chairs", "committee", "gov"}


def test_who_opens_which_book(stage, client):
    city = reverse("funds:fund", args=[stage.fund.pk])
    county = reverse("funds:fund", args=[stage.county_fund.pk])
    item = reverse("funds:item", args=[stage.fund.pk, stage.item.pk])
    run = reverse("funds:allocation", args=[stage.run.pk])
    statement = reverse("funds:statement", args=[stage.fund.pk, "xlsx"])
    assert seen_by(client, stage, city) == CITY_SIDE | {"deputy", "finance"}
    assert seen_by(client, stage, county) == CITY_SIDE | {"county"}
    assert seen_by(client, stage, item) == seen_by(client, stage, run) == CITY_SIDE | {"deputy", "finance"}
    assert seen_by(client, stage, statement) == CITY_SIDE | {"deputy", "finance"}


def text_of(client, actor, url):
    answer = as_(client, actor).get(url)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


ONLY_RECORDS = "不替代预算管理一体化系统和国库集中支付系统"


def test_city_and_county_stand_in_one_view_with_their_sum(stage, client):
    text = text_of(client, stage.affairs, reverse("funds:index"))
    assert "毕节市 市级 使用中 1,000,000.00 86,000.00 50,000.00 914,000.00" in text
    assert "七星关区 县级 使用中 700.00 0.00 0.00 700.00" in text
    assert "合计 1,000,700.00 86,000.00 50,000.00 914,700.00" in text
    assert ONLY_RECORDS in text
    assert "设立资金台账" in text
    assert "设立资金台账" not in text_of(client, stage.deputy, reverse("funds:index"))


def test_a_book_shows_what_stands_in_it_and_offers_what_may_be_done(stage, client):
    url = reverse("funds:fund", args=[stage.fund.pk])
    text = text_of(client, stage.affairs, url)
    for words in (ONLY_RECORDS, "七星关区 100,000.00 0.00", "统筹资金 814,000.00 —", "可安排余额 914,000.00",
                  "登记支付", "国支2026-0417", "第1批分配方案（待工作组研究）"):  # fmt: skip
        assert words in text
    link = reverse("funds:fund_step", args=[stage.fund.pk, "reverse"]) + "?entry="
    readers = (stage.affairs, stage.officer["A08"], stage.deputy)
    offered = [as_(client, actor).get(url).content.decode().count(link) for actor in readers]
    assert offered == [3, 3, 0]  # not of the approval: that is a step of its project
    assert "晒坝硬化" in text_of(
        client, stage.deputy, reverse("funds:item", args=[stage.fund.pk, stage.item.pk])
    )


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len([one for one in caught if "workdays_" not in one["sql"] and "rulebook_" not in one["sql"]])


def test_pages_take_few_queries_however_many_rows(stage, client):
    as_(client, stage.affairs)
    for number in range(3):
        approved(stage, stage.fund, 1_000, f"2026-20{number}")
    assert queries(client, reverse("funds:index")) <= 5
    assert queries(client, reverse("funds:fund", args=[stage.fund.pk])) <= 8
    assert queries(client, reverse("funds:item", args=[stage.fund.pk, stage.item.pk])) <= 8
    assert queries(client, reverse("funds:allocation", args=[stage.run.pk])) <= 8


def test_a_step_is_taken_on_its_page_and_refused_in_words(stage, client):
    as_(client, stage.affairs)
    url = reverse("funds:fund_step", args=[stage.fund.pk, "allocate"])
    body = {"area": "520502000000", "amount": "900,000", "reference": "文号", "on": "2026-05-20"}
    answer = client.post(url, body)
    assert answer.status_code == 409
    assert "统筹资金余81.4万元，不足90万元，还差8.6万元" in answer.content.decode()
    assert client.post(url, body | {"amount": "1.005"}).status_code == 422
    assert client.post(url, body | {"on": "2026-06-02"}).status_code == 422
    assert client.post(url, body | {"area": "520500000000"}).status_code == 422
    answer = client.post(url, body | {"amount": "14000"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("funds:fund", args=[stage.fund.pk]))
    assert Entry.objects.order_by("-pk")[0].amount == 14_000 * YUAN


def test_a_reversal_begins_at_its_entry(stage, client):
    as_(client, stage.affairs)
    url = reverse("funds:fund_step", args=[stage.fund.pk, "reverse"])
    shown = client.get(f"{url}?entry=4").content.decode()
    assert 'value="4"' in shown
    assert "第4笔 登记支付 50,000.00元：已批准待支付 → 已支付" in shown
    assert client.get(f"{url}?entry=99999999999999").status_code == 200
    assert client.post(url, {"seq": "4", "note": ""}).status_code == 422
    assert client.post(url, {"seq": "4", "note": "金额录错"}).status_code == 302
    last = Entry.objects.filter(fund=stage.fund).order_by("-seq")[0]
    assert (last.kind, last.reverses.seq, last.note) == ("reverse", 4, "金额录错")
    told = set(Message.objects.values_list("user__username", flat=True))
    assert told >= {"officer-A08", "principal-A08"}


def test_a_book_is_opened_on_its_page_for_a_place_of_ones_own(stage, client):
    as_(client, stage.county_office)
    url = reverse("funds:new")
    assert client.post(url, {"area": "520500000000", "year": "2026"}).status_code == 422
    assert client.post(url, {"area": "520502000000", "year": "2026"}).status_code == 409
    assert client.post(url, {"area": "520502000000", "year": "2027"}).status_code == 302
    assert Fund.objects.get(year=2027).name == "七星关区2027年代表建议办理专项资金"
    assert as_(client, stage.gov).get(url).status_code == 409


def test_the_decision_is_entered_on_its_page(stage, client):
    as_(client, stage.chairs)
    url = reverse("funds:allocation_step", args=[stage.run.pk, "decide"])
    body = {"chosen": ["2026-010"], "meeting": DECISION["meeting"], "decided_on": "2026-04-10"}
    answer = client.post(url, body | {"reasons": ""})
    assert (answer.status_code, "还须写明理由：" in answer.content.decode()) == (422, True)
    proposed = [line.number for line in stage.run.lines.all() if line.is_proposed]
    reasons = "\n".join(f"{number} 地块有争议" for number in proposed if number != "2026-010")
    assert client.post(url, body | {"reasons": f"{reasons}\n2026-099 无"}).status_code == 422
    assert client.post(url, body | {"reasons": reasons}).status_code == 302
    text = text_of(client, stage.deputy, reverse("funds:allocation", args=[stage.run.pk]))
    assert "项目管理工作组第2次会议（2026-04-10）：决定列入1个" in text
    assert "不列入 与方案不同 地块有争议" in text


def test_the_api_tells_the_same_in_fen(stage):
    call = Caller(stage.affairs)
    status, answer = call.get("funds/")
    assert (status, [row["name"] for row in answer["rows"]]) == (
        200, ["毕节市2026年代表建议办理专项资金", "七星关区2026年代表建议办理专项资金"]
    )  # fmt: skip
    _, fund = call.get(f"funds/{stage.fund.pk}")
    assert (fund["position"]["available"], fund["position"]["committed"]) == (914_000 * YUAN, 86_000 * YUAN)
    assert fund["purses"] == [
        {"code": "pool", "words": "统筹资金", "balance": 814_000 * YUAN},
        {"code": "quota:520502000000", "words": "七星关区额度", "balance": 100_000 * YUAN},
    ]
    _, entries = call.get(f"funds/{stage.fund.pk}/entries/")
    assert [(row["seq"], row["kind"], row["amount"], row["item"]) for row in entries["rows"]] == [
        (4, "pay", 50_000 * YUAN, "2026-001"),
        (3, "approve", 86_000 * YUAN, "2026-001"),
        (2, "allocate", 100_000 * YUAN, ""),
        (1, "budget", 1_000_000 * YUAN, ""),
    ]
    path = f"funds/{stage.fund.pk}/steps/take_back"
    status, answer = call.post(path, {"area": "520502000000", "amount": "100000.01"})
    assert (status, answer["why"]) == (409, "七星关区额度余10万元，不足100000.01元，还差0.01元")
    assert Caller(stage.deputy).post(path, {"area": "520502000000", "amount": "1"})[0] == 409
    _, run = call.get(f"funds/allocations/{stage.run.pk}")
    assert [line["number"] for line in run["projects"]] == ["2026-010", "2026-012", "2026-011"]


def test_the_sheets_sum_to_the_ledger(stage):
    books = list(fund_rows(stage.affairs))
    assert [(row["fund"][:3], row["budget"], row["available"], row["paid"]) for row in books] == [
        ("毕节市", 1_000_000.0, 914_000.0, 50_000.0), ("七星关", 700.0, 700.0, 0.0)
    ]  # fmt: skip
    rows = list(entry_rows(stage.affairs))
    assert [(row["seq"], row["amount"]) for row in rows] == [
        (1, 1_000_000.0), (2, 100_000.0), (3, 86_000.0), (4, 50_000.0), (1, 700.0)
    ]  # fmt: skip
    assert list(entry_rows(stage.deputy)) == rows[:4]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_statement_is_a_file(stage, client, form):
    answer = as_(client, stage.affairs).get(reverse("funds:statement", args=[stage.fund.pk, form]))
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_a_message_about_a_fund_leads_to_its_book(stage):
    opens = next(room.web.opens for room in mechanisms() if room.slug == "funds")
    page = reverse("funds:fund", args=[stage.fund.pk])
    assert opens(stage.officer["A08"], "funds.fund", stage.fund.pk) == page
    assert opens(stage.officer["A14"], "funds.fund", stage.fund.pk) is None
    assert opens(stage.affairs, "suggestions.suggestion", stage.fund.pk) is None
