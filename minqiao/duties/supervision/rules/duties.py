"""Which act waits for whom in which state of a key item (pure); the workflow has the last word."""

from minqiao.duties.supervision.choices import InquiryState as Q
from minqiao.duties.supervision.choices import KeyState as K
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.kit.workflow import Duty

SUPERVISORS = (Role.CHAIRS_COUNCIL, Role.SPECIAL_COMMITTEE)
UNIT = tuple(sorted(UNIT_ROLES))


# fmt: off
OF_ITEMS = (
    Duty((Role.CHAIRS_COUNCIL,),   K.PROPOSED,     "choose"),
    Duty((Role.DEPUTY_AFFAIRS,),   K.KEY,          "arrange"),
    Duty(SUPERVISORS,              K.RUNNING,      "settle_problem"),
    Duty(SUPERVISORS,              K.CARRIED_OVER, "settle_problem"),
    Duty(SUPERVISORS,              K.ASSIGNED,     "record_visit"),
    Duty(SUPERVISORS,              K.RUNNING,      "record_visit"),
    Duty(SUPERVISORS,              K.CARRIED_OVER, "record_visit"),
    Duty((*UNIT,),                 K.RUNNING,      "answer_problem"),
    Duty((*UNIT,),                 K.CARRIED_OVER, "answer_problem"),
    Duty((Role.UNIT_PRINCIPAL,),   K.RUNNING,      "report"),
    Duty((Role.CHAIRS_COUNCIL,),   K.REPORTED,     "accept"),
    Duty((Role.CHAIRS_COUNCIL,),   K.REPORTED,     "carry_over"),
)
OF_INQUIRIES = (
    Duty((Role.DEPUTY_AFFAIRS,),   Q.PLANNED,      "record_inquiry"),
    Duty((Role.DEPUTY_AFFAIRS,),   Q.HELD,         "record_vote"),
    Duty((Role.DEPUTY_AFFAIRS,),   Q.VOTED,        "end_inquiry"),
    Duty((Role.UNIT_PRINCIPAL,),   Q.VOTED,        "report_mended"),
)
# fmt: on

# What waits, as the first page says it.
WAITS = {
    "choose": "委员会提请重点督办，请研究",
    "arrange": "已列为重点督办，请落实责任和方案",
    "settle_problem": "单位已报整改，请核查",
    "record_visit": "督办方案中的活动，办后请登记",
    "answer_problem": "督办发现的问题，请报送整改情况",
    "report": "重点督办建议，请向主任会议报告",
    "accept": "承办单位已报告，请审议",
    "carry_over": "承办单位已报告，请审议",
    "record_check": "市人大委托核查，请报送结果",
    "take_in": "县级人大已报核查结果，请核收",
    "answer_chase": "收到催办通知，请回复",
    "chase": "临近期限和超期的，请核对催办",
    "record_inquiry": "专题询问已经开过，请登记询问和应询",
    "record_vote": "专题询问以后，请登记满意度测评",
    "end_inquiry": "专题询问没有遗留，请办结",
    "report_mended": "测评为不满意，请报送整改情况",
    "change_committee": "没有对口委员会的建议，请指定",
}
