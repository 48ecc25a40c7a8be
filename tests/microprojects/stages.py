"""A project at each place of its way, made by the real acts; a fund with its money."""

from django.core.files.uploadedfile import SimpleUploadedFile

from minqiao.duties.microprojects.actions import applying, batches, building, checking, closing, deciding
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.funds.actions import allocating, years
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress
from tests.attachments.samples import photo
from tests.factories import a_capacity, a_dispatched, a_user, acting, at, day

YUAN = 100
COUNTIES = (
    ("520502000000", "七星关区"), ("520521000000", "大方县"), ("520523000000", "金沙县"),
    ("520524000000", "织金县"), ("520525000000", "纳雍县"), ("520526000000", "威宁县"),
    ("520527000000", "赫章县"), ("520581000000", "黔西市"),
)  # fmt: skip
MEETING = {"meeting": "市人大常委会第42次主任会议", "decided_on": day("2026-05-10")}
WORDS = {
    "title": "维新镇华丰村打谷场硬化",
    "kind": "road",
    "village": "华丰村三组晒坝",
    "problem": "群众打谷晒粮没有场地，沿公路晾晒存在安全隐患。",
    "works": "硬化打谷场1200平方米，配套排水沟60米。",
    "households": 2062,
    "people": 5875,
    "urgent": "秋收前须建成，否则仍占道晾晒",
    "direct_benefit": "华丰村及周边两村群众直接使用",
    "no_other_funding": "农业农村、乡村振兴部门均无同类项目",
    "estimate": [["场地硬化", "1200平方米", 8_000_000], ["排水沟", "60米", 600_000]],
    "cost": 8_600_000,
    "requested": 8_600_000,
    "county_share": 0,
    "other_share": 0,
    "other_source": "",
    "builder": "维新镇人民政府",
    "builder_phone": "0857-3520000",
    "village_contact": "",
    "village_meeting": "村民代表会议同意，投劳80个工日",
    "land": "村集体建设用地，无争议",
    "upkeep": "华丰村村民委员会",
    "interest_note": "代表1",
    "longitude": None,
    "latitude": None,
}


def _county(world, code, name):
    words = {"name": name, "level": "county", "parent": world.area}
    return Area.objects.update_or_create(code=code, defaults=words)[0]


def ready(world, budget=1_000_000_000):
    """The world with the year's fund (10 million yuan), eight counties and the office of one of them."""
    if hasattr(world, "fund"):
        return world
    world.counties = [_county(world, code, name) for code, name in COUNTIES]
    world.county = Congress.objects.create(
        area=world.counties[4], level="county", name="纳雍县第三届人民代表大会",
        standing_committee="纳雍县人民代表大会常务委员会", government="纳雍县人民政府", term=3,
        starts_on=day("2021-11-20"),
    )  # fmt: skip
    role = a_capacity(a_user("county"), Role.DEPUTY_AFFAIRS, world.county.pk, world.county.pk, "纳雍县人大")
    world.county_office = acting(role)
    world.finance, world.builder = world.officer["A08"], world.officer["A14"]
    place = {"area": world.area, "year": 2026, "finance_unit": world.units["A08"]}
    world.fund = years.open_fund(actor=world.affairs, at=at("2026-01-12"), **place)
    words = {"amount": budget, "reference": "毕财预〔2026〕12号", "on": day("2026-01-12")}
    years.budget(world.fund, actor=world.affairs, at=at("2026-01-12"), **words)
    world.suggestion = a_dispatched(world)[0]
    return world


def picture(**options):
    return SimpleUploadedFile("现场.jpg", photo(**options))


def applied(world, county=4, photos=True, by=None, **words):
    ready(world)
    facts = (
        WORDS | {"county": world.counties[county], "unit": world.units["A14"], "township_id": None} | words
    )
    if "requested" in words and "cost" not in words:
        facts["cost"] = words["requested"] + facts["county_share"] + facts["other_share"]
    pictures = [picture()] if photos else []
    place = {"fund": world.fund, "suggestion": world.suggestion, "photos": pictures}
    return applying.apply(actor=by or world.deputy, at=at("2026-04-02"), **place, **facts)


def a_row(world, county=4, **words):
    """The columns of a project as it stands, for many at once."""
    facts = {"county": world.counties[county], "fund": world.fund, "suggestion": world.suggestion}
    facts |= {"applicant_role": "deputy", "applicant_scope_id": world.deputy.scope_id, "applicant": "代表1"}
    return WORDS | facts | {"applied_on": day("2026-04-02")} | words


SITE = {
    "site_on": day("2026-04-08"),
    "site_people": "镇人大主席、代表1、村委会",
    "site_findings": "场地属实，群众要求迫切，用地无争议，管护由村委会负责。",
}


def returned(world):
    return checking.ask_to_mend(applied(world), actor=world.county_office, at=at("2026-04-07"), note="补照片")


def county_checked(world, county=4, **words):
    """Checked by the county's office; of a county without one by the working group."""
    found = applied(world, county=county, **words)
    office = world.county_office if county == 4 else world.affairs
    return checking.check_site(found, actor=office, at=at("2026-04-09"), **SITE)


def finance_checked(world, **words):
    opinion = {"finance_opinion": "未发现重复安排，造价合理。"}
    return checking.check_funding(
        county_checked(world, **words), actor=world.finance, at=at("2026-04-15"), **opinion
    )


POINTS = {"urgency": 26, "benefit": 22, "readiness": 18, "upkeep": 13, "support": 8}


def pooled(world, tier=1, **words):
    found = finance_checked(world, **words)
    return checking.score(found, actor=world.affairs, at=at("2026-04-20"), tier=tier, points=POINTS)


def approved(world, **words):
    return deciding.approve(pooled(world, **words), actor=world.chairs, at=at("2026-05-11"), **MEETING)


def announced(world, **words):
    return deciding.announce(approved(world, **words), actor=world.affairs, at=at("2026-05-12"))


def complained(world):
    words = {"received_on": day("2026-05-14"), "way": "电话", "words": "场地面积与公示不符"}
    return deciding.complain(announced(world), actor=world.affairs, at=at("2026-05-14"), **words)


START = {
    "contractor": "华丰村村民委员会", "contractor_person": "村委会负责人", "purchase": "village",
    "contract": "", "started_on": day("2026-05-20"), "planned_finish": day("2026-07-31"),
}  # fmt: skip


def started(world, **words):
    return building.start(announced(world, **words), actor=world.builder, at=at("2026-05-20"), **START)


PAID = {
    "reference": "520500-2026-000123", "amount": 4_000_000, "paid_on": day("2026-05-22"), "stage": "开工预付",
    "proof": "开工照片",
}  # fmt: skip


def visited(world, **words):
    look = {"on": day("2026-05-25"), "stage": "during", "people": "代表1、村民代表", "findings": "按图施工。"}
    return building.visit(started(world, **words), actor=world.deputy, at=at("2026-05-25"), **look)


LARGE = {
    "works": "硬化1500平方米",
    "village": "华丰村三组晒坝",
    "new_amount": 10_000_000,
    "reason": "群众要求扩大",
}


def changing(world, **words):
    return building.request_change(
        visited(world), actor=world.builder, at=at("2026-05-26"), **(LARGE | words)
    )


def changing_little(world):
    return changing(world, new_amount=9_000_000)


DONE = {"finished_on": day("2026-05-28"), "works_done": "实测硬化1190平方米，排水沟60米。"}


def finished(world, **words):
    return building.finish(visited(world, **words), actor=world.builder, at=at("2026-05-28"), **DONE)


def rework(world):
    words = {"defects": "排水沟坡度不足", "due_on": day("2026-06-15")}
    return closing.send_back(finished(world), actor=world.county_office, at=at("2026-05-29"), **words)


ACCEPTORS = {
    "builder": "镇长",
    "bureau": "科长",
    "village": "村主任",
    "deputy": "代表1",
    "residents": "村民代表",
}


def accepted(world, **words):
    facts = {"accepted_on": day("2026-05-29"), "works_done": DONE["works_done"], "acceptors": ACCEPTORS}
    return closing.accept(finished(world, **words), actor=world.county_office, at=at("2026-05-29"), **facts)


def paid_up(world, amount=8_350_000, **words):
    found = accepted(world, **words)
    return building.pay(found, actor=world.finance, at=at("2026-05-30"), **(PAID | {"amount": amount}))


def settled(world):
    return closing.settle(paid_up(world), actor=world.finance, at=at("2026-05-31"), final=8_350_000)


def surveyed(world):
    return closing.survey(
        settled(world), actor=world.county_office, at=at("2026-06-01"), surveyed=40, satisfied=38
    )


def decided(world):
    """A proposal over a pool of one, decided as the rule proposes."""
    pooled(world)
    return decide(world)


def decide(world):
    """A proposal over what is in the pool, decided as the rule proposes."""
    run = batches.draw_up(world.fund, actor=world.affairs, at=at("2026-05-18"))
    chosen = [line.number for line in run.lines.all() if line.is_proposed]
    words = {"meeting": "项目管理工作组会议", "decided_on": day("2026-05-20")}
    return allocating.decide(run, actor=world.affairs, at=at("2026-05-20"), chosen=chosen, **words)
