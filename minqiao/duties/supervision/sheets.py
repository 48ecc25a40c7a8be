"""Supervision taken out as spreadsheets; nothing comes in by them: every act has its form."""

from minqiao.duties.supervision.queries.sheet import chase_rows, counterpart_rows, key_item_rows
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.kit.sheets import Column, Sheet

CONGRESS_SIDE = CONGRESS_STAFF | CONGRESS_LEADERS
GOVERNMENT = frozenset({Role.GOV_OFFICE, Role.GOV_LEADER})
SHEETS = (
    Sheet(
        slug="key-items",
        label="重点督办建议",
        form=None,
        columns=(
            Column("number", "编号", text=True),
            Column("year", "年度"),
            Column("title", "督办题目", width=40),
            Column("suggestions", "建议编号", text=True, width=24),
            Column("proposed_by", "提请机构", width=24),
            Column("leader", "领衔督办领导"),
            Column("committee", "督办机构", width=24),
            Column("handling_leader", "领办领导"),
            Column("unit", "牵头承办单位", width=24),
            Column("state", "环节"),
            Column("visits", "督办活动"),
            Column("problems", "发现问题"),
            Column("mended", "已整改"),
            Column("report_due_on", "报告期限"),
            Column("decision", "审议意见", width=40),
        ),
        rows=key_item_rows,
        exporters=CONGRESS_SIDE | GOVERNMENT,
    ),
    Sheet(
        slug="counterparts",
        label="对口督办清单",
        form=None,
        columns=(
            Column("number", "编号", text=True),
            Column("title", "标题", width=40),
            Column("handled_by", "承办单位", width=24),
            Column("committee", "对口督办机构", width=24),
            Column("why", "确定依据", width=40),
            Column("state", "办理环节"),
            Column("due_on", "答复期限"),
            Column("replied_on", "答复日"),
            Column("notes", "督办记录"),
        ),
        rows=counterpart_rows,
        exporters=CONGRESS_SIDE,
    ),
    Sheet(
        slug="chases",
        label="催办和通报事项",
        form=None,
        columns=(
            Column("issued_on", "印发日"),
            Column("level", "级次"),
            Column("unit", "承办单位", width=24),
            Column("number", "建议编号", text=True),
            Column("title", "标题", width=40),
            Column("due_on", "答复期限"),
            Column("days_late", "印发时超期天数"),
            Column("answer", "单位回复", width=40),
            Column("promised_on", "承诺答复日"),
            Column("replied_on", "答复日"),
        ),
        rows=chase_rows,
        exporters=CONGRESS_SIDE | GOVERNMENT,
    ),
)
