"""An Idempotency-Key: worked on once, answered alike every time, forgotten after a day."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.models import ApiToken, User
from minqiao.kit.clock import now
from minqiao.overviews.api.actions import claim
from minqiao.overviews.api.models import Answered
from minqiao.overviews.api.rules import digest
from minqiao.overviews.notifications.tasks import tick
from tests.api.conftest import Caller
from tests.factories import TEXT, a_draft, a_world, at

KEY = "a1b2c3"


def drafted(caller, body=TEXT, key=KEY, path="suggestions/"):
    return caller.post(path, body, Idempotency_Key=key)


@pytest.mark.django_db
def test_a_repeat_gets_the_first_answer(world, call):
    caller = call(world.deputy)
    first = drafted(caller)
    assert first == drafted(caller)
    assert Suggestion.objects.count() == 1
    answer = caller.client.post(
        "/api/v1/suggestions/",
        '{"title": "x"}',
        "application/json",
        headers={"Idempotency-Key": "other"},
    )
    assert "Idempotent-Replay" not in answer.headers


@pytest.mark.django_db
def test_the_repeat_says_so(world, call):
    caller = call(world.deputy)
    send = ("/api/v1/suggestions/", '{"title": "x"}', "application/json")
    answers = [caller.client.post(*send, headers={"Idempotency-Key": KEY}) for _ in range(2)]
    assert [answer.headers.get("Idempotent-Replay") for answer in answers] == [None, "true"]
    assert answers[0].content == answers[1].content


@pytest.mark.django_db
def test_the_same_key_for_something_else_is_422(world, call):
    caller = call(world.deputy)
    drafted(caller)
    words = {"errors": {"Idempotency-Key": ["这个Idempotency-Key已用于另一个请求，请换一个"]}}
    assert drafted(caller, TEXT | {"title": "另一件"}) == (422, words)
    assert drafted(caller, {}, path="messages/read") == (422, words)
    assert Suggestion.objects.count() == 1


@pytest.mark.django_db
def test_a_refusal_is_repeated_too_and_an_unsigned_one_is_not_kept(world, call):
    found = a_draft(world)
    path = f"suggestions/{found.pk}/steps/register"
    first = drafted(call(world.deputy), {}, path=path)
    assert first == drafted(call(world.deputy), {}, path=path)
    assert (first[0], Answered.objects.count()) == (409, 1)
    stranger = Client(headers={"Authorization": "Bearer wrong", "Idempotency-Key": KEY})
    assert stranger.post("/api/v1/messages/read").status_code == 401
    assert Answered.objects.count() == 1


@pytest.mark.django_db
def test_while_the_first_is_in_work_the_second_is_told_to_wait(world, call):
    caller = call(world.deputy)
    text = f"Bearer token-of-{world.deputy.capacity_id}"
    content = digest("/api/v1/messages/read", "application/json", b"{}")
    assert claim(who=digest(text), key=KEY, digest=content, at=now()) is None
    status, answer = drafted(caller, {}, path="messages/read")
    assert (status, list(answer)) == (409, ["refused", "why", "basis"])
    Answered.objects.update(at=now() - dt.timedelta(minutes=6))  # its process died
    assert drafted(caller, {}, path="messages/read") == (200, {"unread": 0})


@pytest.mark.django_db
def test_another_person_may_use_the_same_key(world, call):
    mine, theirs = drafted(call(world.deputies[0])), drafted(call(world.deputies[1]))
    assert mine[1]["id"] != theirs[1]["id"]


@pytest.mark.django_db
def test_a_revoked_token_gets_no_old_answer(world, call):
    caller = call(world.deputy)
    drafted(caller)
    ApiToken.objects.all().delete()
    assert drafted(caller)[0] == 401


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "x" * 101, "钥匙"])
def test_a_key_that_is_none_is_400(world, call, key):
    assert drafted(call(world.deputy), key=key.encode().decode("latin-1"))[0] == 400
    assert Suggestion.objects.count() == 0


@pytest.mark.django_db
def test_a_form_with_a_file_is_known_by_its_content(world, call):
    found = a_draft(world)
    text = f"Bearer token-of-{world.deputy.capacity_id}"
    call(world.deputy)
    path = f"/api/v1/suggestions/{found.pk}/attachments/"
    answers = []
    for boundary in ("one", "two"):
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            f"说明文字\r\n--{boundary}--\r\n"
        ).encode()
        kind = f"multipart/form-data; boundary={boundary}"
        headers = {"Authorization": text, "Idempotency-Key": KEY}
        answers.append(Client().post(path, body, kind, headers=headers))
    assert answers[0].content == answers[1].content
    assert answers[1].headers["Idempotent-Replay"] == "true"


@pytest.mark.django_db
def test_a_session_has_its_keys_too(world, client):
    client.force_login(User.objects.get(pk=world.deputy.user_id))
    send = ("/api/v1/suggestions/", TEXT, "application/json")
    answers = [client.post(*send, headers={"Idempotency-Key": KEY}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert Suggestion.objects.count() == 1
    client.post(reverse("account_logout"))
    assert client.post(*send, headers={"Idempotency-Key": KEY}).status_code == 401


@pytest.mark.django_db
def test_answers_and_digests_are_gone_after_a_day(world, call):
    drafted(call(world.deputy))
    row = Answered.objects.get()
    assert "token" not in row.who
    assert len(row.who) == 64
    tick(now() + dt.timedelta(hours=23))
    assert Answered.objects.count() == 1
    tick(now() + dt.timedelta(hours=25))
    assert Answered.objects.count() == 0


@pytest.mark.django_db
def test_an_answer_too_old_counts_no_more(world, call):
    drafted(call(world.deputy))
    Answered.objects.update(at=at("2026-05-01"))
    drafted(call(world.deputy))
    assert Suggestion.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_20_at_once_under_one_key_one_is_drafted():
    world = a_world()
    Caller(world.deputy)

    def send(_):
        try:
            return drafted(Caller(world.deputy))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as pool:
        answers = list(pool.map(send, range(20)))
    assert {status for status, _ in answers} <= {200, 409}
    assert len({answer["id"] for status, answer in answers if status == 200}) == 1
    assert Suggestion.objects.count() == 1
    assert drafted(Caller(world.deputy))[0] == 200
