"""What is in order of an opinion."""

from minqiao.duties.stations.choices import Rating


def may_still_convert(actor, opinion):
    """An opinion becomes part of one suggestion only."""
    return "已转为代表建议" if opinion.suggestion_id else ""


def was_rated_badly(actor, opinion):
    """Sent back once, never twice: after that the county's office sees it in its figures."""
    if opinion.rating != Rating.DISSATISFIED:
        return "群众没有评价为不满意，不需要再办"
    return "已经退回再办过一次，请作好解释后办结" if opinion.was_sent_again else ""


def may_end(actor, opinion):
    """Closed only when told; and a bad rating goes back once before."""
    if opinion.told_on is None and not opinion.rating:
        return "还没有把结果告知群众，不能办结"
    return "群众不满意，请先退回再办一次" if not was_rated_badly(actor, opinion) else ""


def needs_word_of_mouth(actor, opinion):
    return "已经告知群众" if opinion.told_on else ""


def may_be_published(actor, opinion):
    """Only what was answered, and once at a time."""
    if opinion.published_on:
        return "已经公开，要改的请先撤下"
    return "" if opinion.answer else "还没有答复"


def is_published(actor, opinion):
    return "" if opinion.published_on else "没有公开"
