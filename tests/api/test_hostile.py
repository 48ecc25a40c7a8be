"""Hostile bodies and parameters for every operation: never a fault of ours, never anything stored."""

import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.trail.models import Event
from minqiao.kit.clock import today
from tests.api.stages import EVERY_STEP, PREFIXES, WORKFLOWS, address, everybody, fitting
from tests.attachments.samples import PDF, upload
from tests.factories import TEXT, a_draft, a_world, at

pytestmark = pytest.mark.django_db
MANY = settings(
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
IDS = [f"{slug}-{action}" for slug, action in EVERY_STEP]

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBERS = st.integers(-(10**40), 10**40) | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = TEXTS | NUMBERS | st.booleans() | st.none()
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
MAPS = st.dictionaries(TEXTS, LEAVES, max_size=3)
WITH_NUL = TEXTS.map(lambda text: f"{text}\x00")
BY_TYPE = {
    "string": NUMBERS | st.booleans() | st.lists(TEXTS, max_size=3) | MAPS | WITH_NUL,
    "integer": TEXTS | st.booleans() | st.lists(TEXTS, max_size=3) | MAPS | st.integers(min_value=2**31),
    "boolean": TEXTS | NUMBERS | st.lists(TEXTS, max_size=3) | MAPS,
    "array": TEXTS | NUMBERS | st.booleans() | MAPS | st.just([{}]) | st.just([[]]) | st.just([True] * 1001),
}
RAW = st.sampled_from([b"{", b"[]", b"null", b"\xff", b"1e999", b'{"a": NaN}', b'{"a":' * 5000, b'"\\ud800"'])


def hostile(schema, good):
    """A good body with one field spoilt, or one that no form has."""
    spoilt = [
        BY_TYPE[field["type"]].map(lambda value, name=name: good | {name: value})
        for name, field in schema["properties"].items()
    ]
    long = [
        st.just(good | {name: "长" * (field["maxLength"] + 1)})
        for name, field in schema["properties"].items()
        if "maxLength" in field
    ]
    wrong = [
        st.just(good | {name: "no-such-word"})
        for name, field in schema["properties"].items()
        if "enum" in field
    ]
    unknown = ANYTHING.map(lambda value: good | {"no_such_field": value})
    return st.one_of(*spoilt, *long, *wrong, unknown)


@pytest.fixture(scope="module")
def world(module_db):
    return a_world()


@pytest.fixture
def schema(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    def find(path):
        return paths[f"/api/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    return find


def stored():
    return list(Suggestion.objects.order_by("pk").values()), Event.objects.count()


def refused(caller, path, bodies):
    """Sends hostile bodies; each is named as bad input and changes nothing."""

    @MANY
    @given(bodies | RAW)
    def send(body):
        before = stored()
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, answer = caller.post(path, raw)
        assert (status in (400, 422), stored() == before) == (True, True), (status, answer, body)
        assert all(isinstance(words, str) for reasons in answer["errors"].values() for words in reasons)

    send()


@pytest.mark.parametrize(("slug", "action"), EVERY_STEP, ids=IDS)
def test_no_step_takes_a_spoilt_body(world, call, schema, slug, action):
    subject, good = fitting(world, slug, action)
    open_to = (
        actor
        for actor in everybody(world).values()
        if not WORKFLOWS[slug].refusal(action, actor, subject, today())
    )
    found = schema(f"{PREFIXES[slug]}/{{pk}}/steps/{action}")
    refused(call(next(open_to)), address(slug, subject, action), hostile(found, good))


@pytest.mark.parametrize(
    ("path", "who", "good"),
    [
        ("suggestions/", "deputy", TEXT),
        ("suggestions/", "affairs", TEXT | {"signer": "3-002"}),
        (
            "suggestions/remarks/",
            "affairs",
            {"signer": "3-002", "meeting": "二团", "report_debated": "报告", "title": "题", "facts": "事"},
        ),
        ("suggestions/batches/", "affairs", {"name": "3-5"}),
        ("suggestions/check", "deputy", {"title": "修路", "facts": "路面破损"}),
        ("suggestions/ideas/", "deputy", {"text": "威宁路路面破损"}),
    ],
)
def test_nothing_is_begun_with_a_spoilt_body(world, call, schema, path, who, good):
    refused(call(getattr(world, who)), path, hostile(schema(path), good))


def test_no_file_is_taken_down_with_a_spoilt_body(world, call, schema, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    found = a_draft(world)
    kept = keep(upload("a.pdf", PDF), subject=found, actor=world.deputy, at=at("2026-03-06"))
    path = "suggestions/{}/attachments/{}/remove"
    described = schema(path.format("{pk}", "{file_pk}"))
    refused(call(world.deputy), path.format(found.pk, kept.pk), hostile(described, {"reason": "传错了"}))


def test_no_reply_is_checked_in_a_spoilt_body(world, call, schema):
    row, _ = fitting(world, "handling", "draft_reply")
    found = schema("suggestions/handlings/{pk}/check_reply")
    path = f"suggestions/handlings/{row.pk}/check_reply"
    refused(call(world.officer["A14"]), path, hostile(found, {"answers": ["已列入计划。"]}))


def test_every_body_is_tried_here(client):
    """Of this room; each other room tries its own."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    bodies = [
        path.removeprefix("/api/v1/")
        for path, verbs in paths.items()
        if "application/json" in verbs.get("post", {}).get("requestBody", {}).get("content", {})
    ]
    bodies = [path for path in bodies if path.startswith("suggestions/")]
    begun = {"suggestions/", "suggestions/remarks/", "suggestions/batches/", "suggestions/ideas/"}
    checked = {"suggestions/check", "suggestions/handlings/{pk}/check_reply"}
    assert {path for path in bodies if "/steps/" not in path} == begun | checked | {
        "suggestions/{pk}/attachments/{file_pk}/remove"
    }
    assert len(bodies) == len(EVERY_STEP) + 7


@pytest.mark.parametrize("path", ["suggestions/", "messages/read", "suggestions/batches/"])
def test_whatever_comes_is_answered(world, call, path):
    caller = call(world.affairs)

    @MANY
    @given(ANYTHING)
    def send(body):
        with transaction.atomic():
            status, _ = caller.post(path, json.dumps(body).encode())
            transaction.set_rollback(True)
        assert status < 500

    send()


def test_no_list_breaks_on_its_parameters(world, call, client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    caller = call(world.affairs)
    lists = {
        path: [one["name"] for one in verbs["get"].get("parameters", ())]
        for path, verbs in paths.items()
        if "get" in verbs and "{" not in path
    }
    assert len(lists) > 8
    values = TEXTS | st.integers(-(10**40), 10**40).map(str) | st.sampled_from(["'", '"--', "%", "\u202e"])

    @MANY
    @given(st.data())
    def ask(data):
        for path, names in lists.items():
            params = {name: data.draw(values.filter(lambda text: "\x00" not in text)) for name in names}
            status, _ = caller.get(path.removeprefix("/api/v1/"), **params)
            assert status < 500, (path, params)

    ask()
