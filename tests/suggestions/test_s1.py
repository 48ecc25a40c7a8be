"""S-1: the session's 218 items are handed over on one day with one signed letter (domain.md 6)."""

import pytest

from minqiao.duties.suggestions.actions import drafting, office
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.lists import batch_rows, counts_of, suggestions
from minqiao.foundation.attachments.actions import keep
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from tests.attachments.samples import PDF, upload
from tests.factories import TEXT, a_world, at, day

HARD = {7, 19}
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(module_db):
    return a_world()


@pytest.fixture(scope="module")
def handed_over(world):
    """196 suggestions and 22 review remarks, registered and handed over in batch 3-5 on 2026-03-20."""
    for number in range(1, 197):
        words = TEXT | {"title": f"关于第{number}号事项的建议"}
        found = drafting.draft(actor=world.deputy, at=at("2026-03-05"), **words)
        drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))
        office.register(found, actor=world.affairs, at=at("2026-03-12"), is_hard=number in HARD)
    for number in range(1, 23):
        _remark(world, number)
    accepted = list(Suggestion.objects.filter(state="accepted"))
    batch = office.prepare_batch(
        actor=world.affairs,
        at=at("2026-03-19"),
        congress=world.congress,
        name="3-5",
        suggestions=accepted,
    )
    office.issue_batch(
        batch, actor=world.affairs, at=at("2026-03-20"), assigned_on=day("2026-03-20"), place="毕节"
    )
    office.sign_batch(
        batch, actor=world.affairs, at=at("2026-03-20"), assigned_by="秘书长", received_by="政府副秘书长"
    )
    return batch


def _remark(world, number):
    words = {
        "title": f"审议发言第{number}条",
        "facts": "发言内容",
        "meeting": "第二代表团会议",
        "report_debated": "政府工作报告",
    }
    found = drafting.draft(
        actor=world.affairs, at=at("2026-03-06"), signer=world.mandates[1], kind=Kind.REVIEW_REMARK, **words
    )
    office.sort(
        found,
        actor=world.affairs,
        at=at("2026-03-07"),
        title=words["title"],
        topic="social",
        requests=["研究办理"],
    )
    drafting.confirm_remark(found, actor=world.deputies[1], at=at("2026-03-07"))
    office.register(found, actor=world.affairs, at=at("2026-03-12"))


def test_counts_match_everywhere(world, handed_over):
    assert counts_of(handed_over) == {"total": 218, "suggestions": 196, "remarks": 22}
    assert batch_rows(handed_over).count() == 218
    assert suggestions(world.gov, {}, day("2026-03-20")).count() == 218
    figures = handling_progress(world.affairs, day("2026-03-20"))
    assert (figures["assigned"], figures["suggestions"], figures["remarks"]) == (218, 196, 22)


def test_one_letter_with_its_annex_of_218_rows(handed_over):
    letters = papers_of(handed_over)
    assert [(paper.kind, paper.number) for paper in letters] == [
        ("assignment_letter", "毕人常办函〔2026〕1号")
    ]
    letter = from_facts(_whole(letters[0]).facts)
    rows = letter.annexes[0].blocks[0].rows
    assert len(rows) == 218
    assert letter.blocks[0].text == (
        "毕节市第三届人民代表大会第五次会议期间，代表提出的建议、批评和意见及审议发言建议共218件，"
        "其中代表建议196件、审议发言建议22件，经审核登记，现交你们研究办理。"
    )


def _whole(paper):
    return type(paper).objects.get(pk=paper.pk)


def test_both_signers_and_the_scan_are_on_record(world, handed_over):
    scan = upload("交办书签字扫描件.pdf", PDF)
    kept = keep(scan, subject=handed_over, case=handed_over, actor=world.affairs, at=at("2026-03-20"))
    assert (handed_over.assigned_by, handed_over.received_by) == ("秘书长", "政府副秘书长")
    assert kept.name == "交办书签字扫描件.pdf"


def test_every_date_explains_itself(handed_over):
    plain = Suggestion.objects.filter(is_hard=False)
    hard = Suggestion.objects.filter(is_hard=True)
    assert set(plain.values_list("due_on", flat=True)) == {day("2026-06-22")}
    assert {row.due_facts["why"] for row in plain} == {"3个月至6月20日，端午节假期顺延至6月22日"}
    assert (plain.count(), hard.count()) == (216, 2)
    assert set(hard.values_list("due_on", flat=True)) == {day("2026-09-20")}
    assert {row.due_facts["raw"] for row in plain} == {"2026-06-20"}


def test_210_are_dispatched_and_8_held_and_units_see_only_theirs(world, handed_over):
    units = list(world.units.values())
    items = list(Suggestion.objects.select_related("congress").order_by("number"))
    for position, found in enumerate(items):
        if position < 8:
            office.hold(found, actor=world.gov, at=at("2026-03-20"), note="请领导研究")
        else:
            unit = units[position % 4]
            office.dispatch(found, actor=world.gov, at=at("2026-03-20"), units=[(unit, "sole", "")])
    figures = handling_progress(world.gov, day("2026-03-20"))
    assert (figures["to_dispatch"], figures["held"], figures["assigned"]) == (8, 8, 218)
    seen = {code: suggestions(world.officer[code], {}, day("2026-03-20")).count() for code in world.units}
    assert sum(seen.values()) == 210
    assert seen == {"A14": 53, "A08": 53, "A11": 52, "A03": 52}
    mine = {row["pk"] for row in suggestions(world.officer["A14"], {}, day("2026-03-20"))}
    assert mine == {found.pk for position, found in enumerate(items) if position >= 8 and position % 4 == 0}
