"""专项资金申报表 and the form of the check on site (domain.md 2.12)."""

from minqiao.duties.microprojects.choices import PhotoStage
from minqiao.duties.microprojects.queries.people import deputies_of
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.rules import (
    FORM,
    Annex,
    Cell,
    Column,
    Document,
    Grid,
    Para,
    Table,
    chinese_date,
    label,
    pair,
)

WIDTHS = (30, 48, 30, 48)
STATEMENT = (
    "申报人声明：本人、近亲属和所任职的单位不承揽本项目的工程、材料供应和监理，不从中获取利益；"
    "依照《代表法》第五十九条，不干预本项目的发包和资金拨付。"
)


def head_rows(project):
    """The rows every form of a project begins with: what, where, by which suggestion, by whom."""
    suggestion = project.suggestion
    return (
        (label("项目名称"), Cell(project.title, colspan=3)),
        (*pair("类别", project.get_kind_display()), *pair("资金年度", f"{project.fund.year}年")),
        (label("建设地点"), Cell(project.place, colspan=3)),
        (*pair("建议编号", suggestion.number), *pair("提出建议的代表", deputies_of(suggestion))),
    )


def form_of(project, title, *blocks, annexes=()):
    """A sheet of ruled fields about a project."""
    return Document(
        layout=FORM,
        title=title,
        issuer=f"{project.fund.name}项目管理工作组",
        strip=(f"入库编号：{project.number or '尚未入库'}", f"申报日期：{project.applied_on}"),
        blocks=blocks,
        annexes=annexes,
    )


def fund_application(project):
    """专项资金申报表: place, problem, works, money, who benefits, upkeep, opinions; annexes."""
    people = f"{project.households}户、{project.people}人"
    other = f"{yuan(project.other_share)}（{project.other_source}）" if project.other_share else "无"
    rows = (
        *head_rows(project),
        (label("群众反映的问题"), Cell(project.problem, colspan=3, height=22, indent=True)),
        (label("建设内容和规模"), Cell(project.works, colspan=3, height=18, indent=True)),
        (*pair("受益户数、人数", people), *pair("管护责任人", project.upkeep)),
        (label("急难愁盼"), Cell(project.urgent, colspan=3)),
        (label("受益最直接"), Cell(project.direct_benefit, colspan=3)),
        (label("无项目支撑"), Cell(project.no_other_funding, colspan=3)),
        (*pair("总投资", yuan(project.cost)), *pair("申请专项资金", yuan(project.requested))),
        (*pair("县级配套", yuan(project.county_share)), *pair("其他资金", other)),
        (*pair("实施单位", project.builder), *pair("实施单位电话", project.builder_phone)),
        (label("用地情况"), Cell(project.land or "未填写", colspan=3)),
        (label("村民会议情况"), Cell(project.village_meeting or "未填写", colspan=3)),
        (label("利益关系声明"), Cell(f"{STATEMENT}\n声明人：{project.interest_note}", colspan=3)),
        (*pair("乡镇人大意见", "", height=16), *pair("县级人大意见", "")),
        (*pair("财政部门意见", "", height=16), *pair("决定", "")),
    )
    return form_of(
        project, "代表建议办理专项资金申报表", Grid(WIDTHS, rows, size=10.5),
        annexes=(
            Annex("附件1", "费用估算表", (_estimate(project),)),
            Annex("附件2", "现场照片和位置", _pictures(project)),
        ),
    )  # fmt: skip


def _estimate(project):
    columns = (
        Column("序号", 14, "center"),
        Column("工程内容", 76),
        Column("数量", 34),
        Column("金额", 32, "right"),
    )
    rows = [
        (str(place), item, quantity, yuan(amount))
        for place, (item, quantity, amount) in enumerate(project.estimate, 1)
    ]
    return Table(columns, (*rows, ("", "合计", "", yuan(project.cost))))


def _pictures(project):
    """The photos by name and day: the pictures themselves are kept with the record, the code leads there."""
    before = project.photos.filter(stage=PhotoStage.BEFORE).select_related("attachment")
    rows = [f"{one.taken_on}　{one.attachment.name}　{one.caption}".strip() for one in before]
    where = f"坐标：{project.longitude}，{project.latitude}" if project.longitude else "坐标：未标注"
    listed = [Para(f"{place}. {row}", "plain") for place, row in enumerate(rows, 1)]
    return (Para(f"{project.place}。{where}", "plain"), *(listed or [Para("照片待补。", "plain")]))


def site_check(project, *, on):
    """现场核查表: who looked when, the three tests, land, beneficiaries and upkeep, the opinion."""
    rows = (
        *head_rows(project),
        (*pair("核查日期", chinese_date(project.site_on)), *pair("核查人员", project.site_people)),
        (*pair("受益", f"{project.households}户、{project.people}人"), *pair("管护责任人", project.upkeep)),
        (label("急难愁盼"), Cell(f"属实。{project.urgent}", colspan=3)),
        (label("受益最直接"), Cell(f"属实。{project.direct_benefit}", colspan=3)),
        (label("无项目支撑"), Cell(f"属实。{project.no_other_funding}", colspan=3)),
        (label("用地情况"), Cell(project.land, colspan=3)),
        (label("核查情况"), Cell(project.site_findings, colspan=3, height=40, indent=True)),
        (label("核查意见"), Cell(f"同意报送资金审核。\n{chinese_date(on)}", colspan=3, height=24)),
        (*pair("核查人签字", "", height=16), *pair("乡镇人大盖章", "")),
    )  # fmt: skip
    return form_of(project, "微实事项目现场核查表", Grid(WIDTHS, rows, size=10.5))
