"""验收表, 结算表, 绩效评价表 (domain.md 2.12)."""

from minqiao.duties.microprojects.documents.application import WIDTHS, form_of, head_rows
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.rules import Cell, Column, Grid, Para, Table, chinese_date, label, pair

# Who signs an acceptance, by the key the record keeps them under.
ACCEPTORS = (
    ("builder", "实施单位"),
    ("bureau", "主管部门"),
    ("village", "村（社区）"),
    ("deputy", "提出建议的代表"),
    ("residents", "受益群众代表"),
)


def acceptance_form(project, visits):
    """验收表: works planned and done, measured quantities, defects, money, and everybody's signature."""
    seen = "\n".join(f"{one.on} {one.findings}" for one in visits)
    signers = [
        (*pair(words, project.acceptors.get(key, ""), height=12), *pair("签字", "", height=12))
        for key, words in ACCEPTORS
    ]
    rows = (
        *head_rows(project),
        (*pair("开工日期", str(project.started_on or "")), *pair("完工日期", str(project.finished_on or ""))),
        (*pair("承建方", project.contractor), *pair("发包方式", project.get_purchase_display())),
        (label("计划建设内容"), Cell(project.works, colspan=3, height=20, indent=True)),
        (label("实际完成内容和数量"), Cell(project.works_done, colspan=3, height=24, indent=True)),
        (label("缺陷和处理"), Cell(project.defects or "无", colspan=3, height=12)),
        (*pair("批准金额", yuan(project.approved)), *pair("已拨付", yuan(project.paid))),
        (label("代表察看"), Cell(seen, colspan=3)),
        (*pair("验收日期", chinese_date(project.accepted_on)), *pair("验收结论", "合格")),
        *signers,
    )
    return form_of(project, "微实事项目验收表", Grid(WIDTHS, rows, size=10.5))


def settlement(project, payments, saving):
    """结算表: approved, each payment by its voucher, the final amount, what goes back."""
    columns = (
        Column("支付日", 28, "center"),
        Column("支付凭证号", 44),
        Column("阶段", 48),
        Column("金额", 36, "right"),
    )
    rows = [(str(one.paid_on), one.reference, one.stage, yuan(one.amount)) for one in payments]
    total = (("", "", "合计", yuan(project.paid)),)
    facts = (
        *head_rows(project),
        (*pair("批准金额", yuan(project.approved)), *pair("结算金额", yuan(project.final))),
        (*pair("结余收回", yuan(saving)), *pair("结算日期", chinese_date(project.settled_on))),
        (*pair("财政部门盖章", "", height=24), *pair("实施单位盖章", "")),
    )
    return form_of(
        project, "微实事项目结算表", Grid(WIDTHS, facts, size=10.5),
        Para("支付明细（以国库集中支付系统为准）", "heading2"), Table(columns, (*rows, *total)),
    )  # fmt: skip


def performance_review(project):
    """绩效评价表: on time, within the money, of use, kept up, what the residents say, the score."""
    content = project.satisfied * 10000 // project.surveyed / 100 if project.surveyed else 0
    cost = yuan(project.final // project.people) if project.people else ""
    rows = (
        *head_rows(project),
        (*pair("计划完成内容", project.works), *pair("实际完成内容", project.works_done)),
        (*pair("批准金额", yuan(project.approved)), *pair("结算金额", yuan(project.final))),
        (*pair("开工日期", str(project.started_on or "")), *pair("验收日期", str(project.accepted_on or ""))),
        (*pair("受益人数", f"{project.people}人"), *pair("人均投入", cost)),
        (*pair("访问群众", f"{project.surveyed}人"), *pair("满意率", f"{content:.2f}%")),
        (*pair("管护责任人", project.upkeep), *pair("绩效得分", f"{project.review_score}分")),
        (label("评价意见"), Cell(project.review_words, colspan=3, height=50, indent=True)),
        (*pair("工作组签字", "", height=18), *pair("财政部门签字", "")),
    )
    return form_of(project, "微实事项目绩效评价表", Grid(WIDTHS, rows, size=10.5))
