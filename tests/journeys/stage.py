"""A house in use: one suggestion at each place of its way, made by the real acts; every page has content."""

from types import SimpleNamespace

from minqiao.duties.suggestions.actions import closing, drafting, handling, office, replying
from minqiao.instruments.funds.actions.allocating import propose
from tests.factories import (
    GRADES,
    a_contact,
    a_dispatched,
    a_draft,
    a_registered,
    a_submitted,
    an_assigned,
    at,
    day,
    handlings_of,
    to_signing,
)
from tests.funds.books import a_fund, approved, paid
from tests.funds.test_runs import ROWS

TODAY = "2026-06-10"
ROAD = {
    "title": "关于修复碧阳街道学院路破损路段、完善沿线排水设施的建议",
    "topic": "urban",
    "facts": "学院路自二中门口至职业技术学院约三公里，2019年以来路面多处沉陷、开裂，雨天积水没过脚踝。\n"
    "沿线有三所学校、两个居民小区，早晚高峰学生和老人只能绕行机动车道，去年以来发生摔伤十一起。",
    "analysis": "路段移交手续不全，养护主体不明，历年只作应急填补；排水管网与路面不是同一单位管理。",
    "requests": [
        "尽快明确养护单位，年内修复破损路面",
        "同步改造排水管网，雨季前先行疏通堵塞管段",
        "在学校门口设置人行护栏和减速设施",
    ],
    "wish_units": "市交通运输局、市住房城乡建设局",
}
MATTERS = (
    ("关于提高乡村医生补助标准的建议", "education", "全市乡村医生补助多年没有调整，年轻人留不住。"),
    ("关于在高铁毕节站增设公交夜班线路的建议", "urban", "晚上九点以后到站的旅客没有公交可乘。"),
    ("关于支持刺梨种植户购买农业保险的建议", "agriculture", "去年冰雹使两千亩刺梨绝收，多数没有参保。"),
    ("关于加快农村消防水源建设的建议", "social", "木结构村寨取水点少，消防车进不去。"),
    ("关于规范城区共享电单车停放的建议", "urban", "人行道、盲道被占，学校周边尤其严重。"),
)


def a_house(w):
    """Fills the world `w`; answers what stands where, by name."""
    house = SimpleNamespace(world=w)
    house.draft = a_draft(w, title="关于增加城区停车位的建议", requests=["利用闲置地块"], facts="")
    drafting.invite(house.draft, actor=w.deputy, at=at("2026-03-05"), mandates=[w.mandates[1]])
    house.returned = a_submitted(w, "2026-04-10", title="关于加强河道保洁的建议")
    office.send_back(house.returned, actor=w.affairs, at=at("2026-04-13"), note="请写明是哪一段河道")
    house.screened = a_submitted(w, "2026-04-10", title="关于本人职称评定的建议")
    words = {"ground": "personal", "note": "属于个人问题，已转市人力资源社会保障局信访窗口"}
    office.screen_out(house.screened, actor=w.affairs, at=at("2026-04-13"), **words)
    house.remark = drafting.draft(
        actor=w.affairs,
        at=at("2026-03-06"),
        kind="review_remark",
        signer=w.mandates[0],
        meeting="3月6日上午第一代表团会议",
        report_debated="政府工作报告",
        title="关于稳定山区小学教师队伍",
        facts="山区小学教师流动快，建议在职称和住房上给予支持。",
    )
    house.submitted = [
        a_submitted(w, "2026-05-06", title=title, topic=topic, facts=facts)
        for title, topic, facts in MATTERS[:3]
    ]
    house.registered = a_registered(w, submitted="2026-05-06", when="2026-05-08", title=MATTERS[3][0])
    house.assigned = an_assigned(w, **ROAD)
    house.held = an_assigned(w, title=MATTERS[4][0])
    office.hold(house.held, actor=w.gov, at=at("2026-03-25"), note="涉及公安、城管、交通三家，请领导研究")
    _in_hand(house, w)
    _money(house, w)
    return house


def _money(house, w):
    """The year's fund: a project paid in part, an allocation that waits for the working group."""
    house.fund = a_fund(w, 1_000_000, finance_unit=w.units["A08"])
    paid(w, approved(w, house.fund, 86_000), 50_000)
    house.run = propose(house.fund, projects=ROWS, actor=w.affairs, at=at("2026-03-20"))


def _in_hand(house, w):
    """What lies with the units and with the deputy."""
    house.dispatched, _ = a_dispatched(w, assist=("A08", "A11"), title="关于改善撒拉溪镇农村公路的建议")
    house.drafting, house.drafting_rows = _signed(w, **ROAD | {"title": "关于改造老旧小区供水管网的建议"})
    a_contact(w, house.drafting_rows["A14"])
    _, rows = _signed(w, title="关于整治校园周边食品摊点的建议", is_hard=False)
    a_contact(w, rows["A14"])
    handling.request_extension(
        rows["A14"],
        actor=w.officer["A14"],
        at=at("2026-05-25"),
        reason="涉及三个部门职责划分",
        done_so_far="已摸底",
    )
    house.extension = rows["A14"]
    promises = [("完成施工图设计", day("2026-09-30")), ("路面和排水完工通车", day("2026-12-31"))]
    house.to_sign, rows = _signed(w, title="关于建设城区智慧停车平台的建议")
    house.uncontacted = to_signing(w, rows["A14"], "2026-05-20")
    house.replied, house.replied_row = _replied(w, promises, title="关于打通断头路的建议")
    house.evaluated, house.evaluated_row = _replied(w, promises, title="关于新建公办幼儿园的建议")
    grades = GRADES | {"result": "basic", "words": "答复具体，盼按期完工", "objection": "前期联系不够主动"}
    replying.evaluate(house.evaluated_row, actor=w.deputy, at=at("2026-05-28"), **grades)
    house.closed, row = _replied(w, (), title="关于增设公园母婴室的建议")
    replying.evaluate(row, actor=w.deputy, at=at("2026-05-28"), **GRADES)
    replying.release(row, actor=w.affairs, at=at("2026-06-01"))
    closing.close(house.closed, actor=w.affairs, at=at("2026-06-02"))


def _signed(w, **words):
    found, _ = a_dispatched(w, **words)
    rows = handlings_of(found)
    handling.sign_for(rows["A14"], actor=w.officer["A14"], at=at("2026-03-23"))
    return found, rows


def _replied(w, promises, **words):
    found, rows = _signed(w, **words)
    row = rows["A14"]
    a_contact(w, row)
    to_signing(w, row, "2026-05-20", promises=promises)
    replying.issue(row, actor=w.principal["A14"], at=at("2026-05-22"))
    return found, row
