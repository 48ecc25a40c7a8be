"""The words of the ledger of promises: where each stands, what is said of it, how it came out."""

from django.db.models import TextChoices


class PromiseState(TextChoices):
    """Where one promise of a reply stands; the axis of the whole follows from these."""

    TRACKING = "tracking", "跟踪中"
    REPORTED = "reported", "已报完成待评价"
    GRADED = "graded", "已评价待反馈"
    MET = "met", "已兑现"
    UNMET = "unmet", "没有兑现待说明"
    DEFERRED = "deferred", "延期兑现"
    FAILED = "failed", "未能兑现"
    ENDED = "ended", "终止跟踪"


class Fulfilment(TextChoices):
    """What the deputy says of a promise reported as done."""

    MET = "met", "已兑现"
    PARTLY = "partly", "部分兑现"
    UNMET = "unmet", "没有兑现"


class LedgerKind(TextChoices):
    """A line in the ledger of a promise."""

    PROGRESS = "progress", "进展"
    DONE = "done", "报告完成"
    GRADE = "grade", "评价兑现情况"
    EXPLAINED = "explained", "延期兑现的说明"
    GIVEN_UP = "given_up", "不能兑现的说明"
    REOPENED = "reopened", "要求继续兑现"
    ENDED = "ended", "终止跟踪"


class Outcome(TextChoices):
    """How a promise came out on a day, in the yearly list of what was promised and what was kept."""

    KEPT = "kept", "按期兑现"
    KEPT_LATE = "kept_late", "逾期兑现"
    AWAITING = "awaiting", "已报完成待评价反馈"
    DEFERRED = "deferred", "说明后延期"
    UNSETTLED = "unsettled", "到期未兑现"
    RUNNING = "running", "未到期"
    FAILED = "failed", "未能兑现"
    ENDED = "ended", "终止跟踪"


# A promise in one of these is still expected to be kept, or to be explained.
OPEN_PROMISES = frozenset({PromiseState.TRACKING, PromiseState.DEFERRED, PromiseState.UNMET})
SETTLED_PROMISES = frozenset({PromiseState.MET, PromiseState.FAILED, PromiseState.ENDED})
