"""The demo's congresses, sessions, delegations, committees and units (invented where not public)."""

import csv
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from minqiao.foundation.trail.actions import act
from minqiao.registry.areas.queries import area, children, counties
from minqiao.registry.congress.actions import save_committee, save_congress, save_delegation, save_session
from minqiao.registry.units.actions import save_duty, save_unit
from minqiao.registry.units.queries import active_units

DATA = Path(__file__).parent / "data"
CITY = "520500000000"
HERE = ZoneInfo("Asia/Shanghai")
# Days of the first four sessions are plausible, not researched; the fifth is the demo's own.
SESSIONS = (
    ("一", "2022-02-15", "2022-02-18"),
    ("二", "2023-01-04", "2023-01-07"),
    ("三", "2024-01-15", "2024-01-18"),
    ("四", "2025-01-13", "2025-01-16"),
    ("五", "2026-03-10", "2026-03-13"),
)
# Bijie counts eight special committees and working bodies together; the split is the demo's.
COMMITTEES = (
    ("民族宗教外事侨务委员会", "民宗外侨委", "special", "民族、宗教、外事、侨务"),
    ("监察和司法委员会", "监察司法委", "special", "监察、公安、司法行政、审判、检察"),
    ("财政经济委员会", "财经委", "special", "计划、财政、工业、商贸、审计、统计"),
    ("教育科学文化卫生委员会", "教科文卫委", "special", "教育、科技、文化、旅游、卫生、体育"),
    ("农业与农村委员会", "农委", "special", "农业、林业、水务、乡村振兴"),
    ("城乡建设与环境资源保护委员会", "城环委", "special", "住房建设、交通、自然资源、生态环境"),
    ("社会建设委员会", "社会委", "special", "民政、人社、医保、应急、群团"),
    ("代表工作委员会", "代工委", "working", "代表联络、代表建议、代表培训"),
)
# The zones form delegations of their own; their deputies are elected by the counties they lie in.
ZONES = {
    "Z52050000001": "鹏程街道 黄泥彝族苗族满族乡 大水彝族苗族布依族乡 沙厂彝族乡 普底彝族苗族白族乡"
    " 百纳彝族乡 金坡苗族彝族满族乡 仁和彝族苗族乡",
    "Z52050000002": "梨树镇 小坝镇 双山镇 竹园彝族苗族乡 响水白族彝族仡佬族乡 文阁乡",
}
SMALL_UNITS = ["A02", "A09", "A11", "A12", "A13", "A14", "A15", "A16", "A19", "C01", "E01", "J01"]
TERMS = {"520502000000": (3, "三"), "520581000000": (1, "一")}  # a district since 2011, a city since 2021
NUMERALS = {18: "十八", 19: "十九"}


def day(text):
    """A day from its ISO form."""
    return dt.date.fromisoformat(text)


@act
def city_congress(*, actor, at):
    """毕节市第三届人民代表大会 with five sessions, ten delegations and eight bodies."""
    congress = _congress(area(CITY), "prefecture", "毕节市", 3, "三", "2022-02-15", actor=actor, at=at)
    for number, (word, opens_on, closes_on) in enumerate(SESSIONS, 1):
        save_session(
            actor=actor,
            at=at,
            congress=congress,
            number=number,
            name=f"毕节市第三届人民代表大会第{word}次会议",
            opens_on=day(opens_on),
            closes_on=day(closes_on),
            cut_off_at=dt.datetime.combine(day(closes_on), dt.time(18), HERE) - dt.timedelta(days=1),
        )
    for name, short_name, kind, field in COMMITTEES:
        facts = {"name": name, "short_name": short_name, "kind": kind, "field": field}
        save_committee(actor=actor, at=at, congress=congress, **facts)
    delegations = {}
    for each in counties(CITY):
        saved = save_delegation(actor=actor, at=at, congress=congress, name=f"{each.name}代表团", area=each)
        delegations[each.pk] = saved
    return congress, delegations


@act
def other_congresses(*, actor, at):
    """The congresses above and below the city; streets have none."""
    above = [
        _congress(area("100000000000"), "national", "", 14, "十四", "2023-03-05", actor=actor, at=at),
        _congress(area("520000000000"), "province", "贵州省", 14, "十四", "2023-01-13", actor=actor, at=at),
    ]
    below = []
    for county in counties(CITY):
        if county.level != "county":
            continue
        term, word = TERMS.get(county.pk, (18, NUMERALS[18]))
        below.append(_congress(county, "county", county.name, term, word, "2021-11-20", actor=actor, at=at))
        for township in children(county.pk):
            if township.kind != "街道":
                name = f"{county.name}{township.name}"
                facts = (township, "township", name, 19, NUMERALS[19], "2021-10-20")
                below.append(_congress(*facts, actor=actor, at=at))
    return above, below


def _congress(area, level, place, term, word, starts_on, *, actor, at):
    name = f"{place}第{word}届人民代表大会" if place else f"第{word}届全国人民代表大会"
    between_sessions = "主席团" if level == "township" else "常务委员会"
    return save_congress(
        actor=actor,
        at=at,
        area=area,
        level=level,
        name=name,
        standing_committee=f"{place or '全国'}人民代表大会{between_sessions}",
        government=f"{place}人民政府" if place else "国务院",
        term=term,
        starts_on=day(starts_on),
    )


@act
def units(*, small, actor, at):
    """The handling units with their duty lists. Answers them by code."""
    with (DATA / "units.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not small or row["code"] in SMALL_UNITS]
    for number, row in enumerate(rows, 1):
        names = ("code", "name", "short_name", "kind", "area", "reply_word")
        facts = {name: row[name] for name in names}
        contact = {"contact_name": "办公室", "contact_phone": f"0000-{8220000 + number}", "is_active": True}
        save_unit(facts | contact, actor=actor, at=at)
    found = {unit.code: unit for unit in active_units()}
    for row in rows:
        for words in row["duties"].split("；"):
            duty = {"unit": found[row["code"]].pk, "words": words, "topic": row["topic"]}
            save_duty(duty, actor=actor, at=at)
    return found
