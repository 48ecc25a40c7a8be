"""After an evaluation: once more, a joint study, or no answer at all. And the calls back."""

from minqiao.duties.suggestions.choices import Grade

ROUNDS = 2  # where an older case keeps no rule


def _most_rounds(handling):
    return handling.suggestion.rules.get("redo_max_rounds", {}).get("value", ROUNDS)


def is_released(actor, handling):
    return "" if handling.evaluation_released else "评价还没有反馈承办单位，请先反馈评价"


def is_dissatisfied(actor, handling):
    """Of the current round, in the deputy's own words."""
    evaluation = getattr(handling.reply, "evaluation", None)
    said = evaluation is not None and evaluation.result == Grade.DISSATISFIED
    return "" if said else "代表没有对办理结果表示不满意，不需要这一步"


def has_rounds_left(actor, handling):
    """Rule redo_max_rounds, as the case keeps it."""
    if handling.round < _most_rounds(handling):
        return ""
    return f"已经办理{handling.round}轮，代表仍不满意，应当提请联席会商"


def has_no_rounds_left(actor, handling):
    return "还可以重新办理，请先交承办单位重新办理" if handling.round < _most_rounds(handling) else ""


def is_first_round(actor, handling):
    """The law's six months are of the first round; a redo has its own month."""
    return "" if handling.redo_on is None else "重新办理期间不能申请延期"


def not_chased_twice(actor, handling):
    return "" if handling.second_chased_on is None else "已经催促两次，可以记为经催促未反馈"


def was_chased_twice(actor, handling):
    """Two chasers, each on record, before silence counts as silence."""
    return "" if handling.second_chased_on is not None else "催促两次以后仍没有反馈的，才能记为经催促未反馈"


def after_the_evaluation_date(handling, on):
    """Nobody is chased before his time is over, nor twice on one day."""
    if handling.step_due_on and on <= handling.step_due_on:
        return f"评价期限是{handling.step_due_on}，还没有到，不需要催促"
    last = handling.second_chased_on or handling.first_chased_on
    return f"{last}已经催促过，请改日再办" if last and on <= last else ""


def was_sampled(actor, handling):
    return "" if handling.callback_drawn_on else "这一件没有被抽中回访"
