"""What is complete, and what follows: of a suggestion, a handling, a reply."""

from minqiao.duties.suggestions.choices import (
    ANSWERING,
    ENDED_HANDLINGS,
    FINAL_STATES,
    SETTLED_PROMISES,
    STEPS_OF_OTHERS,
    ClosingOutcome,
    CommitmentState,
    DisclosureState,
    EvaluationState,
    Grade,
    HandlingClass,
    HandlingRole,
    HandlingState,
    Kind,
    PromiseState,
    SigningState,
    State,
)
from minqiao.registry.units.rules import is_under_government

TITLE_MAX = 100
# No unit has taken it in hand yet, or the one that had wants to give it back.
WITH_NOBODY = {HandlingState.DISPATCHED, HandlingState.RETURN_PENDING, HandlingState.RETURN_DISPUTED}
# The deputy has said what he thinks of it, or has said nothing in time.
GRADED = {HandlingState.EVALUATED, HandlingState.JOINT_STUDY, HandlingState.STUDIED}


def is_complete(actor, suggestion):
    """A title, the facts, at least one concrete request (all seven regulations read)."""
    words = [word for _, word in missing(suggestion)]
    return f"还没有填写：{'、'.join(words)}" if words else ""


def missing(suggestion):
    """What a text still lacks before it can be handed in: (field, word) of each."""
    wanted = [
        ("title", "标题", suggestion.title),
        ("facts", "案由", suggestion.facts),
        ("requests", "建议事项", [text for text in suggestion.requests if text]),
        ("topic", "类别", suggestion.topic),
    ]
    return [(field, word) for field, word, value in wanted if not value]


def co_signers_have_answered(actor, suggestion):
    """Nobody's name goes out unconfirmed: the invited confirm or are dropped."""
    waiting = [row for row in suggestion.signings.all() if row.state == SigningState.INVITED]
    return f"还有{len(waiting)}位受邀代表没有确认联名，请等待确认或者取消邀请" if waiting else ""


def is_remark(actor, suggestion):
    return "" if suggestion.kind == Kind.REVIEW_REMARK else "只有审议发言建议需要这一步"


def is_not_held(actor, suggestion):
    return "" if suggestion.held_on is None else "这件建议已留待领导研究，研究后可直接分办"


def may_close(actor, suggestion):
    """Closed only when nothing the deputy said is left open. Promises go on being tracked afterwards."""
    handlings = [row for row in suggestion.handlings.all() if row.role in ANSWERING and not row.is_ended]
    if any(not row.evaluation_released for row in handlings):
        return "评价还没有反馈承办单位，请先反馈评价"
    graded = [row for row in handlings if row.state != HandlingState.STUDIED and not row.no_response]
    if any(row.reply.evaluation.result == Grade.DISSATISFIED for row in graded):
        return "代表对办理结果不满意，不能办结，应当交承办单位重新办理"
    return ""


def sorting_target(handling_class):
    """A remark to be handled goes to its speaker for confirmation, any other ends with its reason."""
    return State.SORTED if handling_class == HandlingClass.TO_BE_HANDLED else State.NOT_A_SUGGESTION


def procedure_from(handling_states, rounds=()):
    """The suggestion's state from the states of its answering units: replied only when all parts are.

    `rounds` are the rounds of the same units: from the second on, what is still open is being redone.
    """
    states = set(handling_states)
    if states <= GRADED:
        return State.JOINT_STUDY if HandlingState.JOINT_STUDY in states else State.EVALUATED
    if states <= GRADED | {HandlingState.REPLIED}:
        return State.REPLIED
    if any(turn > 1 for turn, one in zip(rounds, handling_states, strict=False) if one not in GRADED):
        return State.REDO
    return State.DISPATCHED if states <= WITH_NOBODY else State.HANDLING


def closing_from(handling_states):
    """How a suggestion closes: where a study ended the dispute, without the deputy's agreement."""
    studied = HandlingState.STUDIED in handling_states
    return ClosingOutcome.NOT_AGREED if studied else ClosingOutcome.AGREED


def evaluation_from(states, released, silent=()):
    """Axis 3 from the answering units' states, whether each evaluation was released, or never came."""
    if states and set(states) <= GRADED:
        if silent and all(silent):
            return EvaluationState.NO_RESPONSE
        return EvaluationState.RELEASED if all(released) else EvaluationState.RETURNED
    awaited = ({HandlingState.REPLIED} | GRADED) & set(states)
    return EvaluationState.AWAITED if awaited else EvaluationState.NONE


def category_from(categories):
    """Axis 2 of the whole: the least of its parts (C before B before A); "" until all have one."""
    return max(categories, default="") if all(categories) else ""


def commitment_from(states):
    """Axis 4 of the whole: tracking while one promise is not settled, unmet if one failed, else met.

    What the committee ended counts for nothing: the matter itself was over.
    """
    if set(states) - SETTLED_PROMISES:
        return CommitmentState.TRACKING
    if PromiseState.FAILED in states:
        return CommitmentState.UNMET
    return CommitmentState.MET if PromiseState.MET in states else CommitmentState.NONE


def is_overdue(suggestion, today):
    """Past its date without a reply. The same judgement as the scope `overdue` of suggestions."""
    running = suggestion.replied_on is None and suggestion.state not in FINAL_STATES
    return bool(running and suggestion.due_on and suggestion.due_on < today)


def is_part_overdue(handling, today):
    """A unit past its date without reply or opinion; the same as the scope `overdue` of handlings.

    Nothing is late any more once the unit's part or the whole case has ended.
    """
    ended = handling.state in ENDED_HANDLINGS or handling.suggestion.state in FINAL_STATES
    return handling.replied_on is None and not ended and handling.due_on < today


def is_step_overdue(handling, today):
    """The unit past the date of its present step (signing for, first contact, rewriting an opinion).

    The same as the scope `behind` of handlings. What the deputy or an office is late with is not the unit's.
    """
    ended = handling.state in ENDED_HANDLINGS or handling.suggestion.state in FINAL_STATES
    others = handling.state in STEPS_OF_OTHERS
    return bool(handling.step_due_on and handling.step_due_on < today and not ended and not others)


# Of a reply:


def is_open(actor, handling):
    """Nothing more is handled once the case has ended."""
    return "这件建议已经办结，不再办理" if handling.suggestion.state in FINAL_STATES else ""


def has_contact(actor, handling):
    """No letter without having heard the deputy (Deputies Law art. 51): a contact record must exist.

    One the deputy disputes is no record of having heard him, and the kept days leave it out.
    One he has not answered yet counts, else his silence could hold the letter up.
    """
    if _contact_on(handling) is not None:
        return ""
    if handling.redo_on:
        return f"{handling.redo_on}重新办理以来还没有再次联系代表的记录，不能签发；请先联系代表并登记"
    return "还没有联系代表的记录（代表有异议的不算），不能签发；请先联系代表并登记，确实无法联系的须书面说明"


def has_no_contact(actor, handling):
    return "" if _contact_on(handling) is None else "已有联系记录，请直接签发"


def _contact_on(handling):
    """The contact that counts: a redo asks for a new one."""
    return handling.redo_contact_on if handling.redo_on else handling.first_contact_on


def reply_is_complete(actor, handling):
    """Every numbered request has its answer, the category is chosen, a contact person is named."""
    reply = handling.reply
    if reply is None:
        return "还没有起草答复"
    unanswered = [
        str(position)
        for position, _ in enumerate(handling.suggestion.requests, 1)
        if position > len(reply.answers) or not reply.answers[position - 1]
    ]
    if unanswered:
        return f"第{'、'.join(unanswered)}项建议还没有答复，请逐条答复"
    missing = [
        name
        for name, value in (
            ("办理类别", reply.category),
            ("联系人", reply.contact_name),
            ("公开建议", reply.disclosure),
        )
        if not value
    ]
    if missing:
        return f"答复还没有填写：{'、'.join(missing)}"
    return proposal_is_founded(reply)


def proposal_is_founded(reply):
    """What is not to be published has its ground, what is published in short its summary."""
    if reply.disclosure == DisclosureState.WITHHELD and not reply.disclosure_code:
        return "建议不公开的，请选择不公开的理由"
    if reply.disclosure == DisclosureState.SUMMARY and not reply.public_summary:
        return "建议摘要公开的，请写出公开摘要"
    return ""


def needs_pre_review(actor, handling):
    """Rule pre_review_by_gov_office, as it stood when the case was assigned."""
    if not is_under_government(handling.unit):
        return "不属于政府系统的单位，答复不经政府办公室预审"
    wanted = handling.suggestion.rules.get("pre_review_by_gov_office", {}).get("value", True)
    return "" if wanted else "本地规则不要求政府办公室预审"


def needs_no_pre_review(actor, handling):
    return "" if needs_pre_review(actor, handling) else "本地规则要求政府办公室预审"


def not_released(actor, handling):
    return "评价已经反馈承办单位" if handling.evaluation_released else ""


def not_extended(actor, handling):
    """One extension, to six months at most (Deputies Law art. 51)."""
    return "已经延期一次，办理期限最长六个月" if handling.extended else ""


def not_hard(actor, handling):
    return "这件建议按疑难件交办，期限已是六个月，不能再延期" if handling.suggestion.is_hard else ""


def before_due(handling, on):
    """An extension is asked before the date, not after it."""
    return f"答复期限是{handling.due_on}，已经超过，不能再申请延期" if on > handling.due_on else ""


def extension_fault(until, due_on, longest):
    """Why more time cannot be asked until this day, or "". `longest`: six months from the assignment."""
    if until <= due_on:
        return f"申请延至的日期应当晚于现在的期限（{due_on}）"
    return f"最长只能延到{longest}（自交办之日起六个月）" if until > longest else ""


def too_late_promise(promises, on):
    """A promise looks forward."""
    early = [text for text, due in promises if due <= on]
    return f"承诺“{early[0]}”的兑现期限应当晚于{on}" if early else ""


# In one sentence, for whoever raised it:

WHERE = {
    State.NOTED: "发言已记录，等工作人员梳理",
    State.SORTED: "已经梳理成文，等您确认",
    State.DRAFT: "草稿，还没有提交",
    State.SUBMITTED: "已提交，等代表工作委员会审核",
    State.RETURNED_FOR_EDIT: "请修改后再提交",
    State.NOT_A_SUGGESTION: "没有作为建议处理，理由见内",
    State.ACCEPTED: "已登记，等待交办",
    State.ASSIGNED: "已交办，等政府办公室确定承办单位",
    State.DISPATCHED: "已交{unit}，等待签收",
    State.HANDLING: "{unit}正在办理，应在{due}前答复",
    State.REPLIED: "{unit}已答复{category}，等您评价",
    State.EVALUATED: "已经评价，等待向承办单位反馈和办结",
    State.REDO: "对办理结果不满意，{unit}正在重新办理",
    State.JOINT_STUDY: "重新办理后仍不满意，已提请联席会商",
    State.ESCALATED: "已转送上级，去向见内",
    State.CLOSED: "已办结{category}",
    State.WITHDRAWN: "已撤回",
}


def where_it_is(suggestion):
    """Where a suggestion stands, said to its proposer."""
    category = f"（{suggestion.result_category}类）" if suggestion.result_category else ""
    words = WHERE[suggestion.state].format(
        unit=suggestion.handled_by or "承办单位", due=suggestion.due_on, category=category
    )
    tracking = suggestion.commitment_state == CommitmentState.TRACKING
    return f"{words}，承诺事项还在跟踪" if tracking and suggestion.state == State.CLOSED else words


def is_answering(actor, handling):
    """Sole, lead and separate units answer the deputy."""
    return "" if handling.role in ANSWERING else "协办单位不直接答复代表，请向主办单位送会办意见"


def is_assisting(actor, handling):
    """Assisting units give their opinion to the lead."""
    return "" if handling.role == HandlingRole.ASSIST else "只有协办单位送会办意见"
