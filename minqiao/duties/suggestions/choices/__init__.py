"""The words: kinds, the five axes, roles of handling (domain.md 1.2, 2.1)."""

from django.db.models import TextChoices

from minqiao.duties.suggestions.choices.promises import OPEN_PROMISES as OPEN_PROMISES
from minqiao.duties.suggestions.choices.promises import SETTLED_PROMISES as SETTLED_PROMISES
from minqiao.duties.suggestions.choices.promises import Fulfilment as Fulfilment
from minqiao.duties.suggestions.choices.promises import LedgerKind as LedgerKind
from minqiao.duties.suggestions.choices.promises import Outcome as Outcome
from minqiao.duties.suggestions.choices.promises import PromiseState as PromiseState


class Kind(TextChoices):
    SUGGESTION = "suggestion", "代表建议"
    REVIEW_REMARK = "review_remark", "审议发言建议"
    BILL_CONVERTED = "bill_converted", "议案转建议"


class State(TextChoices):
    """Axis 1, procedure: where the paper is."""

    NOTED = "noted", "发言已记录"
    SORTED = "sorted", "待发言人确认"
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待审核"
    RETURNED_FOR_EDIT = "returned_for_edit", "退回修改"
    NOT_A_SUGGESTION = "not_a_suggestion", "不作为建议处理"
    ACCEPTED = "accepted", "已登记待交办"
    ASSIGNED = "assigned", "已交办待分办"
    DISPATCHED = "dispatched", "已分办待签收"
    HANDLING = "handling", "办理中"
    REPLIED = "replied", "已答复待评价"
    EVALUATED = "evaluated", "已评价"
    REDO = "redo", "重新办理"
    JOINT_STUDY = "joint_study", "联席会商"
    CLOSED = "closed", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"
    ESCALATED = "escalated", "已转上级"


class HandlingState(TextChoices):
    """Where the paper is inside one handling unit."""

    DISPATCHED = "dispatched", "待签收"
    SIGNED = "signed", "已签收待联系"
    HANDLING = "handling", "办理中"
    EXTENSION_PENDING = "extension_pending", "延期待批"
    REPLY_DRAFT = "reply_draft", "答复起草"
    FORMAT_CHECK = "format_check", "单位核稿"
    PRE_REVIEW = "pre_review", "政府办预审"
    REPLY_SIGNING = "reply_signing", "待签发"
    REPLIED = "replied", "已答复待评价"
    EVALUATED = "evaluated", "已评价"
    OPINION_SENT = "opinion_sent", "会办意见已送"
    UNSENT = "unsent", "没有送会办意见"
    RETURN_PENDING = "return_pending", "退办待定"
    RETURN_DISPUTED = "return_disputed", "退办待裁定"
    RETURNED = "returned", "已退办"
    REDO = "redo", "重办待联系"
    JOINT_STUDY = "joint_study", "联席会商"
    STUDIED = "studied", "已会商"
    WITHDRAWN = "withdrawn", "已终止"


class BatchState(TextChoices):
    PREPARED = "prepared", "拟定"
    ISSUED = "issued", "已交办"


class HandlingRole(TextChoices):
    SOLE = "sole", "独办"
    LEAD = "lead", "主办"
    ASSIST = "assist", "协办"
    SEPARATE = "separate", "分办"


# A handling in one of these counts for nothing any more: not for its unit, not for the suggestion.
ENDED_HANDLINGS = frozenset({HandlingState.RETURNED, HandlingState.WITHDRAWN})

# The clock that runs in one of these is not the unit's: the deputy evaluates, an office decides.
STEPS_OF_OTHERS = frozenset(
    {HandlingState.REPLIED, HandlingState.RETURN_PENDING, HandlingState.RETURN_DISPUTED}
)

ANSWERING = frozenset({HandlingRole.SOLE, HandlingRole.LEAD, HandlingRole.SEPARATE})


class ResultCategory(TextChoices):
    """Axis 2, what the unit says it achieved. Letters are the scheme of the place; the words are ours."""

    NONE = "", "尚未答复"
    RESOLVED = "A", "A类（已经解决或基本解决）"
    IN_PROGRESS = "B", "B类（正在解决或列入计划逐步解决）"
    NOT_FEASIBLE = "C", "C类（因条件限制暂不能解决，留作参考）"
    REFERENCE = "D", "D类（留作参考）"  # only where the scheme of the place has a fourth letter


class EvaluationState(TextChoices):
    """Axis 3, seen by all: whether there is an evaluation, never which grade."""

    NONE = "none", "未到评价"
    AWAITED = "awaited", "等待评价"
    RETURNED = "returned", "已收回未反馈"
    RELEASED = "released", "已反馈承办单位"
    NO_RESPONSE = "no_response", "经催促未反馈"


class ClosingOutcome(TextChoices):
    """With what a suggestion was closed."""

    NONE = "", "尚未办结"
    AGREED = "agreed", "办结"
    NOT_AGREED = "not_agreed", "办结，代表不同意办理结果"


class CommitmentState(TextChoices):
    """Axis 4, promises made in the reply."""

    NONE = "none", "无承诺事项"
    TRACKING = "tracking", "承诺跟踪中"
    MET = "met", "承诺已兑现"
    UNMET = "unmet", "承诺未兑现"


class DisclosureState(TextChoices):
    """Axis 5, what the public may read."""

    NOT_REVIEWED = "not_reviewed", "未审查"
    FULL = "full", "全文公开"
    SUMMARY = "summary", "摘要公开"
    WITHHELD = "withheld", "不公开"


class PublicationState(TextChoices):
    """Where the public text of an answered suggestion is."""

    REVIEW = "review", "待审查"
    ASKED = "asked", "征求代表意见中"
    DECIDED = "decided", "待发布"
    PUBLISHED = "published", "已公开"
    WITHHELD = "withheld", "不公开"
    TAKEN_DOWN = "taken_down", "已撤下"
    SUPERSEDED = "superseded", "已由后一稿替换"


class DeputyView(TextChoices):
    """What the deputy said of publishing it."""

    NONE = "", "没有征求"
    AGREES = "agrees", "同意公开"
    OBJECTS = "objects", "不希望公开"


class Grade(TextChoices):
    SATISFIED = "satisfied", "满意"
    BASIC = "basic", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class SigningState(TextChoices):
    INVITED = "invited", "已邀请待确认"
    CONFIRMED = "confirmed", "已确认联名"
    DECLINED = "declined", "谢绝联名"


class ContactStage(TextChoices):
    """三见面: before, during and after handling."""

    BEFORE = "before", "办理前"
    DURING = "during", "办理中"
    AFTER = "after", "答复后"


class ContactWay(TextChoices):
    MEETING = "meeting", "当面沟通"
    VISIT = "visit", "上门走访"
    PHONE = "phone", "电话"
    LETTER = "letter", "书面"


class ContactState(TextChoices):
    WAITING = "waiting", "待代表确认"
    CONFIRMED = "confirmed", "代表已确认"
    DISPUTED = "disputed", "代表有异议"


class ExtensionState(TextChoices):
    PENDING = "pending", "待批"
    APPROVED = "approved", "同意"
    REFUSED = "refused", "不同意"


class ReturnState(TextChoices):
    """What became of a unit's word that a matter is not its own."""

    PENDING = "pending", "待定"
    AGREED = "agreed", "同意退办"
    REFUSED = "refused", "不同意退办"


class Topic(TextChoices):
    """Six fields used in published handling reports."""

    FINANCE = "finance", "财政经济"
    AGRICULTURE = "agriculture", "农业农村"
    URBAN = "urban", "城建环保"
    EDUCATION = "education", "教科文卫"
    JUDICIAL = "judicial", "监察司法"
    SOCIAL = "social", "社会建设"


class Source(TextChoices):
    OWN_WORK = "own_work", "本职工作"
    INSPECTION = "inspection", "视察"
    STUDY = "study", "专题调研"
    RECEPTION = "reception", "接待选民群众"
    GROUP = "group", "代表小组活动"
    STATION = "station", "联络站意见"
    SESSION_DEBATE = "session_debate", "会议审议"
    VISIT = "visit", "走访群众"
    READING = "reading", "阅读资料"


class IdeaState(TextChoices):
    """What became of a note in a deputy's notebook."""

    OPEN = "open", "待用"
    USED = "used", "已写成建议"
    ARCHIVED = "archived", "已归档"
    DELETED = "deleted", "已删除"


class PhraseKind(TextChoices):
    """What a turn of phrase tells: an empty answer, nothing at all, a second matter."""

    EMPTY = "empty", "空话"
    FILLER = "filler", "虚词"
    SECOND = "second", "另提一事"


class WishContact(TextChoices):
    MEETING = "meeting", "见面沟通"
    PHONE = "phone", "电话联系"
    LETTER = "letter", "书面答复即可"


class HandlingClass(TextChoices):
    """What becomes of an oral remark once it is sorted (domain.md 2.2)."""

    TO_BE_HANDLED = "to_be_handled", "交有关方面办理"
    INTO_REPORT = "into_report", "供修改报告参考"
    TEXT_FIX = "text_fix", "文字修改"


class Ground(TextChoices):
    """Why a text is not handled as a suggestion: the union of the regulations read (domain.md 2.1)."""

    PERSONAL = "personal", "代表本人或者亲属的个人问题"
    OWN_COMPANY = "own_company", "涉及本企业利益或者妨碍公平竞争"
    OWN_EMPLOYER = "own_employer", "本单位的个别问题"
    FORWARDED = "forwarded", "代转他人信函"
    COMPLAINT = "complaint", "检举、控告、申诉"
    CASE = "case", "涉及具体司法、仲裁、监察案件"
    TENDER = "tender", "就正在进行的招标投标提出中标人选"
    ACADEMIC = "academic", "学术探讨、产品推介或者法律政策咨询"
    EMPTY = "empty", "没有具体内容"
    OUTSIDE = "outside", "不属于本行政区域职权范围"
    NOT_HANDLED = "not_handled", "审议发言仅供修改报告参考"


FINAL_STATES = frozenset({State.NOT_A_SUGGESTION, State.CLOSED, State.WITHDRAWN, State.ESCALATED})
PUBLIC_MODES = ((DisclosureState.FULL, "全文公开"), (DisclosureState.SUMMARY, "摘要公开"))
UNPUBLISHED = (PublicationState.REVIEW, PublicationState.ASKED, PublicationState.DECIDED)  # its limit runs
EDITABLE = (State.DRAFT, State.RETURNED_FOR_EDIT)  # the author still writes
PRIVATE_STATES = frozenset({State.DRAFT, State.NOTED, State.SORTED})
BEFORE_ASSIGNMENT = frozenset(
    {State.NOTED, State.SORTED, State.DRAFT, State.SUBMITTED, State.RETURNED_FOR_EDIT, State.NOT_A_SUGGESTION,
     State.ACCEPTED, State.WITHDRAWN, State.ESCALATED}
)  # fmt: skip
