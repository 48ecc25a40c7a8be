"""Assignment batches: what the form answers, who signs the letter; whom a checked draft goes to."""

from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions.actions import handling, office, replying
from minqiao.duties.suggestions.documents.main import _total
from minqiao.duties.suggestions.models import Batch, Evaluation
from minqiao.foundation.rulebook.rules import fault_of, setting
from minqiao.instruments.papers.models import Paper, Signature
from minqiao.instruments.papers.queries import papers_of
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import REPLY, a_contact, a_dispatched, a_registered, a_replied, an_assigned, at, day
from tests.suggestions.test_pages import as_, post

pytestmark = pytest.mark.django_db


def test_a_batch_without_a_name_is_422_and_a_name_taken_is_told_on_the_form(world, client):
    assert post(client, world.affairs, "suggestions:batches", [], {"name": ""}).status_code == 422
    assert post(client, world.affairs, "suggestions:batches", [], {"name": "3-5"}).status_code == 302
    answer = post(client, world.affairs, "suggestions:batches", [], {"name": "3-5"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "没有拟定批次：已有名为“3-5”的交办批次，请换一个名称" in page
    assert 'name="name" value="3-5"' in page
    assert list(Batch.objects.values_list("name", flat=True)) == ["3-5"]


def test_of_an_empty_batch_no_session_is_said_nor_that_there_is_none(world, client):
    post(client, world.affairs, "suggestions:batches", [], {"name": "3-5"})
    batch = Batch.objects.get()
    pages = ("/suggestions/batches/", f"/suggestions/batches/{batch.pk}/")
    as_(client, world.affairs)
    found = [client.get(url).content.decode() for url in pages]
    assert [(page.count("还没有编入建议"), page.count("闭会期间")) for page in found] == [(1, 0)] * 2
    office.add_items(batch, actor=world.affairs, at=at("2026-03-19"), suggestions=[a_registered(world)])
    assert [client.get(url).content.decode().count(world.session.name) for url in pages] == [1, 1]


def test_only_the_deputy_affairs_committee_prepares_a_batch(world, client):
    assert post(client, world.secretariat, "suggestions:batches", [], {"name": "3-5"}).status_code == 409
    assert Batch.objects.count() == 0


def test_both_signatures_stand_on_the_letter_and_are_given_once(world, client):
    batch = an_assigned(world).batch
    words = {"assigned_by": "秘书长甲", "received_by": "副市长乙"}
    office.sign_batch(batch, actor=world.affairs, at=at("2026-03-20"), **words)
    rows = Signature.objects.order_by("pk").values_list("organ", "post", "name")
    assert list(rows) == [
        ("毕节市人民代表大会常务委员会", "交办人", "秘书长甲"),
        ("毕节市人民政府", "接收人", "副市长乙"),
    ]
    with pytest.raises(Refused, match="已经登记签字"):
        office.sign_batch(batch, actor=world.affairs, at=at("2026-03-21"), **words)
    as_(client, world.affairs)
    letter = Paper.objects.get(kind="assignment_letter")
    page = client.get(f"/suggestions/batches/{batch.pk}/papers/{letter.pk}.print")
    assert [name in page.content.decode() for name in words.values()] == [True, True]


@pytest.mark.parametrize(("pre_review", "reader"), [(True, "gov"), (False, "principal-A14")])
def test_a_checked_draft_is_told_to_whoever_reads_it_next(
    world, pre_review, reader, django_capture_on_commit_callbacks
):
    found, rows = a_dispatched(world)
    found.rules["pre_review_by_gov_office"] = {"value": pre_review}
    found.save(update_fields=["rules"])
    row, officer = rows["A14"], world.officer["A14"]
    row.suggestion = found
    handling.sign_for(row, actor=officer, at=at("2026-03-21"))
    a_contact(world, row)
    replying.draft_reply(row, actor=officer, at=at("2026-05-01"), **REPLY)
    replying.submit_reply(row, actor=officer, at=at("2026-05-01"))
    Message.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        replying.check_format(row, actor=world.head["A14"], at=at("2026-05-02"))
    assert list(Message.objects.values_list("user__username", flat=True)) == [reader]


def test_the_first_contact_ends_no_clock_but_its_own(world):
    _, rows = a_dispatched(world, assist=("A08",))
    row, officer, lead = rows["A08"], world.officer["A08"], world.officer["A14"]
    handling.sign_for(row, actor=officer, at=at("2026-03-23"))
    handling.send_opinion(row, actor=officer, at=at("2026-03-24"), text="可以", signer="局长")
    handling.reject_opinion(row, actor=lead, at=at("2026-03-25"), note="没有实质内容")
    clock = row.step_due_on
    a_contact(world, row, code="A08", on="2026-03-26")
    row.refresh_from_db()
    assert (row.step_due_on, row.step_due_facts["rule"], row.first_contact_on) == (
        clock,
        "assist_rewrite",
        day("2026-03-26"),
    )


def test_the_first_contact_ends_its_own_clock(world):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    assert row.step_due_facts["rule"] == "first_contact"
    a_contact(world, row)
    row.refresh_from_db()
    assert (row.step_due_on, row.step_due_facts) == (None, {})


@pytest.mark.parametrize("pattern", ["{term}-{session}-{serial:abc}", "{term}-{session}-{serial}{x}"])
def test_no_rule_can_break_registration(pattern):
    assert fault_of(setting("number_format"), pattern) != ""


def test_a_letter_of_items_between_sessions_names_no_session(world):
    found = a_registered(world, when="2026-04-10", submitted="2026-04-08")
    batch = office.prepare_batch(
        actor=world.affairs,
        at=at("2026-04-10"),
        congress=world.congress,
        name="闭会一批",
        suggestions=[found],
    )
    office.issue_batch(batch, actor=world.affairs, at=at("2026-04-11"), assigned_on=day("2026-04-11"))
    batch.refresh_from_db()
    assert batch.session is None
    letter = papers_of(batch)[0]
    assert letter.title == "关于交办闭会期间代表建议、批评和意见的交办书"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("suggestion", "suggestion"), "代表提出的建议、批评和意见共2件，经审核登记"),
        (("review_remark",), "代表提出的审议发言建议共1件，经审核登记"),
        (
            ("review_remark", "suggestion", "bill_converted"),
            "代表提出的建议、批评和意见及审议发言建议共3件，其中代表建议2件、审议发言建议1件，经审核登记",
        ),
    ],
)
def test_the_letter_counts_only_the_kinds_there_are(kinds, words):
    items = [SimpleNamespace(kind=kind) for kind in kinds]
    assert _total(items, "闭会期间") == f"闭会期间，{words}，现交你们研究办理。"


def test_whether_the_category_is_true_is_said_not_presumed(world, client):
    _, row = a_replied(world)
    grades = {"attitude": "satisfied", "result": "satisfied"}
    as_(client, world.deputy)
    page = client.get(f"/suggestions/handlings/{row.pk}/steps/evaluate/").content.decode()
    assert " checked" not in page
    answer = post(client, world.deputy, "suggestions:handling_step", [row.pk, "evaluate"], grades)
    assert (answer.status_code, "请选择一项" in answer.content.decode()) == (422, True)
    told = grades | {"category_is_true": "False"}
    assert (
        post(client, world.deputy, "suggestions:handling_step", [row.pk, "evaluate"], told).status_code == 302
    )
    assert Evaluation.objects.get().category_is_true is False


def test_consent_to_publication_is_not_ticked_beforehand(world, client):
    page = as_(client, world.deputy).get("/suggestions/new/").content.decode()
    assert " checked" not in page
