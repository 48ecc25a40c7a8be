"""The ladder of chasing: what is proposed on which day, what is issued, what is refused."""

import datetime as dt

import pytest

from minqiao.duties.suggestions.actions import handling, replying
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.supervision.actions import chasing
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.models import Chase, ChasedPart
from minqiao.duties.supervision.queries.chasing import ladder, parts_of
from minqiao.duties.supervision.rules.chasing import OpenPart, level_of, proposed, why_no_level
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.factories import a_contact, a_dispatched, at, day, handlings_of, to_signing
from tests.supervision import stages

D = dt.date(2026, 6, 1)


def part(light="black", pk=1, unit=1, **written):
    return OpenPart(pk, pk, unit, f"单位{unit}", f"{pk:03}", "题", D, light, "", **written)


def yes(since):
    return True


def no(since):
    return False


@pytest.mark.parametrize(
    ("one", "waited", "level"),
    [
        (part("green"), yes, ""),
        (part("amber"), yes, ""),
        (part("red"), no, "first"),
        (part("black"), no, "first"),
        (part("red", first_on=D), yes, ""),
        (part("black", first_on=D), no, ""),
        (part("black", first_on=D), yes, "second"),
        (part("black", first_on=D, second_on=D), no, ""),
        (part("black", first_on=D, second_on=D), yes, "circular"),
        (part("black", first_on=D, second_on=D, circular_on=D), yes, ""),
    ],
)
def test_the_next_step(one, waited, level):
    assert level_of(one, waited) == level


def test_units_get_one_notice_each_and_all_one_circular():
    parts = [
        part(pk=1, unit=1),
        part(pk=2, unit=1, light="red"),
        part(pk=3, unit=2, first_on=D),
        part(pk=4, unit=1, first_on=D, second_on=D),
        part(pk=5, unit=2, light="blue"),
    ]
    notices, circular = proposed(parts, yes)
    assert {key: [one.handling_id for one in rows] for key, rows in notices.items()} == {
        (1, "first"): [1, 2],
        (2, "second"): [3],
    }
    assert [one.handling_id for one in circular] == [4]


@pytest.mark.parametrize(
    ("one", "waited", "why"),
    [
        (part("green"), no, ""),
        (part("black"), no, ""),
        (part("red", first_on=D), yes, "2026-06-01已催办，尚未超期"),
        (part("black", first_on=D), no, "2026-06-01已催办，未满再次催办的间隔"),
        (part("black", first_on=D, second_on=D, circular_on=D), yes, "2026-06-01已通报"),
    ],
)
def test_why_nothing_is_proposed(one, waited, why):
    assert why_no_level(one, waited) == why


def found(world, when):
    """What the ladder proposes for unit A14 on a day: (level, how many) of each notice, and to circulate."""
    rows = ladder(world.affairs, day(when))
    return sorted((str(level), len(parts)) for (_, level), parts in rows.notices.items()), len(rows.circular)


@pytest.mark.django_db
def test_the_ladder_day_by_day(world):
    """Due 2026-06-22: red from 06-12, chased; the second after 06-22 and five workdays; then the circular."""
    stages.ready(world)
    a_dispatched(world)
    a_dispatched(world, title="关于另一条路的建议")
    assert found(world, "2026-06-11") == ([], 0)
    assert found(world, "2026-06-12") == ([("first", 2)], 0)
    stages.chase_again(world, ChaseLevel.FIRST, "2026-06-12")
    assert found(world, "2026-06-22") == ([], 0)
    assert found(world, "2026-06-23") == ([("second", 2)], 0)
    stages.chase_again(world, ChaseLevel.SECOND, "2026-06-23")
    assert found(world, "2026-06-29") == ([], 0)
    assert found(world, "2026-06-30") == ([], 2)
    ids = [one.handling_id for one in ladder(world.gov, day("2026-06-30")).circular]
    chasing.circulate(actor=world.gov, at=at("2026-06-30"), parts=ids, demand="请尽快答复。")
    assert found(world, "2026-07-30") == ([], 0)
    assert list(ChasedPart.objects.order_by("pk").values_list("chase__level", "days_late")) == [
        ("first", -10), ("first", -10), ("second", 1), ("second", 1), ("circular", 8), ("circular", 8),
    ]  # fmt: skip


@pytest.mark.django_db
def test_who_was_answered_in_time_is_not_chased(world):
    stages.ready(world)
    suggestion, rows = a_dispatched(world)
    handling.sign_for(rows["A14"], actor=world.officer["A14"], at=at("2026-03-23"))
    row = handlings_of(suggestion)["A14"]
    a_contact(world, row)
    to_signing(world, row)
    assert found(world, "2026-06-23") == ([("first", 1)], 0)
    replying.issue(row, actor=world.principal["A14"], at=at("2026-06-20"))
    assert found(world, "2026-06-23") == ([], 0)


@pytest.mark.django_db
def test_a_chaser_is_a_paper_with_its_number_and_names_what_is_open(world):
    chase = stages.chased(world)
    paper = Paper.objects.get(case_type="supervision.chase", case_id=chase.pk)
    assert (paper.kind, paper.number, paper.title) == (
        "chase_notice",
        "毕人常督办函〔2026〕1号",
        "代表建议办理催办通知",
    )
    number = chase.parts.get().handling.suggestion.number
    assert number in str(paper.facts)
    assert (chase.issued_by, chase.state) == ("毕节市人民代表大会常务委员会代表工作委员会", "issued")


@pytest.mark.django_db
def test_the_government_chases_in_its_own_name(world):
    stages.ready(world)
    a_dispatched(world)
    chase = stages.chase_again(world, ChaseLevel.FIRST, "2026-06-15", by=world.gov)
    paper = Paper.objects.get(case_id=chase.pk, case_type="supervision.chase")
    assert (chase.issued_by, paper.number) == ("毕节市人民政府办公室", "毕府督函〔2026〕1号")


@pytest.mark.django_db
def test_nothing_is_issued_twice_or_before_its_time(world):
    chase = stages.chased(world)
    words = {"unit": chase.unit, "demand": "请答复", "answer_by": day("2026-07-31")}
    ids = list(chase.parts.values_list("handling_id", flat=True))
    for level in (ChaseLevel.FIRST, ChaseLevel.SECOND):
        with pytest.raises(Refused, match="催办清单已有变化"):
            chasing.chase(actor=world.affairs, at=at("2026-06-01"), level=level, parts=ids, **words)
    with pytest.raises(Refused, match="催办清单已有变化"):
        chasing.circulate(actor=world.affairs, at=at("2026-06-01"), parts=ids, demand="请答复")
    assert Chase.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["deputy", "chairs", "committee", "secretariat", "gov_leader", "auditor"])
def test_only_the_two_offices_chase(world, who):
    stages.ready(world)
    a_dispatched(world)
    with pytest.raises(Refused, match="催办通知和通报由代表工作委员会或者政府办公室"):
        chasing.circulate(actor=getattr(world, who), at=at("2026-06-30"), parts=[1], demand="请答复")


@pytest.mark.django_db
def test_the_unit_answers_once(world):
    chase = stages.chased(world)
    words = {"words": "征地未完成", "promised_on": day("2026-06-20")}
    with pytest.raises(Refused, match="只有被催办的承办单位可以回复"):
        chasing.answer_chase(chase, actor=world.officer["A08"], at=at("2026-06-01"), **words)
    chasing.answer_chase(chase, actor=world.officer["A14"], at=at("2026-06-01"), **words)
    assert (chase.state, chase.promised_on) == ("answered", day("2026-06-20"))
    with pytest.raises(Refused, match="当前环节是“单位已回复”"):
        chasing.answer_chase(chase, actor=world.officer["A14"], at=at("2026-06-01"), **words)


@pytest.mark.django_db
def test_a_unit_named_in_a_circular_learns_of_others_only_whether_they_answered(world):
    stages.ready(world)
    for code in ("A14", "A03"):
        a_dispatched(world, title=f"关于{code}一条路的建议", lead=code)
    for level, when in ((ChaseLevel.FIRST, "2026-06-12"), (ChaseLevel.SECOND, "2026-06-23")):
        for code in ("A14", "A03"):
            stages.chase_again(world, level, when, code=code)
    ids = [one.handling_id for one in ladder(world.gov, day("2026-06-30")).circular]
    circular = chasing.circulate(actor=world.gov, at=at("2026-06-30"), parts=ids, demand="请尽快答复。")
    Handling.objects.filter(unit=world.units["A03"]).update(state="redo")
    stands = {
        who: [(one.handling.unit.code, one.stands) for one in parts_of(actor, circular)]
        for who, actor in (("unit", world.officer["A14"]), ("office", world.gov))
    }
    assert stands == {
        "unit": [("A03", "尚未答复"), ("A14", "待签收")],
        "office": [("A03", "重办待联系"), ("A14", "待签收")],
    }
