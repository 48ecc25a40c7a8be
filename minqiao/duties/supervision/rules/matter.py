"""What is in order: of a key item, its problems, a chaser."""

from minqiao.duties.supervision.choices import ChaseLevel, ProblemState


def has_several(actor, item):
    """An item always supervises something."""
    return "" if len(item.members.all()) > 1 else "只有一件建议，不能移出；不再督办的请终止督办"


def has_plan_ahead(actor, item):
    """What is announced was planned and has not been held."""
    ahead = any(one.held_on is None for one in item.visits.all())
    return "" if ahead else "方案中的督办活动都已举行，可以直接登记新的活动，或者调整督办安排"


def has_open_problems(actor, item):
    open_ones = [one for one in item.problems.all() if one.state != ProblemState.MENDED]
    return "" if open_ones else "没有尚未整改的问题"


def has_unanswered_problems(actor, item):
    open_ones = [one for one in item.problems.all() if one.state == ProblemState.OPEN]
    return "" if open_ones else "没有等待报送整改情况的问题"


def has_answered_problems(actor, item):
    answered = [one for one in item.problems.all() if one.state == ProblemState.ANSWERED]
    return "" if answered else "没有单位已报、等待核查的整改"


def all_problems_mended(actor, item):
    """A problem that stands is carried over, not signed off."""
    left = [one for one in item.problems.all() if one.state != ProblemState.MENDED]
    return f"还有{len(left)}个问题没有核销整改，不能办结，可以结转继续督办" if left else ""


def was_visited(actor, item):
    """A report follows supervision: at least one activity was held."""
    held = any(one.held_on for one in item.visits.all())
    return "" if held else "还没有登记督办活动，不能报告"


def may_be_grouped(suggestion, standing):
    """Why a suggestion may not come under a key item: not assigned, ended, or under another already."""
    if suggestion.assigned_on is None:
        return f"{suggestion.number or suggestion.title}还没有交办，不能列入重点督办"
    if suggestion.pk in standing:
        return f"{suggestion.number}已在重点督办“{standing[suggestion.pk]}”中"
    return ""


def is_to_one_unit(actor, chase):
    return "通报不需要回复，请尽快答复代表" if chase.level == ChaseLevel.CIRCULAR else ""


def dates_in_order(visits, report_due_on, on):
    """Why a plan's dates cannot stand: something lies behind today, or after the report is due."""
    if report_due_on <= on:
        return f"报告期限应当晚于今天（{on}）"
    for way, planned_on in visits:
        if planned_on < on:
            return f"“{way}”的计划日期{planned_on}已经过去"
        if planned_on > report_due_on:
            return f"“{way}”的计划日期{planned_on}晚于报告期限{report_due_on}"
    return ""
