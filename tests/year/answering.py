"""One unit's handling: returns, contacts, opinions, the reply with its checks, the evaluation and after."""

from minqiao.duties.suggestions.choices import ANSWERING, FINAL_STATES, HandlingRole
from minqiao.duties.suggestions.choices import HandlingState as H
from minqiao.duties.suggestions.workflow import TALKING, UNTOUCHED
from tests.factories import GRADES, REPLY
from tests.year.acts import (
    NOTE,
    Move,
    affairs,
    assigner,
    days,
    gov,
    head,
    if_,
    lead,
    lead_officer,
    leader,
    mark,
    nothing,
    officer,
    once,
    principal,
    soon,
)

VISIT = {"stage": "before", "way": "visit", "who": "副局长", "content": "听取意见"}
RETURN = {"reason": "不属于本单位职责", "duty_basis": "三定规定第五条"}


def own(turn):
    """The unit works on this row itself, not on the lead item of a merged file."""
    return turn.row.works_with_id is None or turn.row.redo_on is not None


def answers(turn):
    return own(turn) and turn.row.role in ANSWERING


def assists(turn):
    """An opinion is wanted as long as the matter is open; what never came stands in the figures as late."""
    is_open = turn.row.suggestion.state not in FINAL_STATES
    return own(turn) and is_open and turn.row.role == HandlingRole.ASSIST


def wants(*kinds, asked=0):
    """The unit would give it back: the first answering unit, and the one it was given to."""
    return lambda turn: (
        answers(turn) and turn.fate.returns in kinds and turn.row.returns_asked == asked
        and turn.row.part != "照明"
    )  # fmt: skip


def in_window(turn):
    limit = turn.row.return_due_on
    return min(soon(turn), limit) if limit else soon(turn)


def after_window(turn):
    return turn.row.return_due_on + days(1)


def elsewhere(turn):
    holders = {row.unit_id for row in turn.row.fellows}
    return next(unit for unit in turn.year.units_for(turn.item, 9) if unit.pk not in holders)


def given(turn):
    return NOTE | {"to_unit": elsewhere(turn)}


def unheard(turn):
    """Nobody has spoken with the deputy; in a redo, not since it was ordered."""
    heard = turn.row.redo_contact_on if turn.row.redo_on else turn.row.first_contact_on
    return heard is None


def will_contact(turn):
    silent = turn.fate.contact == "none" and answers(turn) and not turn.row.redo_on
    return unheard(turn) and not silent and turn.row.role in ANSWERING


def contacted(turn, result):
    if turn.fate.contact in ("confirmed", "disputed"):
        turn.item.contacts[turn.row.pk] = result


def confirmed(turn):
    """A deputy who disputes a contact does so once; the next one he confirms."""
    first = ("heard", turn.row.pk) not in turn.item.done
    said = turn.fate.contact if first else "confirmed"
    words = "没有来过" if said == "disputed" else ""
    return {"contact": turn.item.contacts[turn.row.pk], "state": said, "deputy_words": words}


def heard(turn, result):
    turn.item.contacts.pop(turn.row.pk)
    mark("heard")(turn, result)


def reply_day(turn):
    return max(soon(turn), turn.row.due_on + days(turn.fate.replies))


def issue_day(turn):
    if turn.row.leads_file and any(one.first_contact_on is None for one in turn.year.following(turn.row)):
        return turn.today + days(1)
    return soon(turn)


def before_its_date(turn):
    day = max(soon(turn), turn.row.due_on - days(15))
    return day if day <= turn.row.due_on else None


def more_time(turn):
    first = answers(turn) and not turn.row.redo_on and not turn.row.suggestion.is_hard
    return first and turn.fate.extension and not turn.row.extended


def opinion_day(turn):
    return turn.row.due_on + days(6) if turn.fate.assist == "late" else soon(turn)


def drafted(turn):
    promised = [(f"第{one + 1}项工程完工", turn.today + days(90 * (one + 1))) for one in
                range(turn.fate.promises)]  # fmt: skip
    answers_ = [f"第{one + 1}项已研究。" for one in range(len(turn.row.suggestion.requests))]
    return REPLY | {"answers": answers_, "category": turn.fate.category, "promises": promised}


def turn_of_grade(turn):
    return turn.fate.first if turn.row.round == 1 else turn.fate.second


def evaluation_day(turn):
    """The silent never answer, the slow only when they have been asked once."""
    said = turn_of_grade(turn)
    if said == "slow" and not turn.row.first_chased_on:
        return turn.row.step_due_on + days(1) if turn.today <= turn.row.step_due_on else turn.today + days(1)
    return None if said == "silent" else soon(turn)


def graded(turn):
    said = turn_of_grade(turn)
    grade = "satisfied" if said == "slow" else said
    words = "路还没有修" if grade == "dissatisfied" else ""
    return GRADES | {"result": grade, "words": words}


def remember_grade(turn, result):
    turn.item.grades[turn.row.pk] = graded(turn)["result"]


def silence_day(turn):
    last = turn.row.second_chased_on
    return last + days(1) if last else max(turn.today, turn.row.step_due_on) + days(3)


def chase_day(turn):
    """By hand, three days after the clock's first."""
    first = turn.row.first_chased_on
    return first + days(3) if first else max(turn.today, turn.row.step_due_on) + days(1)


def dissatisfied(turn):
    return turn.row.evaluation_released and turn.item.grade(turn.row) == "dissatisfied"


def sent_back(by):
    return once(f"draft-{by}", lambda turn: own(turn) and turn.fate.sent_back_by == by)


OF_THE_DEPUTY = (
    Move("confirm_contact", TALKING, lead, if_(lambda turn: turn.row.pk in turn.item.contacts), confirmed,
         heard),
    Move("record_callback", (H.EVALUATED, H.STUDIED), affairs,
         once("called", lambda turn: turn.row.callback_drawn_on, lambda turn: turn.row.callback_drawn_on),
         lambda turn: {"called_on": turn.today, "way": "phone", "result_said": "basic"}, mark("called")),
)  # fmt: skip
OF_THE_HANDLING = (
    Move("object_return", UNTOUCHED, principal,
         if_(wants("agreed_other", "agreed_handle", "refused_other", "refused_handle", asked=1), in_window),
         lambda turn: RETURN | {"proposed_unit": elsewhere(turn)}),
    Move("request_return", (H.SIGNED,), officer, once("late", wants("late"), after_window),
         lambda turn: RETURN | {"approved_by": "局长"}, mark("late"), refused="退办申请期限是"),
    Move("request_return", UNTOUCHED, officer,
         if_(wants("agreed", "refused", "agreed_other", "agreed_handle", "refused_other", "refused_handle"),
             in_window),
         lambda turn: RETURN | {"approved_by": "局长"}),
    Move("refuse_return", (H.RETURN_PENDING,), assigner,
         if_(lambda turn: own(turn) and turn.fate.returns.startswith("refused")), lambda turn: NOTE),
    Move("agree_return", (H.RETURN_PENDING,), assigner, if_(own), given),
    Move("order_other_unit", (H.RETURN_DISPUTED,), leader,
         if_(lambda turn: own(turn) and turn.fate.returns.endswith("other")), given),
    Move("order_to_handle", (H.RETURN_DISPUTED,), leader, if_(own), lambda turn: NOTE),
    Move("sign_for", (H.DISPATCHED,), officer, if_(own)),
    Move("send_opinion", (H.SIGNED, H.HANDLING), officer, if_(assists, opinion_day),
         lambda turn: {"text": "同意主办单位意见", "signer": "局长"}),
    Move("reject_opinion", (H.OPINION_SENT,), lead_officer,
         once("empty", lambda turn: assists(turn) and turn.fate.assist == "rejected"), lambda turn: NOTE,
         mark("empty")),
    Move("contact", (H.SIGNED, H.REDO, *TALKING[:-1]), officer, if_(will_contact),
         lambda turn: VISIT | {"on": turn.today},
         contacted),
    Move("request_extension", (H.HANDLING,), officer, once("more", more_time, before_its_date),
         lambda turn: {"reason": "征地未完成", "done_so_far": "已经勘察"}, mark("more")),
    Move("refuse_extension", (H.EXTENSION_PENDING,), affairs,
         if_(lambda turn: own(turn) and turn.fate.extension == "refused"), lambda turn: NOTE),
    Move("approve_extension", (H.EXTENSION_PENDING,), affairs, if_(own)),
    Move("draft_reply", (H.SIGNED, H.HANDLING), officer, if_(answers, reply_day), drafted),
    Move("submit_reply", (H.REPLY_DRAFT,), officer, if_(answers)),
    Move("send_back_reply", (H.FORMAT_CHECK,), head, sent_back("head"), lambda turn: NOTE,
         mark("draft-head")),
    Move("check_format", (H.FORMAT_CHECK,), head, if_(own)),
    Move("send_back_reply", (H.PRE_REVIEW,), gov, sent_back("gov"), lambda turn: NOTE, mark("draft-gov")),
    Move("pass_review", (H.PRE_REVIEW,), gov, if_(own)),
    Move("send_back_reply", (H.REPLY_SIGNING,), principal, sent_back("principal"), lambda turn: NOTE,
         mark("draft-principal")),
    Move("issue_without_contact", (H.REPLY_SIGNING,), principal,
         if_(lambda turn: answers(turn) and unheard(turn) and not turn.row.redo_on), lambda turn: NOTE),
    Move("issue", (H.REPLY_SIGNING,), principal, if_(answers, issue_day)),
    Move("evaluate", (H.REPLIED,), lead, evaluation_day, graded, remember_grade),
    Move("chase_evaluation", (H.REPLIED,), affairs,
         if_(lambda turn: turn.fate.chased_by_hand and not turn.row.second_chased_on, chase_day)),
    Move("mark_no_response", (H.REPLIED,), affairs, silence_day, nothing,
         lambda turn, result: turn.item.grades.pop(turn.row.pk, None)),
    Move("revise_evaluation", (H.EVALUATED,), lead,
         once("revise", lambda turn: turn.fate.revised and not turn.row.evaluation_released), graded,
         mark("revise")),
    Move("release", (H.EVALUATED,), affairs, if_(lambda turn: not turn.row.evaluation_released)),
    Move("order_redo", (H.EVALUATED,), affairs,
         if_(lambda turn: dissatisfied(turn) and turn.row.round == 1), lambda turn: NOTE),
    Move("joint_study", (H.EVALUATED,), affairs, if_(dissatisfied), lambda turn: NOTE),
    Move("conclude_study", (H.JOINT_STUDY,), affairs, soon,
         lambda turn: {"held_on": turn.today, "people": "代工委、政府办", "minutes": "列入明年计划"}),
)  # fmt: skip
