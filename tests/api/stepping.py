"""One step of a room over HTTP: who may takes it, nobody else, and no spoilt body is taken."""

from minqiao.foundation.trail.models import Event
from minqiao.kit.clock import today
from tests.api.test_hostile import hostile, refused


def schema_at(client):
    """`find(path)`: the JSON schema of what an operation takes."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    def find(path):
        return paths[f"/api/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    return find


def try_step(call, schema, *, prefix, workflow, action, subject, actor, body, strangers, stranger):
    """`strangers` get 404 or 409; `stranger`, if any, may read it and hears the table's reason."""
    path = f"{prefix}/{subject.pk}/steps/{action}"
    open_to = {row["step"] for row in call(actor).get(f"{prefix}/{subject.pk}/steps")[1] if row["open"]}
    assert action in open_to
    for other in strangers:
        assert call(other).post(path, body)[0] in (404, 409)
    if stranger:
        why = workflow.refusal(action, stranger, subject, today())
        status, answer = call(stranger).post(path, body)
        assert (status, answer["why"]) == (409, why)
    refused(call(actor), path, hostile(schema(f"{prefix}/{{pk}}/steps/{action}"), body))
    status, answer = call(actor).post(path, body)
    assert (status, answer["id"]) == (200, subject.pk), answer
    assert Event.objects.filter(action=action).exists()
