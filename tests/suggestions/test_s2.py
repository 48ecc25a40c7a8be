"""S-2: a unit gives a matter back within five workdays, once; a leader's decision ends it (domain.md 6)."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from minqiao.duties.suggestions.actions import handling, returning
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.tables import all_tables
from minqiao.duties.suggestions.models import Handling, ReturnRequest
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.lists import suggestions
from minqiao.duties.suggestions.queries.returns import returns, returns_by_unit
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.duties.suggestions.workflow import HANDLING
from minqiao.foundation.accounts.models import User
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import forget_rules
from minqiao.instruments.papers.actions import next_serial
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import a_dispatched, at, day, handlings_of

pytestmark = pytest.mark.django_db
SETTLED = "退办争议已由政府领导裁定，应当按裁定办理，不能再次申请退办"
WORDS = {"reason": "该路段属农村土地整治项目，不在养护范围", "duty_basis": "三定规定第五条"}


@pytest.fixture
def case(world):
    """No. 017: assigned 2026-03-20, received by unit A (the traffic bureau) on 2026-03-23."""
    with transaction.atomic():
        for _ in range(16):
            next_serial(f"suggestions/{world.congress.pk}/{world.session.number}")
    found, rows = a_dispatched(world, "2026-03-20")
    handling.sign_for(rows["A14"], actor=world.officer["A14"], at=at("2026-03-23"))
    return found, rows["A14"]


def ask(world, row, when="2026-03-30", code="A14", to="A11"):
    words = WORDS | {"approved_by": "李局长（局长）", "proposed_unit": world.units[to]}
    return returning.request_return(row, actor=world.officer[code], at=at(when), **words)


def given_to_b(world, case):
    """Asked on the fifth workday, reassigned to B (natural resources) on 2026-04-07."""
    found, row = case
    ask(world, row)
    new = returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A11"])
    found.refresh_from_db()
    return found, row, handlings_of(found)["A11"] if new else None


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def test_the_fifth_workday_is_in_time(world, case):
    found, row = case
    assert (row.return_due_on, row.return_due_facts["why"]) == (
        day("2026-03-30"), "5个工作日至3月30日，跳过周末",
    )  # fmt: skip
    ask(world, row)
    found.refresh_from_db()
    assert (row.state, row.returns_asked, found.state) == ("return_pending", 1, "dispatched")
    assert (row.step_due_on, row.step_due_facts["rule"]) == (day("2026-04-14"), "reassign")
    asked = row.returns.get()
    assert (asked.reason, asked.proposed_unit, asked.approved_by, asked.asked_on) == (
        WORDS["reason"], world.units["A11"], "李局长（局长）", day("2026-03-30"),
    )  # fmt: skip
    told = set(Message.objects.filter(words__startswith="承办单位申请退办").values_list("user_id", flat=True))
    assert told == {world.affairs.user_id, world.gov.user_id}


def test_the_sixth_is_too_late_and_the_rule_is_quoted(world, case):
    _, row = case
    assert refused(ask, world, row, "2026-03-31") == (
        "退办申请期限是2026-03-30（5个工作日至3月30日，跳过周末），已经超过，不能申请退办，应当继续办理"
        "；依据：各地3至10个工作日不等，参照5个工作日"
    )
    assert ReturnRequest.objects.count() == 0


def test_the_next_unit_has_its_own_clock_and_the_origin_stays(world, case):
    found, old, new = given_to_b(world, case)
    assert (new.due_on, new.assigned_on, new.origin_assigned_on) == (
        day("2026-07-07"), day("2026-04-07"), day("2026-03-20"),
    )  # fmt: skip
    assert (old.state, new.state, found.state, found.due_on) == (
        "returned", "dispatched", "dispatched", day("2026-07-07"),
    )  # fmt: skip
    assert (found.assigned_on, found.handled_by) == (day("2026-03-20"), "市自然资源局")
    parts = {part.row.unit.code: part for part in case_file(world.affairs, found.pk, day("2026-04-10")).parts}
    assert (parts["A11"].age, parts["A14"].light, parts["A11"].light.key) == (21, None, "green")


def test_the_page_shows_origin_and_age(world, case, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-04-10")
    found, _, _ = given_to_b(world, case)
    client.force_login(User.objects.get(pk=world.officer["A11"].user_id))
    page = client.get(reverse("suggestions:detail", args=[found.pk])).content.decode()
    assert page.count("首次交办 2026-03-20，重新交办 2026-04-07，总时长 21 天。") == 1


def test_unit_a_drops_out_and_the_return_is_reported(world, case):
    _, old, _ = given_to_b(world, case)
    on = day("2026-04-10")
    seen = {code: suggestions(world.officer[code], {}, on).count() for code in ("A14", "A11")}
    assert seen == {"A14": 0, "A11": 1}
    figures = [handling_progress(world.officer[code], on)["assigned"] for code in ("A14", "A11")]
    assert figures == [0, 1]
    assert Handling.objects.overdue(day("2026-12-31")).get().unit == world.units["A11"]
    rows = [(row.handling.pk, row.state, row.successor.unit.code) for row in returns(world.affairs)]
    assert rows == [(old.pk, "agreed", "A11")]
    assert [row.pk for row in returns(world.officer["A14"])] == [old.returns.get().pk]
    assert list(returns(world.officer["A11"])) == []
    assert list(returns_by_unit(world.gov)) == [
        {"handling__unit__short_name": "市交通运输局", "asked": 1, "agreed": 1, "refused": 0, "pending": 0}
    ]


def test_the_table_by_unit_counts_it_with_b_and_the_return_with_a(world, case):
    given_to_b(world, case)
    scope = Scope(year=2026, on=day("2026-04-10"))
    table = all_tables(cases(world.affairs, scope), scope, scope.on)[0]
    heads = [words for _, words in table.columns]
    lines = {
        line.words: dict(zip(heads, [cell.number for cell in line.cells], strict=True))
        for line in table.lines
    }
    wanted = {unit: {head: line[head] for head in ("主办", "退办")} for unit, line in lines.items()}
    assert wanted == {"市交通运输局": {"主办": 0, "退办": 1}, "市自然资源局": {"主办": 1, "退办": 0}}


@pytest.mark.parametrize("who", ["affairs", "gov", "gov_leader", "chairs"])
def test_the_report_opens(world, case, client, who):
    given_to_b(world, case)
    client.force_login(User.objects.get(pk=getattr(world, who).user_id))
    page = client.get(reverse("suggestions:returns")).content.decode()
    assert page.count(WORDS["reason"]) == 1


def b_objects(world, row, when="2026-04-15"):
    handling.sign_for(row, actor=world.officer["A11"], at=at("2026-04-08"))
    why = refused(ask, world, row, when, "A11", "A14")
    assert why == "这件建议已经申请过一次退办；再有异议的，由主要负责人签字提出，报政府领导裁定"
    why = refused(returning.object_return, row, actor=world.officer["A11"], at=at(when), **WORDS)
    assert why == "再次提出异议须由承办单位主要负责人签字"
    return returning.object_return(row, actor=world.principal["A11"], at=at(when), **WORDS)


def test_b_objects_once_more_by_its_principal_and_the_leader_decides(world, case):
    found, _, row = given_to_b(world, case)
    b_objects(world, row)
    assert row.state == "return_disputed"
    why = refused(returning.order_to_handle, row, actor=world.affairs, at=at("2026-04-17"), note="办")
    assert why == "再次异议由政府领导裁定"
    returning.order_to_handle(row, actor=world.gov_leader, at=at("2026-04-17"), note="由自然资源局办理")
    found.refresh_from_db()
    assert (row.state, row.due_on, found.state) == ("signed", day("2026-07-07"), "handling")
    asked = row.returns.get()
    assert (asked.is_second, asked.state, asked.decided_by, asked.decision_note) == (
        True, "refused", "gov_leader", "由自然资源局办理",
    )  # fmt: skip
    assert refused(ask, world, row, "2026-04-20", "A11", "A14") == SETTLED
    why = refused(returning.object_return, row, actor=world.principal["A11"], at=at("2026-04-20"), **WORDS)
    assert why == SETTLED


def test_after_the_leader_gave_it_to_a_third_unit_there_is_no_third_request(world, case):
    _, _, row = given_to_b(world, case)
    b_objects(world, row)
    third = returning.order_other_unit(
        row, actor=world.gov_leader, at=at("2026-04-17"), to_unit=world.units["A14"], note="由交通局办理"
    )
    assert (third.unit.code, third.returns_asked, third.due_on) == ("A14", 2, day("2026-07-17"))
    assert refused(ask, world, third, "2026-04-20") == SETTLED
    with pytest.raises(IntegrityError), transaction.atomic():
        Handling.objects.filter(pk=third.pk).update(returns_asked=3)


def test_a_refused_unit_goes_on_and_may_object_once(world, case):
    _, row = case
    ask(world, row)
    returning.refuse_return(row, actor=world.gov, at=at("2026-04-01"), note="属养护范围")
    assert (row.state, row.return_due_on) == ("signed", day("2026-04-09"))
    why = refused(returning.object_return, row, actor=world.principal["A14"], at=at("2026-04-10"), **WORDS)
    assert why.startswith("退办申请期限是2026-04-09（5个工作日至4月9日，跳过")
    returning.object_return(row, actor=world.principal["A14"], at=at("2026-04-09"), **WORDS)
    assert row.state == "return_disputed"


def test_nobody_forwards_to_himself_or_by_himself(world, case):
    _, row = case
    assert refused(ask, world, row, to="A14") == "建议承办单位不能是本单位"
    ask(world, row)
    giving = {"at": at("2026-04-07"), "to_unit": world.units["A11"]}
    why = refused(returning.agree_return, row, actor=world.principal["A14"], **giving)
    assert why == "退办由代表工作委员会或者政府办公室（督查室）决定，承办单位不得自行转办"
    giving["to_unit"] = world.units["A14"]
    why = refused(returning.agree_return, row, actor=world.affairs, **giving)
    assert why == "毕节市交通运输局已经在办理这件建议，请改选其他单位"
    opened = [step.action for step in HANDLING.open_to(world.officer["A14"], row, day("2026-04-07"))]
    assert opened == []


def test_the_request_is_a_paper_with_all_its_parts(world, case):
    found, row = case
    ask(world, row)
    paper = next(one for one in papers_of(found) if one.kind == "return_request")
    form = from_facts(Paper.objects.get(pk=paper.pk).facts)
    words = [cell.text for line in form.blocks[0].rows for cell in line]
    assert (form.title, form.strip[0]) == ("代表建议退办申请", "建议编号：3-5-017")
    for part in (
        WORDS["reason"],
        WORDS["duty_basis"],
        "毕节市自然资源和规划局",
        "李局长（局长）",
        "2026年3月23日",
    ):
        assert words.count(part) == 1


def a_rule(key, value, kind="text"):
    LocalRule.objects.create(
        key=key, place="520500000000", value=value, basis="本地规定", source="测试", level="city",
        valid_from=day("2026-01-01"), changed_at=at("2026-01-01"),
    )  # fmt: skip
    forget_rules()


def test_the_window_may_count_from_the_assignment_and_the_clock_may_go_on(world):
    a_rule("return_clock_base", "assignment")
    a_rule("clock_on_reassign", "continue")
    _, rows = a_dispatched(world, "2026-03-20")
    row = rows["A14"]
    assert row.return_due_on == day("2026-03-27")
    ask(world, row, "2026-03-27")
    new = returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A11"])
    assert (new.assigned_on, new.due_on) == (day("2026-03-20"), day("2026-06-22"))
