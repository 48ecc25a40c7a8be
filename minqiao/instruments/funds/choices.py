"""The words: levels and states of a fund year, accounts, entries, sources of matching money, allocations."""

from django.db.models import TextChoices


class FundLevel(TextChoices):
    """Whose money it is."""

    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class FundState(TextChoices):
    OPEN = "open", "使用中"
    CLOSED = "closed", "已结账"


class AccountKind(TextChoices):
    """Where money of a fund year is. The first three say where it came from and stand below zero."""

    BUDGET = "budget", "预算安排"
    CARRIED_IN = "carried_in", "上年结转"
    MATCH_SOURCE = "match_source", "配套来源"
    CARRIED_OUT = "carried_out", "结转下年"
    POOL = "pool", "统筹资金"
    QUOTA = "quota", "额度"
    MATCH = "match", "配套资金"
    RESERVED = "reserved", "预留"
    APPROVED = "approved", "已批准待支付"
    PAID = "paid", "已支付"


OUTSIDE = frozenset({AccountKind.BUDGET, AccountKind.CARRIED_IN, AccountKind.MATCH_SOURCE})
PURSES = frozenset({AccountKind.POOL, AccountKind.QUOTA, AccountKind.MATCH})  # what projects are paid from
OF_ITEMS = frozenset({AccountKind.RESERVED, AccountKind.APPROVED, AccountKind.PAID})


class EntryKind(TextChoices):
    """What an entry does."""

    BUDGET = "budget", "安排预算"
    CUT_BUDGET = "cut_budget", "调减预算"
    CARRY_IN = "carry_in", "上年结转"
    CARRY_OUT = "carry_out", "结转下年"
    ALLOCATE = "allocate", "下达额度"
    TAKE_BACK = "take_back", "收回额度"
    ADD_MATCH = "add_match", "落实配套"
    CUT_MATCH = "cut_match", "调减配套"
    RESERVE = "reserve", "预留资金"
    RELEASE = "release", "解除预留"
    APPROVE = "approve", "批准安排"
    CONFIRM = "confirm", "预留转批准"
    PAY = "pay", "登记支付"
    REFUND = "refund", "支付退回"
    RAISE = "raise", "调增金额"
    CUT = "cut", "调减金额"
    SAVING = "saving", "结余收回"
    CANCEL = "cancel", "取消收回"
    REVERSE = "reverse", "冲正"


class MatchSource(TextChoices):
    """Whose money stands beside the fund's."""

    COUNTY = "county", "县级财政"
    TOWNSHIP = "township", "乡镇自筹"
    DEPARTMENT = "department", "部门资金"
    VILLAGE = "village", "村集体和群众自筹"
    SOCIETY = "society", "社会捐助"


class LineSource(TextChoices):
    """Out of which money the rule pays a project it lists."""

    QUOTA = "quota", "县区额度"
    POOL = "pool", "统筹资金"


class RunState(TextChoices):
    """A stored allocation: what the rules propose, and what the working group decided."""

    PROPOSED = "proposed", "待工作组研究"
    DECIDED = "decided", "已作决定"


RECORD_ONLY = (
    "本账记录专项资金的决定和国库支付凭证号，不办理资金收付，不替代预算管理一体化系统和国库集中支付系统；"
    "资金收付以财政部门的账为准。"
)
# The lines of a position, for page, paper and spreadsheet alike: (name in queries.ledger.Position, words).
OWN = (
    ("budget", "预算安排"),
    ("carried_in", "上年结转"),
    ("carried_out", "结转下年"),
    ("reserved", "已预留"),
    ("committed", "已批准"),
    ("paid", "其中已支付"),
    ("approved", "其中待支付"),
    ("available", "可安排余额"),
)
MATCHING = (
    ("matched", "落实配套资金"),
    ("match_reserved", "配套已预留"),
    ("match_committed", "配套已安排"),
    ("match_paid", "其中已支付"),
    ("match_left", "配套可安排余额"),
)
