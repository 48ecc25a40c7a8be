"""Which act on an opinion waits for whom in which state (pure); the workflow has the last word."""

from minqiao.duties.stations.choices import OpinionState as O
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.workflow import Duty

STATION, COUNTY, DEPUTY = (Role.STATION_KEEPER,), (Role.DEPUTY_AFFAIRS,), (Role.DEPUTY,)
DUTIES = (
    Duty(STATION, O.RECEIVED, "route"),
    Duty(STATION, O.ASSIGNED, "answer"),
    Duty(STATION, O.CONVERTED, "answer"),
    Duty(STATION, O.ANSWERED, "tell"),
    Duty(STATION, O.RATED, "send_again"),
    Duty(STATION, O.RATED, "end"),
    Duty(COUNTY, O.ASSIGNED, "answer"),
    Duty(DEPUTY, O.ASSIGNED, "convert"),
)
WAITS = {
    "route": "分流群众意见",
    "answer": "答复群众意见",
    "tell": "把答复告知群众",
    "send_again": "群众不满意，退回再办",
    "end": "办结群众意见",
    "announce": "公告接待日",
    "hold": "登记接待情况",
    "sit": "到联络站接待群众",
    "convert": "联络站转来的意见，请研究提出建议",
}
