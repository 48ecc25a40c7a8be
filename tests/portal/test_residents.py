"""Residents at the public site: places found, an opinion said, proved, followed, rated."""

import re
from contextlib import nullcontext
from functools import partial

import pytest
from django.core import signing
from django.core.cache import cache

from minqiao.duties.stations.models import Opinion
from minqiao.kit.workflow import Refused
from minqiao.overviews.portal.views.opinions import SALT
from tests.attachments.samples import PDF, photo, upload
from tests.factories import at
from tests.stations import stages

pytestmark = pytest.mark.django_db
SAY = "/public/stations/ZB-1-1/say/?qr"
WORDS = {"text": stages.TEXT, "phone": "138 0000 1234", "consent": "on"}


@pytest.fixture(autouse=True)
def no_calls_counted(db, monkeypatch):
    cache.clear()
    monkeypatch.setenv("MINQIAO_TODAY", "2026-09-14")


def page(client, address, **params):
    answer = client.get(address, params)
    assert answer.status_code == 200
    return answer.content.decode()


def token_of(words):
    return re.search(r'name="token" value="([^"]+)"', words).group(1)


def code_in(words):
    return re.search(r'name="code" value="([^"]+)"', words).group(1)


def said(client, committed=nullcontext, **words):
    """The form filled in and sent, twice, as on a bad network."""
    sent = WORDS | {"token": token_of(page(client, SAY))} | words
    with committed():
        answers = [client.post(SAY, sent) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    return answers[0].content.decode()


def test_a_place_is_found_by_county_township_and_words(world, client):
    stages.ready(world)
    for params in ({"q": "ZB-1-1"}, {"county": stages.COUNTY}, {"township": stages.TOWNSHIP, "kind": "room"}):
        assert "/public/stations/ZB-1-1/" in page(client, "/public/stations/", **params)
    assert "/public/stations/ZB-1-1/" not in page(client, "/public/stations/", kind="industry")
    words = page(client, "/public/stations/ZB-1-1/", qr="")
    assert [one in words for one in ("镇政府一楼", "0000-1234567", "代表1", "say/?qr")] == [True] * 4
    assert client.get("/public/stations/none/").status_code == 404


def test_my_deputies_and_my_station_by_township(world, client):
    stages.ready(world)
    assert "放珠镇" in page(client, "/public/mine/", county=stages.COUNTY)
    words = page(client, "/public/mine/", county=stages.COUNTY, township=stages.TOWNSHIP)
    assert [one in words for one in ("代表1", "代表901", "ZB-1联络点")] == [True] * 3


def test_no_number_of_a_deputy_is_shown(world, client):
    stages.ready(world)
    for address in (
        "/public/stations/ZB-1-1/",
        f"/public/mine/?township={stages.TOWNSHIP}",
        "/public/stations.json",
    ):
        assert "1390000" not in client.get(address).content.decode()


def test_sent_twice_it_is_one_opinion_with_one_code(world, client):
    stages.ready(world)
    words = said(client)
    opinion = Opinion.objects.get()
    assert (opinion.number, opinion.way, opinion.phone, opinion.state) == (
        "民意2026-00001", "qr", stages.PHONE, "received",
    )  # fmt: skip
    followed = client.post("/public/track/", {"code": code_in(words)}).content.decode()
    assert (stages.TEXT in followed, stages.PHONE in followed, "分流办理" in followed) == (True, False, True)


def test_the_number_is_proved_where_messages_can_be_sent(
    world, client, settings, django_capture_on_commit_callbacks
):
    committed = partial(django_capture_on_commit_callbacks, execute=True)
    stages.ready(world)
    settings.SMS = f"{__name__}.gateway"
    SENT.clear()
    words = said(client, committed)
    assert "核实手机号" in words
    token = token_of(words)
    assert len(SENT) == 1
    wrong = client.post("/public/prove/", {"token": token, "digits": "000000"})
    assert (wrong.status_code, "验证码不对" in wrong.content.decode()) == (409, True)
    with committed():
        client.post("/public/prove/", {"token": token, "again": "1"})
    assert len(SENT) == 2
    old, new = (words.removeprefix("验证码")[:6] for _, words in SENT)
    assert old == new or client.post("/public/prove/", {"token": token, "digits": old}).status_code == 409
    done = client.post("/public/prove/", {"token": token, "digits": new})
    assert (done.status_code, "已收到，谢谢您" in done.content.decode()) == (200, True)
    assert Opinion.objects.get().is_verified is True


SENT = []


def gateway(phone, words):
    SENT.append((phone, words))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"consent": ""}, "请先勾选同意"),
        ({"phone": "123"}, "应为11位手机号码"),
        ({"text": ""}, "请填写"),
        ({"text": "绝密★启用前 桥断了"}, "绝密"),
    ],
)
def test_wrong_words_come_back_as_typed_and_nothing_is_kept(world, client, wrong, words):
    stages.ready(world)
    sent = WORDS | {"token": token_of(page(client, SAY)), "village": "三组桥头"} | wrong
    answer = client.post(SAY, sent)
    assert (answer.status_code, words in answer.content.decode(), "三组桥头" in answer.content.decode()) == (
        422, True, True,
    )  # fmt: skip
    assert Opinion.objects.count() == 0


def test_an_old_or_forged_form_keeps_the_words_and_asks_once_more(world, client):
    stages.ready(world)
    for token in ("", "forged", signing.dumps("no uuid", salt=SALT), signing.dumps("x", salt="other")):
        answer = client.post(SAY, WORDS | {"token": token})
        words = answer.content.decode()
        assert (answer.status_code, "请再按一次“提交”" in words, stages.TEXT in words) == (409, True, True)
    assert client.post(SAY, WORDS | {"token": token_of(words)}).status_code == 200
    assert Opinion.objects.count() == 1


@pytest.mark.parametrize("content", [PDF, b"<script>", b"\xff\xd8\xff\xe0 broken", b""])
def test_hostile_uploads_are_refused_politely(world, client, content):
    stages.ready(world)
    sent = WORDS | {"token": token_of(page(client, SAY)), "photo": upload("a.jpg", content)}
    assert client.post(SAY, sent).status_code == 422
    assert Opinion.objects.count() == 0


def test_a_photo_is_kept_with_the_opinion(world, client, settings, tmp_path):
    stages.ready(world)
    settings.MEDIA_ROOT = tmp_path
    sent = WORDS | {"token": token_of(page(client, SAY)), "photo": upload("a.jpg", photo())}
    assert client.post(SAY, sent).status_code == 200
    assert len(list(tmp_path.rglob("attachments/*/*/*/*"))) == 1


def test_one_address_may_say_much_but_not_without_end(world, client, monkeypatch):
    stages.ready(world)
    monkeypatch.setattr("minqiao.overviews.portal.views.opinions.value", lambda *a, **k: 2)
    answers = [
        client.post(SAY, WORDS | {"token": token_of(page(client, SAY)), "phone": f"1380000123{number}"})
        for number in range(3)
    ]
    assert [one.status_code for one in answers] == [200, 200, 409]
    assert stages.TEXT in answers[2].content.decode()


def test_the_code_opens_the_way_and_the_rating(world, client):
    code = code_in_of(world, client)
    answer = client.post("/public/track/", {"code": code.upper().replace("-", "")})
    assert "请您评价" in answer.content.decode()
    empty = client.post("/public/track/", {"code": code, "rate": "1"})
    assert empty.status_code == 422
    rated = client.post("/public/track/", {"code": code, "rating": "dissatisfied", "words": "还是断的"})
    assert (rated.status_code, "您的评价" in rated.content.decode()) == (200, True)
    assert Opinion.objects.get().rating == "dissatisfied"
    assert client.post("/public/track/", {"code": code, "rating": "satisfied"}).status_code == 409


def code_in_of(world, client):
    """The tracking code of an answered opinion."""
    stages.ready(world)
    code = code_in(said(client))
    opinion = Opinion.objects.select_related("place").get()
    stages.routing.route(opinion, actor=world.keeper, at=at("2026-09-14 11:00"), route="village")
    stages.routing.answer(opinion, actor=world.keeper, at=at("2026-09-15"), answer="已修好。")
    return code


def test_a_wrong_code_tells_nothing(world, client):
    stages.raised(world)
    for code in ("aaaaa-aaaaa", "民意2026-00001", "1", "😀"):
        answer = client.post("/public/track/", {"code": code})
        assert (answer.status_code, stages.TEXT in answer.content.decode()) == (404, False)


def test_a_copy_is_good_until_a_place_changes(world, client):
    stages.ready(world)
    answer = client.get("/public/stations/")
    assert client.get("/public/stations/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    stages.a_place("ZB-8")
    assert client.get("/public/stations/", headers={"If-None-Match": answer["ETag"]}).status_code == 200
    assert client.get(SAY)["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_open_data_of_places(world, client):
    stages.ready(world)
    rows = client.get("/public/stations.csv").content.decode("utf-8-sig").splitlines()
    told = client.get("/public/stations.json").json()["rows"]
    assert len(rows) - 1 == len(told) == 3
    assert told[0]["page"] == "http://testserver/public/stations/ZB-1/"
    assert client.get("/public/stations.xlsx").status_code == 404


def test_answers_are_public_as_a_checked_copy_and_gone_when_taken_down(world, client):
    opinion = stages.answered(world, name="李桥生", text="李桥生说桥断了，请打13800001234。")
    words = {"public_answer": "已修好。"}
    facts = {"actor": world.keeper, "at": at("2026-09-21")}
    with pytest.raises(Refused, match="还有电话号码"):
        stages.routing.publish(opinion, **facts, **words | {"public_text": "桥断了，请打13800001234。"})
    with pytest.raises(Refused, match="还有提出人姓名"):
        stages.routing.publish(opinion, **facts, **words | {"public_text": "李桥生说桥断了。"})
    stages.routing.publish(opinion, **facts, **words | {"public_text": "村民说桥断了。"})
    told = [client.get(f"/public/opinions{end}").content.decode() for end in ("/", ".csv", ".json")]
    assert [("村民说桥断了。" in one, "李桥生" in one, "1380000" in one) for one in told] == [
        (True, False, False)
    ] * 3
    assert "村民说桥断了。" in page(client, "/public/opinions/", county=stages.COUNTY)
    assert "村民说桥断了。" not in page(client, "/public/opinions/", county="520521000000")
    stages.routing.take_down(opinion, **facts, note="内容有误")
    assert "村民说桥断了。" not in page(client, "/public/opinions/")
