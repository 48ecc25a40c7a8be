"""The share of what came between sessions: by unit and county, each number opening its rows."""

from decimal import Decimal

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import office
from minqiao.duties.suggestions.figures.between import shares_between
from minqiao.duties.suggestions.figures.cases import behind, cases
from minqiao.duties.suggestions.rules.scope import scope_from
from minqiao.foundation.accounts.models import User
from tests.factories import a_dispatched, a_registered, at, day

pytestmark = pytest.mark.django_db
ON = day("2026-06-30")


@pytest.fixture
def year(world, monkeypatch):
    """Three of the session (two with A14, one with A03), one of between sessions with A14."""
    monkeypatch.setenv("MINQIAO_TODAY", str(ON))
    for lead in ("A14", "A14", "A03"):
        a_dispatched(world, lead=lead)
    found = a_registered(world, "2026-05-12", submitted="2026-05-11", title="关于路灯的建议")
    office.assign(found, actor=world.affairs, at=at("2026-05-13"), assigned_on=day("2026-05-13"))
    units = [(world.units["A14"], "lead", ""), (world.units["A08"], "assist", "")]
    office.dispatch(found, actor=world.gov, at=at("2026-05-13"), units=units)
    return found


def told(table):
    rows = [*table.lines, table.total]
    return [(line.words, *(cell.number for cell in line.cells), line.percent) for line in rows]


def test_by_unit_and_by_county(world, year):
    scope = scope_from({}, ON)
    units, counties = shares_between(cases(world.affairs, scope), scope, ON)
    assert told(units) == [
        ("市交通运输局", 3, 1, Decimal("33.33")),
        ("市教育局", 1, 0, Decimal("0.00")),
        ("市财政局", 1, 1, Decimal("100.00")),
        ("合计（件）", 4, 1, Decimal("25.00")),
    ]
    assert told(counties) == [
        ("未标明", 4, 1, Decimal("25.00")),
        ("合计（件）", 4, 1, Decimal("25.00")),
    ]


def test_the_rows_behind_are_these(world, year):
    scope = scope_from({}, ON)
    assert behind(world.affairs, scope, "inter_session") == [year.pk]
    assert behind(world.affairs, scope.of(unit=world.units["A03"].pk), "inter_session") == []


@pytest.mark.parametrize(
    ("who", "status"), [("affairs", 200), ("gov", 200), ("deputy", 409), ("chairs", 200)]
)
def test_who_may_see_the_page(world, year, client, who, status):
    client.force_login(User.objects.get(pk=getattr(world, who).user_id))
    answer = client.get(reverse("suggestions:between"))
    assert (answer.status_code, "33.33%" in answer.content.decode()) == (status, status == 200)
