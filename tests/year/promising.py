"""One promise of an issued letter: reported on each quarter, done, graded, explained, given up, ended."""

from minqiao.duties.suggestions.choices import PromiseState as M
from minqiao.duties.suggestions.rules.promises import awaited
from tests.year.acts import Move, affairs, days, if_, mark, nothing, now, once, soon

TRACKED = (M.TRACKING, M.DEFERRED)
PROGRESS = {"text": "本季度完成了前期工作，下季度动工。"}
PROOF = "已经验收，批复文号毕建〔2025〕18号。"
REASON = "征地补偿没有谈妥，正由区政府协调。"


def of_unit(kind):
    return lambda turn: getattr(turn.world, kind)[turn.world.by_unit[turn.row.handling.unit_id]]


officer, principal = of_unit("officer"), of_unit("principal")


def fated(*kinds):
    return lambda turn: turn.fate.promise in kinds


def fate_day(turn):
    """When this promise's own turn comes, counted from its date; None once it has come."""
    ahead = {"late": 3, "failed": -20, "insisted": -20, "ended": -30}.get(turn.fate.promise)
    if ahead is None or ("fated", turn.row.pk) in turn.item.done:
        return None
    return max(turn.row.due_on + days(ahead), turn.row.reply.issued_on + days(1))


def report_day(turn):
    """Each quarter in time, or when it was asked for; nothing more once the promise's own turn comes."""
    if turn.row.report_due_on is None:
        return None
    asked = 2 if turn.fate.reports == "when_asked" else -4
    day = max(turn.row.report_due_on + days(asked), turn.row.reply.issued_on + days(1))
    ends = fate_day(turn) or done_day(turn)
    return day if day < ends else None


def done_day(turn):
    return max(turn.row.due_on - days(6), turn.touched)


def next_grader(turn):
    """The lead signer whose word is awaited first."""
    return turn.world.by_seat[awaited(turn.row)[0]]


def grade_of(turn):
    """The first who is asked may find it short; the others are content."""
    short = turn.fate.promise == "short" and ("explained", turn.row.pk) not in turn.item.done
    return {"grade": "partly", "words": "只完成了一半"} if short else {"grade": "met"}


def put_off(turn):
    return {"reason": REASON, "new_due_on": max(turn.row.due_on, turn.today) + days(45)}


def checking_day(turn):
    return turn.row.step_due_on + days(1)


OF_THE_PROMISE = (
    Move("report_progress", TRACKED, officer, report_day, lambda turn: PROGRESS),
    Move("explain_delay", TRACKED, principal, once("fated", fated("late"), fate_day), put_off, mark("fated")),
    Move("give_up", TRACKED, principal, once("fated", fated("failed", "insisted"), fate_day),
         lambda turn: {"reason": REASON}, mark("fated")),
    Move("end_tracking", TRACKED, affairs, once("fated", fated("ended"), fate_day),
         lambda turn: {"note": "已由另一项目解决"}, mark("fated")),
    Move("insist", (M.FAILED,), affairs, if_(fated("insisted")),
         lambda turn: {"note": "应当兑现", "new_due_on": max(turn.row.due_on, turn.today) + days(45)}),
    Move("report_done", TRACKED, officer, done_day, lambda turn: {"done_on": turn.today, "text": PROOF}),
    Move("grade_fulfilment", (M.REPORTED,), next_grader,
         if_(lambda turn: turn.fate.promise != "silent"), grade_of),
    Move("verify_fulfilment", (M.REPORTED,), affairs, checking_day,
         lambda turn: {"grade": "met", "words": "已到现场核实，属实。"}),
    Move("revise_fulfilment", (M.GRADED,), lambda turn: turn.item.lead, once("second", fated("revised"), now),
         grade_of, mark("second")),
    Move("release_fulfilment", (M.GRADED,), affairs, soon, nothing),
    Move("explain_delay", (M.UNMET,), principal, soon, put_off, mark("explained")),
)  # fmt: skip
