"""Who is told of which act, in which words: the whole table, act by act."""

import datetime as dt

import pytest

from minqiao.duties.suggestions.actions import ACTIONS, drafting, handling, leaving
from minqiao.duties.suggestions.choices import Grade
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.forms.known import REVISIONS, known
from minqiao.duties.suggestions.notices import NOTICES
from minqiao.duties.suggestions.rules.steps import ENDED_BY, reminders_of
from minqiao.foundation.accounts.models import Capacity
from minqiao.kit.schema import bind
from minqiao.overviews.notifications.models import Message
from tests.api.stages import EVERY_STEP, WORKFLOWS, fitting, invited
from tests.factories import a_dispatched, a_draft, a_submitted, an_assigned, an_evaluated, at, day

pytestmark = pytest.mark.django_db
ON = day("2026-06-01")
A14, A11, A03 = (
    {f"{kind}-{code}" for kind in ("officer", "head", "principal")} for code in ("A14", "A11", "A03")
)
TITLE = "关于修复威宁路破损路段的建议"
WHO = {
    ("suggestion", "invite"): {"daibiao2", "daibiao3"},
    ("suggestion", "confirm_cosign"): {"daibiao1"},
    ("suggestion", "decline_cosign"): {"daibiao1"},
    ("suggestion", "submit"): {"affairs"},
    ("suggestion", "sort"): {"daibiao1"},
    ("suggestion", "set_aside"): {"daibiao1"},
    ("suggestion", "confirm_remark"): {"affairs", "secretariat"},
    ("suggestion", "send_back"): {"daibiao1"},
    ("suggestion", "screen_out"): {"daibiao1"},
    ("suggestion", "register"): {"daibiao1"},
    ("suggestion", "agree_assign"): {"affairs"},
    ("suggestion", "assign"): {"daibiao1", "gov"},
    ("suggestion", "dispatch"): A14,
    ("suggestion", "dispatch_to_organ"): {"officer-J01", "head-J01", "principal-J01"},
    ("suggestion", "escalate_up"): {"daibiao1"},
    ("suggestion", "send_as_letter"): {"daibiao1"},
    ("suggestion", "ask_withdraw"): {"daibiao2"},
    ("suggestion", "agree_withdraw"): {"daibiao1"},
    ("suggestion", "keep_on"): {"daibiao2"},
    ("suggestion", "withdraw"): {"daibiao2", "affairs", "secretariat"},
    ("suggestion", "merge"): {"daibiao1"},
    ("suggestion", "split"): {"daibiao1"},
    ("suggestion", "close"): {"daibiao1"},
    ("handling", "request_return"): {"affairs", "gov"},
    ("handling", "agree_return"): A14 | A11 | {"gov"},
    ("handling", "refuse_return"): A14 | {"gov"},
    ("handling", "object_return"): {"gov_leader"},
    ("handling", "order_other_unit"): A03 | A11 | {"affairs", "gov"},
    ("handling", "order_to_handle"): A03 | {"affairs", "gov"},
    ("handling", "contact"): {"daibiao1"},
    ("handling", "confirm_contact"): {"officer-A14"},
    ("handling", "send_opinion"): {"officer-A14"},
    ("handling", "reject_opinion"): {"officer-A08"},
    ("handling", "request_extension"): {"affairs"},
    ("handling", "approve_extension"): {"daibiao1", "officer-A14"},
    ("handling", "refuse_extension"): {"officer-A14"},
    ("handling", "submit_reply"): {"head-A14"},
    ("handling", "check_format"): {"gov"},
    ("handling", "pass_review"): {"principal-A14"},
    ("handling", "send_back_reply"): {"officer-A14"},
    ("handling", "issue"): {"daibiao1"},
    ("handling", "issue_without_contact"): {"daibiao1"},
    ("handling", "evaluate"): {"affairs"},
    ("handling", "revise_evaluation"): {"affairs"},
    ("handling", "release"): A14,
    ("handling", "chase_evaluation"): {"daibiao1"},
    ("handling", "order_redo"): A14 | {"daibiao1"},
    ("handling", "joint_study"): A14 | {"daibiao1", "gov"},
    ("handling", "conclude_study"): A14 | {"daibiao1"},
    ("commitment", "report_progress"): {"daibiao1"},
    ("commitment", "report_done"): {"daibiao1", "affairs"},
    ("commitment", "grade_fulfilment"): {"affairs"},
    ("commitment", "revise_fulfilment"): {"affairs"},
    ("commitment", "release_fulfilment"): A14 | {"daibiao1"},
    ("commitment", "explain_delay"): {"daibiao1", "affairs"},
    ("commitment", "give_up"): {"daibiao1", "affairs", "gov"},
    ("commitment", "insist"): A14 | {"daibiao1"},
    ("commitment", "end_tracking"): A14 | {"daibiao1"},
    ("publication", "gov_review"): {"affairs"},
    ("publication", "ask_deputy"): {"daibiao1"},
    ("publication", "say_on_publication"): {"affairs"},
    ("publication", "decide_withheld"): {"daibiao1"},
    ("publication", "publish"): A14 | {"daibiao1"},
    ("publication", "take_down"): A14 | {"daibiao1"},
    ("batch", "issue_batch"): {"daibiao1", "gov"},
}


def doer(world, slug, action, subject):
    """Who takes the step in earnest: the first of those it is open to."""
    people = [*world.deputies, world.affairs, world.gov, world.gov_leader, world.chairs]
    for kind in ("officer", "head", "principal"):
        people += [getattr(world, kind)[code] for code in ("A14", "A08", "A03")]
    return next(one for one in people if not WORKFLOWS[slug].refusal(action, one, subject, ON))


@pytest.mark.parametrize(
    ("slug", "action"), EVERY_STEP, ids=[f"{slug}-{action}" for slug, action in EVERY_STEP]
)
def test_every_act_tells_exactly_these(world, slug, action):
    subject, body = fitting(world, slug, action)
    Message.objects.all().delete()
    actor = doer(world, slug, action, subject)
    held = known(slug, action, subject) if action in REVISIONS else {}
    form = bind(FORMS[slug][action], body, known=held, subject=subject, actor=actor, on=ON)
    ACTIONS[slug][action](subject, actor=actor, at=at("2026-06-01"), **form.arguments)
    told = list(Message.objects.select_related("user"))
    assert {message.user.username for message in told} == WHO.get((slug, action), set())
    assert len(told) == len({(message.user_id, message.words) for message in told})
    for message in told:
        assert "{" not in message.words
        assert "  " not in message.words


def test_no_notice_names_an_act_that_does_not_exist():
    more = {
        "suggestion": {"ask_again", "remind_assign_red", "remind_assign_black"},
        "handling": {"remind_amber", "remind_red", "remind_black"} | reminders_of(*ENDED_BY),
        "commitment": {"promise_amber", "promise_red", "promise_black", "chase_report", "chase_grade"},
        "publication": {"remind_publication_red", "remind_publication_black"},
    }
    for slug, workflow in WORKFLOWS.items():
        known = set(workflow.actions()) | more.get(slug, set())
        assert set(NOTICES.get(f"suggestions.{slug}", ())) <= known


def test_no_message_names_a_grade(world):
    an_evaluated(world, result="dissatisfied", words="没有办好", objection="敷衍了事")
    words = " ".join(Message.objects.values_list("words", flat=True))
    notices = " ".join(one.words for table in NOTICES.values() for one in table.values())
    for grade in [*Grade.labels, "没有办好", "敷衍"]:
        assert grade not in words + notices


def test_of_an_evaluation_no_unit_hears_before_the_release(world):
    Message.objects.all().delete()
    an_evaluated(world)
    told = Message.objects.filter(words__contains="评价", user__username__in=A14)
    assert not told.exists()


def test_no_message_names_a_proposer_who_asked_for_confidence(world):
    an_evaluated(world)
    Message.objects.all().delete()
    a_dispatched(world, request_confidential=True)
    rows = Message.objects.exclude(user__username="daibiao1")
    assert rows.count() > 3
    assert not rows.filter(words__contains=world.mandates[0].deputy.name).exists()


def test_the_words_carry_number_and_title(world):
    a_dispatched(world)
    words = Message.objects.filter(user__username="officer-A14").values_list("words", "is_urgent")
    assert list(words) == [(f"有一件代表建议交贵单位办理：3-5-001 {TITLE}", True)]


def test_a_title_with_braces_and_at_full_length_does_no_harm(world):
    found = a_draft(world, title="{number}{0}{title!r}" + "长" * 80)
    drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))
    message = Message.objects.filter(user__username="affairs").get()
    assert message.words == f"收到代表提交的建议：{found.title}"


@pytest.mark.parametrize("change", [{"is_suspended": True}, {"ends_on": dt.date(2026, 3, 1)}])
def test_whose_capacity_is_over_is_not_told(world, change):
    Capacity.objects.filter(pk=world.head["A14"].capacity_id).update(**change)
    a_dispatched(world)
    told = Message.objects.filter(words__startswith="有一件").values_list("user__username", flat=True)
    assert set(told) == A14 - {"head-A14"}


def test_who_confirmed_is_asked_again_when_the_substance_changes(world):
    found = invited(world)
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    Message.objects.all().delete()
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), wish_units="市交通运输局")
    assert not Message.objects.exists()
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), facts="改了")
    rows = Message.objects.values_list("user__username", "words")
    assert list(rows) == [("daibiao2", f"内容有修改，请重新确认联名：{TITLE}")]


def test_in_session_the_secretariat_hears_of_what_is_handed_in(world):
    drafting.submit(a_draft(world), actor=world.deputy, at=at("2026-03-05"))
    told = Message.objects.values_list("user__username", flat=True)
    assert set(told) == {"affairs", "secretariat"}


def test_the_doer_is_not_told_of_his_own_act(world):
    found = a_draft(world)
    drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))
    assert not Message.objects.filter(user_id=world.deputy.user_id).exists()


def test_a_refused_act_tells_nobody(world):
    _, rows = a_dispatched(world)
    Message.objects.all().delete()
    with pytest.raises(Exception, match="只有承办单位可以进行此操作"):
        handling.sign_for(rows["A14"], actor=world.gov, at=at("2026-03-23"))
    assert not Message.objects.exists()


@pytest.mark.parametrize(("make", "told"), [(a_submitted, set()), (an_assigned, {"gov"})])
def test_of_a_withdrawal_the_government_hears_only_what_it_was_given(world, make, told):
    found = make(world)
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-03-21"), reason="已经解决")
    leaving.withdraw(found, actor=world.deputy, at=at("2026-03-21"))
    rows = Message.objects.filter(words__startswith="代表已撤回").values_list("user__username", flat=True)
    assert set(rows) == {"affairs", "secretariat"} | told
