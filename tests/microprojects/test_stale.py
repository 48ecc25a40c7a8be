"""Two people who have the same project open: counts and money go on from what the other has done."""

import pytest

from minqiao.duties.microprojects.actions import building, deciding
from minqiao.duties.microprojects.models import Project
from minqiao.kit.workflow import Refused
from tests.factories import at, day
from tests.microprojects import stages

pytestmark = pytest.mark.django_db


def twice(row):
    """The same project as two pages have loaded it."""
    return [Project.objects.select_related("fund", "item").get(pk=row.pk) for _ in range(2)]


def test_two_payments_from_two_open_pages_add_up(world):
    pages = twice(stages.started(world))
    for number, page in enumerate(pages):
        words = stages.PAID | {"reference": f"520500-2026-00012{number}"}
        building.pay(page, actor=world.finance, at=at("2026-05-22"), **words)
    project = Project.objects.get()
    assert (project.paid, project.payments.count()) == (8_000_000, 2)


def test_two_complaints_are_two_and_both_are_answered(world):
    words = {"received_on": day("2026-05-14"), "way": "电话"}
    for number, page in enumerate(twice(stages.announced(world))):
        deciding.complain(page, actor=world.affairs, at=at("2026-05-14"), words=f"第{number}件", **words)
    project = Project.objects.get()
    assert (project.complaints_made, project.complaints_open) == (2, 2)
    for page, one in zip(twice(project), project.complaints.all(), strict=True):
        deciding.answer_complaint(
            page, actor=world.affairs, at=at("2026-05-15"), complaint=one, answer="已核实"
        )
    assert Project.objects.get().complaints_open == 0


def test_two_looks_at_the_site_are_two(world):
    look = {"stage": "during", "people": "代表1", "findings": "按图施工。"}
    for page in twice(stages.started(world)):
        building.visit(page, actor=world.deputy, at=at("2026-05-25"), on=day("2026-05-25"), **look)
    project = Project.objects.get()
    assert (project.visits_made, project.visits.count()) == (2, 2)


def test_a_change_never_goes_below_what_was_paid_meanwhile(world):
    pages = twice(stages.started(world))
    building.pay(pages[0], actor=world.finance, at=at("2026-05-22"), **stages.PAID)
    words = stages.LARGE | {"new_amount": 3_000_000}
    with pytest.raises(Refused, match="已拨付4万元，调整后的金额不能更少"):
        building.request_change(pages[1], actor=world.builder, at=at("2026-05-26"), **words)
