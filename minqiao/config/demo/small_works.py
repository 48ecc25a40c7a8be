"""The demo's 200-odd small works: what, where, how much, how far. Generated, all with one fixed seed."""

import datetime as dt
import random

from minqiao.config.demo.days import day
from minqiao.duties.microprojects.actions.clocks import until
from minqiao.duties.microprojects.actions.seeding import Seed
from minqiao.duties.microprojects.choices import SCORING
from minqiao.duties.microprojects.choices import ProjectState as P

FEN = 100_00  # of a hundred yuan: amounts are whole hundreds
# Kind: what is built, how it is measured, the least and the most in hundreds of yuan.
WORKS = {
    "road": ("通组道路硬化", "硬化路面{n}米，宽3.5米", 220, 640),
    "light": ("太阳能路灯安装", "安装太阳能路灯{n}盏", 150, 360),
    "bridge": ("便民桥新建", "新建便民桥一座，长{n}米", 500, 1500),
    "toilet": ("公共厕所新建", "新建公厕一座，{n}平方米", 180, 540),
    "market": ("集市场坝整修", "整修场坝{n}平方米，配套排水", 350, 1050),
    "water": ("饮水管网改造", "改造管网{n}米，新建蓄水池一口", 280, 720),
    "ditch": ("排水沟修建", "修建排水沟{n}米", 150, 440),
    "school": ("村小围墙和操场整修", "整修操场{n}平方米，修复围墙", 180, 540),
}
NAMES = (
    "青山", "白岩", "红星", "大寨", "小坝", "龙洞", "凤凰", "石桥", "长冲", "沙坝", "新田", "箐口",
    "田坝", "岩脚", "坪上", "水塘", "马场", "梨树", "营盘", "双山", "花桥", "高坡", "河边", "茶园",
    "金鸡", "银厂", "杉树", "五里",
)  # fmt: skip
MEETING = "市人大常委会第42次主任会议"
# How far the granted ones have come, in their order: state and how many; the rest are being built.
FAR = (
    (P.REVIEWED, 8), (P.SETTLED, 9), (P.ACCEPTED, 14), (P.FINISHED, 5), (P.REWORK, 2), (P.APPROVED, 14),
    (P.ANNOUNCED, 30),
)  # fmt: skip
SMALL = ((P.REVIEWED, 1), (P.SETTLED, 1), (P.ACCEPTED, 2), (P.FINISHED, 1), (P.APPROVED, 1), (P.ANNOUNCED, 2))
LATE = 9  # of those being built
# What every one of them has behind it: the application, the check on site, the money's check.
CHECKED = {
    "urgent": "存在安全隐患，群众反映强烈",
    "no_other_funding": "问过乡镇和主管部门，均无对应项目",
    "village_meeting": "村民代表会议同意",
    "land": "村集体用地，无争议",
    "interest_note": "申报人",
    "applicant_role": "deputy",
    "applicant": "提出建议的代表",
    "applied_on": day("03-26"),
    "site_on": day("04-02"),
    "site_people": "乡镇人大、村民委员会",
    "site_findings": "现场与申报一致，用地和管护已落实。",
    "finance_opinion": "未发现重复安排，造价合理。",
}
BUILT = (P.REVIEWED, P.SETTLED, P.ACCEPTED)
ON_SITE = (*BUILT, P.FINISHED, P.REWORK, P.BUILDING)


def seeds(fund, suggestions, places, *, granted, pooled, small):
    """`granted` projects the fund pays for and `pooled` that wait. `places`: (county, its townships)."""
    chance = random.Random(f"small works of {fund.key}")
    far = [state for state, many in (SMALL if small else FAR) for _ in range(many)]
    far += [P.BUILDING] * (granted - len(far)) + [P.POOLED] * pooled
    for at, state in enumerate(far):
        place = places[at % len(places)]
        yield _seed(chance, at, state, fund, suggestions[at % len(suggestions)], *place)


def _seed(chance, at, state, fund, suggestion, county, townships):
    kind = list(WORKS)[(at // 8 + at) % len(WORKS)]
    what, measure, least, most = WORKS[kind]
    village = f"{NAMES[(at * 5 + at // len(NAMES)) % len(NAMES)]}村"
    amount = chance.randrange(least, most) * FEN
    households = chance.randrange(45, 420)
    columns = CHECKED | {
        "fund": fund,
        "suggestion": suggestion,
        "title": f"{village}{what}",
        "kind": kind,
        "county": county,
        "township": townships[at % len(townships)] if townships else None,
        "village": f"{village}{'一二三四五六'[at % 6]}组",
        "problem": f"{village}群众多次向代表反映，{what}是出行和生产生活中最急的事，村集体没有能力解决。",
        "works": measure.format(n=chance.randrange(60, 900)) + "。",
        "households": households,
        "people": households * chance.randrange(31, 42) // 10,
        "direct_benefit": f"{village}及相邻村组群众直接受益",
        "estimate": [[what, "一项", amount]],
        "cost": amount,
        "requested": amount,
        "builder": f"{county.name}{village}所在乡镇人民政府",
        "builder_phone": f"0000-{5200000 + at:07d}",
        "upkeep": f"{village}村民委员会",
        "applicant_scope_id": suggestion.lead_signer_id,
        "state": state,
    }
    columns |= _scored(chance)
    return Seed(columns) if state == P.POOLED else _granted(chance, at, columns, amount)


def _scored(chance):
    """Tier and points of the sheet."""
    points = {key: chance.randrange(best * 6 // 10, best + 1) for key, _, best in SCORING}
    return {"tier": chance.choice((1, 1, 2, 2, 2, 3)), "points": points, "score": sum(points.values())}


def _granted(chance, at, columns, amount):
    """The same with the decision, and as far on the way as its state says."""
    state = columns["state"]
    columns |= {"approved": amount, "approved_on": day("04-17"), "meeting": MEETING}
    columns |= until(dt.date(2026, 12, 31), "当年完工见效", day("04-17"))
    if state != P.APPROVED:
        columns["notice_until"] = day("04-29")
    if state not in ON_SITE:
        return Seed(columns)
    columns |= {
        "contractor": f"{columns['village'][:3]}村民委员会",
        "contractor_person": "村委会负责人",
        "purchase": "village",
        "started_on": day("05-0" + str(chance.randrange(6, 9))),
    }
    finish = day("06-20") + dt.timedelta(days=chance.randrange(0, 100))
    finish = day("06-05") if state == P.BUILDING and at % LATE == 0 else finish
    columns |= until(finish, "计划完工日", columns["started_on"])
    share = 10 if state in BUILT else chance.choice((0, 3, 5))
    return _paid(chance, at, columns, amount, share)


def _paid(chance, at, columns, amount, tenths):
    """What was paid; of the built also what was measured, and what the settlement left over."""
    state, visits = columns["state"], []
    if state in (P.REWORK, P.FINISHED, *BUILT):
        columns |= {"finished_on": day("05-22"), "works_done": f"按设计完成。{columns['works']}"}
        visits.append({"on": day("05-14"), "stage": "during", "people": "提出建议的代表、村民代表",
                       "findings": "按图施工，用料与设计一致。"})  # fmt: skip
    if state == P.REWORK:
        columns["defects"] = "表面平整度不够，局部排水不畅"
    spent = amount * tenths // 10 // FEN * FEN
    if state in BUILT:
        visits.append({"on": day("05-25"), "stage": "after", "people": "提出建议的代表、受益群众",
                       "findings": "已建成使用，群众认可。"})  # fmt: skip
        spent = amount - chance.randrange(0, 30) * FEN // 10
        columns |= {"accepted_on": day("05-26"), "due_on": None, "due_facts": {}}
        columns["acceptors"] = {
            "builder": "乡镇负责人",
            "village": "村委会负责人",
            "deputy": "提出建议的代表",
        }
    if state in (P.SETTLED, P.REVIEWED):
        asked = chance.randrange(20, 60)
        columns |= {"final": spent, "settled_on": day("05-27"), "surveyed": asked}
        columns["satisfied"] = asked - chance.randrange(0, 4)
    if state == P.REVIEWED:
        words = "按期按量完成，资金使用合规，群众认可，管护责任落实。"
        columns |= {"review_score": chance.randrange(86, 98), "review_words": words}
        columns["reviewed_on"] = day("05-28")
    columns |= {"paid": spent, "visits_made": len(visits)}
    voucher = {"reference": f"520500-2026-{at + 1:06d}", "paid_on": day("05-27")}
    voucher |= {"stage": "完工支付" if state in BUILT else "进度支付", "proof": "进度确认单、现场照片"}
    return Seed(columns, voucher if spent else None, tuple(visits))
