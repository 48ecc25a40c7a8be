"""Which act waits for whom in which state of a project (pure); the workflow has the last word."""

from minqiao.duties.microprojects.choices import ProjectState as P
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.kit.workflow import Duty

UNIT = tuple(sorted(UNIT_ROLES))

# fmt: off
DUTIES = (
    Duty((Role.DEPUTY, *UNIT, Role.DEPUTY_AFFAIRS), P.RETURNED,        "mend"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.APPLIED,         "check_site"),
    Duty((*UNIT, Role.DEPUTY_AFFAIRS),              P.COUNTY_CHECKED,  "check_funding"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.FINANCE_CHECKED, "score"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.APPROVED,        "announce"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.ANNOUNCED,       "answer_complaint"),
    Duty((*UNIT, Role.DEPUTY_AFFAIRS),              P.ANNOUNCED,       "start"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.BUILDING,        "answer_complaint"),
    Duty((*UNIT, Role.DEPUTY_AFFAIRS),              P.BUILDING,        "finish"),
    Duty((Role.CHAIRS_COUNCIL, Role.DEPUTY_AFFAIRS), P.CHANGE_PENDING, "agree_change"),
    Duty((*UNIT, Role.DEPUTY_AFFAIRS),              P.REWORK,          "finish"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.FINISHED,        "accept"),
    Duty((*UNIT, Role.DEPUTY_AFFAIRS),              P.ACCEPTED,        "settle"),
    Duty((Role.DEPUTY_AFFAIRS,),                    P.SETTLED,         "review"),
)
# fmt: on

# What waits, as the first page says it.
WAITS = {
    "mend": "申报退回，请补正",
    "check_site": "新申报的项目，请现场核查",
    "check_funding": "请审核资金，有无重复安排",
    "score": "请评分入库",
    "announce": "已批准，请公示",
    "answer_complaint": "公示期间有投诉，请核实答复",
    "start": "公示期满，请组织开工",
    "finish": "建设中，完工后请报告",
    "agree_change": "项目申请调整，请决定",
    "accept": "已完工，请组织验收",
    "settle": "已验收，请结算",
    "review": "已结算，请作绩效评价",
}
