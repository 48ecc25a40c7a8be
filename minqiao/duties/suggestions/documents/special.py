"""The papers off the straight road (domain.md 2.12): requests, opinions, notices, redo, minutes."""

from django.utils import timezone

from minqiao.duties.suggestions.choices import HandlingRole
from minqiao.duties.suggestions.documents.main import numbered
from minqiao.instruments.papers.rules import (
    FORM,
    LETTER,
    Cell,
    Document,
    Grid,
    Para,
    SignOff,
    chinese_date,
    label,
    pair,
)


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
        blocks=(Grid((34, 44, 34, 44), rows),),
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


def redo_order(handling, clock, note, on):
    """重办通知: to the unit; what the deputy finds wrong, what is asked, by when and why then."""
    suggestion, congress = handling.suggestion, handling.suggestion.congress
    issuer, day = f"{congress.standing_committee}代表工作委员会", chinese_date(on)
    evaluation = handling.reply.evaluation
    return Document(
        layout=LETTER,
        issuer=issuer,
        title=f"关于重新办理{numbered(suggestion)}建议的通知",
        addressee=handling.unit.name,
        blocks=(
            Para(
                f"你单位对《{suggestion.title}》的答复（{handling.reply.number}）收悉。代表对办理结果评价为"
                f"“{evaluation.get_result_display()}”，现交你单位重新办理。"
            ),
            Para("一、代表的意见", "heading1"),
            Para(evaluation.words),
            Para("二、重新办理的要求", "heading1"),
            Para(note),
            Para("请在办理中再次听取代表意见，并重新答复代表。"),
            Para("三、办理期限", "heading1"),
            Para(f"请于{chinese_date(clock.due)}前答复代表（{clock.why}）。"),
        ),
        sign_off=(SignOff(issuer, day),),
        copies_to=(f"{congress.government}办公室",),
    )


def study_minutes(handling, study):
    """会商纪要: when, who, on what, the positions of both sides, what was found."""
    suggestion, congress = handling.suggestion, handling.suggestion.congress
    issuer = f"{congress.standing_committee}代表工作委员会"
    rows = (
        (*pair("建议编号", suggestion.number), *pair("会商日期", chinese_date(study.held_on))),
        (label("标题"), Cell(suggestion.title, colspan=3)),
        (*pair("承办单位", handling.unit.name), *pair("办理轮次", f"第{handling.round}轮")),
        (label("参加人员"), Cell(study.people, colspan=3, height=16)),
        (label("提请事由"), Cell(study.reason, colspan=3, height=20)),
        (label("会商纪要"), Cell(study.minutes, colspan=3, height=90, indent=True)),
        (*pair("代表签名", "", height=14), *pair("承办单位签名", "")),
    )
    return Document(
        layout=FORM,
        title="代表建议办理联席会商纪要",
        issuer=issuer,
        strip=(f"建议编号：{suggestion.number}", f"会商日期：{study.held_on}"),
        blocks=(Grid((34, 44, 34, 44), rows),),
    )


MAY_DO = (
    "您可以补充修改后重新提出，也可以要求作为来信转交有关方面处理；对审核意见有不同看法的，"
    "请与代表工作委员会联系。"
)


def decision_notice(suggestion, *, on, source=""):
    """告知书: title, received on, decision, ground with its rule, what the deputy may do, contact."""
    congress = suggestion.congress
    issuer, day = f"{congress.standing_committee}代表工作委员会", chinese_date(on)
    received = chinese_date(timezone.localtime(suggestion.submitted_at).date())
    decision = f"经审核，{suggestion.get_state_display()}"
    decision += f"：{suggestion.passed_to}。" if suggestion.passed_to else "。"
    ground = suggestion.get_ground_display() or "不属于本行政区域职权范围"
    return Document(
        layout=LETTER,
        issuer=issuer,
        title="关于代表建议审核意见的告知书",
        addressee=f"{suggestion.lead_signer.deputy.name}代表",
        blocks=(
            Para(f"您{received}提交的《{suggestion.title}》收悉。{decision}"),
            Para("一、理由和依据", "heading1"),
            Para(f"{ground}。{f'依据：{source}。' if source else ''}"),
            Para(suggestion.office_note),
            Para("二、您可以怎么办", "heading1"),
            Para(MAY_DO),
        ),
        sign_off=(SignOff(issuer, day),),
        contact=f"联系：{issuer}",
    )


def extension_request(handling, asked, most):
    """延期申请: item, due date, reason, done so far, new date, the deputy told, the box of approval."""
    rows = (
        *_item(handling),
        (
            *pair("原答复期限", chinese_date(asked.old_due_on)),
            *pair("申请延至", chinese_date(asked.until or most.due)),
        ),
        (label("延期理由"), Cell(asked.reason, colspan=3, height=40, indent=True)),
        (label("已做工作"), Cell(asked.done_so_far, colspan=3, height=40, indent=True)),
        (label("最长期限"), Cell(f"{most.why}。{most.basis}", colspan=3)),
        (label("告知代表"), Cell("批准后由平台告知领衔代表和联名代表。", colspan=3, height=12)),
        (*pair("申请日期", chinese_date(asked.asked_on)), *pair("单位盖章", "", height=20)),
        (label("交办机构审批"), Cell("□同意　　□不同意\n\n签字：　　　　　　日期：", colspan=3, height=30)),
    )
    return _form(handling, "代表建议延期办理申请", rows)


def assist_opinion(handling, opinion):
    """会办意见: to the lead unit; the item, the opinion on its numbered requests, contact, signer, day."""
    suggestion, unit = handling.suggestion, handling.unit
    asks = "".join(f"{position}. {text}；" for position, text in enumerate(suggestion.requests, 1))
    leads = suggestion.handlings.standing().filter(role=HandlingRole.LEAD).select_related("unit")
    addressee = next((row.unit.name for row in leads), f"{suggestion.congress.government}办公室")
    return Document(
        layout=LETTER,
        issuer=unit.name,
        title=f"关于{numbered(suggestion)}建议的会办意见",
        addressee=addressee,
        blocks=(
            Para(f"《{suggestion.title}》提出的建议事项是：{asks.rstrip('；')}。现提出会办意见如下："),
            *[Para(text) for text in opinion.text.splitlines() if text.strip()],
            Para(f"签发人：{opinion.signer}。"),
        ),
        sign_off=(SignOff(unit.name, chinese_date(opinion.sent_on)),),
        contact=f"联系电话：{unit.contact_phone}",
    )
