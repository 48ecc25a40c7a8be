"""The words: states and kinds of supervision (domain.md 2.3)."""

from django.db.models import TextChoices


class KeyState(TextChoices):
    """Where a key item stands (Deputies Law art. 52: chosen by the chairs' council)."""

    PROPOSED = "proposed", "待主任会议研究"
    NOT_CHOSEN = "not_chosen", "未列为重点"
    KEY = "key", "已列为重点待定方案"
    ASSIGNED = "assigned", "已定方案待督办"
    RUNNING = "running", "督办中"
    REPORTED = "reported", "已报告待审议"
    CARRIED_OVER = "carried_over", "结转继续督办"
    DONE = "done", "督办办结"
    CANCELLED = "cancelled", "终止"


class VisitWay(TextChoices):
    """How a key item is supervised."""

    VISIT = "visit", "走访调研"
    TALK = "talk", "座谈"
    HEARING = "hearing", "听取汇报"
    JOINT_CHECK = "joint_check", "市县联动检查"


class ProblemState(TextChoices):
    OPEN = "open", "未整改"
    ANSWERED = "answered", "单位已报整改"
    MENDED = "mended", "已整改"


class CounterpartState(TextChoices):
    STANDING = "standing", "对口督办"


class CounterpartWay(TextChoices):
    """How a committee followed one suggestion."""

    VISIT = "visit", "实地了解"
    TALK = "talk", "座谈"
    PHONE = "phone", "电话督促"
    LETTER = "letter", "书面督促"


class CheckState(TextChoices):
    ASKED = "asked", "待县级核查"
    CHECKED = "checked", "已报核查结果"
    ENDED = "ended", "已核收"
    RECALLED = "recalled", "已撤销"


class CheckResult(TextChoices):
    """What the county found on the spot."""

    NONE = "", "尚未核查"
    DONE = "done", "已经落实"
    PARTLY = "partly", "部分落实"
    NOT_DONE = "not_done", "没有落实"


class ChaseLevel(TextChoices):
    """The ladder of chasing."""

    FIRST = "first", "第一次催办"
    SECOND = "second", "第二次催办"
    CIRCULAR = "circular", "通报"


class ChaseState(TextChoices):
    ISSUED = "issued", "已印发"
    ANSWERED = "answered", "单位已回复"


class InquiryState(TextChoices):
    """Where a special inquiry at a meeting of the standing committee stands."""

    PLANNED = "planned", "已安排待询问"
    HELD = "held", "已询问待测评"
    VOTED = "voted", "已测评"
    ENDED = "ended", "已办结"
    CANCELLED = "cancelled", "已取消"


class PollVerdict(TextChoices):
    """How a unit was graded by the members' vote."""

    NONE = "", "尚未测评"
    SATISFIED = "satisfied", "满意"
    BASIC = "basic", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


UNCHOSEN = frozenset({KeyState.PROPOSED, KeyState.NOT_CHOSEN})
ENDED = frozenset({KeyState.NOT_CHOSEN, KeyState.DONE, KeyState.CANCELLED})
# Under supervision: a leader, a committee and a unit are named, and no decision has ended it.
UNDER_WAY = (KeyState.ASSIGNED, KeyState.RUNNING, KeyState.CARRIED_OVER)
