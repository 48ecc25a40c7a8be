"""资金台账对账单: what stands in a fund's accounts, its entries, and the end of its chain, on paper."""

from minqiao.instruments.funds.choices import MATCHING, OWN, RECORD_ONLY
from minqiao.instruments.papers.documents.reports import Report, Section, numbered
from minqiao.kit.money import Fen
from minqiao.kit.workbook import Page

AMOUNT, REFERENCE = "金额（元）", "依据或者凭证号"
HEAD = ("笔号和事项", "日期", "转出（贷方）", "转入（借方）", AMOUNT, "项目", REFERENCE)
END = "内容"
CHECKED = "请每月打印存档：整本账可用 minqiao verify ledger 核对，以后有人改写，与存档的摘要对不上。"
WIDTHS = {END: 120, AMOUNT: 26, "日期": 20, "转出（贷方）": 28, "转入（借方）": 28, "项目": 16, REFERENCE: 32}


def account_statement(fund, position, purses, entries, *, on) -> Report:
    """The statement of a fund on a day; who keeps the sheet with the chain's end can prove a later change."""
    stands = tuple((words, Fen(getattr(position, name))) for name, words in (*OWN, *MATCHING))
    left = tuple((one.words, Fen(one.balance)) for one in purses)
    end = (("末笔", f"第{fund.last_seq}笔"), ("末笔摘要", _grouped(fund.last_hash)))
    return Report(
        title=f"{fund.name}台账对账单",
        organ=f"{fund.congress.standing_committee}代表工作委员会",
        on=on,
        sections=numbered(
            Section(
                "收支情况", (RECORD_ONLY,), (Page("收支", "专项资金和配套资金", ("项目", AMOUNT), stands),)
            ),
            Section("可安排资金", (), (Page("余额", "各来源的余额", ("科目", AMOUNT), left),)),
            Section("账目", (), (Page("分录", "全部分录", HEAD, tuple(map(_entry, entries))),)),
            Section("核对", (CHECKED,), (Page("末笔", "账的末尾", ("项目", END), end),)),
        ),
        widths=WIDTHS,
        texts=frozenset({*HEAD, END}) - {AMOUNT},
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


def _grouped(text):
    """A hash in groups of eight, so that it can be read aloud and broken into lines."""
    return " ".join(text[at : at + 8] for at in range(0, len(text), 8))
