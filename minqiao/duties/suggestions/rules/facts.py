"""The questions asked of every counted suggestion, by name: what a figure counts, its list shows (pure)."""

from collections.abc import Callable
from dataclasses import dataclass

from minqiao.duties.suggestions.choices import Grade
from minqiao.duties.suggestions.rules.counting import FINAL, FIRST

LETTERS = "ABCD"
LIGHT_WORDS = {
    "black": "已超期",
    "red": "5个工作日内",
    "amber": "15天内",
    "blue": "30天内",
    "green": "30天以上",
}
ROUND_WORDS = {FIRST: "首次评价", FINAL: "最终评价"}
GRADES = tuple(Grade)


@dataclass(frozen=True)
class Fact:
    """A yes-or-no question in words, asked of a whole suggestion and of one unit's part in it."""

    words: str
    of_case: Callable
    of_part: Callable


def _assigned(one):
    return not one.is_withdrawn


def _kept(part):
    return not part.is_returned


def _lit(words, name):
    """A fact that is a property of both, of answering parts only."""
    return Fact(words, lambda case: getattr(case, name), lambda part: _kept(part) and getattr(part, name))


def _any(words, name):
    """True of a suggestion when it is true of one of its parts."""
    return Fact(words, lambda case: case.some(name), lambda part: getattr(part, name))


def _open_part(words, name):
    """True of a suggestion when it is so of a part that is still with its unit."""
    return Fact(
        words,
        lambda case: any(getattr(part, name) for part in case.standing),
        lambda part: _kept(part) and getattr(part, name),
    )


def _graded(words, which, axis, grade=None):
    def test(one):
        found = one.grade(which, axis)
        return bool(found) if grade is None else found == grade

    return Fact(words, test, lambda part: _kept(part) and test(part))


def _awaited(one):
    return one.is_replied and not one.grade(FINAL) and not one.is_silent


def _of_categories():
    for letter in LETTERS:
        yield (
            f"category_{letter}",
            Fact(
                f"{letter}类",
                lambda case, letter=letter: case.category == letter,
                lambda part, letter=letter: _kept(part) and part.category == letter,
            ),
        )


def _of_lights():
    """A suggestion shows the nearest light of its open parts."""
    order = list(LIGHT_WORDS)

    def nearest(case):
        return min((part.light for part in case.standing if part.light), key=order.index, default="")

    for key, words in LIGHT_WORDS.items():
        yield (
            f"light_{key}",
            Fact(
                words,
                lambda case, key=key: nearest(case) == key,
                lambda part, key=key: _kept(part) and part.light == key,
            ),
        )


def _of_grades():
    for which, round_words in ROUND_WORDS.items():
        for axis, axis_words in (("result", ""), ("attitude", "对办理态度")):
            name = which if axis == "result" else f"{which}_{axis}"
            yield f"{name}_back", _graded(f"{round_words}{axis_words}已收回", which, axis)
            for grade in GRADES:
                yield (
                    f"{name}_{grade}",
                    _graded(f"{round_words}{axis_words}{grade.label}", which, axis, grade),
                )


FACTS = {
    "assigned": Fact("已交办", _assigned, _kept),
    "withdrawn": Fact("交办后撤回", lambda case: case.is_withdrawn, lambda part: False),
    "replied": _lit("已答复", "is_replied"),
    "open": Fact(
        "未答复", lambda case: not case.is_replied, lambda part: _kept(part) and not part.is_replied
    ),
    "on_time": _lit("按期答复", "is_on_time"),
    "late_reply": Fact(
        "逾期答复",
        lambda case: case.is_replied and not case.is_on_time,
        lambda part: _kept(part) and part.is_late_reply,
    ),
    "overdue": Fact(
        "已超期未答复",
        lambda case: not case.is_replied and case.is_overdue,
        lambda part: _kept(part) and part.is_overdue,
    ),
    "contacted": Fact(
        "有联系记录",
        lambda case: case.every("is_contacted"),
        lambda part: part.is_answering and _kept(part) and part.is_contacted,
    ),
    "met": Fact(
        "有面商记录",
        lambda case: case.every("is_met"),
        lambda part: part.is_answering and _kept(part) and part.is_met,
    ),
    "without_contact": Fact(
        "书面说明后签发",
        lambda case: any(one.without_contact for part in case.parts for one in part.rounds),
        lambda part: any(one.without_contact for one in part.rounds),
    ),
    **dict(_of_categories()),
    **dict(_of_grades()),
    **dict(_of_lights()),
    "due_soon": _open_part("30天内到期", "is_due_soon"),
    "likely_late": _open_part("可能超期", "is_likely_late"),
    "awaited": Fact(
        "意见表尚未收回", _awaited, lambda part: part.is_answering and _kept(part) and _awaited(part)
    ),
    "silent": _lit("两次催收后未反馈", "is_silent"),
    "due_back": Fact(
        "应收回意见表",
        lambda case: bool(case.grade(FINAL)) or case.is_silent,
        lambda part: _kept(part) and (bool(part.grade(FINAL)) or part.is_silent),
    ),
    "solved": _lit("已经落实", "is_solved"),
    "promised": Fact("有承诺事项", lambda case: case.some("promises"), lambda part: bool(part.promises)),
    "promise_due": Fact(
        "有到期承诺",
        lambda case: any(_has_due(part, case.on) for part in case.parts),
        lambda part: _has_due(part, part.on),
    ),
    "extended": _any("延期", "is_extended"),
    "redone": _any("重新办理", "is_redone"),
    "returned": _any("退办", "is_returned"),
    "repeated": Fact("往年提过", lambda case: case.is_repeated, lambda part: False),
    "inter_session": Fact(
        "闭会期间提出", lambda case: case.is_inter, lambda part: _kept(part) and part.is_inter
    ),
    "held": Fact("承办（含协办）", lambda case: True, _kept),
    "lead": Fact("主办（独办、分办）", lambda case: True, lambda part: part.is_answering and _kept(part)),
    "assist": Fact(
        "协办",
        lambda case: any(not part.is_answering for part in case.standing),
        lambda part: not part.is_answering and _kept(part),
    ),
}


def _has_due(part, on):
    return any(promise.due_on <= on for promise in part.promises)


def is_so(fact, case, unit=0):
    """Whether a fact is so of a suggestion, or of the part one unit has in it. Unknown facts are never so."""
    asked = FACTS.get(fact)
    if asked is None or (case.is_withdrawn and fact != "withdrawn"):
        return False
    if not unit:
        return asked.of_case(case)
    return any(asked.of_part(part) for part in case.parts if part.unit_id == unit)
