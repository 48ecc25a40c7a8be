"""The words: states of places and opinions, routes, what residents are told."""

from django.db.models import TextChoices


class PlaceState(TextChoices):
    """Where a place stands, from the filing form to the plaque and back (domain.md 2.8)."""

    APPLIED = "applied", "已申请待建成"
    BUILT = "built", "已建成待验收"
    INSPECTED = "inspected", "已验收待启用"
    OPERATING = "operating", "正常运行"
    CANDIDATE = "model_candidate", "申报示范待评审"
    MODEL = "model", "示范站点"
    CLOSED = "closed", "已撤并"


# Open to residents.
RUNNING = (PlaceState.OPERATING, PlaceState.CANDIDATE, PlaceState.MODEL)


class OpinionState(TextChoices):
    """Where a resident's opinion stands."""

    UNVERIFIED = "unverified", "待核实手机号"
    RECEIVED = "received", "待分流"
    ASSIGNED = "assigned", "办理中"
    CONVERTED = "converted", "已转为代表建议"
    ANSWERED = "answered", "已答复待评价"
    RATED = "rated", "已评价待办结"
    CLOSED = "closed", "已办结"
    REDIRECTED = "redirected", "已告知正确渠道"


UNDER_WAY = (
    OpinionState.RECEIVED,
    OpinionState.ASSIGNED,
    OpinionState.CONVERTED,
    OpinionState.ANSWERED,
    OpinionState.RATED,
)


class Route(TextChoices):
    """Five ways of handling; which of them a place uses is a rule (opinion.routes)."""

    ON_THE_SPOT = "on_the_spot", "当场答复"
    VILLAGE = "village", "村（社区）办理"
    TOWNSHIP = "township", "乡镇（街道）办理"
    COUNTY = "county", "县级交办"
    HIGHER_DEPUTY = "higher_deputy", "转上级代表提出建议"


# The rule that gives each way its limit; what is answered on the spot needs none.
LIMITS = {
    Route.VILLAGE: "opinion.village",
    Route.TOWNSHIP: "opinion.township",
    Route.COUNTY: "opinion.county",
    Route.HIGHER_DEPUTY: "opinion.higher_deputy",
}


class WantedLevel(TextChoices):
    """Deputies of which congress may raise the matter."""

    COUNTY = "county", "县级"
    PREFECTURE = "prefecture", "市级"


class Way(TextChoices):
    """How an opinion came in."""

    QR = "qr", "扫码"
    WEB = "web", "网页"
    VISIT = "visit", "到站点当面反映"
    PHONE = "phone", "电话"


OWN_WAYS = (Way.QR, Way.WEB)
STAFF_WAYS = (Way.VISIT, Way.PHONE)


class Rating(TextChoices):
    SATISFIED = "satisfied", "满意"
    BASIC = "basic", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class TextKind(TextChoices):
    """What a resident is told by a text message, or by word of mouth where there is no number."""

    TAKEN = "taken", "已收到"
    MOVED = "moved", "有进展"
    REDIRECTED = "redirected", "告知正确渠道"
    DONE = "done", "已答复"


class ReceptionState(TextChoices):
    PLANNED = "planned", "已排班"
    ANNOUNCED = "announced", "已公告"
    HELD = "held", "已接待"
    CANCELLED = "cancelled", "已取消"


AHEAD = (ReceptionState.PLANNED, ReceptionState.ANNOUNCED)


class Rhythm(TextChoices):
    """How reception days are found; which of them a place uses is a rule (station.reception_rhythm)."""

    MONTHLY = "monthly", "每月一次"
    MARKET_DAY = "market_day", "赶集日"


class InspectionState(TextChoices):
    OPEN = "open", "待检查"
    SETTLED = "settled", "已汇总"
