"""Supervision in the demo's year: key items at every stage, a county's check, chasers; by real acts only."""

from minqiao.config.demo.days import day, moment
from minqiao.config.demo.inquired import inquired
from minqiao.config.demo.logins import PASSWORD
from minqiao.config.demo.people import invented_names
from minqiao.config.demo.registry import DEMO, DUAL_UNIT
from minqiao.duties.suggestions.queries.lists import chosen, suggestions
from minqiao.duties.supervision.actions import answering, chasing, counterparts, leading, proposing
from minqiao.duties.supervision.queries.chasing import ladder
from minqiao.duties.supervision.queries.counterparts import checks, counterparts_named
from minqiao.duties.supervision.queries.items import item_of
from minqiao.foundation.accounts.actions import seed_capacities, seed_users
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.queries import actor_for
from minqiao.foundation.trail.actions import act
from minqiao.registry.areas.queries import area
from minqiao.registry.congress.actions import save_congress
from minqiao.registry.congress.queries import current_congress
from minqiao.registry.units.queries import unit as unit_of

COUNTY, COUNTY_LOGIN = "520502000000", "quxian"
BUILDERS, FARMERS, TEACHERS, TREASURERS = 5, 4, 3, 2  # the committees' places among the special ones
MEETING, NEXT_MEETING = "市人大常委会第42次主任会议", "市人大常委会第49次主任会议"

# title, numbers in the session, committee, reasons, leader's place, how far it comes
ITEMS = (
    ("通组公路建设和农村公路养护", (12, 52, 93), BUILDERS, "run", 2,
     "本次会议共有多件建议反映农村公路：通组公路“最后一公里”没有打通，建成的公路失养破损，群众出行和农产品外运受影响，"
     "社会关注度高，单靠一个单位推动困难。"),
    ("城乡供水保障和病险水库整治", (5, 41), FARMERS, "plan", 3,
     "季节性缺水和病险水库关系山区群众饮水安全和下游安全，多年多次提出，资金缺口大，需要领导推动。"),
    ("城乡客运班线优化", (79,), BUILDERS, "report", 4,
     "村村通客车以后，部分班线停开、绕行，老人学生赶集上学不便，代表在审议时集中反映。"),
    ("高速公路出入口布局", (107,), BUILDERS, "key", 0,
     "出入口间距过大影响产业园区和景区通行，需要市县两级和省有关方面共同协调。"),
    ("乡镇寄宿制学校食宿条件", (88,), TEACHERS, "propose", 0,
     "寄宿学生多，床位和食堂面积不足，冬季取暖用水困难，家长反映强烈，有关部门已有规划但进度慢。"),
    ("减轻企业迎检负担", (171,), TREASURERS, "drop", 0,
     "企业普遍反映重复检查多，建议列入重点，推动检查计划合并和结果互认。"),
)  # fmt: skip
PLAN = (
    "摸清底数和资金缺口，逐件核对答复中的措施和时限；督促牵头单位会同协办单位制定年度计划，明确到路段、到点位、到责任人；"
    "对年内能办的限期办成，对需要分年实施的公开计划。\n提出建议的代表全程参加。"
)
VISITS = (
    ("visit", "到两个乡镇现场查看，听取群众和代表意见", day("05-12")),
    ("joint_check", "与七星关区人大常委会联动检查", day("06-18")),
    ("hearing", "听取牵头单位办理情况汇报", day("09-15")),
)


def enter_supervision(stage, cast):
    """Let the lives of supervision begin. The county's office signs in as `quxian`."""
    office = _county_office(cast)
    for title, numbers, body, fate, leader, reasons in ITEMS:
        stage.enter(_item(cast, title, numbers, body, fate, leader, reasons))
    stage.enter(_checks(cast, office))
    stage.enter(_chasers(cast))
    stage.enter(_followed(cast))
    stage.enter(inquired(cast))


@act
def _county_office(cast):
    """The congress of one county, where the scale has none, and its deputy affairs committee."""
    at, found = moment("01-06 09:00"), current_congress(COUNTY)
    if found is None:
        place = area(COUNTY)
        found = save_congress(
            actor=DEMO, at=at, area=place, level="county", name=f"{place}第三届人民代表大会", term=3,
            standing_committee=f"{place}人民代表大会常务委员会", government=f"{place}人民政府",
            starts_on=day("2021-11-20"),
        )  # fmt: skip
    name = invented_names(1, "county office")[0]
    users = seed_users([(COUNTY_LOGIN, name)], password=PASSWORD, actor=DEMO, at=at)
    user = users[COUNTY_LOGIN]
    post = (user, Role.DEPUTY_AFFAIRS, found.pk, found.standing_committee, found.pk, found.starts_on)
    seed_capacities([post], actor=DEMO, at=at)
    cast.built["users"][COUNTY_LOGIN] = user
    return actor_for(user.pk, day("02-01"))


def _suggestions(actor, numbers):
    wanted = [f"3-5-{number:03d}" for number in numbers]
    rows = suggestions(actor, {"sort": "number"}, None).filter(number__in=wanted, handled_by__gt="")
    return chosen(actor, [row["pk"] for row in rows])


def _item(cast, title, numbers, body, fate, leader, reasons):
    """One key item, as far as its fate takes it; a small demo has only some of the suggestions."""
    now = moment("04-02 15:00" if fate != "propose" else "06-08 15:00")
    yield now
    found = _suggestions(cast.affairs(), numbers)
    if not found:
        return
    committee = cast.committee(body)
    words = {"title": title, "reasons": reasons, "suggestions": found}
    pk = proposing.propose(actor=committee, at=now, **words).pk
    if fate == "propose":
        return
    now = moment("04-10 10:30")
    yield now
    decision = {"meeting": MEETING, "decided_on": now.date(), "note": "同意列为重点"}
    if fate == "drop":
        decision["note"] = "已列入优化营商环境专项监督，不重复安排，由财经委对口督办"
        proposing.not_choose(item_of(cast.affairs(), pk), actor=cast.affairs(), at=now, **decision)
        return
    proposing.choose(item_of(cast.affairs(), pk), actor=cast.affairs(), at=now, **decision)
    if fate != "key":
        yield from _led(cast, pk, committee, leader, fate)


def _led(cast, pk, committee, leader, fate):
    """Arranged, then visited, then reported, then decided."""
    now = moment("04-17 16:00")
    yield now
    first = item_of(cast.affairs(), pk).members.select_related("suggestion").order_by("pk")[0].suggestion
    handling = first.handlings.standing().select_related("unit").order_by("pk")[0]
    words = {
        "leader": cast.mandates[leader - 1],
        "committee_id": committee.scope_id,
        "handling_leader": "市政府副市长（分管）",
        "unit": handling.unit,
        "plan": PLAN,
        "visits": VISITS if fate != "report" else VISITS[:1],
        "report_due_on": day("10-15" if fate != "report" else "06-12"),
    }
    leading.arrange(item_of(cast.affairs(), pk), actor=cast.affairs(), at=now, **words)
    if fate == "plan":
        return
    yield from _visited(cast, pk, committee, leader, handling.unit.code, fate)


def _visited(cast, pk, committee, leader, code, fate):
    now = moment("05-07 09:30")
    yield now
    item = item_of(cast.affairs(), pk)
    words = {"on": day("05-12"), "place": "大方县、织金县各一个乡镇", "words": "9时在市人大常委会机关集合"}
    leading.announce(item, actor=committee, at=now, visit=item.visits.all()[0], **words)
    now = moment("05-13 10:00")
    yield now
    item = item_of(cast.affairs(), pk)
    problems = (
        ("部分路段防护缺失，雨季存在隐患", day("06-05")),
        ("管护人员没有落实到村", day("06-30")),
    )
    leading.record_visit(
        item, actor=committee, at=now, visit=item.visits.all()[0], held_on=day("05-12"),
        participants="领衔领导、委员会组成人员、提出建议的代表、承办单位和乡镇负责人",
        findings="现场查看四处，与群众座谈两场。总体进展正常，年度计划已下达；发现的问题当场交办，代表对进度基本认可，"
        "希望公开后续计划。", problems=problems,
    )  # fmt: skip
    yield from _mended(cast, pk, committee, code, fate)


def _mended(cast, pk, committee, code, fate):
    officer = cast.officer(code)
    now = moment("05-28 11:00")
    yield now
    item = item_of(cast.affairs(), pk)
    problem = item.problems.all()[0]
    words = {"problem": problem, "words": "四处防护设施已安装，附验收记录。"}
    answering.answer_problem(item, actor=officer, at=now, **words)
    if fate == "run":
        now = moment("06-08 09:40")
        yield now
        item = item_of(cast.affairs(), pk)
        open_ones = list(item.problems.exclude(pk=problem.pk))
        words = {
            "problems": open_ones,
            "demand": "请逐村落实管护人员和经费，张榜公布。",
            "due_on": day("06-30"),
        }
        leading.send_letter(item, actor=committee, at=now, **words)
        return
    now = moment("06-02 15:00")
    yield now
    item = item_of(cast.affairs(), pk)
    settle = {"actor": committee, "at": now, "note": "现场核对属实", "is_mended": True}
    leading.settle_problem(item, problem=problem, **settle)
    yield from _reported(cast, pk, code)


def _reported(cast, pk, code):
    now = moment("06-09 10:00")
    yield now
    principal = cast.principal(code)
    if code != DUAL_UNIT:
        text = (
            "已与沿线乡镇逐条核对班线，恢复停开班线五条，调整绕行班线三条，赶集日增开班次；"
            "落实临时停靠点十二处，公布投诉电话。"
        )
        left = "两条客流过小的班线改为预约响应，年内试运行。"
        answering.report(item_of(cast.affairs(), pk), actor=principal, at=now, text=text, left=left)
    now = moment("07-03 10:00")
    yield now
    decision = {"meeting": NEXT_MEETING, "decided_on": now.date(), "note": "管护人员落实情况下半年再看"}
    decision["report_due_on"] = day("12-15")
    answering.carry_over(item_of(cast.affairs(), pk), actor=cast.affairs(), at=now, **decision)


def _counterpart(cast, number):
    return counterparts_named(cast.affairs(), f"3-5-{number:03d}").first()


def _followed(cast):
    """Committees follow what they oversee."""
    notes = (
        (33, "05-15 10:00", "talk", "与牵头单位座谈，要求年内完成前期工作，答复写明时限。"),
        (52, "05-22 16:00", "visit", "随机查看两处破损路段，一处已修复，一处列入三季度。"),
    )
    for number, when, way, words in notes:
        now = moment(when)
        yield now
        row = _counterpart(cast, number)
        if row is not None and row.committee_id:
            note = {"on": now.date(), "way": way, "words": words}
            counterparts.note(row, actor=cast.affairs(), at=now, **note)


def _checks(cast, office):
    """One check answered by the county, one still to make."""
    asked = []
    for number, when in ((12, "05-18 09:00"), (69, "05-28 09:00")):
        now = moment(when)
        yield now
        row = _counterpart(cast, number)
        if row is not None and row.committee_id:
            words = {"demand": "到现场核对答复所列措施是否落实，听取村组意见。", "due_on": day("06-19")}
            county = current_congress(COUNTY)
            counterparts.delegate(row, actor=cast.affairs(), at=now, asked_of=county, **words)
            asked.append(row.suggestion_id)
    now = moment("06-04 17:00")
    yield now
    check = checks(office, {}).filter(suggestion_id__in=asked[:1]).first()
    if check is not None:
        found = "查看三处，两处已完工通车，一处正在铺设；群众认可，反映会车处偏少。"
        people = "区人大代工委、两名市代表、乡镇人大主席"
        words = {"checked_on": day("06-03"), "people": people, "findings": found, "result": "partly"}
        counterparts.record_check(check, actor=office, at=now, **words)


def _chasers(cast):
    """The office goes through what the lights propose, now and then; a unit answers."""
    for when, by in (
        ("06-02 09:30", cast.affairs()),
        ("06-24 09:30", cast.gov()),
        ("07-02 09:30", cast.gov()),
    ):
        now = moment(when)
        yield now
        proposed = ladder(by, now.date())
        for (unit_id, level), parts in list(proposed.notices.items())[:6]:
            words = {
                "demand": "请抓紧办理，主动与代表沟通。",
                "answer_by": day("06-09") if when < "06-03" else day("07-10"),
            }
            ids = [part.handling_id for part in parts]
            chasing.chase(actor=by, at=now, unit=unit_of(unit_id), level=level, parts=ids, **words)
        if proposed.circular:
            ids = [part.handling_id for part in proposed.circular]
            chasing.circulate(actor=by, at=now, parts=ids, demand="请主要负责人亲自研究，尽快答复代表。")
