"""The exceptions of a project's life: money back, changes, complaints, interests, reminders, papers."""

import pytest

from minqiao.duties.microprojects.actions import applying, batches, building, checking, closing, deciding
from minqiao.duties.microprojects.models import Change, Complaint, Project
from minqiao.duties.microprojects.tasks import remind_of_projects
from minqiao.foundation.trail.models import Event
from minqiao.instruments.funds.actions import years
from minqiao.instruments.funds.queries.ledger import position, quota_of
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at, day
from tests.microprojects import stages

pytestmark = pytest.mark.django_db


def money(world):
    found = position(world.fund)
    return found.available, found.committed, found.paid


def refusal(act, *args, **words):
    with pytest.raises(Refused) as refused:
        act(*args, **words)
    return refused.value


def test_the_whole_way_leaves_its_papers_and_its_lines_on_the_suggestion(world):
    found = stages.surveyed(world)
    words = {"review_score": 92, "review_words": "按期按量完成，群众认可。"}
    closing.review(found, actor=world.affairs, at=at("2026-06-01"), **words)
    kinds = (
        Paper.objects.filter(case_type="microprojects.project").order_by("pk").values_list("kind", flat=True)
    )
    assert list(kinds) == [
        "fund_application", "site_check", "money_notice", "project_notice", "acceptance_form", "settlement",
        "performance_review",
    ]  # fmt: skip
    told = Event.objects.filter(case_type="suggestions.suggestion", action__startswith="fund_")
    assert list(told.order_by("seq").values_list("action", flat=True)) == [
        "fund_applied", "fund_granted", "fund_settled",
    ]  # fmt: skip
    assert money(world) == (991_650_000, 8_350_000, 8_350_000)


def test_no_application_without_an_assigned_suggestion_of_ones_own(world):
    stages.ready(world)
    why = "只能为自己提出或者联名的建议申报"
    assert refusal(stages.applied, world, by=world.deputies[1]).why == why
    world.suggestion.assigned_on = None
    assert refusal(stages.applied, world).why == "建议还没有交办或者已经撤回，不能申报专项资金"


def test_what_is_no_picture_is_refused_and_kept_nowhere(world):
    found = stages.applied(world)
    words = {"stage": "before", "taken_on": day("2026-04-02")}
    scan = stages.SimpleUploadedFile("说明.pdf", b"%PDF-1.7\n%%EOF")
    refusal(applying.add_photo, found, actor=world.deputy, at=at("2026-04-03"), photo=scan, **words)
    found.refresh_from_db()
    assert (found.photos_before, found.photos.count()) == (1, 1)


def test_a_returned_application_is_mended_and_looked_at_anew(world):
    found = stages.returned(world)
    assert (found.due_on, found.office_note) == (None, "补照片")
    applying.mend(found, actor=world.deputy, at=at("2026-04-10"), works="硬化1200平方米")
    assert (found.state, found.office_note, found.due_on) == ("applied", "", day("2026-04-24"))
    editions = (
        Paper.objects.filter(kind="fund_application").order_by("edition").values_list("edition", flat=True)
    )
    assert list(editions) == [1, 2]


def test_a_complaint_bars_the_start_until_it_is_answered(world):
    found = stages.complained(world)
    assert refusal(building.start, found, actor=world.builder, at=at("2026-05-20"), **stages.START).why == (
        "还有1件投诉没有核实处理"
    )
    words = {"complaint": Complaint.objects.get(), "answer": "已丈量，一致"}
    deciding.answer_complaint(found, actor=world.affairs, at=at("2026-05-15"), **words)
    assert refusal(building.start, found, actor=world.builder, at=at("2026-05-19"), **stages.START).why == (
        "公示至2026-05-19，期满才能开工"
    )
    assert building.start(found, actor=world.builder, at=at("2026-05-20"), **stages.START).state == "building"


@pytest.mark.parametrize(("act", "state"), [(deciding.back_to_pool, "pooled"), (deciding.strike, "rejected")])
def test_a_complaint_upheld_gives_the_money_back(world, act, state):
    found = stages.complained(world)
    assert money(world)[1] == 8_600_000
    act(found, actor=world.affairs, at=at("2026-05-16"), note="投诉属实")
    assert (found.state, found.approved, found.complaints_open) == (state, 0, 0)
    assert money(world) == (1_000_000_000, 0, 0)
    if state == "pooled":
        deciding.approve(found, actor=world.chairs, at=at("2026-05-20"), **stages.MEETING)
        assert money(world)[1] == 8_600_000


def test_cancelled_before_the_start_gives_the_money_back(world):
    found = stages.announced(world)
    words = stages.MEETING | {"note": "用地未落实"}
    deciding.cancel(found, actor=world.chairs, at=at("2026-05-20"), **words)
    assert (found.state, money(world)) == ("cancelled", (1_000_000_000, 0, 0))
    assert Paper.objects.get(kind="project_decision").title.endswith("取消的告知书")


def test_a_deputy_who_raised_it_builds_nothing(world):
    found = stages.announced(world)
    name = world.mandates[0].deputy.name
    words = stages.START | {"contractor_person": name}
    refused = refusal(building.start, found, actor=world.builder, at=at("2026-05-20"), **words)
    assert refused.why == f"{name}是提出建议的代表，不能承包由它申请资金的工程"
    assert refused.basis.endswith("第五十九条")


def test_paid_never_beyond_the_approval_and_each_voucher_once(world):
    found = stages.started(world)
    words = {"actor": world.finance, "at": at("2026-05-22")}
    building.pay(found, **words, **stages.PAID)
    assert refusal(building.pay, found, **words, **stages.PAID).why.startswith(
        "支付凭证520500-2026-000123已在"
    )
    more = stages.PAID | {"reference": "520500-2026-000124", "amount": 4_600_001}
    assert refusal(building.pay, found, **words, **more).why == "批准8.6万元，已拨付4万元，只余4.6万元"
    assert money(world) == (991_400_000, 8_600_000, 4_000_000)


def test_a_large_change_goes_to_the_chairs_council_and_moves_the_ledger(world):
    found = stages.changing(world)
    assert (found.change_is_large, Change.objects.get().state) == (True, "asked")
    why = refusal(
        building.agree_change, found, actor=world.county_office, at=at("2026-05-27"), decision="同意"
    ).why
    assert why.startswith("由")
    building.agree_change(found, actor=world.chairs, at=at("2026-05-27"), decision="同意")
    assert (found.state, found.approved, found.works) == ("building", 10_000_000, stages.LARGE["works"])
    assert money(world)[1] == 10_000_000


def test_a_change_refused_leaves_all_as_it_was(world):
    found = stages.changing(world)
    building.refuse_change(found, actor=world.affairs, at=at("2026-05-27"), decision="按原设计")
    assert (found.state, found.approved, Change.objects.get().state) == ("building", 8_600_000, "refused")
    less = stages.LARGE | {"new_amount": 8_000_000}
    building.request_change(found, actor=world.builder, at=at("2026-05-28"), **less)
    building.agree_change(found, actor=world.affairs, at=at("2026-05-28"), decision="同意")
    assert money(world)[:2] == (992_000_000, 8_000_000)


def test_the_clock_reminds_once_near_and_once_late(world):
    found = stages.applied(world)
    assert found.due_on == day("2026-04-17")  # ten workdays over the Qingming holiday
    days = ("2026-04-13", "2026-04-14", "2026-04-15", "2026-04-18")
    assert [remind_of_projects(at(on)) for on in days] == [
        [], ["微实事：提醒1件"], [], ["微实事：提醒1件"],
    ]  # fmt: skip
    words = Message.objects.filter(words__startswith="本环节期限").values_list("user__username", flat=True)
    assert set(words) == {"county"}


def test_late_is_the_same_judgement_in_rows_and_in_sql(world):
    stages.started(world)
    stages.pooled(world, county=1, title="另一村公厕", village="白岩村", kind="toilet")
    for on in ("2026-07-31", "2026-08-01"):
        rows = Project.objects.all()
        assert set(rows.late(day(on))) == {row for row in rows if row.is_late(day(on))}
    assert [row.state for row in Project.objects.late(day("2026-08-01"))] == ["building"]


def test_a_work_of_the_funds_own_is_a_twin_too(world):
    stages.pooled(world)
    again = stages.county_checked(world, title="华丰村打谷场硬化项目")
    words = {"actor": world.finance, "at": at("2026-04-15"), "finance_opinion": "待核"}
    assert refusal(checking.check_funding, again, **words).why.startswith(
        "疑似重复安排：“维新镇华丰村打谷场硬化”"
    )
    checking.check_funding(again, **words, not_twin="在二组，另一处场地")
    assert (again.state, again.not_twin) == ("finance_checked", "在二组，另一处场地")


def test_a_second_click_is_told_that_somebody_was_first(world):
    found = stages.pooled(world)
    again = Project.objects.get(pk=found.pk)
    deciding.approve(found, actor=world.chairs, at=at("2026-05-11"), **stages.MEETING)
    assert refusal(
        deciding.approve, again, actor=world.chairs, at=at("2026-05-11"), **stages.MEETING
    ).why == ("他人刚刚处理了这一件，请刷新页面后再看")
    assert money(world)[1] == 8_600_000


def test_a_batch_is_paid_out_of_the_money_the_proposal_names(world):
    stages.ready(world)
    words = {"amount": 9_000_000, "reference": "毕人常代〔2026〕6号", "on": day("2026-03-12")}
    words["area"] = world.counties[4]
    years.allocate(world.fund, actor=world.affairs, at=at("2026-03-12"), **words)
    stages.pooled(world, tier=1)
    stages.pooled(world, tier=2, title="坪山村便民桥", kind="bridge", village="坪山村")
    run = stages.decide(world)
    assert {line.source for line in run.lines.all()} == {"quota", "pool"}
    assert batches.approve_batch(run, actor=world.chairs, at=at("2026-05-21"), **stages.MEETING) == 2
    assert quota_of(world.fund, world.counties[4]).balance == 400_000
    assert (
        Paper.objects.get(kind="batch_decision").title
        == "关于毕节市2026年代表建议办理专项资金第1批项目安排的决定"
    )
    refused = refusal(batches.approve_batch, run, actor=world.chairs, at=at("2026-05-22"), **stages.MEETING)
    assert refused.why == "方案中的项目都已经安排，或者已不在项目库"
