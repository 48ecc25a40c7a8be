"""Special inquiries in the demo's year: one voted on in May, one ahead in July; made by real acts only."""

from minqiao.config.demo.days import day, moment
from minqiao.duties.supervision.actions import inquiring
from minqiao.duties.supervision.queries.inquiries import inquiry_of

ROADS = {
    "title": "农村公路类代表建议办理情况",
    "meeting": "市三届人大常委会第三十五次会议",
    "focus": "通组公路失养破损路段的修复计划和资金。\n去年承诺今年完成的路段，为什么没有完工。",
}
SCHOOLS = {
    "title": "教育类代表建议承诺事项兑现情况",
    "meeting": "市三届人大常委会第三十七次会议",
    "focus": "近三年答复中的承诺事项逐项兑现情况，没有兑现的原因和新的时限。",
}
ASKED = (
    ("A14", "组成人员甲", "承诺去年完工的三条路，为什么今年还没有通车？",
     "征地和沥青铺设滞后，已经倒排工期，两条七月底通车，一条九月底通车，每月公布进度。"),
    ("A09", "组成人员乙", "养护资金为什么年底才下达？",
     "今年起一季度下达七成，其余按进度拨付，三月已下达到县。"),
)  # fmt: skip
VOTES = {"A14": (22, 6, 24), "A09": (39, 9, 4)}


def inquired(cast):
    """Planned, held, voted on: the traffic bureau is found wanting and mends; another inquiry is ahead."""
    now, affairs = moment("05-06 10:00"), cast.affairs()
    yield now
    units = [cast.units[code] for code, *_ in ASKED]
    pk = inquiring.plan_inquiry(actor=affairs, at=now, units=units, planned_on=day("05-27"), **ROADS).pk
    now = moment("05-27 17:00")
    yield now
    asked = [(cast.units[code], by, text, answer) for code, by, text, answer in ASKED]
    held = {"held_on": now.date(), "questions": asked}
    inquiring.record_inquiry(inquiry_of(affairs, pk), actor=affairs, at=now, **held)
    now = moment("05-28 09:20")
    yield now
    counts = {cast.units[code].pk: votes for code, votes in VOTES.items()}
    vote = {"members": 56, "present": 52, "scrutineer": "组成人员丙", "mend_by": day("08-28")}
    inquiring.record_vote(inquiry_of(affairs, pk), actor=affairs, at=now, counts=counts, **vote)
    now = moment("06-08 15:30")
    yield now
    ahead = {"units": [cast.units["A02"]], "planned_on": day("07-29")}
    inquiring.plan_inquiry(actor=affairs, at=now, **ahead, **SCHOOLS)
