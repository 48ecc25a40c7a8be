"""Two people who have the same page open: nothing that one wrote is lost or counted wrong by the other."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from minqiao.duties.supervision.actions import answering, counterparts, inquiring, leading
from minqiao.duties.supervision.forms.key import RecordVisit
from minqiao.duties.supervision.models import Counterpart, Inquiry, KeyItem, Visit
from minqiao.duties.supervision.queries.items import item_file
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.attachments.samples import photo
from tests.factories import at, day
from tests.supervision import stages

pytestmark = pytest.mark.django_db


def twice(row):
    """The same row as two pages have loaded it."""
    return type(row).objects.get(pk=row.pk), type(row).objects.get(pk=row.pk)


def test_two_notes_from_two_open_pages_are_two(world):
    pages = twice(stages.overseen(world))
    for number, page in enumerate(pages, 1):
        words = {"on": day("2026-05-20"), "way": "phone", "words": f"第{number}次了解"}
        counterparts.note(page, actor=world.builder, at=at("2026-05-20"), **words)
    row = Counterpart.objects.get()
    assert (row.notes_made, row.notes.count()) == (2, 2)


def test_two_letters_on_two_problems_both_go_out(world):
    pages = twice(stages.running(world))
    for page, problem in zip(pages, pages[0].problems.all(), strict=True):
        words = {"problems": [problem], "demand": "请倒排工期。", "due_on": day("2026-07-15")}
        leading.send_letter(page, actor=world.chairs, at=at("2026-06-08"), **words)
    letters = Paper.objects.filter(kind="supervision_letter").order_by("pk")
    assert list(letters.values_list("edition", flat=True)) == [1, 2]
    assert KeyItem.objects.get().letters_sent == 2


def test_a_visit_is_recorded_once(world):
    item = stages.arranged(world)
    first, second = twice(item.visits.first())
    words = {"held_on": day("2026-05-12"), "participants": "城环委", "place": "威宁路"}
    words |= {"actor": world.builder, "at": at("2026-05-13")}
    leading.record_visit(item, visit=first, findings="两处尚未开工。", **words)
    page = KeyItem.objects.get()
    with pytest.raises(Refused, match="这项督办活动已经登记"):
        leading.record_visit(page, visit=second, findings="另一份记录。", **words)
    assert Visit.objects.get(pk=first.pk).findings == "两处尚未开工。"


def test_who_rearranges_what_another_has_just_rearranged_is_told(world):
    pages = twice(stages.running(world))
    words = stages.arrangement(world) | {"visits": [("hearing", "听取整改汇报", day("2026-07-10"))]}
    given = {"actor": world.affairs, "at": at("2026-06-01"), "reason": "领导分工调整"}
    leading.rearrange(pages[0], **given, **words)
    with pytest.raises(Refused, match="他人刚刚调整了督办安排"):
        leading.rearrange(pages[1], **given, **words)
    assert KeyItem.objects.get().plans_issued == 2


def test_a_report_after_another_was_sent_back_is_the_next_round(world):
    item = stages.running(world, ())
    early = KeyItem.objects.get(pk=item.pk)
    given = {"actor": world.principal["A14"], "at": at("2026-05-29")}
    answering.report(item, **given, **stages.REPORT)
    back = {"note": "补充整改照片", "report_due_on": day("2026-07-01")}
    answering.send_back(item, actor=world.chairs, at=at("2026-05-30"), **back)
    answering.report(early, **given, **stages.REPORT)
    assert list(item.reports.values_list("round", flat=True)) == [1, 2]


def a_visit(world, **words):
    item = stages.arranged(world)
    facts = {"visit": item.visits.first().pk, "held_on": "2026-05-12", "participants": "城环委"}
    facts |= {"findings": "现场查看", **words}
    return RecordVisit(facts, subject=item, actor=world.builder, on=day("2026-05-13"))


def test_a_problem_keeps_the_date_beside_it(world):
    texts = ["路基下沉", "", "排水沟淤塞"]
    form = a_visit(world, problem_texts=texts, problem_dates=["2026-06-05", "", "2026-07-31"])
    assert form.is_valid()
    assert form.cleaned_data["problems"] == [
        ("路基下沉", day("2026-06-05")), ("排水沟淤塞", day("2026-07-31")),
    ]  # fmt: skip
    form.data |= {"problem_dates": ["", "2026-06-05", "2026-07-31"]}
    form.full_clean()
    assert list(form.errors) == ["problem_dates"]


def test_who_changes_an_inquiry_another_has_just_changed_is_told(world):
    pages = twice(stages.planned(world))
    given = {"actor": world.affairs, "at": at("2026-05-28"), "reason": "会期调整"}
    words = {"units": stages.asked_units(world), "focus": "农村公路养护资金的落实"}
    inquiring.change_inquiry(pages[0], **given, **words)
    with pytest.raises(Refused, match="他人刚刚调整了询问安排"):
        inquiring.change_inquiry(pages[1], **given, **words)
    assert Inquiry.objects.get().plans_issued == 2


def test_a_file_of_a_visit_is_listed_under_the_name_it_was_given(world):
    item = stages.arranged(world)
    words = {"held_on": day("2026-05-12"), "participants": "城环委", "findings": "两处尚未开工。"}
    file = SimpleUploadedFile("路段，校验值.jpg", photo())
    place = {"actor": world.builder, "at": at("2026-05-13"), "visit": item.visits.first()}
    leading.record_visit(item, file=file, **place, **words)
    found = item_file(world.builder, item.pk, day("2026-05-14")).attachments
    assert [one.name for one in found] == ["路段，校验值.jpg"]
