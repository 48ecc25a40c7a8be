"""The ledger's acts: money given, held, approved, paid, given back; what is refused and in which words."""

import pytest

from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.funds.actions import items, years
from minqiao.instruments.funds.choices import MatchSource
from minqiao.instruments.funds.models import Account, Entry, Fund
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.queries.ledger import (
    entries_for,
    item_positions,
    match_of,
    pool_of,
    position,
    quota_of,
)
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.models import Area
from tests.factories import at, day
from tests.funds.books import PAPER, WHEN, YUAN, a_county, a_fund, an_item, approved, paid

pytestmark = pytest.mark.django_db


def refused(call, *args, **words):
    """Why an act was refused; it changed nothing."""
    before = Entry.objects.count(), list(Account.objects.order_by("pk").values_list("pk", "balance"))
    with pytest.raises(Refused) as caught:
        call(*args, **words)
    assert (
        Entry.objects.count(),
        list(Account.objects.order_by("pk").values_list("pk", "balance")),
    ) == before
    return caught.value.why


def of_item(item):
    """What stands in the accounts of one project."""
    return item_positions([item])[item.pk]


def yuan_of(found, *names):
    """These parts of a position in yuan."""
    return tuple(getattr(found, name) / YUAN for name in names)


def test_a_fund_year_to_the_fen(world):
    """S-6 of the domain study: 23 projects for 9,864,000, an application too many, a saving."""
    fund = a_fund(world)
    office = {"actor": world.affairs, "at": WHEN}
    first = approved(world, fund, 86_000, "2026-001")
    amounts = [444_000] * 21 + [454_000]
    for number, amount in enumerate(amounts, 2):
        approved(world, fund, amount, f"2026-{number:03}")
    assert yuan_of(position(fund), "committed", "available") == (9_864_000, 136_000)
    one_more = an_item(world, fund, "2026-024")
    why = refused(items.approve, one_more, purse=pool_of(fund), amount=180_000 * YUAN, **office)
    assert why == "统筹资金余13.6万元，不足18万元，还差4.4万元"
    paid(world, first, 50_000, "国支2026-0417")
    paid(world, first, 33_500, "国支2026-0931")
    assert yuan_of(of_item(first), "approved", "paid", "committed") == (2_500, 83_500, 86_000)
    items.return_saving(first, purse=pool_of(fund), amount=2_500 * YUAN, **office)
    assert yuan_of(of_item(first), "approved", "paid", "committed") == (0, 83_500, 83_500)
    assert yuan_of(position(fund), "available", "committed", "paid") == (138_500, 9_861_500, 83_500)
    assert (fault_in_ledger(), fault_in_trail()) == ("", "")


def test_quotas_and_matching_money_stand_beside_the_common_money(world):
    fund, county = a_fund(world, 100_000), a_county()
    office = {"actor": world.affairs, "at": WHEN}
    years.allocate(fund, area=county, amount=60_000 * YUAN, **PAPER, **office)
    source = {"area": county, "source": MatchSource.TOWNSHIP}
    years.add_match(fund, amount=30_000 * YUAN, **source, **PAPER, **office)
    quota, match = quota_of(fund, county), match_of(fund, county, MatchSource.TOWNSHIP)
    assert (str(quota), str(match)) == ("七星关区额度", "七星关区配套资金（乡镇自筹）")
    item = an_item(world, fund)
    items.approve(item, purse=quota, amount=50_000 * YUAN, **office)
    items.approve(item, purse=match, amount=30_000 * YUAN, **office)
    paid(world, item, 10_000, "国支1", purse=match)
    found = position(fund)
    assert yuan_of(found, "pool", "quotas", "available", "committed") == (40_000, 10_000, 50_000, 50_000)
    assert yuan_of(found, "matched", "match_left", "match_committed", "match_paid") == (
        30_000,
        0,
        30_000,
        10_000,
    )
    why = refused(items.approve, item, purse=quota, amount=10_001 * YUAN, **office)
    assert why == "七星关区额度余1万元，不足10001元，还差1元"
    elsewhere = a_county("碧阳街道", "520502001000")
    Area.objects.filter(pk=elsewhere.pk).update(parent=county)
    elsewhere.refresh_from_db()
    why = refused(years.allocate, fund, area=elsewhere, amount=1, **PAPER, **office)
    assert why == "碧阳街道不是毕节市的下一级"
    why = refused(years.take_back, fund, area=county, amount=10_001 * YUAN, **office)
    assert why == "七星关区额度余1万元，不足10001元，还差1元"
    years.take_back(fund, area=county, amount=10_000 * YUAN, **office)
    assert refused(years.cut_match, fund, amount=1, **source, **PAPER, **office) == (
        "七星关区配套资金（乡镇自筹）余0元，不足0.01元，还差0.01元"
    )


def test_money_held_for_a_project_is_confirmed_or_given_back(world):
    fund = a_fund(world, 100_000)
    office, pool = {"actor": world.affairs, "at": WHEN}, pool_of(fund)
    item = an_item(world, fund)
    items.reserve(item, purse=pool, amount=80_000 * YUAN, **office)
    other = an_item(world, fund, "2026-002")
    why = refused(items.approve, other, purse=pool, amount=30_000 * YUAN, **office)
    assert why == "统筹资金余2万元，不足3万元，还差1万元"
    items.confirm(item, purse=pool, amount=50_000 * YUAN, **office)
    assert refused(items.confirm, item, purse=pool, amount=30_001 * YUAN, **office) == (
        "预留余3万元，不足30001元，还差1元"
    )
    items.release(item, purse=pool, amount=30_000 * YUAN, **office)
    items.approve(other, purse=pool, amount=30_000 * YUAN, **office)
    assert yuan_of(position(fund), "reserved", "committed", "available") == (0, 80_000, 20_000)


def test_no_more_is_paid_than_was_approved_and_a_voucher_counts_once(world):
    item = approved(world, a_fund(world, 100_000), 50_000)
    pool = pool_of(item.fund)
    words = {"purse": pool, "actor": world.affairs, "at": WHEN, "on": day("2026-03-20")}
    paid(world, item, 30_000, "国支2026-0417")
    why = refused(items.pay, item, amount=20_001 * YUAN, reference="国支2026-0500", **words)
    assert why == "已批准待支付余2万元，不足20001元，还差1元"
    why = refused(items.pay, item, amount=100, reference=" 国支2026-0417 ", **words)
    assert why == "支付凭证国支2026-0417已在第3笔登记过，不能重复登记"
    assert refused(items.pay, item, amount=100, reference="", **words) == "请填写国库支付凭证号"
    items.refund(item, amount=10_000 * YUAN, reference="退2026-01", **words)
    assert yuan_of(of_item(item), "approved", "paid") == (30_000, 20_000)
    assert refused(items.refund, item, amount=20_001 * YUAN, reference="退2026-02", **words) == (
        "已支付余2万元，不足20001元，还差1元"
    )


def test_a_change_and_a_cancellation_give_back_what_is_not_paid(world):
    fund = a_fund(world, 100_000)
    office, pool = {"actor": world.affairs, "at": WHEN}, pool_of(fund)
    item = approved(world, fund, 50_000)
    items.reserve(item, purse=pool, amount=5_000 * YUAN, **office)
    items.raise_amount(item, purse=pool, amount=3_000 * YUAN, **office)
    items.cut_amount(item, purse=pool, amount=13_000 * YUAN, note="缩小规模", **office)
    paid(world, item, 15_000)
    made = items.cancel(item, note="土地有争议", **office)
    assert [(entry.kind, entry.amount // YUAN) for entry in made] == [("cancel", 25_000), ("release", 5_000)]
    assert yuan_of(position(fund), "available", "paid", "committed", "reserved") == (
        85_000,
        15_000,
        15_000,
        0,
    )
    assert [entry.seq for entry in entries_for(item)] == [2, 3, 4, 5, 6, 7, 8]


def test_a_wrong_payment_is_reversed_and_entered_again(world):
    item = approved(world, a_fund(world, 100_000), 50_000)
    fund = item.fund
    wrong = paid(world, item, 30_000)
    step = {"actor": world.affairs, "at": WHEN, "note": "金额录错"}
    made = years.reverse(fund, seq=wrong.seq, **step)
    assert (made.kind, made.reverses_id, made.amount) == ("reverse", wrong.pk, wrong.amount)
    assert yuan_of(of_item(item), "approved", "paid") == (50_000, 0)
    paid(world, item, 3_000)
    assert refused(years.reverse, fund, seq=wrong.seq, **step) == "这一笔已经冲正过"
    assert refused(years.reverse, fund, seq=made.seq, **step) == (
        "这一笔本身是冲正，不能再冲正；请按正确的内容另记一笔"
    )
    assert refused(years.reverse, fund, seq=2, **step) == (
        "这一笔由项目办理步骤记入，请在项目中办理调整、取消或者解除预留"
    )
    assert refused(years.reverse, fund, seq=99, **step) == "没有第99笔分录"
    assert refused(years.reverse, fund, seq=1, **step) == (
        "第1笔的钱已经用出，不能冲正：统筹资金余5万元，不足10万元，还差5万元"
    )
    assert fault_in_ledger() == ""


def test_a_year_is_closed_and_what_is_left_goes_into_the_next(world):
    fund = a_fund(world, 100_000)
    office = {"actor": world.affairs, "at": at("2026-12-31")}
    years.allocate(fund, area=a_county(), amount=40_000 * YUAN, **PAPER, **office)
    item = approved(world, fund, 50_000)
    early = {"actor": world.affairs, "at": at("2026-11-30")}
    assert refused(years.close, fund, **early) == "2026年12月起才能年终结账"
    assert refused(years.close, fund, **office) == (
        "项目2026-001还有预留或者已批准未支付的资金，请先支付、调减或者取消"
    )
    later = a_fund(world, 0, year=2027)
    words = {"reference": "毕财预〔2027〕3号", "on": day("2026-12-31"), **office}
    why = refused(years.carry_in, later, amount=50_000 * YUAN, **words)
    assert why == "毕节市2026年代表建议办理专项资金尚未结账，结账后才能登记结转"
    paid(world, item, 50_000)
    years.close(fund, **office)
    assert (fund.state, fund.closed_on) == ("closed", day("2026-12-31"))
    assert yuan_of(position(fund), "carried_out", "available", "paid") == (50_000, 0, 50_000)
    assert refused(years.carry_in, later, amount=50_000 * YUAN + 1, **words) == (
        "毕节市2026年代表建议办理专项资金结转的资金还可登记5万元，不足50000.01元"
    )
    years.carry_in(later, amount=50_000 * YUAN, **words)
    assert yuan_of(position(later), "carried_in", "available") == (50_000, 50_000)
    assert refused(items.approve, item, purse=pool_of(fund), amount=1, **office) == (
        "毕节市2026年代表建议办理专项资金已经结账，不能再记账"
    )
    assert refused(years.budget, fund, amount=1, **PAPER, **office) == "当前环节是“已结账”，不能安排预算"
    assert fault_in_ledger() == ""


def test_one_book_for_a_place_and_year_by_its_keeper(world):
    a_fund(world, 0)
    step = {"at": WHEN, "area": world.area, "year": 2026}
    assert (
        refused(years.open_fund, actor=world.affairs, **step)
        == "毕节市2026年代表建议办理专项资金已经设立台账"
    )
    assert refused(years.open_fund, actor=world.gov, **step) == "专项资金台账由代表工作委员会设立"
    fund = Fund.objects.get()
    assert refused(years.budget, fund, actor=world.gov, at=WHEN, amount=1, **PAPER) == (
        "台账由本级代表工作委员会记录"
    )


def test_every_entry_is_in_the_trail_of_its_fund(world):
    item = approved(world, a_fund(world, 100_000), 50_000)
    paid(world, item, 30_000)
    rows = Event.objects.filter(case_type="funds.fund", case_id=item.fund_id).order_by("seq")
    assert list(rows.values_list("label", "note")) == [
        ("设立资金台账", "毕节市2026年代表建议办理专项资金"),
        ("安排预算", "第1笔 10万元，预算安排→统筹资金；毕财预〔2026〕12号"),
        ("批准安排", "第2笔 5万元，统筹资金→已批准待支付"),
        ("登记支付", "第3笔 3万元，已批准待支付→已支付；国支2026-0417"),
    ]


def test_an_item_is_opened_once_for_its_case(world):
    fund = a_fund(world, 0)
    place = {"area": a_county(), "actor": world.affairs, "at": WHEN}
    first = items.open_item(fund, number="1", title="晒坝", case=world.session, **place)
    again = items.open_item(fund, number="1", title="晒坝", case=world.session, **place)
    assert first.pk == again.pk
    assert refused(items.open_item, fund, number="1", title="路灯", **place) == (
        "毕节市2026年代表建议办理专项资金已有编号1的项目"
    )
