"""The books taken out as spreadsheets; nothing comes in by them: every entry has its act."""

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.instruments.funds.choices import MATCHING, OWN, RECORD_ONLY
from minqiao.instruments.funds.queries.sheet import entry_rows, fund_rows
from minqiao.kit.sheets import Column, Sheet

READERS = CONGRESS_STAFF | CONGRESS_LEADERS | UNIT_ROLES | {Role.GOV_OFFICE, Role.GOV_LEADER}
SHEETS = (
    Sheet(
        slug="funds",
        label="专项资金收支情况",
        form=None,
        columns=(
            Column("fund", "资金", width=40),
            Column("level", "层级"),
            Column("year", "年度"),
            Column("state", "状态"),
            *(Column(name, f"{words}（元）") for name, words in OWN),
            *(Column(name, f"配套资金：{words}（元）") for name, words in MATCHING),
        ),
        rows=fund_rows,
        exporters=READERS,
        note=RECORD_ONLY,
    ),
    Sheet(
        slug="fund-entries",
        label="专项资金账簿",
        form=None,
        columns=(
            Column("fund", "资金", width=40),
            Column("seq", "笔号"),
            Column("on", "日期"),
            Column("kind", "事项"),
            Column("credit", "贷方科目（转出）", width=28),
            Column("debit", "借方科目（转入）", width=28),
            Column("amount", "金额（元）"),
            Column("item", "项目编号", text=True),
            Column("title", "项目", width=32),
            Column("reference", "依据或者凭证号", text=True, width=24),
            Column("note", "说明", width=32),
            Column("name", "记账人"),
            Column("reverses", "冲正第几笔"),
            Column("hash", "摘要", text=True, width=68),
        ),
        rows=entry_rows,
        exporters=READERS,
        note=f"{RECORD_ONLY}请妥善保管 CSV：日后可用 minqiao verify ledger 文件名 核对账簿是否被改写。",
    ),
)
