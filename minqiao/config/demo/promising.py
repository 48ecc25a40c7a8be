"""Lives of promises in the demo's year: reports by the quarter, proof, the deputy's word, explanations."""

from random import Random

from minqiao.config.demo.days import at, day, later, workdays_after, working
from minqiao.duties.suggestions.actions import promising
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.workflow import COMMITMENT
from minqiao.kit.deadlines import add_months

LAST = day("11-20")  # what is reported as done later is graded beyond the calendar's year
ON_TIME, REPORTS, KEPT = 0.8, 0.85, 0.88  # shares
# Promises that come early, so that the demo's day finds one at every place: number -> the first one's date.
EARLY = {
    "3-5-002": day("05-29"), "3-5-060": day("05-29"), "3-5-095": day("05-29"), "3-5-098": day("06-30"),
    "3-5-105": day("06-05"), "3-5-121": day("06-30"), "3-5-159": day("06-05"), "3-5-165": day("06-12"),
    "3-5-169": day("06-30"), "3-5-182": day("05-15"), "3-5-187": day("06-16"),
}  # fmt: skip
# What becomes of the first promise: (act, its day, its words).
PLANS = {
    "3-5-002": (("done", "05-20"), ("grade", "05-26", "partly"), ("release", "05-29")),
    "3-5-060": (("done", "05-26"), ("grade", "06-02", "met"), ("release", "06-05")),
    "3-5-095": (("progress", "05-15"), ("explain", "05-28", "09-30")),
    "3-5-098": (("give_up", "05-27"),),
    "3-5-105": (("progress", "05-25"),),
    "3-5-121": (("progress", "05-29"),),
    "3-5-159": (("done", "06-04"),),
    "3-5-165": (("done", "06-01"), ("grade", "06-08", "met")),
    "3-5-169": (("end", "05-25"),),
    "3-5-182": (("done", "05-21"), ("grade", "05-26", "met"), ("release", "05-29")),
    "3-5-187": (("progress", "05-28"),),
}
PROGRESS = (
    "方案已经批复，施工单位已进场，完成总工程量的三成，下季度完成主体部分。",
    "资金已下达，招标工作完成，正在办理施工许可，下月开工。",
    "已完成六成，受降雨影响进度略慢，已增加作业班组，确保按期完成。",
)
PROOF = (
    "已按承诺全部完成，由主管部门、乡镇和群众代表共同验收，验收单编号毕验〔2026〕{number:03d}号。",
    "已于期限前完成并投入使用，附验收意见和现场照片，请代表实地查看。",
)
SHORT = "现场只完成了一部分，群众反映还不能正常使用，请说明其余部分什么时候完成。"
DELAY = "受征地协调和雨季影响，进度比计划推迟；已明确专人负责，每半月调度一次，保证在新的期限前完成。"
NEVER = "上级规划调整，原定项目不再列入建设计划，资金已收回；将在下一年度项目申报中优先考虑。"
ENDED = "该事项已并入县级统一实施的项目，由项目主管单位另行承诺，本项不再单独跟踪。"


def hastened(number, promises, reply):
    """The promises of a reply, the first one's date as the demo's day needs it, unless it is late."""
    if number not in EARLY or not promises or reply >= _begins(number):
        return promises
    (text, _), *rest = promises
    return [(text, EARLY[number]), *rest]


def _begins(number):
    """The day of the first act of a plan: the letter must be out by then."""
    return day(PLANS[number][0][1])


def promised(stage, cast, item, row, now):
    """The letter is out: a life for each promise it makes."""
    number = row.suggestion.number
    for promise in row.reply.commitments.all():
        if promise.due_on == EARLY.get(number):
            stage.enter(_planned(cast, item, promise.pk, PLANS[number]))
        else:
            stage.enter(_usual(cast, item, promise, now))


def _loaded(cast, pk):
    return commitment_of(cast.affairs(), pk)


def _planned(cast, item, pk, plan):
    chance = Random(f"promise/{pk}")
    for act, on, *words in plan:
        now = working(chance, day(on))
        yield now
        _do(cast, item, _loaded(cast, pk), act, now, chance, *words)


def _do(cast, item, promise, act, now, chance, word=""):
    """One act of a plan, by whoever takes it."""
    code = promise.handling.unit.code
    officer, head = cast.officer(code), cast.principal(code)
    author = cast.affairs() if item.is_paper else cast.deputy(item.lead)
    if act == "progress":
        promising.report_progress(promise, actor=officer, at=now, text=chance.choice(PROGRESS))
    if act == "done":
        proof = chance.choice(PROOF).format(number=chance.randrange(1, 400))
        done_on = max(workdays_after(now.date(), -2), promise.reply.issued_on)
        promising.report_done(promise, actor=officer, at=now, done_on=done_on, text=proof)
    if act == "grade":
        words = "" if word == "met" else SHORT
        promising.grade_fulfilment(promise, actor=author, at=now, grade=word, words=words)
    if act == "release":
        promising.release_fulfilment(promise, actor=cast.affairs(), at=now)
    if act == "explain":
        promising.explain_delay(promise, actor=head, at=now, reason=DELAY, new_due_on=day(word))
    if act == "give_up":
        promising.give_up(promise, actor=head, at=now, reason=NEVER)
    if act == "end":
        promising.end_tracking(promise, actor=cast.affairs(), at=now, note=ENDED)


def _usual(cast, item, promise, now):
    """Reports by the quarter, mostly; done before the date, or explained after it."""
    pk, due_on = promise.pk, promise.due_on
    chance = Random(f"promise/{pk}")
    is_done = due_on <= day("11-30") and chance.random() < ON_TIME
    ends = min(workdays_after(due_on, -chance.randint(3, 12)), LAST) if is_done else min(due_on, LAST)
    on = add_months(now.date(), 3)
    while on < ends:
        moment = at(workdays_after(on, -chance.randint(1, 6)), chance.randrange(9 * 60, 17 * 60))
        if chance.random() < REPORTS and moment > now:
            yield from _step(cast, item, pk, "report_progress", "progress", moment, chance)
            now = moment
        on = add_months(on, 3)
    moment = working(chance, ends)
    if is_done and moment > now:
        yield from _kept(cast, item, pk, moment, chance)
    elif due_on < LAST:
        moment = working(chance, workdays_after(due_on, 3))
        later_on = str(add_months(due_on, 3))
        yield from _step(cast, item, pk, "explain_delay", "explain", moment, chance, later_on)


def _step(cast, item, pk, action, act, moment, chance, word=""):
    """A step that is taken only where the promise still waits for it."""
    yield moment
    promise = _loaded(cast, pk)
    actor = cast.principal if action == "explain_delay" else cast.officer
    if not COMMITMENT.refusal(action, actor(promise.handling.unit.code), promise, moment.date()):
        _do(cast, item, promise, act, moment, chance, word)


def _kept(cast, item, pk, now, chance):
    """Reported as done, graded within days, given back with the next Friday's."""
    yield now
    _do(cast, item, _loaded(cast, pk), "done", now, chance)
    now = later(chance, now, chance.randint(1, 8))
    yield now
    grade = "met" if chance.random() < KEPT else "partly"
    _do(cast, item, _loaded(cast, pk), "grade", now, chance, grade)
    now = later(chance, now, chance.randint(1, 4))
    yield now
    _do(cast, item, _loaded(cast, pk), "release", now, chance)
