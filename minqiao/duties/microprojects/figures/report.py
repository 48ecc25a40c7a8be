"""专项资金使用情况报告: by county and kind, what is late, city and county side by side, the projects."""

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.figures.counts import year_of
from minqiao.duties.microprojects.models import Project
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.funds.choices import RECORD_ONLY
from minqiao.instruments.funds.queries.book import side_by_side
from minqiao.instruments.funds.queries.ledger import fund_for
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.documents.reports import Report, Section, numbered
from minqiao.instruments.papers.rules import chinese_date
from minqiao.kit.actor import Actor
from minqiao.kit.money import Fen
from minqiao.kit.shares import shares
from minqiao.kit.workbook import Page
from minqiao.kit.workflow import Refused

KINDS = dict(c.Kind.choices)
MONEY = (
    "批准金额",
    "已拨付",
    "未拨付",
    "安排金额",
    "结算金额",
    "余额",
    "预算和结转",
    "合计",
    *KINDS.values(),
)
WIDTHS = {"项目名称": 44, "地点": 44, "环节": 24, "资金": 44, "办理期限": 22} | dict.fromkeys(MONEY, 24)
TEXTS = frozenset({"项目名称", "地点", "环节", "县（市、区）", "类别"})


def fund_report_of(place, year, on):
    """The report of a place's fund as its working group prints it; Refused where there is no fund."""
    fund = fund_for(place, year)
    if fund is None:
        raise Refused(f"{place}没有{year}年度的专项资金台账")
    office = Actor(name="命令行", role=Role.DEPUTY_AFFAIRS, role_label="系统", realm_id=fund.congress_id)
    return fund_report(office, fund, on)


def fund_report(actor, fund, on):
    """The whole report: page, Word, PDF and Excel print these cells."""
    found = year_of(fund, on)
    rows = Project.objects.filter(fund=fund).granted().select_related("county", "township")
    rows = list(rows.order_by("county_id", "number"))
    return Report(
        title=f"{fund.name}使用情况报告",
        organ=f"{fund.congress.standing_committee}代表工作委员会",
        on=on,
        sections=numbered(
            Section("总体情况", _overall(found, on), (_by_county(found), _by_kind(found))),
            Section("分县分类安排情况", ("金额单位为元；已结算的按结算金额计。",), (_grid(found),)),
            Section("市县联动情况", (RECORD_ONLY,), (_linkage(actor, fund.year),)),
            Section("逾期情况", _late_words(rows, on), _late(rows, on)),
            Section("项目清单", (f"共{len(rows)}个项目。",), (_list(rows),)),
        ),
        widths=WIDTHS,
        texts=TEXTS,
    )


def _overall(found, on):
    total, position = found.total, found.position
    per_head = f"，人均{yuan(total.per_head)}" if total.per_head is not None else ""
    share = shares({"turned": found.turned, "rest": max(found.suggestions - found.turned, 0)})["turned"]
    base = f"{found.fund.year}年交办代表建议{found.suggestions}件，申报项目的{found.turned}件，占{share}%。"
    agrees = "项目合计与资金台账一致。" if found.agrees() else "项目合计与资金台账不一致，须核对后使用。"
    return (
        f"截至{chinese_date(on)}，预算和结转{yuan(position.budget + position.carried_in)}，"
        f"已安排{total.granted}个项目、{yuan(total.committed)}，已拨付{yuan(total.paid)}，"
        f"尚可安排{yuan(position.available)}。{agrees}",
        f"已安排项目受益{total.households}户、{total.people}人{per_head}；"
        f"已验收{total.built}个，逾期{total.late}个；项目库和审查中的申请{yuan(total.requested)}。",
        base,
    )


HEAD = ("申报", "已安排", "已验收", "逾期", "安排金额", "已拨付", "未拨付", "受益人数", "人均（元）")


def _cells(tally):
    per_head = Fen(tally.per_head) if tally.per_head is not None else None
    return (
        tally.applied, tally.granted, tally.built, tally.late, Fen(tally.committed), Fen(tally.paid),
        Fen(tally.left), tally.people, per_head,
    )  # fmt: skip


def _by_county(found):
    rows = [(place.name, *_cells(found.by_county[place.pk])) for place in found.places]
    return Page("分县情况", "分县情况", ("县（市、区）", *HEAD), (*rows, ("合计", *_cells(found.total))))


def _by_kind(found):
    rows = [(KINDS[kind], *_cells(tally)) for kind, tally in found.by_kind.items()]
    return Page("分类情况", "分类情况", ("类别", *HEAD), (*rows, ("合计", *_cells(found.total))))


def _grid(found):
    """Counties down, kinds across, money in the cells: rows and columns add up to the ledger."""
    rows = [
        (place.name, *(Fen(found.cell(place, kind).committed) for kind in KINDS),
         Fen(found.by_county[place.pk].committed))
        for place in found.places
    ]  # fmt: skip
    foot = ("合计", *(Fen(found.by_kind[kind].committed) for kind in KINDS), Fen(found.total.committed))
    head = ("县（市、区）", *KINDS.values(), "合计")
    return Page("分县分类", "分县分类安排金额（元）", head, (*rows, foot))


def _linkage(actor, year):
    table, total = side_by_side(actor, year)
    rows = [(fund.name, *_position(one)) for fund, one in table]
    return Page(
        "市县联动", "市县两级专项资金（元）", ("资金", "预算和结转", "已安排", "已拨付", "余额"),
        (*rows, ("合计", *_position(total))) if len(rows) > 1 else tuple(rows),
    )  # fmt: skip


def _position(one):
    return tuple(map(Fen, (one.budget + one.carried_in, one.committed, one.paid, one.available)))


def _late_words(rows, on):
    late = [row for row in rows if row.is_late(on)]
    return (f"截至{chinese_date(on)}，超过本环节期限的项目{len(late)}个。",)


def _late(rows, on):
    late = [row for row in rows if row.is_late(on)]
    lines = tuple(
        (row.number, row.title, row.get_state_display(), str(row.due_on), (on - row.due_on).days)
        for row in late
    )
    head = ("入库编号", "项目名称", "环节", "办理期限", "超期天数")
    return (Page("逾期项目", "逾期项目", head, lines),) if late else ()


def _list(rows):
    lines = tuple(
        (row.number, row.title, row.place, row.get_state_display(), row.people,
         Fen(row.approved), Fen(row.paid), None if row.final is None else Fen(row.final))
        for row in rows
    )  # fmt: skip
    head = ("入库编号", "项目名称", "地点", "环节", "受益人数", "批准金额", "已拨付", "结算金额")
    return Page("项目清单", "项目清单", head, lines)
