"""Who is told of which act; what the clock reminds of, once near and once late."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.supervision.actions import ACTIONS, chasing, leading
from minqiao.duties.supervision.actions import counterparts as acts
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import REVISIONS, known
from minqiao.duties.supervision.models import Visit
from minqiao.duties.supervision.notices import NOTICES
from minqiao.duties.supervision.queries.chasing import ladder
from minqiao.duties.supervision.queries.waiting import waiting
from minqiao.duties.supervision.tasks import match_committees, remind_of_plans
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.schema import bind
from minqiao.overviews.notifications.models import Message
from tests.factories import a_dispatched, at, day
from tests.supervision import stages
from tests.supervision.fitting import EVERY_STEP, fitting

pytestmark = pytest.mark.django_db
A14 = {"officer-A14", "head-A14", "principal-A14"}
HANDLERS = A14 | {"gov", "daibiao1"}
SUPERVISORS = {"chairs", "builders"}
A08 = {"officer-A08", "head-A08", "principal-A08"}
ASKED, MEMBERS = A14 | {"gov"}, {"chairs", "member"}
WHO = {
    "choose": {"builders", "affairs", "gov", "daibiao1"},
    "not_choose": {"builders", "affairs"},
    "arrange": HANDLERS | SUPERVISORS,
    "rearrange": HANDLERS | SUPERVISORS,
    "announce": HANDLERS | SUPERVISORS - {"builders"},
    "record_visit": A14 | {"daibiao1", "affairs"},
    "send_letter": A14 | {"gov"},
    "answer_problem": SUPERVISORS,
    "settle_problem": A14,
    "report": {"chairs", "builders", "affairs"},
    "send_back": A14,
    "accept": HANDLERS | {"builders", "affairs"},
    "carry_over": HANDLERS | {"builders", "affairs"},
    "cancel": HANDLERS | SUPERVISORS,
    "change_committee": {"committee"},
    "delegate": {"county"},
    "record_check": {"builders"},
    "check_again": {"county"},
    "recall": {"county"},
    "answer_chase": {"affairs", "gov"},
    "change_inquiry": ASKED | MEMBERS,
    "call_off": ASKED | A08 | MEMBERS,
    "record_inquiry": ASKED | A08 | {"chairs"},
    "record_vote": ASKED | A08 | {"chairs"},
    "report_mended": {"affairs", "chairs"},
    "end_inquiry": ASKED | A08,
}


@pytest.mark.parametrize(
    ("slug", "action"), EVERY_STEP, ids=[f"{slug}-{action}" for slug, action in EVERY_STEP]
)
def test_every_act_tells_exactly_these(world, slug, action):
    subject, actor, body = fitting(world, slug, action)
    Message.objects.all().delete()
    held = known(slug, action, subject) if action in REVISIONS else {}
    form = bind(FORMS[slug][action], body, known=held, subject=subject, actor=actor, on=day("2026-06-01"))
    ACTIONS[slug][action](subject, actor=actor, at=at("2026-06-01"), **form.arguments)
    told = set(Message.objects.values_list("user__username", flat=True))
    assert told == WHO.get(action, set())


def test_every_notice_is_of_an_act_there_is():
    steps = {action for _, action in EVERY_STEP}
    others = {"propose", "ask_check", "chase", "circulate", "plan_inquiry"}
    others |= {"remind_report", "remind_visit", "remind_problem", "remind_check", "remind_mending"}
    assert {action for rows in NOTICES.values() for action in rows} <= steps | others


def test_a_first_chaser_goes_to_officer_and_deputy_head_a_second_to_the_principal_too(world):
    told = []
    chase = stages.chased(world, when="2026-05-29")
    for when in ("2026-05-29", "2026-06-08"):
        if when > "2026-06":
            Message.objects.all().delete()
            stages.chase_again(world, "second", when)
        rows = Message.objects.filter(case_type="supervision.chase")
        told.append(set(rows.values_list("user__username", flat=True)))
    assert told == [{"officer-A14", "head-A14"}, A14]
    assert chase.parts.count() == 1


def test_a_circular_tells_the_units_it_names(world):
    stages.chased(world, when="2026-05-29")
    stages.chase_again(world, "second", "2026-06-08")
    Message.objects.all().delete()
    parts = [one.handling_id for one in ladder(world.affairs, day("2026-06-16")).circular]
    chasing.circulate(actor=world.affairs, at=at("2026-06-16"), parts=parts, demand="请尽快答复。")
    assert set(Message.objects.values_list("user__username", flat=True)) == A14


def test_plans_are_reminded_of_when_near_and_when_late_once_each(world):
    item = stages.running(world)
    Visit.objects.filter(item=item, held_on=None).update(planned_on=day("2026-06-16"))
    done = {when: remind_of_plans(at(when)) for when in ("2026-06-01", "2026-06-02", "2026-06-03")}
    assert done == {"2026-06-01": [], "2026-06-02": ["督办：提醒1件"], "2026-06-03": []}  # due 06-05
    done = [remind_of_plans(at(when)) for when in ("2026-06-06", "2026-06-06", "2026-06-13", "2026-06-17")]
    assert done == [["督办：提醒1件"], [], ["督办：提醒1件"], ["督办：提醒1件"]]
    told = Message.objects.filter(words__startswith="督办问题整改期限")
    assert set(told.values_list("user__username", flat=True)) == A14 | {"builders"}


def test_an_announced_day_counts_instead_of_the_planned_one(world):
    item = stages.arranged(world)
    words = {"visit": item.visits.first(), "on": day("2026-06-20"), "place": "威宁路", "words": "九时"}
    leading.announce(item, actor=world.builder, at=at("2026-05-01"), **words)
    Visit.objects.filter(item=item, on=None).delete()
    assert remind_of_plans(at("2026-05-12")) == []
    assert remind_of_plans(at("2026-06-18")) == ["督办：提醒1件"]


def test_checks_and_reports_are_reminded_of(world):
    stages.delegated(world)
    assert remind_of_plans(at("2026-06-17")) == ["督办：提醒1件"]
    assert Message.objects.filter(user__username="county", words__startswith="委托核查报送").count() == 1
    stages.arranged(world, title="关于另一件事的建议")
    Visit.objects.all().delete()
    assert remind_of_plans(at("2026-10-13")) == ["督办：提醒2件"]  # the report near, the check late


def test_committees_are_found_by_the_clock(world):
    stages.ready(world)
    a_dispatched(world)
    assert match_committees(at("2026-03-23")) == ["督办：确定对口督办机构1件"]
    assert match_committees(at("2026-03-24")) == []
    assert acts.assign_counterparts(at=at("2026-03-25")) == 0


def waits(actor, on="2026-06-01"):
    return [(one.act, one.due_on and str(one.due_on)) for one in waiting(actor, day(on))]


def test_what_waits_for_whom(world):
    item = stages.proposed(world)
    assert (waits(world.chairs), waits(world.builder)) == ([("委员会提请重点督办，请研究", None)], [])
    item = stages.answered(world)
    assert item.state == "running"
    assert waits(world.builder) == [("单位已报整改，请核查", "2026-06-05")]
    assert waits(world.officer["A14"]) == [("督办发现的问题，请报送整改情况", "2026-07-31")]
    stages.delegated(world)
    assert waits(world.county_office) == [("市人大委托核查，请报送结果", "2026-06-20")]
    assert waits(world.affairs) == []
    stages.chased(world, title="关于再一件事的建议")
    assert ("收到催办通知，请回复", "2026-07-31") in waits(world.officer["A14"])
    a_dispatched(world, title="又一件", on="2026-02-27", when="2026-02-26", submitted="2026-02-26")
    assert waits(world.gov) == [("临近期限和超期的，请核对催办", None)]


@pytest.mark.parametrize("is_deputy_too", [False, True])
def test_the_inbox_of_a_unit_takes_no_more_for_more_items(world, is_deputy_too):
    actor = world.principal["A14"]
    if is_deputy_too:
        actor = replace(actor, selves=actor.selves | {(Role.DEPUTY, world.mandates[3].pk)})
    counts = []
    for number in range(3):
        stages.running(world, title=f"关于第{number}处路灯的建议")
        waiting(actor, day("2026-06-01"))
        with CaptureQueriesContext(connection) as caught:
            assert len(waiting(actor, day("2026-06-01"))) == number + 1
        counts.append(len(caught))
    assert counts == [counts[0]] * 3
