"""What is in order: amounts, notice, complaints, changes, interests (domain.md 2.5; Deputies Law art. 59)."""

from minqiao.duties.microprojects.choices import SCORING

HUNDRED = 100


def may_be_funded(suggestion, fund, inter_session_allowed):
    """Why no money may be asked for a suggestion: not assigned, ended, elsewhere, between sessions."""
    if suggestion.assigned_on is None or suggestion.state == "withdrawn":
        return "建议还没有交办或者已经撤回，不能申报专项资金"
    if suggestion.congress_id != fund.congress_id and fund.level == "city":
        return f"{fund.name}只安排本级代表的建议"
    if suggestion.session_id is None and not inter_session_allowed:
        return "本地规则不安排闭会期间的建议"
    return "" if fund.state == "open" else f"{fund.name}已经结账，不能再申报"


def amounts_add_up(cost, county_share, other_share, other_source):
    """Why the amounts (fen) cannot stand, or ""; the rest of the cost is asked of the fund."""
    if cost - county_share - other_share <= 0:
        return "费用估算合计应大于县级配套与其他资金之和，差额就是申请的专项资金"
    return "其他资金请写明来源" if other_share and not other_source.strip() else ""


def over_cap(project, cap, yuan):
    """Why the fund's share is too high for one project, with what must be found elsewhere; cap in fen."""
    if project.requested <= cap:
        return ""
    more = yuan(project.requested - cap)
    return f"申请{yuan(project.requested)}，超过单个项目上限{yuan(cap)}，须另行落实县级配套等资金{more}以上"


def has_land_and_upkeep(actor, project):
    """Need, land, beneficiaries and upkeep are what the site check vouches for."""
    missing = [
        words for words, text in (("用地情况", project.land), ("管护责任人", project.upkeep)) if not text
    ]
    return f"没有写明{'、'.join(missing)}，请先退回补正" if missing else ""


def has_photos_before(actor, project):
    """The state before the work is shown, else nobody can compare afterwards."""
    return "" if project.photos_before else "没有建设前的现场照片，请先退回补正"


def notice_is_over(project, on):
    """A public notice runs its days before work begins."""
    until = project.notice_until
    return f"公示至{until}，期满才能开工" if until is None or on <= until else ""


def has_no_open_complaint(actor, project):
    """Every complaint is looked into before work begins or money moves."""
    waiting = project.complaints_open
    return f"还有{waiting}件投诉没有核实处理" if waiting else ""


def has_open_complaint(actor, project):
    return "" if project.complaints_open else "没有等待核实的投诉"


def was_visited(actor, project):
    """Acceptance follows the deputies' own look at the site."""
    return "" if project.visits_made else "提出建议的代表还没有到现场察看，不能验收"


def has_survey(actor, project):
    """The review counts what the residents say."""
    return "" if project.surveyed else "还没有登记群众满意度，不能评价"


def change_is_small(actor, project):
    """Within the threshold, at the same place: the working group decides."""
    return "" if not project.change_is_large else "调整超过规定幅度或者变更地点，须报主任会议决定"


def change_is_large(actor, project):
    """Over the threshold or at another place: the chairs' council decides."""
    return "" if project.change_is_large else "调整在规定幅度以内，由项目管理工作组决定"


def is_large(old, new, moves_place, percent):
    """Whether a change of the fund's share (fen) is more than `percent`, or the site moves. Exact."""
    return moves_place or abs(new - old) * HUNDRED > old * percent


def within_year(planned_finish, started_on, year):
    """Why a planned finish cannot stand: before the start, or after the fund's year (None: no such rule)."""
    if planned_finish < started_on:
        return "计划完工日早于开工日"
    late = year is not None and planned_finish.year > year
    return f"须在{year}年12月31日前建成见效" if late else ""


def score_of(points):
    """The total of a scoring sheet {key: points}; ValueError names what is out of range."""
    for key, label, most in SCORING:
        if not 0 <= points.get(key, -1) <= most:
            raise ValueError(f"“{label}”应为0至{most}分")
    return sum(points[key] for key, _, _ in SCORING)


def interest_of(contractor, person, signers):
    """Why the contractor may not build: a proposing deputy, or his firm. `signers`: (name, post) pairs."""
    for name, post in signers:
        if name and name in (person, contractor):
            return f"{name}是提出建议的代表，不能承包由它申请资金的工程"
        if contractor and len(contractor) > 3 and contractor in post:
            return f"“{contractor}”是提出建议的代表{name}任职的单位，不能承包这项工程"
    return ""
