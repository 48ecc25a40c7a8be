"""S-8, exactly: a bridge reported on market day, told three times, rated; a court judgment turned away."""

import pytest

from minqiao.duties.stations.actions import converting, residents, routing
from minqiao.duties.stations.actions.telling import send_texts
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.queries.opinions import opinion_file
from minqiao.duties.stations.queries.public import way_of
from minqiao.duties.stations.rules.people import resident_of
from minqiao.duties.suggestions.actions import drafting, office
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.attachments.queries import attachments_of
from tests.attachments.samples import photo_from_a_phone, upload
from tests.factories import at, day
from tests.stations import stages

pytestmark = pytest.mark.django_db
SENT = []


def gateway(phone, words):
    """What a place's own gateway would be."""
    SENT.append((phone, words))


@pytest.fixture
def texts(settings):
    """Text messages go nowhere but into a list."""
    SENT.clear()
    settings.SMS = f"{__name__}.gateway"
    return SENT


def test_a_bridge_from_the_code_to_the_rating(world, texts, django_capture_on_commit_callbacks):
    stages.ready(world)
    with django_capture_on_commit_callbacks(execute=True):
        opinion = stages.raised(world, "2026-09-14 10:05", photo=upload("桥.jpg", photo_from_a_phone()))
    assert (opinion.state, opinion.number) == ("unverified", "")
    verified(opinion, texts)
    assert (opinion.state, opinion.number, opinion.is_verified) == ("received", "民意2026-00001", True)
    photo = attachments_of(opinion)[0]
    assert (photo.kind, photo.is_image) == ("jpg", True)

    where = {"route": "county", "handler": "区交通运输局", "topic": "urban"}
    routing.route(opinion, actor=world.keeper, at=at("2026-09-14 16:00"), **where)
    assert opinion.due_on == day("2026-10-16")  # 20 workdays: 20 September made up, Mid-Autumn, National Day
    assert opinion_file(world.office, opinion.pk, day("2026-09-15")).phone == "138****1234"

    raised_and_assigned(world, opinion)
    opinion.refresh_from_db()
    routing.answer(opinion, actor=world.keeper, at=at("2026-12-11"), answer="新桥12月10日验收，可以通行。")
    send_texts(at("2026-12-11 10:00"))
    assert [words.split("，")[0] for _, words in texts[1:]] == [
        "您反映的事项已收到",
        "您反映的事项（民意2026-00001）有进展：县级交办（区交通运输局）",
        "您反映的事项（民意2026-00001）已答复",
    ]
    assert {phone for phone, _ in texts} == {stages.PHONE}
    opinion.refresh_from_db()
    assert opinion.told_on == day("2026-12-11")
    residents.rate(opinion, actor=resident_of(opinion), at=at("2026-12-12"), rating="satisfied", words="")
    assert (opinion.state, opinion.rating, opinion.first_rating) == ("rated", "satisfied", "satisfied")
    opinion.refresh_from_db()
    assert [(words, when, state) for words, when, state, _ in way_of(opinion)] == [
        ("已收到", "2026-09-14", "done"),
        ("县级交办", "2026-09-14", "done"),
        ("代表建议3-闭2026-001：已交办待分办", "2026-09-28", "done"),
        ("答复", "2026-12-11", "done"),
        ("您的评价", "", "done"),
        ("办结", "", ""),
    ]


def raised_and_assigned(world, opinion):
    """Two deputies make a suggestion of it; it is handed in and assigned between sessions."""
    converting.convert(
        opinion,
        actor=world.deputy,
        at=at("2026-09-23"),
        title="关于修复桥边村危桥的建议",
        requests=["修复桥面"],
    )
    suggestion = Suggestion.objects.get()
    assert (suggestion.source, suggestion.facts) == ("station", stages.TEXT)
    drafting.invite(suggestion, actor=world.deputy, at=at("2026-09-23"), mandates=[world.mandates[1]])
    drafting.confirm_cosign(suggestion, actor=world.deputies[1], at=at("2026-09-23"))
    drafting.submit(suggestion, actor=world.deputy, at=at("2026-09-24"))
    assert suggestion.assign_due_on == day("2026-10-12")  # 7 workdays
    office.register(suggestion, actor=world.affairs, at=at("2026-09-28"), is_hard=False)
    office.assign(suggestion, actor=world.affairs, at=at("2026-09-28"), assigned_on=day("2026-09-28"))


def verified(opinion, texts):
    """Enters the digits of the text message; a wrong code is counted and changes nothing."""
    actor = resident_of(opinion)
    with pytest.raises(residents.Refused, match="验证码不对"):
        residents.verify(opinion, actor=actor, at=at("2026-09-14 10:06"), digits="xxxxxx")
    assert Opinion.objects.get().check_tries == 1
    digits = texts[0][1].removeprefix("验证码")[:6]
    residents.verify(opinion, actor=actor, at=at("2026-09-14 10:06"), digits=digits)


def test_a_court_judgment_is_told_the_right_door_and_is_no_suggestion(world):
    opinion = stages.redirected(world)
    assert (opinion.state, opinion.suggestion_id) == ("redirected", None)
    assert opinion.door == "诉讼案件和生效裁判：人民法院诉讼服务中心，或者拨打12368"
    assert opinion.texts.last().words == (
        f"您反映的事项（{opinion.number}）依法不由代表联络站受理。正确渠道：{opinion.door}。"
    )
    assert Suggestion.objects.count() == 0
    with pytest.raises(residents.Refused, match="当前环节是“已告知正确渠道”，不能转为代表建议"):
        converting.convert(opinion, actor=world.deputy, at=at("2026-09-15"), title="x")
