"""资金台账对账单: what stands in a fund's accounts, its entries, and the end of its chain, on paper."""

from minqiao.instruments.funds.choices import MATCHING, OWN, RECORD_ONLY
from minqiao.instruments.papers.documents.reports import Report, Section, numbered
from minqiao.kit.money import Fen
from minqiao.kit.workbook import Page

AMOUNT, REFERENCE = "金额（元）", "依据或者凭证号"
HEAD = ("笔号和事项", "日期", "转出（贷方）", "转入（借方）", AMOUNT, "项目", REFERENCE)
WIDTHS = {AMOUNT: 26, "日期": 20, "转出（贷方）": 28, "转入（借方）": 28, "项目": 16, REFERENCE: 32}


def account_statement(fund, position, purses, entries, *, on) -> Report:
    """The statement of a fund on a day; who keeps the sheet with the chain's end can prove a later change."""
    stands = tuple((words, Fen(getattr(position, name))) for name, words in (*OWN, *MATCHING))
    left = tuple((one.words, Fen(one.balance)) for one in purses)
    end = f"末笔第{fund.last_seq}笔，摘要{fund.last_hash}。整本账可用 minqiao verify ledger 核对。"
    return Report(
        title=f"{fund.name}台账对账单",
        organ=f"{fund.congress.standing_committee}代表工作委员会",
        on=on,
        sections=numbered(
            Section("收支情况", (RECORD_ONLY,), (Page("收支情况", "收支情况", ("项目", AMOUNT), stands),)),
            Section("可安排资金", (), (Page("可安排资金", "可安排资金", ("科目", AMOUNT), left),)),
            Section("分录", (end,), (Page("分录", "分录", HEAD, tuple(map(_entry, entries))),)),
        ),
        widths=WIDTHS,
        texts=frozenset(HEAD) - {AMOUNT},
    )


def _entry(one):
    kind = one.get_kind_display() + (f"第{one.reverses.seq}笔" if one.reverses else "")
    item = one.item.number if one.item else ""
    return (
        f"第{one.seq}笔 {kind}",
        one.on.isoformat(),
        one.credit.words,
        one.debit.words,
        Fen(one.amount),
        item,
        one.reference,
    )
