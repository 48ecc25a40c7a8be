"""Five lives as tables: a key item, a counterpart supervision, a delegated check, a chaser, an inquiry."""

from minqiao.duties.supervision.choices import UNDER_WAY
from minqiao.duties.supervision.choices import ChaseState as H
from minqiao.duties.supervision.choices import CheckState as C
from minqiao.duties.supervision.choices import CounterpartState as P
from minqiao.duties.supervision.choices import InquiryState as Q
from minqiao.duties.supervision.choices import KeyState as K
from minqiao.duties.supervision.rules.inquiries import (
    by_graded_principal,
    by_keeper,
    nobody_owes,
    on_or_after_its_day,
    owes_a_report,
)
from minqiao.duties.supervision.rules.matter import (
    all_problems_mended,
    has_answered_problems,
    has_open_problems,
    has_plan_ahead,
    has_several,
    has_unanswered_problems,
    is_to_one_unit,
    was_visited,
)
from minqiao.duties.supervision.rules.people import (
    by_affairs,
    by_affairs_for,
    by_chairs,
    by_chased_unit,
    by_county,
    by_delegating,
    by_its_committee,
    by_proposer,
    by_supervisor,
    by_unit,
    by_unit_principal,
)
from minqiao.kit.workflow import Step, Workflow

GROUPING = (K.PROPOSED, K.KEY, *UNDER_WAY)
MENDING = (K.RUNNING, K.REPORTED, K.CARRIED_OVER)

# fmt: off
KEY_ITEM = Workflow(
    slug="key_item",
    label="重点督办建议",
    start=K.PROPOSED,
    steps=(
        #    action              label                from                          to               who, and provided that
        Step("edit",             "修改提请内容",      (K.PROPOSED,),                "",              (by_proposer,)),
        Step("group",            "并入建议",          GROUPING,                     "",              (by_proposer,)),
        Step("drop",             "移出建议",          GROUPING,                     "",              (by_proposer, has_several)),
        Step("take_back",        "撤回提请",          (K.PROPOSED,),                K.CANCELLED,     (by_proposer,)),
        Step("choose",           "列为重点督办",      (K.PROPOSED,),                K.KEY,           (by_chairs,)),
        Step("not_choose",       "不列为重点",        (K.PROPOSED,),                K.NOT_CHOSEN,    (by_chairs,)),
        Step("arrange",          "落实责任和方案",    (K.KEY,),                     K.ASSIGNED,      (by_affairs,), paper="supervision_plan"),
        Step("rearrange",        "调整督办安排",      UNDER_WAY,                    "",              (by_affairs,), paper="supervision_plan"),
        Step("announce",         "预告督办活动",      UNDER_WAY,                    "",              (by_supervisor, has_plan_ahead)),
        Step("record_visit",     "登记督办活动",      UNDER_WAY,                    K.RUNNING,       (by_supervisor,)),
        Step("send_letter",      "发督办函",          MENDING,                      "",              (by_supervisor, has_open_problems), paper="supervision_letter"),
        Step("answer_problem",   "报送整改情况",      MENDING,                      "",              (by_unit, has_unanswered_problems)),
        Step("settle_problem",   "核查整改",          MENDING,                      "",              (by_supervisor, has_answered_problems)),
        Step("report",           "报告办理情况",      (K.RUNNING,),                 K.REPORTED,      (by_unit_principal, was_visited), paper="supervision_report"),
        Step("send_back",        "退回补充报告",      (K.REPORTED,),                K.RUNNING,       (by_chairs,)),
        Step("accept",           "同意办结",          (K.REPORTED,),                K.DONE,          (by_chairs, all_problems_mended)),
        Step("carry_over",       "结转下年继续督办",  (K.REPORTED,),                K.CARRIED_OVER,  (by_chairs,)),
        Step("cancel",           "终止督办",          (K.KEY, *UNDER_WAY, K.REPORTED), K.CANCELLED,  (by_affairs,)),
    ),
)

COUNTERPART = Workflow(
    slug="counterpart",
    label="对口督办",
    start=P.STANDING,
    steps=(
        Step("change_committee", "调整对口督办机构",  (P.STANDING,),                "",              (by_affairs_for,)),
        Step("note",             "登记督办情况",      (P.STANDING,),                "",              (by_its_committee,)),
        Step("delegate",         "委托县级核查",      (P.STANDING,),                "",              (by_its_committee,), paper="check_letter"),
    ),
)

DELEGATED_CHECK = Workflow(
    slug="delegated_check",
    label="委托检查",
    start=C.ASKED,
    steps=(
        Step("record_check",     "报送核查结果",      (C.ASKED,),                   C.CHECKED,       (by_county,)),
        Step("check_again",      "退回重新核查",      (C.CHECKED,),                 C.ASKED,         (by_delegating,)),
        Step("take_in",          "核收",              (C.CHECKED,),                 C.ENDED,         (by_delegating,)),
        Step("recall",           "撤销委托",          (C.ASKED,),                   C.RECALLED,      (by_delegating,)),
    ),
)

CHASE = Workflow(
    slug="chase",
    label="催办",
    start=H.ISSUED,
    steps=(
        Step("answer_chase",     "回复催办",          (H.ISSUED,),                  H.ANSWERED,      (by_chased_unit, is_to_one_unit)),
    ),
)
INQUIRY = Workflow(
    slug="inquiry",
    label="专题询问和测评",
    start=Q.PLANNED,
    steps=(
        Step("change_inquiry",   "调整询问安排",      (Q.PLANNED,),                 "",              (by_keeper,), paper="inquiry_plan"),
        Step("call_off",         "取消专题询问",      (Q.PLANNED,),                 Q.CANCELLED,     (by_keeper,)),
        Step("record_inquiry",   "登记询问和应询",    (Q.PLANNED,),                 Q.HELD,          (by_keeper,), on_or_after_its_day, paper="inquiry_record"),
        Step("record_vote",      "登记满意度测评",    (Q.HELD,),                    Q.VOTED,         (by_keeper,), paper="poll_result"),
        Step("report_mended",    "报送整改情况",      (Q.VOTED,),                   "",              (by_graded_principal, owes_a_report)),
        Step("end_inquiry",      "办结",              (Q.HELD, Q.VOTED),            Q.ENDED,         (by_keeper, nobody_owes)),
    ),
)
# fmt: on
FINAL = {
    "key_item": {K.NOT_CHOSEN, K.DONE, K.CANCELLED},
    "delegated_check": {C.ENDED, C.RECALLED},
    "chase": {H.ANSWERED},
    "inquiry": {Q.ENDED, Q.CANCELLED},
}
