"""Suggestions in and out of a spreadsheet: out as the list shows them, in as drafts entered for deputies."""

from minqiao.duties.suggestions.actions.drafting import enter_row
from minqiao.duties.suggestions.forms.drafting import SuggestionRow
from minqiao.duties.suggestions.queries.sheet import COLUMNS, EXPORTERS, LABEL, sheet_rows
from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.kit.sheets import Column, Sheet

SHEETS = (
    Sheet(
        slug="suggestions",
        label="代表建议（代为录入）",
        form=SuggestionRow,
        columns=(
            Column("signer", "领衔代表", "姓名或者代表证号", text=True),
            Column("title", "标题", "一般写作“关于……的建议”", width=40),
            Column("topic", "类别", "、".join(SuggestionRow.TOPIC_WORDS)),
            Column("facts", "案由", width=60),
            Column("requests", "建议事项", "每条一行，或用分号隔开", many=True, width=60),
            Column("wish_units", "建议承办单位"),
        ),
        keys=("signer", "title"),
        rows=lambda actor: (),
        save=enter_row,
        importers=CONGRESS_STAFF,
        note="导入后是草稿，标明“代为录入”；同一位代表同一标题再次导入只更新草稿，不会重复",
    ),
    Sheet(
        slug="suggestion-list",
        label=LABEL,
        form=None,
        columns=COLUMNS,
        rows=sheet_rows,
        exporters=EXPORTERS,
    ),
)
