"""Pages: who may open what, how many queries it takes, forms refused with everything typed still there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.microprojects.models import Project
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.models import User
from minqiao.instruments.papers.models import Paper
from tests.factories import day
from tests.microprojects import fitting, stages

pytestmark = pytest.mark.django_db
TODAY = "2026-06-01"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", TODAY)


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    apart = ("workdays_", "rulebook_")
    return len([one for one in caught if not any(name in one["sql"] for name in apart)])


def people(world):
    """Everybody, by the part played."""
    return {
        "group": world.affairs, "county": world.county_office, "chairs": world.chairs, "gov": world.gov,
        "unit": world.builder, "finance": world.finance, "other_unit": world.officer["A03"],
        "proposer": world.deputy, "other_deputy": world.deputies[1], "auditor": world.auditor,
    }  # fmt: skip


def seen_by(client, world, url):
    return {name for name, actor in people(world).items() if as_(client, actor).get(url).status_code == 200}


INSIDE = {"group", "county", "chairs", "gov", "unit", "finance", "proposer"}


def test_who_opens_a_project_before_and_after_the_pool(world, client):
    early, late = stages.applied(world, title="坪山村便民桥"), stages.pooled(world)
    found = [seen_by(client, world, reverse("microprojects:project", args=[one.pk])) for one in (early, late)]
    assert found == [INSIDE, INSIDE | {"other_deputy"}]


def test_who_opens_the_pool_and_the_figures(world, client):
    stages.pooled(world)
    assert seen_by(client, world, reverse("microprojects:pool")) == {"group", "county"}
    counting = {"group", "county", "chairs", "gov", "unit", "finance", "other_unit"}
    assert seen_by(client, world, reverse("microprojects:figures")) == counting


def test_a_proposer_who_asked_for_confidence_is_named_to_no_unit(world, client):
    found = stages.visited(world)
    Suggestion.objects.update(request_confidential=True)
    page = reverse("microprojects:project", args=[found.pk])
    name = world.mandates[0].deputy.name
    told = {
        who: name in as_(client, actor).get(page).content.decode() for who, actor in people(world).items()
    }
    assert {who for who, is_named in told.items() if is_named} == {"group", "county", "chairs", "proposer"}
    paper = found_paper(found, "fund_application")
    assert as_(client, world.builder).get(paper).status_code == 409
    assert as_(client, world.affairs).get(paper).status_code == 200


def found_paper(project, kind):
    paper = Paper.objects.get(kind=kind, case_id=project.pk)
    return reverse("microprojects:paper", args=[project.pk, paper.pk, "print"])


@pytest.mark.parametrize(("page", "most"), [("index", 5), ("figures", 9), ("pool", 8)])
def test_a_list_asks_no_more_for_more_rows(world, client, page, most):
    stages.pooled(world)
    one = queries(as_(client, world.affairs), reverse(f"microprojects:{page}"))
    for place in range(3):
        stages.pooled(
            world, county=place, title=f"第{place}处便民桥", village=f"小坝村{place}组", kind="bridge"
        )
    assert queries(as_(client, world.affairs), reverse(f"microprojects:{page}")) == one <= most


def test_a_project_asks_at_most_eight_queries_and_two_for_what_happened(world, client):
    early, late = stages.applied(world, title="坪山村便民桥"), stages.surveyed(world)
    client = as_(client, world.affairs)
    counts = [queries(client, reverse("microprojects:project", args=[one.pk])) for one in (early, late)]
    assert counts[0] <= 8
    assert counts[1] <= 10


def test_a_step_refused_keeps_what_was_typed(world, client):
    found = stages.started(world)
    page = reverse("microprojects:step", args=[found.pk, "pay"])
    body = fitting.PAY | {"amount": "86000.01"}
    answer = as_(client, world.finance).post(page, body)
    assert answer.status_code == 409
    assert "批准8.6万元，已拨付0元，只余8.6万元" in answer.content.decode()
    assert 'value="86000.01"' in answer.content.decode()
    assert as_(client, world.finance).post(page, fitting.PAY | {"amount": "十元"}).status_code == 422
    assert as_(client, world.finance).post(page, fitting.PAY).status_code == 302
    assert Project.objects.get(pk=found.pk).paid == 4_000_000


def test_the_check_shows_where_the_other_money_comes_from(world, client):
    stages.pooled(world)
    again = stages.county_checked(world, title="华丰村打谷场硬化项目")
    page = as_(client, world.finance).get(reverse("microprojects:step", args=[again.pk, "check_funding"]))
    assert "毕节市2026年代表建议办理专项资金" in page.content.decode()


def test_what_waits_for_whom(world, client):
    stages.applied(world)
    waits = {}
    for name, actor in people(world).items():
        page = as_(client, actor).get("/").content.decode()
        waits[name] = "新申报的项目，请现场核查" in page
    assert {name for name, found in waits.items() if found} == {"group", "county"}


def test_the_report_prints_the_same_cells_in_every_form(world, client):
    stages.settled(world)
    for form in ("docx", "xlsx"):
        answer = as_(client, world.affairs).get(reverse("microprojects:report", args=[form]))
        assert answer.content[:2] == b"PK"
    assert as_(client, world.affairs).get(reverse("microprojects:report", args=["exe"])).status_code == 404


def test_the_batch_page_approves_all_or_none(world, client):
    run = stages.decided(world)
    page = reverse("microprojects:batch", args=[run.pk])
    assert "等待" not in as_(client, world.affairs).get(page).content.decode()
    answer = as_(client, world.chairs).post(page, fitting.MEETING)
    assert answer.status_code == 302
    assert list(Project.objects.values_list("state", "approved_on")) == [("approved", day("2026-05-30"))]


def test_what_the_negative_list_bars_is_not_passed(world, client):
    found = stages.county_checked(world)
    page = reverse("microprojects:step", args=[found.pk, "check_funding"])
    assert "上级已安排资金" in as_(client, world.finance).get(page).content.decode()
    body = {"finance_opinion": "个人事项", "is_barred": "True"}
    answer = client.post(page, body)
    assert (answer.status_code, Project.objects.get().state) == (422, "county_checked")
    assert "属于不予安排的情形的，请办理“审查不通过”" in answer.content.decode()
    assert client.post(page, body | {"is_barred": "False"}).status_code == 302
