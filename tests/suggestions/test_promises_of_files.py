"""Promises to a merged file: made once, told to every lead signer of it, who sees them and grades them."""

import pytest
from django.http import Http404

from minqiao.duties.suggestions.actions import promising
from minqiao.duties.suggestions.forms.promises import Grade
from minqiao.duties.suggestions.models import Commitment, LedgerEntry
from minqiao.duties.suggestions.queries import promises as ledger
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.tasks import remind_of_promises
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at, day
from tests.suggestions.promising import done
from tests.suggestions.test_merging import answered

pytestmark = pytest.mark.django_db
ON = day("2026-06-01")


@pytest.fixture
def file(world):
    """(lead item, the other, the promise): the second suggestion is the second deputy's."""
    lead, member, row = answered(world, promises=(("修复路面", day("2026-11-30")),))
    return lead, member, commitment_of(world.affairs, Commitment.objects.get(handling=row).pk)


def graded(world, promise, who, grade, when="2026-05-28", **words):
    again = commitment_of(world.affairs, promise.pk)
    facts = {"actor": who, "at": at(when), "grade": grade} | words
    promising.grade_fulfilment(again, **facts)
    return commitment_of(world.affairs, promise.pk)


def axes(*cases):
    for one in cases:
        one.refresh_from_db()
    return [one.commitment_state for one in cases]


def test_every_signer_of_the_file_reads_the_promise(world, file):
    lead, member, promise = file
    assert axes(lead, member) == ["tracking", "tracking"]
    people = {"first": world.deputy, "second": world.deputies[1], "third": world.deputies[2]}
    rows = {who: [row["pk"] for row in ledger.ledger(actor, {}, ON)] for who, actor in people.items()}
    assert rows == {"first": [promise.pk], "second": [promise.pk], "third": []}
    (part,) = case_file(world.deputies[1], member.pk, ON).parts
    assert ([one.text for one in part.promises], [one.may_open for one in part.tracked]) == (
        ["修复路面"],
        [True],
    )
    assert ledger.promise_file(world.deputies[1], promise.pk, ON).entries_hidden == ""
    with pytest.raises(Http404):
        commitment_of(world.deputies[2], promise.pk)


def waits(actor, on="2026-05-28"):
    return [one.act for one in waiting(actor, day(on)) if "/ledger/" in one.url]


def test_each_lead_signer_grades_and_the_least_good_word_counts(world, file):
    lead, member, promise = file
    done(world, promise, "2026-05-27")
    grade = "承诺事项已报完成，请您评价是否兑现"
    assert (waits(world.deputy), waits(world.deputies[1])) == ([grade], [grade])
    now = graded(world, promise, world.deputy, "met")
    assert (now.state, now.step_due_on is not None) == ("reported", True)
    assert (waits(world.deputy), waits(world.deputies[1])) == ([], [grade])
    with pytest.raises(Refused, match="您已经评价，可以修改评价"):
        graded(world, promise, world.deputy, "met")
    now = graded(world, promise, world.deputies[1], "partly", words="只修了一半")
    assert (now.state, now.grade, now.step_due_on) == ("graded", "partly", None)
    file_of = ledger.promise_file(world.officer["A14"], promise.pk, ON)
    assert ([one.kind for one in file_of.entries], bool(file_of.grade_hidden)) == (["done"], True)
    promising.release_fulfilment(now, actor=world.affairs, at=at("2026-06-01"))
    assert (now.state, LedgerEntry.objects.filter(released_on=day("2026-06-01")).count()) == ("unmet", 2)
    assert axes(lead, member) == ["tracking", "tracking"]


def test_what_all_call_kept_settles_it_for_all(world, file):
    lead, member, promise = file
    done(world, promise, "2026-05-27")
    graded(world, promise, world.deputy, "met")
    now = graded(world, promise, world.deputies[1], "met")
    promising.release_fulfilment(now, actor=world.affairs, at=at("2026-06-01"))
    assert (now.state, axes(lead, member)) == ("met", ["met", "met"])


def test_one_changes_his_own_word_only(world, file):
    _, _, promise = file
    done(world, promise, "2026-05-27")
    graded(world, promise, world.deputy, "unmet", words="没有修")
    graded(world, promise, world.deputies[1], "partly", words="修了一半")
    now = commitment_of(world.deputies[1], promise.pk)
    promising.revise_fulfilment(now, actor=world.deputies[1], at=at("2026-05-29"), grade="met")
    rows = LedgerEntry.objects.filter(kind="grade").order_by("pk").values_list("mandate_id", "grade")
    assert list(rows) == [(world.mandates[0].pk, "unmet"), (world.mandates[1].pk, "met")]
    assert commitment_of(world.affairs, promise.pk).grade == "unmet"


def test_a_clerk_says_whose_paper_he_enters(world, file):
    _, _, promise = file
    done(world, promise, "2026-05-27")
    again = commitment_of(world.affairs, promise.pk)
    form = Grade(subject=again, actor=world.affairs, on=ON)
    assert list(form.fields["mandate"].queryset) == world.mandates[:2]
    assert "mandate" not in Grade(subject=again, actor=world.deputy, on=ON).fields
    now = graded(world, promise, world.affairs, "met", mandate=world.mandates[1])
    (entry,) = LedgerEntry.objects.filter(kind="grade")
    assert (entry.mandate_id, entry.is_for_paper, now.state) == (world.mandates[1].pk, True, "reported")
    with pytest.raises(Refused, match="请选择是哪一位领衔代表的评价"):
        graded(world, promise, world.affairs, "met", mandate=world.mandates[1])


def test_only_who_is_silent_is_asked_again_and_the_committee_looks_in_his_place(world, file):
    _, _, promise = file
    done(world, promise, "2026-05-27")
    graded(world, promise, world.deputy, "partly", words="一半")
    Message.objects.all().delete()
    assert remind_of_promises(at("2026-06-26")) == ["代表建议：催促评价承诺兑现1项"]
    assert [one.user_id for one in Message.objects.all()] == [world.deputies[1].user_id]
    now = commitment_of(world.affairs, promise.pk)
    said = {"grade": "met", "words": "已到现场查看，属实。"}
    promising.verify_fulfilment(now, actor=world.affairs, at=at("2026-06-26"), **said)
    assert (now.state, now.grade) == ("graded", "partly")


def test_a_confidential_proposer_is_not_named_to_the_other(world, file):
    lead, _, promise = file
    type(lead).objects.filter(pk=lead.pk).update(request_confidential=True)
    done(world, promise, "2026-05-27")
    graded(world, promise, world.deputy, "met")
    named = {
        who: [one.by for one in ledger.promise_file(actor, promise.pk, ON).entries if one.kind == "grade"]
        for who, actor in (("second", world.deputies[1]), ("first", world.deputy), ("office", world.affairs))
    }
    assert named == {"second": ["提出人"], "first": [world.deputy.name], "office": [world.deputy.name]}
