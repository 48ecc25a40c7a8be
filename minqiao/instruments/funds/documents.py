"""资金台账对账单: what stands in a fund's accounts, its entries, and the end of its chain, on paper."""

from minqiao.instruments.funds.choices import RECORD_ONLY
from minqiao.instruments.funds.rules.years import MATCHING, OWN
from minqiao.instruments.papers.documents import DRAW, MEDIA_TYPES
from minqiao.instruments.papers.rules import FORM, Column, Document, Para, SignOff, Table, chinese_date
from minqiao.kit.money import in_yuan
from minqiao.kit.workbook import Page, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {**MEDIA_TYPES, "xlsx": XLSX}
ENTRIES = (
    "笔号",
    "日期",
    "事项",
    "贷方科目（转出）",
    "借方科目（转入）",
    "金额（元）",
    "项目",
    "依据或者凭证号",
)
WIDTHS = (12, 22, 20, 30, 30, 30, 20, 36)


def statement_pages(fund, position, purses, entries) -> list[Page]:
    """The tables of the statement: the position, what may still be spent, every entry in order; in yuan."""
    return [
        Page("收支情况", "收支情况（元）", ("项目", "金额"), tuple(_position_rows(position))),
        Page("可安排资金", "可安排资金（元）", ("科目", "余额"),
             tuple((one.words, in_yuan(one.balance)) for one in purses)),
        Page("分录", "分录（元）", ENTRIES, tuple(_entry_row(one) for one in entries), RECORD_ONLY),
    ]  # fmt: skip


def _position_rows(position):
    for name, words in (*OWN, *MATCHING):
        yield words, in_yuan(getattr(position, name))


def _entry_row(one):
    kind = one.get_kind_display() + (f"（第{one.reverses.seq}笔）" if one.reverses else "")
    item = one.item.number if one.item else ""
    return (str(one.seq), one.on.isoformat(), kind, one.credit.words, one.debit.words,
            in_yuan(one.amount), item, one.reference)  # fmt: skip


def statement(fund, position, purses, entries, *, on) -> Document:
    """The statement as a paper, its chain's end printed: who keeps the sheet can prove a later change."""
    pages = statement_pages(fund, position, purses, entries)
    blocks = [Para(RECORD_ONLY)]
    for page, widths in zip(pages, ((90, 50), (90, 50), WIDTHS), strict=True):
        blocks.append(Para(page.title, "heading2"))
        columns = tuple(
            Column(words, width, "right" if "金额" in words or words == "余额" else "left")
            for words, width in zip(page.head, widths, strict=True)
        )
        blocks.append(Table(columns, page.rows, 9 if page.head == ENTRIES else 10.5))
    end = f"末笔第{fund.last_seq}笔，摘要{fund.last_hash}。日后可用 minqiao verify ledger 核对。"
    return Document(
        layout=FORM,
        title=f"{fund.name}\n台账对账单",
        strip=(f"截至{chinese_date(on)}", f"共{fund.last_seq}笔"),
        blocks=(*blocks, Para(end, "note")),
        sign_off=(SignOff(f"{fund.congress.standing_committee}代表工作委员会", chinese_date(on)),),
    )


def drawn(fund, position, purses, entries, form, *, on) -> bytes:
    """The statement as docx, pdf or xlsx; Refused when the faces for pdf are missing."""
    if form == "xlsx":
        return workbook(statement_pages(fund, position, purses, entries))
    return DRAW[form](statement(fund, position, purses, entries, on=on))
