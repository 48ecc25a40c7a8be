"""The lives of the room as tables: the suggestion's, one per handling unit, one per promise, and a batch."""

from minqiao.duties.suggestions.choices import EDITABLE
from minqiao.duties.suggestions.choices import BatchState as B
from minqiao.duties.suggestions.choices import HandlingState as H
from minqiao.duties.suggestions.choices import IdeaState as I
from minqiao.duties.suggestions.choices import PromiseState as M
from minqiao.duties.suggestions.choices import PublicationState as P
from minqiao.duties.suggestions.choices import State as S
from minqiao.duties.suggestions.rules.disclosing import (
    after_the_asking_date,
    deputy_was_asked,
    gov_has_reviewed,
    gov_reviews,
    not_asked_yet,
    nothing_private_is_left,
    reply_stands,
    texts_are_checked,
)
from minqiao.duties.suggestions.rules.empty_words import answers_have_substance
from minqiao.duties.suggestions.rules.ideas import by_owner, not_in_use
from minqiao.duties.suggestions.rules.inter_session import chairs_have_agreed, waits_for_chairs
from minqiao.duties.suggestions.rules.leaving import (
    co_signers_agree,
    has_joined,
    is_asked_to_withdraw,
    not_asked_to_withdraw,
    not_passed_on,
    withdrawal_is_open,
)
from minqiao.duties.suggestions.rules.matter import (
    before_due,
    co_signers_have_answered,
    has_contact,
    has_no_contact,
    is_answering,
    is_assisting,
    is_complete,
    is_not_held,
    is_open,
    is_remark,
    may_close,
    needs_no_pre_review,
    needs_pre_review,
    not_extended,
    not_hard,
    not_released,
    reply_is_complete,
)
from minqiao.duties.suggestions.rules.merging import has_own_file, is_merged, is_not_merged
from minqiao.duties.suggestions.rules.people import (
    by_assigner_for,
    by_author,
    by_chairs_council,
    by_congress_staff,
    by_deputy_affairs,
    by_deputy_affairs_for,
    by_deputy_affairs_of_promise,
    by_deputy_affairs_or_clock_for,
    by_gov_leader_for,
    by_gov_office,
    by_gov_office_for,
    by_invited,
    by_lead_signer_for,
    by_lead_signer_of_promise,
    by_lead_unit,
    by_principal_objecting,
    by_promising_principal,
    by_promising_unit,
    by_unit,
    by_unit_deputy_head,
    by_unit_principal,
    for_batch_by_deputy_affairs,
)
from minqiao.duties.suggestions.rules.promises import (
    after_the_grading_date,
    has_not_said,
    has_said,
    is_issued,
    nobody_else_is_awaited,
    others_are_awaited,
    was_graded_met,
    was_graded_short,
)
from minqiao.duties.suggestions.rules.returning import (
    has_asked_return_once,
    has_not_asked_return,
    in_return_window,
)
from minqiao.duties.suggestions.rules.rounds import (
    after_the_evaluation_date,
    has_no_rounds_left,
    has_rounds_left,
    is_dissatisfied,
    is_first_round,
    is_released,
    not_chased_twice,
    was_chased_twice,
    was_sampled,
)
from minqiao.kit.workflow import Step, Workflow

# Handed in and not answered yet: what its signers may still take back in writing.
LIVE = (S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.DISPATCHED, S.HANDLING)
TALKING = (
    H.HANDLING,
    H.EXTENSION_PENDING,
    H.REPLY_DRAFT,
    H.FORMAT_CHECK,
    H.PRE_REVIEW,
    H.REPLY_SIGNING,
    H.REPLIED,
)
UNTOUCHED = (H.DISPATCHED, H.SIGNED)
ANSWER = (by_unit, is_answering, has_own_file)
TRACKED = (M.TRACKING, M.DEFERRED)
EXPECTED = (M.TRACKING, M.DEFERRED, M.UNMET)

# fmt: off
SUGGESTION = Workflow(
    slug="suggestion",
    label="代表建议",
    start=S.DRAFT,
    steps=(
        #    action             label               from            to                    who, and provided that
        Step("edit",            "修改",             EDITABLE,       "",                   (by_author,)),
        Step("invite",          "邀请联名",         EDITABLE,       "",                   (by_author,)),
        Step("confirm_cosign",  "确认联名",         EDITABLE,       "",                   (by_invited,)),
        Step("decline_cosign",  "谢绝联名",         EDITABLE,       "",                   (by_invited,)),
        Step("drop_cosigner",   "取消邀请",         EDITABLE,       "",                   (by_author,)),
        Step("submit",          "提交",             EDITABLE,       S.SUBMITTED,          (by_author, is_complete, co_signers_have_answered)),
        Step("discard",         "作废草稿",         EDITABLE,       S.WITHDRAWN,          (by_author,)),
        Step("sort",            "梳理",             (S.NOTED,),     S.SORTED,             (by_congress_staff, is_remark)),
        Step("set_aside",       "不单独交办",       (S.NOTED,),     S.NOT_A_SUGGESTION,   (by_congress_staff, is_remark)),
        Step("confirm_remark",  "发言人确认",       (S.SORTED,),    S.SUBMITTED,          (by_author, is_remark)),
        Step("send_back",       "退回修改",         (S.SUBMITTED,), S.RETURNED_FOR_EDIT,  (by_congress_staff,)),
        Step("screen_out",      "不作为建议处理",   (S.SUBMITTED,), S.NOT_A_SUGGESTION,   (by_congress_staff,)),
        Step("escalate_up",     "转送上级",         (S.SUBMITTED,), S.ESCALATED,          (by_congress_staff,), paper="decision_notice"),
        Step("send_as_letter",  "作为来信转送",     (S.NOT_A_SUGGESTION,), "",            (by_congress_staff, not_passed_on)),
        Step("ask_withdraw",    "申请撤回",         LIVE,           "",                   (by_author, withdrawal_is_open, not_asked_to_withdraw)),
        Step("agree_withdraw",  "同意撤回",         LIVE,           "",                   (by_invited, is_asked_to_withdraw, has_joined)),
        Step("keep_on",         "不再撤回",         LIVE,           "",                   (by_author, is_asked_to_withdraw)),
        Step("withdraw",        "撤回",             LIVE,           S.WITHDRAWN,          (by_author, withdrawal_is_open, is_asked_to_withdraw, co_signers_agree)),
        Step("hint_merge",      "标注拟并案",       (S.SUBMITTED, S.ACCEPTED), "",        (by_congress_staff,)),
        Step("register",        "登记",             (S.SUBMITTED,), S.ACCEPTED,           (by_congress_staff, is_complete), paper="suggestion_sheet"),
        Step("merge",           "并案办理",         (S.ACCEPTED, S.ASSIGNED), "",         (by_deputy_affairs, is_not_merged)),
        Step("split",           "取消并案",         (S.ACCEPTED, S.ASSIGNED), "",         (by_deputy_affairs, is_merged)),
        Step("agree_assign",    "同意交办",         (S.ACCEPTED,),  "",                   (by_chairs_council, waits_for_chairs)),
        Step("assign",          "交办",             (S.ACCEPTED,),  S.ASSIGNED,           (by_deputy_affairs, chairs_have_agreed), starts="reply"),
        Step("hold",            "留待领导研究",     (S.ASSIGNED,),  "",                   (by_gov_office, is_not_held)),
        Step("dispatch",        "分办",             (S.ASSIGNED,),  S.DISPATCHED,         (by_gov_office, is_not_merged),                 starts="sign_for"),
        Step("dispatch_to_organ", "直接交办",       (S.ASSIGNED,),  S.DISPATCHED,         (by_deputy_affairs, is_not_merged),             starts="sign_for"),
        Step("close",           "办结",             (S.EVALUATED,), S.CLOSED,             (by_deputy_affairs, may_close)),
    ),
)

HANDLING = Workflow(
    slug="handling",
    label="承办",
    start=H.DISPATCHED,
    steps=(
        #    action                  label                 from                       to                    who, and provided that
        Step("sign_for",             "签收",               (H.DISPATCHED,),           H.SIGNED,             (by_unit, is_open, has_own_file),                                           starts="first_contact"),
        Step("request_return",       "申请退办",           UNTOUCHED,                 H.RETURN_PENDING,     (by_unit, has_not_asked_return, is_open, has_own_file), in_return_window,    starts="reassign", paper="return_request"),
        Step("agree_return",         "同意退办并重新交办", (H.RETURN_PENDING,),       H.RETURNED,           (by_assigner_for, has_own_file),                                   starts="sign_for"),
        Step("refuse_return",        "不同意退办",         (H.RETURN_PENDING,),       H.SIGNED,             (by_assigner_for, has_own_file),                                   starts="first_contact"),
        Step("object_return",        "再次提出异议",       UNTOUCHED,                 H.RETURN_DISPUTED,    (by_principal_objecting, has_asked_return_once, is_open, has_own_file), in_return_window, starts="reassign", paper="return_request"),
        Step("order_other_unit",     "裁定改由其他单位承办", (H.RETURN_DISPUTED,),    H.RETURNED,           (by_gov_leader_for, has_own_file),                                 starts="sign_for"),
        Step("order_to_handle",      "裁定由本单位承办",   (H.RETURN_DISPUTED,),      H.SIGNED,             (by_gov_leader_for, has_own_file),                                 starts="first_contact"),
        Step("contact",              "登记联系",           (H.SIGNED,),               H.HANDLING,           (by_unit, is_open)),
        Step("contact",              "登记联系",           (H.REDO,),                 H.HANDLING,           (by_unit, is_open)),
        Step("contact",              "登记联系",           TALKING,                   "",                   (by_unit, is_open)),
        Step("confirm_contact",      "确认联系记录",       TALKING,                   "",                   (by_lead_signer_for,)),
        Step("send_opinion",         "送会办意见",         (H.SIGNED, H.HANDLING),    H.OPINION_SENT,       (by_unit, is_assisting, is_open, has_own_file)),
        Step("reject_opinion",       "退回会办意见",       (H.OPINION_SENT,),         H.HANDLING,           (by_lead_unit, is_assisting, is_open, has_own_file),                         starts="assist_rewrite"),
        Step("request_extension",    "申请延期",           (H.HANDLING,),             H.EXTENSION_PENDING,  (*ANSWER, is_first_round, not_hard, not_extended), before_due),
        Step("approve_extension",    "同意延期",           (H.EXTENSION_PENDING,),    H.HANDLING,           (by_deputy_affairs_for, has_own_file)),
        Step("refuse_extension",     "不同意延期",         (H.EXTENSION_PENDING,),    H.HANDLING,           (by_deputy_affairs_for, has_own_file)),
        Step("draft_reply",          "起草答复",           (H.SIGNED, H.REDO, H.HANDLING, H.REPLY_DRAFT), H.REPLY_DRAFT, ANSWER),
        Step("submit_reply",         "送核稿",             (H.REPLY_DRAFT,),          H.FORMAT_CHECK,       (*ANSWER, reply_is_complete)),
        Step("check_format",         "核稿通过",           (H.FORMAT_CHECK,),         H.PRE_REVIEW,         (by_unit_deputy_head, needs_pre_review, has_own_file, answers_have_substance)),
        Step("check_format",         "核稿通过",           (H.FORMAT_CHECK,),         H.REPLY_SIGNING,      (by_unit_deputy_head, needs_no_pre_review, has_own_file, answers_have_substance)),
        Step("pass_review",          "预审通过",           (H.PRE_REVIEW,),           H.REPLY_SIGNING,      (by_gov_office_for, has_own_file)),
        Step("send_back_reply",      "退回修改答复",       (H.FORMAT_CHECK,),         H.REPLY_DRAFT,        (by_unit_deputy_head, has_own_file)),
        Step("send_back_reply",      "退回修改答复",       (H.PRE_REVIEW,),           H.REPLY_DRAFT,        (by_gov_office_for, has_own_file)),
        Step("send_back_reply",      "退回修改答复",       (H.REPLY_SIGNING,),        H.REPLY_DRAFT,        (by_unit_principal, has_own_file)),
        Step("issue",                "签发",               (H.REPLY_SIGNING,),        H.REPLIED,            (by_unit_principal, reply_is_complete, has_contact, has_own_file),  starts="evaluate", paper="reply_letter"),
        Step("issue_without_contact", "书面说明后签发",    (H.REPLY_SIGNING,),        H.REPLIED,            (by_unit_principal, reply_is_complete, has_no_contact, has_own_file), starts="evaluate", paper="reply_letter"),
        Step("evaluate",             "评价",               (H.REPLIED,),              H.EVALUATED,          (by_lead_signer_for,)),
        Step("revise_evaluation",    "修改评价",           (H.EVALUATED,),            "",                   (by_lead_signer_for, not_released)),
        Step("release",              "向承办单位反馈评价", (H.EVALUATED,),            "",                   (by_deputy_affairs_for, not_released)),
        Step("chase_evaluation",     "催促评价",           (H.REPLIED,),              "",                   (by_deputy_affairs_or_clock_for, not_chased_twice), after_the_evaluation_date),
        Step("mark_no_response",     "记为经催促未反馈",   (H.REPLIED,),              H.EVALUATED,          (by_deputy_affairs_for, was_chased_twice), after_the_evaluation_date),
        Step("order_redo",           "交承办单位重新办理", (H.EVALUATED,),            H.REDO,               (by_deputy_affairs_for, is_released, is_dissatisfied, has_rounds_left), starts="redo", paper="redo_order"),
        Step("joint_study",          "提请联席会商",       (H.EVALUATED,),            H.JOINT_STUDY,        (by_deputy_affairs_for, is_released, is_dissatisfied, has_no_rounds_left)),
        Step("conclude_study",       "登记会商纪要",       (H.JOINT_STUDY,),          H.STUDIED,            (by_deputy_affairs_for,),                             paper="study_minutes"),
        Step("record_callback",      "登记回访",           (H.EVALUATED, H.STUDIED),  "",                   (by_deputy_affairs_for, was_sampled)),
    ),
)

COMMITMENT = Workflow(
    slug="commitment",
    label="承诺事项",
    start=M.TRACKING,
    steps=(
        #    action                label                 from            to           who, and provided that
        Step("report_progress",    "报告进展",           TRACKED,        "",          (by_promising_unit, is_issued),                         starts="commitment_report"),
        Step("report_done",        "报告完成",           TRACKED,        M.REPORTED,  (by_promising_unit, is_issued),                         starts="fulfilment", paper="fulfilment_form"),
        Step("grade_fulfilment",   "评价兑现情况",       (M.REPORTED,),  "",          (by_lead_signer_of_promise, has_not_said, others_are_awaited)),
        Step("grade_fulfilment",   "评价兑现情况",       (M.REPORTED,),  M.GRADED,    (by_lead_signer_of_promise, has_not_said, nobody_else_is_awaited)),
        Step("verify_fulfilment",  "核实兑现情况",       (M.REPORTED,),  M.GRADED,    (by_deputy_affairs_of_promise,), after_the_grading_date),
        Step("revise_fulfilment",  "修改兑现评价",       (M.REPORTED, M.GRADED), "",  (by_lead_signer_of_promise, has_said)),
        Step("release_fulfilment", "反馈兑现评价",       (M.GRADED,),    M.MET,       (by_deputy_affairs_of_promise, was_graded_met)),
        Step("release_fulfilment", "反馈兑现评价",       (M.GRADED,),    M.UNMET,     (by_deputy_affairs_of_promise, was_graded_short)),
        Step("explain_delay",      "说明原因并延期",     EXPECTED,       M.DEFERRED,  (by_promising_principal, is_issued),                    starts="commitment_report"),
        Step("give_up",            "书面说明不能兑现",   EXPECTED,       M.FAILED,    (by_promising_principal, is_issued)),
        Step("insist",             "要求继续兑现",       (M.FAILED,),    M.DEFERRED,  (by_deputy_affairs_of_promise,),                        starts="commitment_report"),
        Step("end_tracking",       "终止跟踪",           (*EXPECTED, M.REPORTED), M.ENDED, (by_deputy_affairs_of_promise, is_issued)),
    ),
)

PUBLICATION = Workflow(
    slug="publication",
    label="公开",
    start=P.REVIEW,
    steps=(
        #    action             label               from                       to              who, and provided that
        Step("gov_review",      "会审",             (P.REVIEW,),               "",             (by_gov_office_for, gov_reviews)),
        Step("ask_deputy",      "征求代表意见",     (P.REVIEW,),               P.ASKED,        (by_deputy_affairs_for, not_asked_yet),                          starts="disclosure_ask"),
        Step("say_on_publication", "对公开提出意见", (P.ASKED,),               P.REVIEW,       (by_lead_signer_for,)),
        Step("decide_open",     "决定公开",         (P.REVIEW,),               P.DECIDED,      (by_deputy_affairs_for, gov_has_reviewed, deputy_was_asked, reply_stands)),
        Step("decide_open",     "决定公开",         (P.ASKED,),                P.DECIDED,      (by_deputy_affairs_for, gov_has_reviewed, reply_stands), after_the_asking_date),
        Step("decide_withheld", "决定不公开",       (P.REVIEW, P.ASKED),       P.WITHHELD,     (by_deputy_affairs_for, gov_has_reviewed)),
        Step("redact",          "编辑公开文本",     (P.DECIDED,),              "",             (by_deputy_affairs_for, reply_stands)),
        Step("publish",         "发布",             (P.DECIDED,),              P.PUBLISHED,    (by_deputy_affairs_for, reply_stands, texts_are_checked, nothing_private_is_left)),
        Step("take_down",       "撤下公开",         (P.PUBLISHED,),            P.TAKEN_DOWN,   (by_deputy_affairs_for,)),
        Step("review_again",    "重新审查",         (P.DECIDED, P.WITHHELD, P.TAKEN_DOWN), P.REVIEW, (by_deputy_affairs_for,)),
    ),
)

BATCH = Workflow(
    slug="batch",
    label="交办批次",
    start=B.PREPARED,
    steps=(
        Step("add_items",    "加入建议",   (B.PREPARED,), "",        (for_batch_by_deputy_affairs,)),
        Step("remove_items", "移出建议",   (B.PREPARED,), "",        (for_batch_by_deputy_affairs,)),
        Step("issue_batch",  "签发交办书", (B.PREPARED,), B.ISSUED,  (for_batch_by_deputy_affairs,), starts="reply", paper="assignment_letter"),
        Step("sign_batch",   "登记签字",   (B.ISSUED,),   "",        (for_batch_by_deputy_affairs,)),
        Step("sample_callbacks", "抽取回访", (B.ISSUED,), "",        (for_batch_by_deputy_affairs,)),
    ),
)

IDEA = Workflow(
    slug="idea",
    label="素材",
    start=I.OPEN,
    steps=(
        Step("edit",    "修改素材", (I.OPEN,),            "",         (by_owner,)),
        Step("use",     "写成建议", (I.OPEN,),            I.USED,     (by_owner,)),
        Step("archive", "归档",     (I.OPEN, I.USED),     I.ARCHIVED, (by_owner,)),
        Step("reopen",  "重新启用", (I.ARCHIVED, I.USED), I.OPEN,     (by_owner, not_in_use)),
        Step("delete",  "删除素材", (I.OPEN, I.ARCHIVED), I.DELETED,  (by_owner,)),
    ),
)
# fmt: on
FINAL = {
    "suggestion": {S.NOT_A_SUGGESTION, S.CLOSED, S.WITHDRAWN, S.ESCALATED},
    "handling": {H.RETURNED, H.STUDIED, H.UNSENT, H.WITHDRAWN},
    "commitment": {M.MET, M.ENDED},
    "publication": {P.SUPERSEDED},
    "batch": {B.ISSUED},
    "idea": {I.DELETED},
}
# Reached or left by a rule instead of a row: a remark is noted; after dispatch the handlings decide; what an
# assisting unit still owes when the case is closed stays unsent.
DERIVED = {
    "suggestion": {S.NOTED, S.DISPATCHED, S.HANDLING, S.REPLIED, S.EVALUATED, S.REDO, S.JOINT_STUDY},
    "handling": {H.UNSENT, H.WITHDRAWN},
    "commitment": set(),
    "publication": {P.SUPERSEDED},
}
