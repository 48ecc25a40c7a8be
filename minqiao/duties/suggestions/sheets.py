"""Suggestions in and out of a spreadsheet: out as the list shows them, in as drafts entered for deputies."""

from minqiao.duties.suggestions.actions.drafting import enter_row
from minqiao.duties.suggestions.actions.phrases import enter_phrase
from minqiao.duties.suggestions.actions.records import enter_result
from minqiao.duties.suggestions.forms.drafting import SuggestionRow
from minqiao.duties.suggestions.forms.records import ResultRow
from minqiao.duties.suggestions.forms.writing import PhraseRow
from minqiao.duties.suggestions.queries.promises import COLUMNS as LEDGER_COLUMNS
from minqiao.duties.suggestions.queries.promises import LABEL as LEDGER_LABEL
from minqiao.duties.suggestions.queries.promises import sheet_rows as ledger_rows
from minqiao.duties.suggestions.queries.sheet import COLUMNS, EXPORTERS, LABEL, sheet_rows
from minqiao.duties.suggestions.queries.writing import phrase_rows
from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.kit.sheets import Column, Sheet
from minqiao.registry.units.queries import units_by_any_name

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
            Column("consent_public", "同意公开", "是或否，照代表所填；没有写明的为不同意"),
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
    Sheet(
        slug="commitments",
        label=LEDGER_LABEL,
        form=None,
        columns=LEDGER_COLUMNS,
        rows=ledger_rows,
        exporters=EXPORTERS,
    ),
    Sheet(
        slug="suggestion-results",
        label="代表建议办理结果（历年补录）",
        form=ResultRow,
        columns=(
            Column("number", "编号", text=True),
            Column("title", "标题", width=40),
            Column("signer", "领衔代表", "姓名或者代表证号", text=True),
            Column("kind", "种类", "不填为代表建议"),
            Column("topic", "类别", "、".join(SuggestionRow.TOPIC_WORDS)),
            Column("unit", "承办单位", "主办或者独办单位的全称、简称或者编号", width=24),
            Column("assigned_on", "交办日", "例如 2025-03-20"),
            Column("due_on", "答复期限", "不填按三个月推算"),
            Column("replied_on", "答复日"),
            Column("category", "办理类别", "A、B、C，有的地方还有D"),
            Column("contact", "联系方式", "当面沟通、上门走访、电话、书面"),
            Column("evaluated_on", "评价日", "不填与答复日相同"),
            Column("result", "结果评价", "满意、基本满意、不满意；两次催收没有收回的填未反馈"),
            Column("attitude", "态度评价", "不填与结果评价相同"),
            Column("truth", "类别是否属实", "属实、不属实；不填为代表没有异议"),
            Column("words", "具体意见", "不满意的必须填写", width=40),
            Column("repeat_of", "往年编号", "以前提过的同一事项的编号", text=True),
        ),
        keys=("number",),
        rows=lambda actor: (),
        save=enter_result,
        lookups=units_by_any_name,
        importers=CONGRESS_STAFF,
        note="补录平台启用以前已经办理的建议，供统计和与上年比较；同一编号再次导入即为更正，在平台上办理的建议不能用表格改写",
        whole=True,
    ),
    Sheet(
        slug="writing-phrases",
        label="写作提示词句",
        form=PhraseRow,
        columns=(
            Column(
                "kind", "用途", "空话：答复中没有内容的话；虚词：不算内容的词；另提一事：提示建议写了两件事"
            ),
            Column("words", "词句", "省略号表示到本句末尾为止，如“下一步将积极…”", width=30),
            Column("is_used", "启用", "是、否；平台自带的词句填“否”即停用"),
        ),
        keys=("kind", "words"),
        rows=phrase_rows,
        save=enter_phrase,
        importers=CONGRESS_STAFF,
        note="用于提示代表一事一议、核对答复有没有空话；导出现有清单，增加或者停用后再导入",
    ),
)
