"""The words: states and kinds of micro-projects (domain.md 2.5)."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """The eight kinds of Bijie's published list."""

    ROAD = "road", "道路维修硬化"
    LIGHT = "light", "路灯安装"
    BRIDGE = "bridge", "便民桥梁"
    TOILET = "toilet", "公共厕所"
    MARKET = "market", "集市场坝"
    WATER = "water", "饮水安全"
    DITCH = "ditch", "沟渠排水"
    SCHOOL = "school", "学校设施"


class ProjectState(TextChoices):
    """Where a project stands."""

    APPLIED = "applied", "已申报待现场核查"
    RETURNED = "returned", "退回补正"
    COUNTY_CHECKED = "county_checked", "已核查待资金审核"
    FINANCE_CHECKED = "finance_checked", "已审核待评分入库"
    POOLED = "pooled", "在项目库"
    APPROVED = "approved", "已批准待公示"
    ANNOUNCED = "announced", "公示中待开工"
    BUILDING = "building", "建设中"
    CHANGE_PENDING = "change_pending", "调整待批"
    FINISHED = "finished", "已完工待验收"
    REWORK = "rework", "整改中"
    ACCEPTED = "accepted", "已验收待结算"
    SETTLED = "settled", "已结算待评价"
    REVIEWED = "reviewed", "已评价"
    REJECTED = "rejected", "未通过"
    WITHDRAWN = "withdrawn", "已撤回"
    CANCELLED = "cancelled", "已取消"


class PhotoStage(TextChoices):
    BEFORE = "before", "建设前"
    DURING = "during", "建设中"
    AFTER = "after", "建成后"


class ChangeState(TextChoices):
    ASKED = "asked", "待批"
    AGREED = "agreed", "同意"
    REFUSED = "refused", "不同意"


class ComplaintState(TextChoices):
    OPEN = "open", "核实中"
    UNFOUNDED = "unfounded", "不属实，已答复"
    UPHELD = "upheld", "属实"


class Purchase(TextChoices):
    """How a small work is let; the platform names no tenderer (Deputies Law art. 59)."""

    VILLAGE = "village", "村民自建（一事一议）"
    QUOTES = "quotes", "三家比选"
    PURCHASE = "purchase", "政府采购"
    TENDER = "tender", "招标"
    WORK_FOR_RELIEF = "work_for_relief", "以工代赈"


# The scoring sheet: what is judged, and the most points it gives; 100 together.
SCORING = (
    ("urgency", "急难愁盼程度", 30),
    ("benefit", "受益直接、受益面", 25),
    ("readiness", "用地等条件成熟、当年能建成", 20),
    ("upkeep", "管护责任落实", 15),
    ("support", "村民会议同意、自筹投劳", 10),
)
TIERS = ((1, "第一档：安全隐患、断路断水等急事"), (2, "第二档：群众反映集中的难事"), (3, "第三档：改善提升"))
P = ProjectState
ENDED = frozenset({P.REVIEWED, P.REJECTED, P.WITHDRAWN, P.CANCELLED})
CLOSED = ENDED | {P.SETTLED}  # nothing is shown or said of the site any more
BEFORE_POOL = (P.APPLIED, P.RETURNED, P.COUNTY_CHECKED, P.FINANCE_CHECKED)
BEFORE_BUILDING = (*BEFORE_POOL, P.POOLED, P.APPROVED, P.ANNOUNCED)
# No date runs: nothing is due, or the life has ended.
NO_CLOCK = frozenset({P.RETURNED, P.FINANCE_CHECKED, P.POOLED, P.ACCEPTED, P.SETTLED, *ENDED})
# The fund has decided to pay: from here on the project counts in every figure of money.
GRANTED = (
    P.APPROVED, P.ANNOUNCED, P.BUILDING, P.CHANGE_PENDING, P.FINISHED, P.REWORK, P.ACCEPTED, P.SETTLED,
    P.REVIEWED,
)  # fmt: skip
ON_SITE = (P.BUILDING, P.CHANGE_PENDING, P.REWORK)
# Deputies watch from the notice to the acceptance; money may move from the start to the settlement.
WATCHED = (P.ANNOUNCED, *ON_SITE, P.FINISHED)
PAYING = (*ON_SITE, P.FINISHED, P.ACCEPTED)
BUILT = (P.ACCEPTED, P.SETTLED, P.REVIEWED)
# What the public sees: decided and told beforehand (公示).
PUBLIC = tuple(state for state in GRANTED if state != P.APPROVED)
