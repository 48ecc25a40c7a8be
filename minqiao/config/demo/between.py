"""Between sessions: suggestions raised before March and from April on, with their own series of numbers."""

from random import Random

from minqiao.config.demo.days import at, day, later, moment, workdays_after, working
from minqiao.config.demo.fates import DAIBIAO, DAIBIAO2, DAIBIAO3, WEIYUAN
from minqiao.config.demo.handlings import dispatched
from minqiao.config.demo.items import item_of
from minqiao.config.demo.matters import remarks, screened_out
from minqiao.config.demo.raising import half_written, passed_up, remark, remark_set_aside, suggestion
from minqiao.config.demo.raising import screened_out as screened_out_life
from minqiao.duties.suggestions.actions import drafting, office
from minqiao.duties.suggestions.queries.file import suggestion_of

# When handed in, who raises it (0: drawn), what must come of it. Assigned within seven workdays.
EARLY = (
    ("02-26", 0, {"kind": "late", "reply": day("06-16")}),
    ("03-02", DAIBIAO2, {"kind": "late", "reply": day("06-12")}),
    ("03-06", 0, {"kind": "near", "reply": day("06-11"), "sent_back": ""}),
    ("03-09", 0, {"kind": "near", "reply": day("06-15"), "sent_back": ""}),
)
BEFORE_THE_YEAR_ENDS = {"kind": "early", "evaluated": 6}  # the calendar of workdays ends there as well
NOT_OURS = "按照职责分工，此事以其他单位为主，我单位只负责其中一个环节。"
DISPUTED = {
    "to": "C05",
    "reason": NOT_OURS,
    "decided": day("06-03"),
    "refused": "属水务主管部门职责，县政府配合，请继续办理。",
    "objected": day("06-09"),
    "ordered": day("06-15"),
    "order": "same",
}
ASKED = {"to": "A32", "reason": NOT_OURS, "decided": day("06-15"), "refused": "仍由你单位牵头，请继续办理。"}
LATER = (
    *((on, 0, {}) for on in ("04-01", "04-07", "04-10", "04-15", "04-21", "04-27", "05-06")),
    ("05-12", 0, {"withdrawn": day("06-03")}),
    ("05-15", 0, {"return": DISPUTED}),
    ("05-20", DAIBIAO, {}),
    ("05-22", 0, {"return": ASKED}),
    *((on, 0, {}) for on in ("05-26", "05-28", "06-01", "06-02")),
    ("06-03", DAIBIAO3, {}),
    *((on, 0, {}) for on in ("06-04", "06-05", "06-08", "06-09", "06-10")),
    *((on, 0, {}) for on in ("06-17", "06-24")),
    *((on, 0, BEFORE_THE_YEAR_ENDS) for on in ("07-06", "07-15", "07-27", "08-10", "08-24")),
)
TOGETHER = ("闭会2026年6月", "06-09", "06-12")  # a batch of several, its day of preparing and of issuing
LETTER_TIMES = {"drafted": "05-18 20:00", "submitted": "05-19 08:30", "decided": "05-21 15:00"}
UPWARD_TIMES = {"drafted": "05-11 20:10", "submitted": "05-12 08:20", "decided": "05-14 10:30"}
UPWARD = {
    "title": "关于提高赤水河上游生态保护补偿标准的建议",
    "topic": "urban",
    "facts": "赤水河上游三县为保护水质关停了一批企业，现行省际补偿标准多年未调整，与实际投入有差距。",
    "requests": ["由省级会同下游省份研究提高补偿标准"],
    "source": "study",
}
UPWARD_TO = "贵州省人民代表大会常务委员会代表工作机构，并送本市选出的省人大代表"
UPWARD_NOTE = "省际补偿标准由省级商定，不属于本市职权范围；已转送，有回音即告知您。"


def enter_between(stage, cast, authors, pool, *, scale):
    """Let the lives between sessions begin."""
    plan = (EARLY[1], *LATER[::5]) if scale == "small" else (*EARLY, *LATER)
    gathered = []
    for number, (on, lead, fate) in enumerate(plan, 1):
        matter = next(pool)
        lead = lead if lead and matter.fits(authors.places[lead - 1]) else authors.draw(matter)
        item = item_of(matter, lead, authors, cast.units, f"between-{number}")
        item.fate = fate
        _enter(stage, cast, item, day(on), gathered)
    stage.enter(_assigned_together(stage, cast, gathered))
    _enter_drafts(stage, cast, authors, pool)
    _enter_remarks(stage, cast, authors)


def _enter(stage, cast, item, on, gathered):
    """Handed in on a day, registered within two workdays, then assigned alone or with others."""
    chance = item.chance
    submitted = working(chance, on)
    drafted = at(workdays_after(submitted.date(), -3), chance.randrange(8 * 60, 19 * 60))
    registered = later(chance, submitted, chance.randint(1, 2))
    is_gathered = day("06-03") <= submitted.date() <= day("06-05")

    def then(item, found):
        if is_gathered:
            gathered.append((item, found.pk))
        else:
            stage.enter(_assigned(stage, cast, item, found.pk, registered))

    times = {"drafted": drafted, "submitted": submitted, "registered": registered}
    stage.enter(suggestion(cast, item, **times, staff=cast.affairs(chance.random() < 0.5), then=then))


def _assigned(stage, cast, item, pk, registered):
    now = later(item.chance, registered, item.chance.randint(1, 3))
    yield now
    found = suggestion_of(cast.affairs(), pk)
    office.assign(found, actor=cast.affairs(), at=now, assigned_on=now.date())
    now = later(item.chance, now, item.chance.randint(1, 2))
    yield now
    dispatched(stage, cast, item, suggestion_of(cast.gov(), pk), now)


def _assigned_together(stage, cast, gathered):
    """A batch of several that came in the same week, each then dispatched."""
    name, prepared, issued = TOGETHER
    now = moment(f"{prepared} 16:20")
    yield now
    if not gathered:
        return
    members = gathered[:-1] or gathered[:]
    found = [suggestion_of(cast.affairs(), pk) for _, pk in members]
    batch = office.prepare_batch(
        actor=cast.affairs(), at=now, congress=cast.congress, name=name, suggestions=found
    )
    now = moment(f"{issued} 09:40")
    yield now
    if left := [suggestion_of(cast.affairs(), pk) for item, pk in gathered if (item, pk) not in members]:
        office.add_items(batch, actor=cast.affairs(), at=now, suggestions=left)
    office.issue_batch(batch, actor=cast.affairs(), at=now, assigned_on=now.date())
    for number, (item, pk) in enumerate(gathered):
        now = at(day(issued), 14 * 60 + 10 * (number + 1))
        yield now
        dispatched(stage, cast, item, suggestion_of(cast.gov(), pk), now)


def _enter_drafts(stage, cast, authors, pool):
    """What is still being written, or was not a suggestion, on a day in June."""
    stage.enter(half_written(cast, DAIBIAO3, "关于小坝镇", drafted="06-09 20:10"))
    plan = (
        (DAIBIAO, [DAIBIAO2, DAIBIAO3, 25], "06-06 10:15", "06-19"),
        (DAIBIAO2, [DAIBIAO, 26], "06-08 19:30", "06-18"),
    )
    for lead, fellows, drafted, submitted in plan:
        item = item_of(_any(pool, authors, lead), lead, authors, cast.units, f"draft-{lead}")
        item.co = fellows
        stage.enter(_slow_draft(stage, cast, item, moment(drafted), day(submitted)))
    item = item_of(_any(pool, authors, 28), 28, authors, cast.units, "returned")
    stage.enter(_returned(cast, item))
    _enter_passed_on(stage, cast)


def _enter_passed_on(stage, cast):
    """What is sent on: as a letter to the office for letters, or to a higher level."""
    times = {name: moment(text) for name, text in LETTER_TIMES.items()}
    letter = (moment("05-22 09:20"), "毕节市信访局", "请按来信办理程序处理，并将结果告知来信人和转交的代表。")
    row = screened_out()[5]
    stage.enter(screened_out_life(cast, 30, row, **times, staff=cast.affairs(), letter=letter))
    times = {name: moment(text) for name, text in UPWARD_TIMES.items()}
    stage.enter(passed_up(cast, 31, UPWARD, **times, to=UPWARD_TO, note=UPWARD_NOTE))


def _any(pool, authors, lead):
    """Some matter that this deputy may raise of his own place."""
    return Random(lead).choice([one for one in pool.all if one.is_general and authors.may(lead, one)])


def _slow_draft(stage, cast, item, now, submitted):
    """A draft whose co-signers answer one by one, the last only after days; in the end he is dropped."""
    author = cast.deputy(item.lead)
    yield now
    found = drafting.draft(actor=author, at=now, **item.words)
    now = later(item.chance, now, 0)
    yield now
    mandates = [cast.mandates[number - 1] for number in item.co]
    drafting.invite(found, actor=author, at=now, mandates=mandates)
    for number in item.co[1:]:
        now = later(item.chance, now, 1)
        yield now
        drafting.confirm_cosign(found, actor=cast.deputy(number), at=now)
    now = working(item.chance, submitted)
    yield now
    drafting.drop_cosigner(found, actor=author, at=now, mandate_id=mandates[0].pk)
    now = later(item.chance, now, 0)
    yield now
    drafting.submit(found, actor=author, at=now)
    now = later(item.chance, now, 1)
    yield now
    office.register(found, actor=cast.affairs(), at=now)
    stage.enter(_assigned(stage, cast, item, found.pk, now))


def _returned(cast, item):
    """Sent back to be improved; nobody has done so yet."""
    actor = cast.deputy(item.lead)
    yield moment("06-04 20:30")
    found = drafting.draft(actor=actor, at=moment("06-04 20:30"), **item.words)
    yield moment("06-05 08:40")
    drafting.submit(found, actor=actor, at=moment("06-05 08:40"))
    yield moment("06-08 10:30")
    note = "请写明涉及哪几个村、多少户，附现场照片，便于承办单位核实。"
    office.send_back(found, actor=cast.affairs(), at=moment("06-08 10:30"), note=note)


def _enter_remarks(stage, cast, authors):
    """Remarks made in the standing committee: one waits for its speaker, one to be written up."""
    report = "关于2025年度全市环境状况和环境保护目标完成情况的报告"
    meeting = "市三届人大常委会第三十六次会议第一分组会议"
    matter = remarks(cast.units)[-1]
    item = item_of(matter, WEIYUAN, authors, cast.units, "committee-remark")
    item.words |= {"meeting": meeting, "report_debated": report}
    times = {"noted": moment("06-04 15:20"), "sorted_at": moment("06-05 10:00")}
    times |= {"confirmed": moment("06-16 09:30"), "registered": moment("06-17 10:00")}
    stage.enter(remark(cast, item, **times, then=lambda item, found: _after(stage, cast, item, found)))
    said = {
        "title": "对环境状况报告的意见",
        "facts": "报告中农村面源污染的数据只有总数，建议分县区列出，看得出变化。",
    }
    said |= {"meeting": meeting, "report_debated": report}
    noted, decided = moment("06-09 16:05"), moment("06-12 11:00")
    note = "所提意见已转市生态环境局修改报告，不单独交办。"
    stage.enter(remark_set_aside(cast, 3, said, noted=noted, decided=decided, note=note))


def _after(stage, cast, item, found):
    chance = Random("after")
    stage.enter(_assigned(stage, cast, item, found.pk, later(chance, moment("06-17 10:00"), 0)))
