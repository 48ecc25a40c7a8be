"""The root: who may ask, what is answered when something is wrong, what is described."""

import json
from collections import Counter

import pytest
from django.core.management import call_command
from django.test import Client
from ninja import Schema

from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.models import ApiToken, Capacity, User
from tests.factories import TEXT, a_draft, a_registered

pytestmark = pytest.mark.django_db
HOUSE_WORDS = {
    "suggestions", "supervision", "stations", "funds", "congress", "units", "areas", "messages", "inbox",
    "figures", "accounts", "public", "microprojects", "ballots",
}  # fmt: skip


@pytest.fixture
def schema(client):
    return client.get("/api/v1/openapi.json").json()


def operations(schema):
    return [(verb, path, facts) for path, verbs in schema["paths"].items() for verb, facts in verbs.items()]


def test_the_description_is_open_to_all_and_names_every_operation_once(schema):
    ids = [facts["operationId"] for _, _, facts in operations(schema)]
    assert schema["openapi"] == "3.1.0"
    assert len(ids) == len(set(ids))
    assert {name.split("_")[0] for name in ids} == HOUSE_WORDS
    assert {"suggestions_draft", "suggestions_register", "suggestions_handling_issue"} <= set(ids)


def test_every_reference_leads_somewhere_and_every_parameter_is_in_its_path(schema):
    def references(node):
        if isinstance(node, dict):
            yield from ([node["$ref"]] if "$ref" in node else [])
            node = list(node.values())
        if isinstance(node, list):
            for one in node:
                yield from references(one)

    known = {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}
    assert set(references(schema)) <= known
    for _, path, facts in operations(schema):
        named = {one["name"] for one in facts.get("parameters", ()) if one["in"] == "path"}
        assert named == {part.strip("{}") for part in _parts(path)}
        assert all(one["required"] for one in facts.get("parameters", ()) if one["in"] == "path")
        assert set(facts["responses"]) - {"default"}
        assert all(answer["description"] for answer in facts["responses"].values())
        assert facts["summary"]


def test_every_schema_has_a_name_of_its_own():
    """The description knows a schema by its bare name: of two alike it keeps one, and lies of the other."""
    names = [one.__name__ for one in schemas_below(Schema) if one.__module__.startswith("minqiao.")]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert {"SuggestionDetail", "KeyItemDetail"} <= set(names)


def schemas_below(schema):
    for one in schema.__subclasses__():
        yield one
        yield from schemas_below(one)


def _parts(path):
    return [part.split("}")[0] for part in path.split("{")[1:]]


def test_every_body_is_a_schema_a_validator_understands(schema):
    kinds = {"object", "array", "string", "integer", "boolean", "number", "null"}

    def walk(node):
        assert node.get("type") in kinds
        for one in node.get("properties", {}).values():
            walk(one)
        if node["type"] == "array":
            walk(node["items"])
        assert set(node.get("required", ())) <= set(node.get("properties", node.get("required", ())))
        assert node.get("enum") != []

    bodies = [facts["requestBody"]["content"] for _, _, facts in operations(schema) if "requestBody" in facts]
    described = [content["application/json"]["schema"] for content in bodies if "application/json" in content]
    assert len(described) > 40
    for one in described:
        walk(one)


def test_both_ways_to_sign_in_are_described(schema):
    schemes = schema["components"]["securitySchemes"]
    assert {(one["type"], one.get("scheme", one.get("in"))) for one in schemes.values()} == {
        ("http", "bearer"),
        ("apiKey", "cookie"),
    }


def test_without_a_sign_in_the_answer_is_401_in_chinese(client):
    answer = client.get("/api/v1/suggestions/")
    assert (answer.status_code, answer.json()) == (401, {"errors": {"__all__": ["请先登录或者提供有效令牌"]}})


def test_a_wrong_token_is_401_even_beside_a_session(world, client):
    client.force_login(User.objects.get(pk=world.deputy.user_id))
    answer = client.get("/api/v1/suggestions/", headers={"Authorization": "Bearer wrong"})
    assert answer.status_code == 401


@pytest.mark.parametrize("change", [{"is_suspended": True}, {"ends_on": "2026-05-31"}])
def test_a_token_goes_with_its_capacity(world, call, change):
    caller = call(world.deputy)
    assert caller.get("accounts/me")[1]["role"] == "deputy"
    Capacity.objects.filter(pk=world.deputy.capacity_id).update(**change)
    assert caller.get("accounts/me")[0] == 401


def test_the_command_makes_a_token_that_works(world, capsys, client):
    call_command("token", "affairs")
    token = capsys.readouterr().out.strip()
    answer = client.get("/api/v1/accounts/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["role_label"] == "代表工作委员会"
    assert not ApiToken.objects.filter(digest=token).exists()


def test_a_session_reads_but_writes_only_with_its_csrf_token(world):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.get(pk=world.deputy.user_id))
    assert browser.get("/api/v1/suggestions/").status_code == 200
    send = {"path": "/api/v1/suggestions/", "data": json.dumps(TEXT), "content_type": "application/json"}
    refused = browser.post(**send)
    assert (refused.status_code, refused.json()) == (
        403,
        {"errors": {"__all__": ["缺少CSRF令牌（X-CSRFToken），请刷新页面后再试"]}},
    )
    assert Suggestion.objects.count() == 0
    browser.get("/suggestions/new/")
    token = browser.cookies["csrftoken"].value
    assert browser.post(**send, headers={"X-CSRFToken": token}).status_code == 200
    assert Suggestion.objects.get().lead_signer_id == world.deputy.scope_id


def test_a_first_password_is_changed_before_the_api_opens(world, client):
    person = User.objects.get(pk=world.deputy.user_id)
    person.must_change_password = True
    person.save()
    client.force_login(person)
    answer = client.get("/api/v1/suggestions/")
    assert (answer.status_code, list(answer.json())) == (401, ["errors"])


def test_what_is_not_there_and_what_is_not_mine_look_alike(world, call):
    found = a_draft(world)
    words = {"errors": {"__all__": ["没有这个对象，或者您无权查看"]}}
    assert call(world.affairs).get(f"suggestions/{found.pk}") == (404, words)
    assert call(world.affairs).get("suggestions/999999") == (404, words)
    assert call(world.affairs).get(f"suggestions/{10**30}") == (404, words)


def test_an_unknown_address_is_404_in_json(world, call):
    assert call(world.deputy).get("nothing/here") == (404, {"errors": {"__all__": ["没有这个接口"]}})


def test_a_refusal_says_which_step_and_why(world, call):
    found = a_registered(world)
    answer = call(world.affairs).post(f"suggestions/{found.pk}/steps/register")
    why = "当前环节是“已登记待交办”，不能登记"
    assert answer == (409, {"refused": "register", "why": why, "basis": ""})


def test_a_year_without_calendar_is_a_refusal_that_names_it(world, call, monkeypatch):
    monkeypatch.setenv("MINQIAO_TODAY", "2029-06-01")
    found = a_registered(world)
    body = {"assigned_on": "2029-05-20"}
    status, answer = call(world.affairs).post(f"suggestions/{found.pk}/steps/assign", body)
    assert (status, "2029" in answer["why"]) == (409, True)
    found.refresh_from_db()
    assert found.state == "accepted"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"{", 400, "__all__"),
        (b"[]", 400, "__all__"),
        (b"\xff\xfe", 400, "__all__"),
        (b'{"title": NaN}', 400, "__all__"),
        (b'{"title": "\\ud800"}', 400, "__all__"),
        (b"[" * 100_000, 400, "__all__"),
        (b'{"title": ' + b"9" * 5000 + b"}", 400, "__all__"),
        ({"title": "长" * 101}, 422, "title"),
        ({"title": ["a"]}, 422, "title"),
        ({"title": True}, 422, "title"),
        ({"title": {"a": 1}}, 422, "title"),
        ({"title": "零\x00"}, 422, "title"),
        ({"requests": "一条"}, 422, "requests"),
        ({"requests": [1]}, 422, "requests"),
        ({"requests": ["x"] * 11}, 422, "requests"),
        ({"requests": ["x"] * 1001}, 422, "requests"),
        ({"topic": "astrology"}, 422, "topic"),
        ({"is_urgent": "yes"}, 422, "is_urgent"),
        ({"lead_signer": 1}, 422, "lead_signer"),
        ({"state": "closed"}, 422, "state"),
        ({"once": "no uuid"}, 422, "once"),
        ({"once": ["x"]}, 422, "once"),
        ({"facts": "机密★5年\n内容"}, 422, "__all__"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(world, call, body, status, field):
    found, answer = call(world.deputy).post("suggestions/", body)
    assert (found, list(answer["errors"])) == (status, [field])
    assert Suggestion.objects.count() == 0


def test_ten_megabytes_are_refused(world, call):
    status, answer = call(world.deputy).post("suggestions/", {"title": "长" * 3_400_000})
    assert (status, answer) == (413, {"errors": {"__all__": ["请求内容过大"]}})


def test_an_edit_leaves_what_it_does_not_name(world, call):
    found = a_draft(world, wish_units="市交通运输局", is_urgent=True)
    status, answer = call(world.deputy).post(f"suggestions/{found.pk}/steps/edit", {"title": "新的标题"})
    assert (status, answer["title"], answer["facts"]) == (200, "新的标题", TEXT["facts"])
    found.refresh_from_db()
    kept = (found.requests, found.topic, found.wish_units, found.is_urgent, found.consent_public)
    assert kept == (TEXT["requests"], TEXT["topic"], "市交通运输局", True, True)
    call(world.deputy).post(f"suggestions/{found.pk}/steps/edit", {"is_urgent": False, "wish_units": None})
    found.refresh_from_db()
    assert (found.is_urgent, found.wish_units, found.title) == (False, "", "新的标题")
