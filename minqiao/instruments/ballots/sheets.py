"""Announced results taken out as a spreadsheet; nothing comes in by it."""

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF
from minqiao.instruments.ballots.queries.sheet import result_rows
from minqiao.kit.sheets import Column, Sheet

SHEETS = (
    Sheet(
        slug="vote-results",
        label="票决结果",
        form=None,
        columns=(
            Column("title", "票决事项", width=30),
            Column("turn", "第几次投票"),
            Column("announced_on", "宣布日"),
            Column("position", "序号"),
            Column("name", "项目", width=40),
            Column("for", "赞成"),
            Column("against", "反对"),
            Column("abstain", "弃权"),
            Column("fate", "结果", width=40),
            Column("seal", "校验值", text=True, width=40),
        ),
        rows=result_rows,
        exporters=CONGRESS_STAFF | CONGRESS_LEADERS,
    ),
)
