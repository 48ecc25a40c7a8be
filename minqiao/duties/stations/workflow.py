"""Four lives as tables: a place, a reception day, an inspection, a resident's opinion."""

from minqiao.duties.stations.choices import AHEAD
from minqiao.duties.stations.choices import InspectionState as I
from minqiao.duties.stations.choices import OpinionState as O
from minqiao.duties.stations.choices import PlaceState as P
from minqiao.duties.stations.choices import ReceptionState as R
from minqiao.duties.stations.rules.opinions import (
    is_published,
    may_be_published,
    may_end,
    may_still_convert,
    needs_word_of_mouth,
    was_rated_badly,
)
from minqiao.duties.stations.rules.people import (
    by_guide,
    by_holder,
    by_inspector,
    by_keeper,
    by_listener,
    by_on_duty,
    by_place_keeper,
    by_resident,
    by_reviewer,
    by_right_deputy,
    by_station,
)
from minqiao.duties.stations.rules.places import has_keeper_words
from minqiao.duties.stations.rules.receptions import early_enough, has_come, has_somebody, is_ahead
from minqiao.duties.stations.rules.standards import (
    has_both_sheets,
    has_free_slot,
    is_not_full,
    received_lately,
)
from minqiao.kit.workflow import Step, Workflow

KNOWN = (P.APPLIED, P.BUILT, P.INSPECTED, P.OPERATING, P.CANDIDATE, P.MODEL)
BUILT = (P.BUILT, P.INSPECTED, P.OPERATING, P.CANDIDATE, P.MODEL)
TOLD = (O.ANSWERED, O.RATED, O.CLOSED)
OPEN = (O.RECEIVED, O.ASSIGNED)

# fmt: off
PLACE = Workflow(
    slug="place",
    label="联络站点",
    start=P.APPLIED,
    steps=(
        #    action              label                from                          to               who, and provided that
        Step("edit",             "修改资料",          KNOWN,                        "",              (by_keeper,)),
        Step("attach_deputies",  "安排进站代表",      KNOWN,                        "",              (by_guide,)),
        Step("note_built",       "登记建成",          (P.APPLIED,),                 P.BUILT,         (by_keeper,)),
        Step("pass_inspection",  "验收合格",          (P.BUILT,),                   P.INSPECTED,     (by_guide,)),
        Step("ask_to_mend",      "验收退回整改",      (P.BUILT,),                   P.APPLIED,       (by_guide,)),
        Step("open",             "启用",              (P.INSPECTED,),               P.OPERATING,     (by_guide, has_keeper_words)),
        Step("begin_inspection", "开始规范化检查",    BUILT,                        "",              (by_guide,)),
        Step("nominate",         "申报示范站点",      (P.OPERATING,),               P.CANDIDATE,     (by_guide, has_free_slot), window=received_lately),
        Step("take_back",        "撤回申报",          (P.CANDIDATE,),               P.OPERATING,     (by_guide,)),
        Step("award",            "评定并授牌",        (P.CANDIDATE,),               P.MODEL,         (by_reviewer,)),
        Step("not_award",        "不予评定",          (P.CANDIDATE,),               P.OPERATING,     (by_reviewer,)),
        Step("downgrade",        "取消示范",          (P.MODEL,),                   P.OPERATING,     (by_reviewer,)),
        Step("close",            "撤并",              KNOWN,                        P.CLOSED,        (by_guide,)),
        Step("reopen",           "恢复",              (P.CLOSED,),                  P.INSPECTED,     (by_guide,)),
    ),
)

RECEPTION = Workflow(
    slug="reception",
    label="接待日",
    start=R.PLANNED,
    steps=(
        Step("announce",         "公告",              (R.PLANNED,),                 R.ANNOUNCED,     (by_place_keeper, has_somebody), window=early_enough, paper="reception_notice"),
        Step("ask_leave",        "请假",              AHEAD,                        "",              (by_on_duty,), window=is_ahead),
        Step("swap",             "换班",              AHEAD,                        "",              (by_on_duty,), window=is_ahead),
        Step("hold",             "登记接待情况",      (R.ANNOUNCED,),               R.HELD,          (by_place_keeper,), window=has_come),
        Step("cancel",           "取消",              AHEAD,                        R.CANCELLED,     (by_place_keeper,)),
    ),
)

INSPECTION = Workflow(
    slug="inspection",
    label="规范化检查",
    start=I.OPEN,
    steps=(
        Step("score",            "打分",              (I.OPEN,),                    "",              (by_inspector, is_not_full)),
        Step("settle",           "汇总",              (I.OPEN,),                    I.SETTLED,       (by_guide, has_both_sheets)),
    ),
)

OPINION = Workflow(
    slug="opinion",
    label="群众意见",
    start=O.UNVERIFIED,
    steps=(
        Step("verify",           "核实手机号",        (O.UNVERIFIED,),              O.RECEIVED,      (by_resident,)),
        Step("answer_now",       "当场答复",          (O.RECEIVED,),                O.ANSWERED,      (by_listener,)),
        Step("route",            "分流交办",          OPEN,                         O.ASSIGNED,      (by_station,)),
        Step("redirect",         "告知正确渠道",      OPEN,                         O.REDIRECTED,    (by_station,)),
        Step("give_back",        "退回重新分流",      (O.ASSIGNED,),                O.RECEIVED,      (by_guide,)),
        Step("convert",          "转为代表建议",      OPEN,                         O.CONVERTED,     (by_right_deputy, may_still_convert)),
        Step("join",             "并入同一事项",      OPEN,                         O.CONVERTED,     (by_station, may_still_convert)),
        Step("answer",           "答复",              (O.ASSIGNED, O.CONVERTED),    O.ANSWERED,      (by_holder,)),
        Step("tell",             "登记已告知",        (O.ANSWERED, O.RATED),        "",              (by_station, needs_word_of_mouth)),
        Step("rate",             "评价",              (O.ANSWERED,),                O.RATED,         (by_resident,)),
        Step("send_again",       "退回再办",          (O.RATED,),                   O.ASSIGNED,      (by_station, was_rated_badly)),
        Step("publish",          "公开",              TOLD,                         "",              (by_station, may_be_published)),
        Step("take_down",        "撤下公开",          TOLD,                         "",              (by_station, is_published)),
        Step("end",              "办结",              (O.ANSWERED, O.RATED),        O.CLOSED,        (by_station, may_end)),
    ),
)
# fmt: on
FINAL = {"inspection": {I.SETTLED}, "opinion": {O.CLOSED, O.REDIRECTED}, "reception": {R.HELD, R.CANCELLED}}
