"""Projects for a demo, many at once: rows and one line of the trail each; their money moves in the ledger."""

from dataclasses import dataclass

from minqiao.duties.microprojects.actions import money
from minqiao.duties.microprojects.actions.checking import next_number
from minqiao.duties.microprojects.models import Payment, Project, Visit
from minqiao.foundation.accounts.rules import PLATFORM
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused


@dataclass(frozen=True)
class Seed:
    """A project as it stands: its columns; of what is paid voucher, day, stage and proof; its visits."""

    columns: dict
    paid: dict | None = None  # the columns of Payment but the amount
    visits: tuple[dict, ...] = ()


@act
def seed_projects(seeds, *, actor, at):
    """Projects of any state; what was granted draws on the ledger, which may refuse. For the platform alone.

    Whatever came as far as the pool gets its number. Answers the projects.
    """
    if actor.role != PLATFORM:
        raise Refused("成批建立项目只用于演示数据")
    projects = [Project(**seed.columns, created_at=at) for seed in seeds]
    for project in projects:
        if project.score is not None:
            project.number = next_number(project)
    Project.objects.bulk_create(projects, batch_size=200)
    for project, seed in zip(projects, seeds, strict=True):
        place = {"subject": project, "at": at, "note": f"{project.title}（演示）"}
        record(actor=actor, action="seed_project", label="建立演示项目", to_state=project.state, **place)
        if project.approved:
            _move_money(project, seed.paid, actor, at)
    Project.objects.bulk_update(projects, ["item"], batch_size=200)
    made = list(zip(projects, seeds, strict=True))
    paid = [Payment(project=row, amount=row.paid, **seed.paid) for row, seed in made if seed.paid]
    Payment.objects.bulk_create(paid)
    Visit.objects.bulk_create(Visit(project=row, **visit) for row, seed in made for visit in seed.visits)
    return projects


def _move_money(project, paid, actor, at):
    """The entries a project of this state has behind it."""
    words = {"reference": project.meeting, "on": project.approved_on}
    project.item = money.grant(project, amount=project.approved, actor=actor, at=at, **words)
    if paid:
        words = {"reference": paid["reference"], "on": paid["paid_on"]}
        money.pay(project, amount=project.paid, actor=actor, at=at, **words)
    if project.final is not None:
        money.settle(project, final=project.final, actor=actor, at=at, note="结算")
