"""Of a special inquiry and its vote: who keeps it, who owes what, how the counts are judged (pure)."""

from minqiao.duties.supervision.choices import PollVerdict
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.ballots.rules import Poll, verdicts


def may_plan_inquiry(actor):
    """The standing committee's own office keeps its meetings (Supervision Law, ch. on inquiries)."""
    return "" if actor.role == Role.DEPUTY_AFFAIRS else "专题询问由代表工作委员会按主任会议的决定安排"


def by_keeper(actor, inquiry):
    """The deputy affairs committee of the congress."""
    mine = actor.works_in(inquiry.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有代表工作委员会可以进行此操作"


def by_graded_principal(actor, inquiry):
    """The principal of a unit that was found wanting signs what it mended."""
    mine = actor.role == Role.UNIT_PRINCIPAL and actor.scope_id in {
        one.unit_id for one in inquiry.units.all()
    }
    return "" if mine else "整改情况由测评为不满意的单位主要负责人报送"


def owing(inquiry):
    """The units found wanting that have not said yet what they mended."""
    units = inquiry.units.all()
    return [one for one in units if one.verdict == PollVerdict.DISSATISFIED and one.mended_on is None]


def owes_a_report(actor, inquiry):
    mine = any(one.unit_id == actor.scope_id for one in owing(inquiry))
    return "" if mine else "本单位测评不是不满意，或者已经报送整改情况"


def nobody_owes(actor, inquiry):
    left = len(owing(inquiry))
    return f"还有{left}个测评不满意的单位没有报送整改情况" if left else ""


def on_or_after_its_day(inquiry, on):
    """What was asked is recorded when it has been asked."""
    return f"会议日期是{inquiry.planned_on}，还没有到" if on < inquiry.planned_on else ""


def judged(members, present, counts):
    """{unit: (verdict, why)} by the rule of the poll; `counts` is {unit: (satisfied, basic, dissatisfied)}.

    Counts that cannot be true give the verdict "" with the reason.
    """
    grades = ("satisfied", "basic", "dissatisfied")
    items = {unit: dict(zip(grades, votes, strict=True)) for unit, votes in counts.items()}
    return {one.item: (one.grade, one.why) for one in verdicts(Poll(members, present, items))}
