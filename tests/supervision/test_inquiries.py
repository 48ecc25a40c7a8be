"""Special inquiries and the vote: what is asked, how counts are judged, what is mended, the papers."""

import pytest
from django.urls import reverse

from minqiao.duties.supervision.actions import inquiring
from minqiao.duties.supervision.models import InquiredUnit, Inquiry
from minqiao.duties.supervision.queries.waiting import waiting
from minqiao.duties.supervision.rules.inquiries import judged
from minqiao.duties.supervision.tasks import remind_of_plans
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at, day
from tests.supervision import stages
from tests.supervision.test_pages import queries

pytestmark = pytest.mark.django_db


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def paper(kind):
    return from_facts(Paper.objects.get(kind=kind).facts)


@pytest.mark.parametrize(
    ("votes", "verdict"),
    [
        ((28, 0, 24), "satisfied"),
        ((27, 2, 23), "basic"),
        ((24, 3, 25), "dissatisfied"),
        ((20, 8, 24), "dissatisfied"),
        ((20, 9, 23), "basic"),
        ((30, 20, 3), ""),
    ],
)
def test_counts_are_judged_by_all_members(votes, verdict):
    """Of 56: 28 satisfied are half; 28 with basic are not more than half; 53 votes of 52 are impossible."""
    assert judged(56, 52, {"一": votes})["一"][0] == verdict


def test_the_plan_goes_out_with_its_units_and_the_members_are_told(world):
    stages.planned(world)
    found = paper("inquiry_plan")
    assert (found.title, found.addressee) == (
        "关于“道路类代表建议办理情况”专题询问的方案",
        "毕节市人民政府，毕节市交通运输局、毕节市财政局",
    )
    told = set(Message.objects.values_list("user__username", flat=True))
    units = {f"{kind}-{code}" for kind in ("officer", "head", "principal") for code in ("A14", "A08")}
    assert told == units | {"gov", "chairs", "member"}


def test_what_was_asked_is_recorded_only_when_it_was_asked(world):
    found = stages.planned(world)
    words = {"held_on": day("2026-05-28"), "questions": [(world.units["A03"], "委员甲", "问", "答")]}
    why = refused(inquiring.record_inquiry, found, actor=world.affairs, at=at("2026-05-27"), **words)
    assert why == "会议日期是2026-05-28，还没有到"
    why = refused(inquiring.record_inquiry, found, actor=world.affairs, at=at("2026-05-28"), **words)
    assert why == "毕节市教育局不在应询单位中"


def test_the_vote_names_who_is_found_wanting_and_keeps_counts_only(world):
    found = stages.voted(world)
    names = ("unit__code", "satisfied", "basic", "dissatisfied", "verdict")
    rows = [("A14", 24, 3, 25, "dissatisfied"), ("A08", 40, 8, 4, "satisfied")]
    assert list(InquiredUnit.objects.filter(inquiry=found).values_list(*names)) == rows
    texts = [getattr(block, "text", "") for block in paper("poll_result").blocks]
    assert texts[0].startswith(
        "第三十六次会议对应询单位办理代表建议的情况进行了满意度测评。常委会组成人员56人，到会52人，监票人委员乙。"
    )
    assert texts[2:] == [
        "毕节市交通运输局：全体组成人员56人的半数为28，满意24票不足半数，满意和基本满意27票，未超过半数。",
        "毕节市财政局：全体组成人员56人的半数为28，满意40票，达到半数。",
        "请毕节市交通运输局认真整改，于2026年8月31日前由主要负责人书面报送整改情况。",
    ]
    assert Event.objects.get(action="record_vote").note == "到会52人"


def test_counts_that_cannot_be_true_are_refused(world):
    found = stages.held(world)
    first, second = (unit.pk for unit in stages.asked_units(world))
    facts = {"actor": world.affairs, "at": at("2026-05-28"), "scrutineer": "委员乙"}

    def why(**counts):
        of_units = {int(name[1:]): votes for name, votes in counts.items()}
        return refused(inquiring.record_vote, found, members=56, present=52, counts=of_units, **facts)

    both = {f"u{first}": (30, 20, 3), f"u{second}": (40, 8, 4)}
    assert why(**both) == "毕节市交通运输局的票数不可能成立：测评票合计53，多于到会52人"
    assert why(**{f"u{first}": (30, 20, 2)}) == "请填写每个应询单位的票数"
    assert why(**both | {f"u{first}": (24, 3, 25)}) == "有单位测评为不满意，请写明整改期限"
    assert Inquiry.objects.get().voted_on is None


def waits(actor):
    return [one.act for one in waiting(actor, day("2026-06-01")) if "/inquiries/" in one.url]


def test_who_is_found_wanting_reports_and_then_it_ends(world):
    found = stages.voted(world)
    why = refused(inquiring.end_inquiry, found, actor=world.affairs, at=at("2026-06-01"))
    assert why == "还有1个测评不满意的单位没有报送整改情况"
    assert (waits(world.principal["A14"]), waits(world.principal["A08"]), waits(world.affairs)) == (
        ["测评为不满意，请报送整改情况"], [], [],
    )  # fmt: skip
    Message.objects.all().delete()
    days = ("2026-08-27", "2026-08-28", "2026-08-29", "2026-09-01", "2026-09-02")
    assert [bool(remind_of_plans(at(on))) for on in days] == [False, True, False, True, False]
    assert set(Message.objects.values_list("user__username", flat=True)) == {"principal-A14", "affairs"}
    words = {"words": "已落实资金，年内完成。"}
    inquiring.report_mended(found, actor=world.principal["A14"], at=at("2026-09-03"), **words)
    assert InquiredUnit.objects.get(unit=world.units["A14"]).mended_on == day("2026-09-03")
    inquiring.end_inquiry(found, actor=world.affairs, at=at("2026-09-04"))
    assert found.state == "ended"


def test_who_reads_it(world, client, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-01")
    url = reverse("supervision:inquiry", args=[stages.voted(world).pk])
    people = {
        "affairs": world.affairs, "chairs": world.chairs, "member": world.member, "gov": world.gov,
        "asked": world.officer["A08"], "other": world.officer["A03"], "deputy": world.deputy,
        "auditor": world.auditor,
    }  # fmt: skip
    seen = set()
    for who, actor in people.items():
        client.force_login(User.objects.get(pk=actor.user_id))
        if client.get(url).status_code == 200:
            seen.add(who)
    assert seen == {"affairs", "chairs", "member", "gov", "asked"}
    client.force_login(User.objects.get(pk=world.affairs.user_id))
    assert queries(client, url) <= 8
