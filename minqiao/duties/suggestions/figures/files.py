"""The handling report of a place, for the command."""

from minqiao.duties.suggestions.figures.report import handling_report
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import Actor
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import current_congress


def handling_report_of(place, year, on):
    """The report of a place's congress as its deputy affairs committee prints it; Refused without one."""
    congress = current_congress(place)
    if congress is None:
        raise Refused(f"没有登记{place}的人民代表大会")
    office = Actor(name="命令行", role=Role.DEPUTY_AFFAIRS, role_label="系统", realm_id=congress.pk)
    return handling_report(office, Scope(year=year, on=on), on, congress)
