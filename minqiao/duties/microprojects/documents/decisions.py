"""Papers of the decisions: the list of a batch, the money, the public notice, a change, a refusal."""

from minqiao.duties.microprojects.documents.application import WIDTHS, form_of, head_rows
from minqiao.duties.microprojects.queries.people import deputies_of
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.rules import (
    LETTER,
    OFFICIAL,
    Annex,
    Cell,
    Column,
    Document,
    Grid,
    Para,
    SignOff,
    Table,
    chinese_date,
    label,
    pair,
)

TREASURY = (
    "资金由财政部门通过国库集中支付拨付，专款专用；未经批准不得调整用途（《预算法》第六十三条、第七十二条）。"
)


def _group(project):
    return f"{project.fund.name}项目管理工作组"


def money_notice(project, *, on):
    """专项资金安排通知: which project, how much, by which meeting, what must be kept to."""
    finance = project.fund.finance_unit.name if project.fund.finance_unit else f"{project.county}财政局"
    return Document(
        layout=LETTER,
        issuer=_group(project),
        title=f"关于安排“{project.title}”专项资金的通知",
        addressee=f"{project.builder}，{finance}",
        blocks=(
            Para(
                f"根据第{project.suggestion.number}号代表建议，经{project.meeting}研究，安排“{project.title}”"
                f"（{project.number}）代表建议办理专项资金{yuan(project.approved)}，用于：{project.works}"
            ),
            Para(f"一、建设地点：{project.place}；受益{project.households}户、{project.people}人。"),
            Para(_sources(project)),
            Para("三、先公示、后开工；按程序发包，提出建议的代表及其所在单位不得承揽。"),
            Para(f"四、{project.fund.year}年内建成见效，完工后及时报请验收、结算，结余收回。"),
            Para(TREASURY),
        ),
        sign_off=(SignOff(_group(project), chinese_date(on)),),
        copies_to=(f"{project.county}人大常委会代表工作机构",),
    )


def _sources(project):
    parts = [f"专项资金{yuan(project.approved)}"]
    parts += [f"县级配套{yuan(project.county_share)}"] if project.county_share else []
    parts += [f"{project.other_source}{yuan(project.other_share)}"] if project.other_share else []
    return f"二、资金构成：{'，'.join(parts)}。"


def project_notice(project, *, on):
    """公示: name, amount, unit, deputy, phone, how long, where to complain."""
    phone = project.fund.finance_unit.contact_phone if project.fund.finance_unit else ""
    complaints = f"，资金监督电话：{phone}" if phone else ""
    return Document(
        layout=OFFICIAL,
        issuer=_group(project),
        title=f"关于“{project.title}”的公示",
        blocks=(
            Para(
                f"经{project.meeting}研究，拟使用{project.fund.name}实施“{project.title}”，现予公示，"
                f"公示期至{chinese_date(project.notice_until)}。"
            ),
            Para(f"建设地点：{project.place}。"),
            Para(f"建设内容：{project.works}"),
            Para(f"安排资金：{yuan(project.approved)}。受益：{project.households}户、{project.people}人。"),
            Para(
                f"依据：第{project.suggestion.number}号代表建议；提出建议的代表：{deputies_of(project.suggestion)}。"
            ),
            Para(f"实施单位：{project.builder}，联系电话：{project.builder_phone}{complaints}。"),
            Para("对项目必要性、资金安排、利益关系有异议的，请在公示期内以电话、书面或者当面的方式反映。"),
        ),
        sign_off=(SignOff(_group(project), chinese_date(on)),),
        remark="此件公开发布",
    )


def project_decision(project, *, decision, note, on):
    """告知书: what was decided of a project that ends, why, and what may be done."""
    return Document(
        layout=LETTER,
        issuer=_group(project),
        title=f"关于“{project.title}”{decision}的告知书",
        addressee=project.applicant,
        blocks=(
            Para(
                f"依据第{project.suggestion.number}号代表建议申报的“{project.title}”（{project.place}），"
                f"经研究，决定{decision}。"
            ),
            Para(f"理由：{note}"),
            Para("已安排的资金由台账收回；条件具备后可以重新申报。建议的办理和答复不受影响。"),
        ),
        sign_off=(SignOff(_group(project), chinese_date(on)),),
    )


def change_form(project, change, percent):
    """项目调整申请表: what changes, from how much to how much, why, and who decides."""
    decides = "主任会议" if change.is_large else "项目管理工作组"
    rows = (
        *head_rows(project),
        (label("原建设内容"), Cell(project.works, colspan=3, height=20, indent=True)),
        (label("调整后建设内容"), Cell(change.works, colspan=3, height=20, indent=True)),
        (*pair("原地点", project.village), *pair("调整后地点", change.village)),
        (*pair("原批准金额", yuan(change.old_amount)), *pair("调整后金额", yuan(change.new_amount))),
        (label("调整理由"), Cell(change.reason, colspan=3, height=24, indent=True)),
        (label("决定机构"), Cell(f"{decides}（金额调整超过{percent}%、变更地点的，报主任会议）", colspan=3)),
        (*pair("申请单位盖章", "", height=18), *pair("申请日期", chinese_date(change.asked_on))),
        (label("决定意见"), Cell("", colspan=3, height=30)),
    )  # fmt: skip
    return form_of(project, "微实事项目调整申请表", Grid(WIDTHS, rows, size=10.5))


def batch_decision(fund, run, projects, differing, *, meeting, on, left):
    """项目安排决定: the projects of a batch and their money, and where the decision leaves the proposal.

    `projects`: what was approved; `differing`: the run's lines decided otherwise, each with its reason; fen.
    """
    total = sum(one.approved for one in projects)
    annexes = [Annex("附件1", f"安排项目清单（{len(projects)}个）", (_list_of(projects, total),))]
    if differing:
        annexes.append(Annex("附件2", "与规则建议不同的项目和理由", (_differing(differing),)))
    by_rule = f"（规则版本{run.rules}，输入校验值{run.sha256[:16]}）"
    how = f"项目按规则排序建议安排{by_rule}。"
    if differing:
        how = f"项目由规则排序提出建议{by_rule}，工作组研究后有{len(differing)}个与规则建议不同，理由附后。"
    return Document(
        layout=OFFICIAL,
        issuer=fund.congress.standing_committee,
        title=f"关于{fund.name}第{run.round}批项目安排的决定",
        addressee=f"{fund.congress.government}，各县（市、区）人大常委会",
        blocks=(
            Para(
                f"经{meeting}研究，决定安排{fund.name}第{run.round}批项目{len(projects)}个、{yuan(total)}，"
                f"安排后尚余{yuan(left)}。"
            ),
            Para(how),
            Para(TREASURY),
        ),
        attachments=tuple(one.title for one in annexes),
        sign_off=(SignOff(fund.congress.standing_committee, chinese_date(on)),),
        annexes=tuple(annexes),
        printed_by=f"{fund.congress.standing_committee}代表工作委员会",
        printed_on=chinese_date(on),
    )  # fmt: skip


def _differing(lines):
    """What was decided otherwise than the rule proposes, each with its reason."""
    columns = (
        Column("编号", 34, "center"),
        Column("项目", 52),
        Column("规则建议", 26, "center"),
        Column("理由", 44),
    )
    proposed = {True: "列入", False: "不列入"}
    return Table(
        columns, tuple((one.number, one.title, proposed[one.is_proposed], one.reason) for one in lines)
    )


def _list_of(projects, total):
    columns = (
        Column("编号", 32, "center"),
        Column("项目名称", 48),
        Column("县（市、区）", 24, "center"),
        Column("受益人数", 20, "right"),
        Column("安排资金", 32, "right"),
    )
    rows = [(one.number, one.title, one.county.name, str(one.people), yuan(one.approved)) for one in projects]
    people = str(sum(one.people for one in projects))
    return Table(columns, (*rows, ("", "合计", "", people, yuan(total))))
