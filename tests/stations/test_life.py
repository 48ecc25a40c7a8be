"""Acts on opinions and places: rows, trail, texts, messages; sent twice, counted once; the clock's part."""

import uuid

import pytest

from minqiao.duties.stations import tasks
from minqiao.duties.stations.actions import converting, residents, routing
from minqiao.duties.stations.actions.places import (
    attach_deputies,
    file_place,
    note_built,
    open_place,
    pass_inspection,
)
from minqiao.duties.stations.actions.telling import code_of, key_of_code
from minqiao.duties.stations.models import Kind, Opinion, Place, Text
from minqiao.duties.stations.queries.opinions import opinion_by_key
from minqiao.duties.stations.rules.people import SOMEBODY, resident_of
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at, day
from tests.stations import stages

pytestmark = pytest.mark.django_db


def test_a_form_sent_twice_is_one_opinion(world):
    once = uuid.uuid4()
    first = stages.raised(world, once=once)
    again = stages.raised(world, "2026-09-14 10:01", once=once, text="别的话")
    assert (again.pk, again.text, Opinion.objects.count()) == (first.pk, stages.TEXT, 1)
    assert opinion_by_key(key_of_code(code_of(once).upper().replace("-", " "))) == first
    assert opinion_by_key(key_of_code("23456-78923")) is None


def test_one_number_may_raise_so_many_a_day_and_others_go_on(world):
    for _ in range(5):
        stages.raised(world)
    with pytest.raises(Refused, match="同一手机号每天最多提5件意见"):
        stages.raised(world)
    assert stages.raised(world, phone="13800005678").number == "民意2026-00006"
    assert stages.raised(world, "2026-09-15 10:00").number == "民意2026-00007"


def test_three_wrong_codes_and_two_more_close_the_form(world, settings):
    settings.SMS = "console"
    opinion = stages.raised(world)
    for _ in range(5):
        with pytest.raises(Refused, match="验证码不对"):
            residents.verify(opinion, actor=resident_of(opinion), at=at("2026-09-14"), digits="xxxxxx")
    with pytest.raises(Refused, match="验证码已经输错5次"):
        residents.verify(opinion, actor=resident_of(opinion), at=at("2026-09-14"), digits="xxxxxx")


@pytest.mark.parametrize(
    ("route", "due_on"),
    [
        ("village", "2026-09-20"),
        ("township", "2026-09-28"),
        ("county", "2026-10-16"),
        ("higher_deputy", "2026-09-28"),
    ],
)
def test_every_way_has_its_limit(world, route, due_on):
    opinion = stages.routed(world, route)
    assert (opinion.route, opinion.due_on) == (route, day(due_on))


def test_who_is_told_of_what(world):
    stages.ready(world)
    opinion = stages.raised(world)
    assert told() == {"keeper": f"收到群众意见，请分流：{opinion.number}"}
    routing.route(opinion, actor=world.keeper, at=at("2026-09-14"), route="county")
    assert set(told()) == {"office"}
    routing.give_back(opinion, actor=world.office, at=at("2026-09-15"), note="镇里能办")
    assert set(told()) == {"keeper"}
    words = {"route": "higher_deputy", "wanted_level": "prefecture"}
    routing.route(opinion, actor=world.keeper, at=at("2026-09-16"), **words)
    assert set(told()) == {"daibiao1"}
    converting.convert(opinion, actor=world.deputy, at=at("2026-09-17"), title="关于危桥的建议")
    assert set(told()) == {"keeper", "office"}


def told():
    found = dict(Message.objects.values_list("user__username", "words"))
    Message.objects.all().delete()
    return found


def test_several_opinions_of_one_matter_join_one_chain_and_all_are_told(world):
    first = stages.raised(world)
    second = stages.raised(world, phone="13800005678", text="桥断了，拉化肥绕五公里。")
    third = stages.raised(world, phone="13800009999", text="桥什么时候修？")
    words = {"title": "关于修复危桥的建议", "also": [second], "requests": []}
    converting.convert(first, actor=world.deputy, at=at("2026-09-20"), **words)
    converting.join(third, actor=world.keeper, at=at("2026-09-21"), same_as=first)
    suggestion = Suggestion.objects.get()
    assert suggestion.facts == f"{first.text}\n{second.text}"
    assert set(Opinion.objects.values_list("state", "suggestion_id")) == {("converted", suggestion.pk)}
    assert Text.objects.filter(kind="moved").count() == 3
    links = Event.objects.filter(case_type="suggestions.suggestion", action="from_opinion")
    assert list(links.values_list("note", flat=True)) == [first.number, second.number, third.number]
    with pytest.raises(Refused, match="当前环节是“已转为代表建议”，不能转为代表建议"):
        converting.convert(second, actor=world.deputy, at=at("2026-09-22"), title="又一件")


def test_a_bad_rating_goes_back_once_with_a_new_limit(world):
    opinion = stages.rated(world, "dissatisfied")
    words = {"actor": world.keeper, "at": at("2026-09-22"), "route": "township"}
    routing.send_again(opinion, **words)
    assert (opinion.state, opinion.rating, opinion.first_rating) == ("assigned", "", "dissatisfied")
    assert (opinion.due_on, opinion.told_on) == (day("2026-10-13"), None)
    routing.answer(opinion, actor=world.keeper, at=at("2026-09-24"), answer="已换一楼增压泵。")
    residents.rate(opinion, actor=resident_of(opinion), at=at("2026-09-25"), rating="dissatisfied")
    with pytest.raises(Refused, match="已经退回再办过一次"):
        routing.send_again(opinion, **words)
    routing.end(opinion, actor=world.keeper, at=at("2026-09-26"))
    assert (opinion.state, opinion.first_rating, opinion.rating) == ("closed", "dissatisfied", "dissatisfied")


def test_without_a_number_somebody_is_told_by_word_of_mouth(world):
    opinion = stages.answered(world, phone="")
    assert Text.objects.count() == 0
    with pytest.raises(Refused, match="还没有把结果告知群众，不能办结"):
        routing.end(opinion, actor=world.keeper, at=at("2026-09-21"))
    routing.tell(opinion, actor=world.keeper, at=at("2026-09-21"), note="入户当面告知")
    routing.end(opinion, actor=world.keeper, at=at("2026-09-21"))
    assert (opinion.state, opinion.told_on) == ("closed", day("2026-09-21"))


def test_the_clock_ends_what_was_told_and_forgets_numbers_in_time(world):
    opinion = stages.answered(world)
    Opinion.objects.update(told_on=day("2026-09-15"))
    tasks.look_after_opinions(at("2026-09-22"))
    assert state(opinion) == ("answered", stages.PHONE)
    assert tasks.look_after_opinions(at("2026-09-23")) == ["联络站：到期办结群众意见1件"]
    assert state(opinion) == ("closed", stages.PHONE)
    tasks.look_after_opinions(at("2027-03-23"))
    assert state(opinion) == ("closed", stages.PHONE)
    assert tasks.look_after_opinions(at("2027-03-24")) == ["联络站：清除群众联系方式1件"]
    assert state(opinion) == ("closed", "")
    assert Opinion.objects.get().phone_key == ""
    assert tasks.look_after_opinions(at("2027-03-25")) == []


def state(opinion):
    opinion.refresh_from_db()
    return opinion.state, opinion.phone


def test_what_nobody_verifies_is_gone_after_a_day(world, settings):
    settings.SMS = "console"
    opinion = stages.raised(world, photo=None)
    tasks.look_after_opinions(at("2026-09-15 09:59"))
    assert Opinion.objects.count() == 1
    assert tasks.look_after_opinions(at("2026-09-15 10:01")) == ["联络站：清除未核实的意见1件"]
    assert Opinion.objects.filter(pk=opinion.pk).count() == 0


def test_a_text_is_claimed_before_it_is_sent_and_tried_again(world, settings):
    stages.raised(world)
    settings.SMS = f"{__name__}.broken"
    assert tasks.text_residents(at("2026-09-14 10:10")) == []
    assert list(Text.objects.values_list("sent_at", "tries")) == [(None, 1)]
    settings.SMS = "console"
    assert tasks.text_residents(at("2026-09-14 10:20")) == ["联络站：发出短信1条"]
    assert tasks.text_residents(at("2026-09-14 10:30")) == []


def broken(phone, words):
    raise OSError("gateway down")


def test_a_place_from_its_filing_to_its_opening(world):
    stages.ready(world)
    kind = Kind.objects.get(pk="room")
    words = {"code": "ZB-9", "name": "新村联络室", "address": "村委会", "head": "", "phone": "1234567"}
    made = file_place(
        actor=world.office, at=at("2026-06-01"), area=stages.VILLAGE, kind=kind, opening="每周", **words
    )
    assert (made.parent_id, made.congress_id, made.city_id) == (
        None, world.county.pk, world.congress.pk,
    )  # fmt: skip
    place = Place.objects.select_related("kind").get(pk=made.pk)
    note_built(place, actor=world.office, at=at("2026-06-02"))
    pass_inspection(place, actor=world.office, at=at("2026-06-03"))
    with pytest.raises(Refused, match="启用前请补全：站长"):
        open_place(place, actor=world.office, at=at("2026-06-04"))
    Place.objects.filter(pk=place.pk).update(head="站长乙")
    place.refresh_from_db()
    open_place(place, actor=world.office, at=at("2026-06-05"))
    assert (place.state, place.since) == ("operating", day("2026-06-05"))
    attach_deputies(place, actor=world.office, at=at("2026-06-06"), mandates=world.mandates[:2])
    attach_deputies(place, actor=world.office, at=at("2026-06-06"), mandates=world.mandates[1:3])
    attached = place.attached.order_by("mandate_id").values_list("mandate_id", flat=True)
    assert list(attached) == [one.pk for one in world.mandates[1:3]]


def test_staff_enter_under_their_name_and_never_learn_anothers_code(world):
    stages.ready(world)
    once = uuid.uuid4()
    words = {"text": "路灯坏了", "answer": "已报修，今晚亮。", "phone": ""}
    made = residents.enter_opinion(world.room, actor=world.keeper, at=at("2026-09-14"), once=once, **words)
    assert (made.state, made.route, made.told_on, made.entered_by) == (
        "answered", "on_the_spot", day("2026-09-14"), "keeper",
    )  # fmt: skip
    with pytest.raises(Refused, match="只有该站点的工作人员和在该站点接待的代表可以代为登记"):
        residents.enter_opinion(
            world.room, actor=world.other_keeper, at=at("2026-09-14"), once=uuid.uuid4(), text="x"
        )
    by_deputy = residents.enter_opinion(
        world.room, actor=world.deputy, at=at("2026-09-14"), once=uuid.uuid4(), text="桥断了"
    )
    assert by_deputy.taken_by_id == world.deputy.scope_id
    assert SOMEBODY.role == "resident"
