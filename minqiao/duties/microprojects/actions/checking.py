"""From the application to the pool: the site check, the money's check, the scoring sheet."""

from minqiao.duties.microprojects.actions.clocks import NO_CLOCK, day_of, fund_value, running
from minqiao.duties.microprojects.documents import project_decision, site_check
from minqiao.duties.microprojects.queries.twins import twins_of
from minqiao.duties.microprojects.rules.matter import over_cap, score_of
from minqiao.duties.microprojects.rules.twins import named
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.trail.actions import act, take
from minqiao.instruments.funds.choices import FundLevel
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.actions import issue, next_serial
from minqiao.kit.workflow import Refused

YUAN = 100  # fen


@act
def ask_to_mend(project, *, actor, at, note):
    """退回补正: what is missing, in words; no clock runs until it comes back."""
    take(PROJECT, project, "ask_to_mend", actor=actor, at=at, note=note, office_note=note, **NO_CLOCK)
    return project


@act
def check_site(project, *, actor, at, site_on, site_people, site_findings):
    """现场核查: need, land, beneficiaries and upkeep are as the application says; the three tests hold."""
    words = {"site_on": site_on, "site_people": site_people, "site_findings": site_findings}
    words |= running("fund.finance_check_limit", project, day_of(at))
    take(PROJECT, project, "check_site", actor=actor, at=at, note=f"{site_on}到现场核查", **words)
    paper = site_check(project, on=day_of(at))
    place = {"subject": project, "case": project, "edition": project.times_mended + 1}
    issue(paper, kind="site_check", actor=actor, at=at, **place)
    return project


@act
def reject(project, *, actor, at, note):
    """不通过: the reason is told to who applied, and to the deputies who raised the suggestion."""
    take(PROJECT, project, "reject", actor=actor, at=at, note=note, office_note=note, **NO_CLOCK)
    tell_decision(project, actor, at, "审查不通过", note)
    return project


def tell_decision(project, actor, at, decision, note):
    """告知书: what was decided of a project that ends, and why."""
    paper = project_decision(project, decision=decision, note=note, on=day_of(at))
    issue(paper, kind="project_decision", subject=project, case=project, actor=actor, at=at)


@act
def check_funding(project, *, actor, at, finance_opinion, not_twin=""):
    """资金审核: nothing of the negative list, not paid twice, the fund's share within the cap.

    What looks like the same work elsewhere stops it, its source named, until the difference is written down.
    """
    PROJECT.step("check_funding", actor, project, day_of(at))
    cap = fund_value("fund.cap", project.fund, day_of(at)) * YUAN
    if why := over_cap(project, cap, yuan):
        raise Refused(why, "单个项目使用专项资金的上限", action="check_funding")
    found = twins_of(project)
    if found and not not_twin.strip():
        why = f"疑似重复安排：{named(found, yuan)}"
        raise Refused(why, "同一项目不得重复安排资金", action="check_funding")
    words = {"finance_opinion": finance_opinion, "not_twin": not_twin if found else ""}
    note = f"{finance_opinion}；与疑似重复项目的区别：{not_twin}" if words["not_twin"] else finance_opinion
    take(PROJECT, project, "check_funding", actor=actor, at=at, note=note[:500], **words, **NO_CLOCK)
    return project


@act
def score(project, *, actor, at, tier, points):
    """评分入库: the sheet's points, the tier, and a number of the pool; scored again, the number stays."""
    total = score_of(points)
    serial = {} if project.number else {"number": next_number(project)}
    changes = {"tier": tier, "points": points, "score": total} | serial
    take(PROJECT, project, "score", actor=actor, at=at, note=f"第{tier}档 {total}分", **changes)
    return project


def next_number(project):
    """The next number of the fund's pool; inside the caller's transaction."""
    fund = project.fund
    place = "" if fund.level == FundLevel.CITY else fund.area.name
    return f"{place}微实{fund.year}-{next_serial(f'project:{fund.pk}'):03}"
