"""Micro-projects in the demo's year: some stories by real acts, the other 200-odd generated at once."""

from minqiao.config.demo.days import day, moment
from minqiao.config.demo.funded import FINANCE, YEAR
from minqiao.config.demo.pictures import picture
from minqiao.config.demo.registry import DEMO
from minqiao.config.demo.small_works import MEETING, seeds
from minqiao.duties.microprojects.actions import applying, batches, building, checking, closing, deciding
from minqiao.duties.microprojects.actions.elsewhere import save_funded_work
from minqiao.duties.microprojects.actions.seeding import seed_projects
from minqiao.duties.microprojects.queries.projects import project_of
from minqiao.duties.suggestions.queries.lists import chosen, suggestions
from minqiao.instruments.funds.actions import allocating
from minqiao.instruments.funds.queries.ledger import fund_for
from minqiao.registry.areas.queries import area, children, counties

TEN_THOUSAND = 10_000_00  # fen
MANY = {"small": (14, 5), "bijie": (192, 18), "province": (192, 18)}  # granted, waiting in the pool
POINTS = {"urgency": 27, "benefit": 22, "readiness": 18, "upkeep": 13, "support": 9}
# Title, kind, county, township, place, ten thousand yuan, households, people; how far it comes.
STORIES = (
    ("维新镇华丰村打谷场硬化", "road", "520525000000", "维新镇", "华丰村三组", 8.6, 2062, 5875, "reviewed"),
    ("骔岭镇坪山村便民桥重建", "bridge", "520525000000", "骔岭镇", "坪山村", 32, 410, 1630, "change"),
    ("猫场镇箐口小学厕所改造", "toilet", "520521000000", "猫场镇", "箐口村", 9.8, 260, 980, "building"),
    ("岩孔街道老街太阳能路灯安装", "light", "520523000000", "", "岩孔街道老街", 6.4, 320, 1105, "announced"),
    ("板桥村饮水管网改造", "water", "520523000000", "", "板桥村一组", 12.5, 188, 702, "twin"),
    ("大寨村排水沟修建", "ditch", "520524000000", "", "大寨村", 4.2, 96, 371, "applied"),
    ("白岩村便民集市整修", "market", "520526000000", "", "白岩村", 15.6, 530, 2040, "returned"),
)  # fmt: skip
ELSEWHERE = {
    "source": "中央财政衔接推进乡村振兴补助资金",
    "year": 2025,
    "county": "520523000000",
    "place": "板桥村",
    "title": "板桥村饮水管网改造工程",
    "amount": 30 * TEN_THOUSAND,
    "reference": "金财农〔2025〕8号",
}


def enter_projects(stage, cast, *, scale):
    """Let the year's micro-projects begin; the stories from April on, the many at the end of May."""
    stories = [_story(cast, place, *facts) for place, facts in enumerate(STORIES)]
    for life in (_register(cast), _batch(cast), *stories, _many(cast, scale), _next_batch(cast)):
        stage.enter(life)


def _register(cast):
    now = moment("03-30 10:00")
    yield now
    save_funded_work(ELSEWHERE, actor=cast.affairs(), at=now)


def _fund(cast):
    return fund_for(cast.congress.area_id, YEAR)


def _finance(cast):
    """Whoever speaks for the finance bureau; where the demo has none, the working group enters its word."""
    return cast.officer(FINANCE) if FINANCE in cast.units else cast.affairs()


def _assigned(cast, many):
    """So many suggestions that are being handled, by number."""
    rows = suggestions(cast.affairs(), {"sort": "number"}, None).filter(handled_by__gt="")[:many]
    return chosen(cast.affairs(), [row["pk"] for row in rows])


def _deputy(cast, suggestion):
    """The actor of the deputy who leads a suggestion."""
    return cast.deputy([one.pk for one in cast.mandates].index(suggestion.lead_signer_id) + 1)


def _story(cast, place, title, kind, county, township, village, amount, households, people, fate):
    """One project from its application on, as far as its fate takes it."""
    now = moment("06-04 09:30" if fate in ("applied", "returned") else "04-01 09:30")
    yield now
    suggestion = _assigned(cast, len(STORIES))[place]
    deputy, fen = _deputy(cast, suggestion), round(amount * TEN_THOUSAND)
    town = next((one.pk for one in children(county) if one.name == township), None)
    words = {
        "title": title, "kind": kind, "county": area(county), "township_id": town, "village": village,
        "problem": "群众多次向代表反映，没有资金渠道解决，影响出行和生产生活。",
        "works": f"{title}一处，含附属工程。",
        "households": households, "people": people, "urgent": "存在安全隐患，须在汛期（秋收）前建成",
        "direct_benefit": "附近村组群众直接受益", "no_other_funding": "问过乡镇、主管部门，均无对应项目",
        "estimate": [[title, "一项", fen]], "cost": fen, "requested": fen,
        "builder": f"{township or area(county).name}人民政府", "builder_phone": f"0000-52{place}0000",
        "village_meeting": "村民代表会议同意，投劳80个工日", "land": "村集体建设用地，无争议",
        "upkeep": "村民委员会", "interest_note": deputy.name,
    }  # fmt: skip
    pk = applying.apply(
        actor=deputy,
        at=now,
        fund=_fund(cast),
        suggestion=suggestion,
        photos=[picture(kind, "before")],
        **words,
    ).pk
    yield from _checked(cast, pk, deputy, kind, fate)


def _open(cast, pk):
    return project_of(cast.affairs(), pk)


def _checked(cast, pk, deputy, kind, fate):
    if fate == "applied":
        return
    office = cast.affairs()
    now = moment("06-08 10:00" if fate == "returned" else "04-08 10:00")
    yield now
    if fate == "returned":
        checking.ask_to_mend(_open(cast, pk), actor=office, at=now, note="请补充村民会议记录和用地证明")
        return
    found = "现场查看，问题属实，用地无争议，受益群众意见一致，管护由村民委员会负责。"
    words = {
        "site_on": day("04-07"),
        "site_people": "镇人大主席、提出建议的代表、村民委员会",
        "site_findings": found,
    }
    checking.check_site(_open(cast, pk), actor=office, at=now, **words)
    if fate == "twin":
        return
    now = moment("04-14 15:00")
    yield now
    opinion = "未发现重复安排，不属于不予安排的情形，造价合理。"
    checking.check_funding(_open(cast, pk), actor=_finance(cast), at=now, finance_opinion=opinion)
    checking.score(_open(cast, pk), actor=office, at=now, tier=1, points=POINTS)
    yield from _announced(cast, pk, deputy, kind, fate)


def _batch(cast):
    """The first batch: what the rule proposes is what the working group and the chairs' council decide."""
    office, now = cast.affairs(), moment("04-16 15:30")
    yield now
    run = batches.draw_up(_fund(cast), actor=office, at=now)
    chosen_numbers = [line.number for line in run.lines.all() if line.is_proposed]
    words = {"meeting": "项目管理工作组第1次会议", "decided_on": now.date(), "note": "按规则建议安排"}
    allocating.decide(run, actor=office, at=now, chosen=chosen_numbers, **words)
    now = moment("04-17 11:00")
    yield now
    batches.approve_batch(run, actor=office, at=now, meeting=MEETING, decided_on=day("04-17"))


def _announced(cast, pk, deputy, kind, fate):
    now = moment("06-05 09:00" if fate == "announced" else "04-20 09:00")
    yield now
    deciding.announce(_open(cast, pk), actor=cast.affairs(), at=now)
    if fate == "announced":
        now = moment("06-08 16:00")
        yield now
        words = {
            "received_on": day("06-08"),
            "way": "电话",
            "words": "反映路灯点位没有覆盖二组，要求公布点位图",
        }
        deciding.complain(_open(cast, pk), actor=cast.affairs(), at=now, **words)
        return
    now = moment("04-28 10:00")
    yield now
    words = {
        "contractor": "村民委员会", "contractor_person": "村委会负责人", "purchase": "village",
        "contract": "", "started_on": day("04-28"),
        "planned_finish": day("05-30" if fate == "reviewed" else "06-30"),
    }  # fmt: skip
    building.start(_open(cast, pk), actor=cast.affairs(), at=now, **words)
    yield from _built(cast, pk, deputy, kind, fate)


def _built(cast, pk, deputy, kind, fate):
    now = moment("05-08 15:00")
    yield now
    words = {
        "on": day("05-08"),
        "people": "提出建议的代表、村民代表",
        "findings": "按图施工，用料与合同一致。",
    }
    building.visit(
        _open(cast, pk), actor=deputy, at=now, stage="during", demand="请在村口公示工程量", **words
    )
    now = moment("05-11 10:00")
    yield now
    words = {"paid_on": day("05-11"), "stage": "进度支付30%", "proof": "监理确认的进度单、现场照片"}
    project, finance = _open(cast, pk), _finance(cast)
    amount = project.approved * 3 // 10
    building.pay(project, actor=finance, at=now, reference=f"520500-2026-9{pk:05d}", amount=amount, **words)
    if fate == "change":
        now = moment("06-05 11:00")
        yield now
        words = {
            "works": "桥长由18米增至24米，两侧加设护栏。",
            "village": project.village,
            "reason": "汛期水位抬高，原长度不够",
        }
        new = project.approved * 12 // 10
        building.request_change(_open(cast, pk), actor=cast.affairs(), at=now, new_amount=new, **words)
    if fate == "reviewed":
        yield from _ended(cast, pk, deputy, kind)


def _ended(cast, pk, deputy, kind):
    """Finished, looked at, accepted, paid, settled, asked about, reviewed."""
    office, now = cast.affairs(), moment("05-25 16:00")
    yield now
    done = "硬化打谷场1190平方米，排水沟60米，实测合格。"
    building.finish(_open(cast, pk), actor=office, at=now, finished_on=day("05-25"), works_done=done)
    words = {"stage": "after", "taken_on": day("05-25"), "caption": "建成后"}
    applying.add_photo(_open(cast, pk), actor=office, at=now, photo=picture(kind, "after"), **words)
    now = moment("05-27 10:00")
    yield now
    words = {"on": day("05-27"), "people": "提出建议的代表、受益群众", "findings": "已建成，群众开始使用。"}
    building.visit(_open(cast, pk), actor=deputy, at=now, stage="after", **words)
    people = {"builder": "镇人民政府负责人", "bureau": "主管部门工作人员", "village": "村委会负责人",
              "deputy": deputy.name, "residents": "受益群众代表"}  # fmt: skip
    words = {"accepted_on": day("05-27"), "works_done": done, "acceptors": people}
    closing.accept(_open(cast, pk), actor=office, at=now, **words)
    now = moment("06-02 10:00")
    yield now
    project, finance, final = _open(cast, pk), _finance(cast), 8_350_000
    words = {"paid_on": day("06-01"), "stage": "验收后支付", "proof": "项目验收表"}
    rest = final - project.paid
    building.pay(project, actor=finance, at=now, reference=f"520500-2026-8{pk:05d}", amount=rest, **words)
    closing.settle(_open(cast, pk), actor=finance, at=now, final=final)
    now = moment("06-08 15:00")
    yield now
    closing.survey(_open(cast, pk), actor=office, at=now, surveyed=42, satisfied=41)
    words = "按期建成，结余2500元收回，2062户群众受益，秋收不再占道晾晒，管护责任落实到村。"
    closing.review(_open(cast, pk), actor=office, at=now, review_score=95, review_words=words)


def _many(cast, scale):
    """The year's many at once, and a few of the counties' own funds."""
    now = moment("05-29 17:00")
    yield now
    city = cast.congress.area_id
    places = [(one, list(children(one.pk))) for one in counties(city)[:8]]
    found = _assigned(cast, 150)
    granted, pooled = MANY[scale]
    rows = list(seeds(_fund(cast), found, places, granted=granted, pooled=pooled, small=scale == "small"))
    seed_projects(rows, actor=DEMO, at=now)
    for place in places:
        fund = fund_for(place[0].pk, YEAR)
        if fund is not None:
            rows = list(seeds(fund, found, [place], granted=3, pooled=0, small=True))
            seed_projects(rows, actor=DEMO, at=now)


def _next_batch(cast):
    """What waits in the pool is computed; the working group has not met yet."""
    now = moment("06-09 16:00")
    yield now
    batches.draw_up(_fund(cast), actor=cast.affairs(), at=now)
