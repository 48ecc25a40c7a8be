"""Projects taken out as a spreadsheet; the register of other funds' works, in and out."""

from minqiao.duties.microprojects.actions.elsewhere import save_funded_work
from minqiao.duties.microprojects.forms.elsewhere import FundedWorkRow
from minqiao.duties.microprojects.queries.sheet import funded_work_rows, project_rows
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.kit.sheets import Column, Sheet
from minqiao.registry.areas.queries import gazetteer

INSIDE = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}
SHEETS = (
    Sheet(
        slug="projects",
        label="微实事项目",
        form=None,
        columns=(
            Column("number", "入库编号", text=True),
            Column("fund", "资金", width=24),
            Column("title", "项目名称", width=32),
            Column("kind", "类别"),
            Column("county", "县（市、区）"),
            Column("place", "地点", width=24),
            Column("suggestion", "建议编号", text=True),
            Column("state", "环节"),
            Column("households", "受益户数"),
            Column("people", "受益人数"),
            Column("requested", "申请资金（元）"),
            Column("approved", "批准金额（元）"),
            Column("paid", "已拨付（元）"),
            Column("final", "结算金额（元）"),
            Column("builder", "实施单位", width=24),
            Column("started_on", "开工日"),
            Column("due_on", "本环节期限"),
            Column("accepted_on", "验收日"),
        ),
        rows=project_rows,
        exporters=INSIDE | UNIT_ROLES,
    ),
    Sheet(
        slug="funded-works",
        label="其他资金已安排项目",
        form=FundedWorkRow,
        columns=(
            Column("source", "资金来源", "如 中央财政衔接推进乡村振兴补助资金", width=32),
            Column("year", "年度"),
            Column("county", "县（市、区）", "名称或12位代码", text=True),
            Column("place", "地点", width=24),
            Column("title", "项目名称", width=32),
            Column("amount", "安排金额（元）", text=True),
            Column("reference", "文号", "同一来源、文号、项目、地点认作同一条", text=True),
        ),
        rows=funded_work_rows,
        save=save_funded_work,
        keys=("source", "reference", "title", "place"),
        lookups=gazetteer,
        importers=frozenset({Role.DEPUTY_AFFAIRS}) | UNIT_ROLES,
        note="财政、发改、交通、水务等部门的项目清单；资金审核时据此查重。",
    ),
)
