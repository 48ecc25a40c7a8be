"""A suggestion's own way: its signers, the offices that screen, assign and dispatch it, its end."""

from minqiao.duties.suggestions.choices import ANSWERING
from minqiao.duties.suggestions.choices import HandlingState as H
from minqiao.duties.suggestions.choices import State as S
from minqiao.duties.suggestions.workflow import LIVE
from tests.year.acts import (
    BATCH_DAY,
    NOTE,
    Move,
    affairs,
    days,
    gov,
    if_,
    lead,
    mark,
    nothing,
    now,
    office,
    once,
    soon,
)


def first_asked(turn):
    return turn.item.asked[0]


def answered(turn, result):
    turn.item.asked.pop(0)


def asked_again(turn, result):
    turn.item.asked = list(turn.item.joined)
    mark("edit")(turn, result)


def screening(*kinds):
    return lambda turn: turn.fate.screening in kinds and turn.fate.kind != "review_remark"


def withdrawing(*kinds):
    return lambda turn: turn.fate.withdraw in kinds and turn.row.withdraw_asked_on is None


def agreed_to_withdraw(turn, result):
    turn.item.agreed.pop(0)


def with_partner(*kinds):
    def fits(turn):
        wanted = turn.fate.merge in kinds and not turn.fate.organ
        turn.item.partner = turn.year.partner(turn) if wanted else None
        return turn.item.partner is not None

    return fits


def merged(turn, result):
    turn.year.in_one_file(turn.item, turn.item.partner)
    mark("merge")(turn, result)


def wants_consent(turn):
    return turn.row.chairs_needed and turn.row.chairs_agreed_on is None


def assign_day(turn):
    """What was raised in session waits for the batch; the rest is assigned one by one."""
    if turn.row.session_id and turn.today < BATCH_DAY:
        return BATCH_DAY + days(1)
    return max(turn.touched + days(min(turn.fate.lag, 5)), turn.touched + days(1))


def dispatch_day(turn):
    if turn.row.merged_into_id:
        return None
    waiting = turn.row.merged.exclude(state__in=[S.ASSIGNED, S.WITHDRAWN]).exists()
    return turn.today + days(1) if waiting else soon(turn) + days(1)


def to_the_court(turn):
    return dispatch_day(turn) if turn.fate.organ else None


def given_to_the_court(turn):
    return {"units": [(turn.world.court, "sole", "")]}


def dispatched(turn):
    units = turn.year.units_for(turn.item, 3)
    parts = {
        "sole": [(units[0], "sole", "")],
        "one": [(units[0], "lead", ""), (units[1], "assist", "")],
        "two": [(units[0], "lead", ""), (units[1], "assist", ""), (units[2], "assist", "")],
        "separate": [(units[0], "separate", "道路"), (units[1], "separate", "照明")],
    }
    return {"units": parts[turn.fate.shape]}


def may_close(turn):
    parts = [row for row in turn.handlings if row.role in ANSWERING and not row.is_ended]
    good = all(turn.item.grade(row) != "dissatisfied" for row in parts if row.state != H.STUDIED)
    return good and all(row.evaluation_released for row in parts)


WRITING = (S.DRAFT, S.RETURNED_FOR_EDIT)
OF_THE_SIGNERS = (
    Move("ask_withdraw", (S.SUBMITTED, S.ACCEPTED), lead, once("ask", withdrawing("registered")),
         lambda turn: {"reason": "已经解决"}, mark("ask")),
    Move("ask_withdraw", (S.ASSIGNED, S.DISPATCHED), lead, once("ask", withdrawing("assigned")),
         lambda turn: {"reason": "已经解决"}, mark("ask")),
    Move("ask_withdraw", (S.HANDLING,), lead, once("ask", withdrawing("handling", "kept_on")),
         lambda turn: {"reason": "已经解决"}, mark("ask")),
    Move("agree_withdraw", LIVE, lambda turn: turn.item.agreed[0],
         if_(lambda turn: turn.row.withdraw_asked_on and turn.item.agreed), nothing, agreed_to_withdraw),
    Move("keep_on", LIVE, lead,
         if_(lambda turn: turn.row.withdraw_asked_on and turn.fate.withdraw == "kept_on")),
    Move("withdraw", LIVE, lead, if_(lambda turn: turn.row.withdraw_asked_on)),
)  # fmt: skip
OF_THE_SUGGESTION = (
    Move("decline_cosign", WRITING, lambda turn: turn.item.unsure,
         if_(lambda turn: turn.item.unsure and turn.fate.not_joined == "declines", now), nothing,
         lambda turn, result: setattr(turn.item, "unsure", None)),
    Move("drop_cosigner", WRITING, lead, if_(lambda turn: turn.item.unsure, now),
         lambda turn: {"mandate_id": turn.item.unsure.scope_id},
         lambda turn, result: setattr(turn.item, "unsure", None)),
    Move("edit", (S.RETURNED_FOR_EDIT,), lead, once("edit"),
         lambda turn: {"facts": f"{turn.row.facts}补充了具体位置。"}, asked_again),
    Move("confirm_cosign", WRITING, first_asked, if_(lambda turn: turn.item.asked, now), nothing, answered),
    Move("discard", (S.DRAFT,), lambda turn: turn.item.author, if_(screening("discard"))),
    Move("submit", WRITING, lambda turn: turn.item.author, now),
    Move("set_aside", (S.NOTED,), office, if_(lambda turn: turn.fate.set_aside), lambda turn: NOTE),
    Move("sort", (S.NOTED,), office, soon,
         lambda turn: {"title": "关于审议发言的建议", "topic": "urban", "requests": ["修路"]}),
    Move("confirm_remark", (S.SORTED,), lead, soon),
    Move("send_back", (S.SUBMITTED,), office, once("back", screening("send_back")), lambda turn: NOTE,
         mark("back")),
    Move("screen_out", (S.SUBMITTED,), office, if_(screening("screen_out", "letter")),
         lambda turn: NOTE | {"ground": "empty"}),
    Move("escalate_up", (S.SUBMITTED,), office, if_(screening("escalate")),
         lambda turn: NOTE | {"passed_to": "贵州省交通运输厅"}),
    Move("send_as_letter", (S.NOT_A_SUGGESTION,), office,
         if_(lambda turn: turn.fate.screening == "letter" and not turn.row.passed_on),
         lambda turn: NOTE | {"passed_to": "七星关区信访局"}),
    Move("hint_merge", (S.SUBMITTED,), office, once("hint", screening("hint")),
         lambda turn: {"with_number": "3-4-001"}, mark("hint")),
    Move("register", (S.SUBMITTED,), office, soon, lambda turn: {"is_hard": turn.fate.is_hard}),
    Move("merge", (S.ACCEPTED,), affairs, once("merge", with_partner("early"), now),
         lambda turn: {"lead": turn.year.load(turn.item.partner)}, merged),
    Move("agree_assign", (S.ACCEPTED,), lambda turn: turn.world.chairs, if_(wants_consent)),
    Move("assign", (S.ACCEPTED,), affairs, assign_day, lambda turn: {"assigned_on": turn.today}),
    Move("merge", (S.ASSIGNED,), affairs, once("merge", with_partner("assigned", "split"), now),
         lambda turn: {"lead": turn.year.load(turn.item.partner)}, merged),
    Move("split", (S.ASSIGNED,), affairs,
         if_(lambda turn: turn.row.merged_into_id and turn.fate.merge == "split", now)),
    Move("hold", (S.ASSIGNED,), gov,
         if_(lambda turn: turn.fate.held and not turn.fate.organ and turn.row.held_on is None),
         lambda turn: NOTE),
    Move("dispatch_to_organ", (S.ASSIGNED,), affairs, to_the_court, given_to_the_court),
    Move("dispatch", (S.ASSIGNED,), gov, dispatch_day, dispatched),
    Move("close", (S.EVALUATED,), affairs, if_(may_close)),
)  # fmt: skip
