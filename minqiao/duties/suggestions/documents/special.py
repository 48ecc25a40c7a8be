"""The papers off the straight road (domain.md 2.12): requests, opinions, notices, redo, minutes."""

from minqiao.duties.suggestions.documents.main import label, pair
from minqiao.instruments.papers.rules import FORM, Cell, Document, Grid, chinese_date


def _item(handling):
    """The rows that every request of a unit begins with: who asks, about what, received when."""
    suggestion = handling.suggestion
    received = chinese_date(handling.signed_on) if handling.signed_on else "尚未签收"
    return (
        (*pair("承办单位", handling.unit.name), *pair("承办方式", handling.get_role_display())),
        (*pair("建议编号", suggestion.number), *pair("收到日期", received)),
        (label("标题"), Cell(suggestion.title, colspan=3)),
    )


def _form(handling, title, rows):
    return Document(
        layout=FORM,
        title=title,
        issuer=handling.unit.name,
        strip=(f"建议编号：{handling.suggestion.number}", f"交办日期：{handling.origin_assigned_on}"),
        blocks=(Grid((28, 50, 28, 50), rows),),
    )


def return_request(handling, asked):
    """退办申请: item, received on, reason, duty basis quoted, proposed unit, leader, seal, day."""
    proposed = asked.proposed_unit.name if asked.proposed_unit else "请交办机构确定"
    leader = "主要负责人签字" if asked.is_second else "批准领导"
    rows = (
        *_item(handling),
        (label("退办理由"), Cell(asked.reason, colspan=3, height=50, indent=True)),
        (label("职责依据"), Cell(asked.duty_basis, colspan=3, height=20)),
        (label("建议承办单位"), Cell(proposed, colspan=3, height=12)),
        (*pair(leader, asked.approved_by, height=14), *pair("申请日期", chinese_date(asked.asked_on))),
        (label("单位盖章"), Cell("", colspan=3, height=26)),
        (label("交办机构决定" if not asked.is_second else "政府领导裁定"), Cell("", colspan=3, height=40)),
    )
    title = "再次异议书" if asked.is_second else "代表建议退办申请"
    return _form(handling, title, rows)
