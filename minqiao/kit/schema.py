"""The API's mouth is the form: its JSON schema for OpenAPI, and its binding to what JSON brings."""

import json

from django import forms
from django.http import QueryDict

from minqiao.kit.listfield import ListField

# The first kind that fits gives the type; everything else is a string.
TYPES = (
    (ListField, {"type": "array", "items": {"type": "string"}}),
    (forms.ModelMultipleChoiceField, {"type": "array", "items": {"type": "integer"}}),
    (forms.MultipleChoiceField, {"type": "array", "items": {"type": "string"}}),
    (forms.ModelChoiceField, {"type": "integer"}),
    (forms.IntegerField, {"type": "integer"}),
    (forms.BooleanField, {"type": "boolean"}),
    (forms.DateField, {"type": "string", "format": "date"}),
)


class BadInput(Exception):
    """What came is not usable as a whole, or field by field: {field: [reasons]}."""

    def __init__(self, errors, status=422):
        super().__init__("bad input")
        self.errors, self.status = errors, status


def schema_from(form_class) -> dict:
    """The JSON schema of a form's fields, for the description of the API."""
    fields = {name: _field_schema(field) for name, field in form_class.base_fields.items()}
    required = [name for name, field in form_class.base_fields.items() if field.required]
    return {"type": "object", "properties": fields} | ({"required": required} if required else {})


def _field_schema(field):
    schema = dict(next((found for kind, found in TYPES if isinstance(field, kind)), {"type": "string"}))
    if schema == {"type": "string"} and isinstance(field, forms.ChoiceField):
        schema["enum"] = [str(value) for value, _ in field.choices]
    if getattr(field, "max_length", None):
        schema["maxLength"] = field.max_length
    return schema | {"title": str(field.label or "")}


def payload_of(request) -> dict:
    """The JSON object of a request's body; an empty body is an empty object."""
    try:
        payload = json.loads(request.body or b"{}")
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput({"__all__": ["请求内容不是有效的JSON"]}, 400) from error
    if not isinstance(payload, dict):
        raise BadInput({"__all__": ["请求内容应当是一个JSON对象"]}, 400)
    return payload


def bind(form_class, payload, **context):
    """The form bound to a JSON object, cleaned; BadInput names unknown fields and each field's faults.

    A field left out takes the form's own initial value, as an untouched field in the browser does.
    """
    known = form_class.base_fields
    if unknown := sorted(set(payload) - set(known)):
        raise BadInput({name: ["没有这个字段"] for name in unknown})
    nested = [name for name, value in payload.items() if isinstance(value, dict)]
    if nested:
        raise BadInput({name: ["格式不对"] for name in nested})
    form = form_class(_as_posted(payload, known), **context)
    if not form.is_valid():
        raise BadInput({name: list(errors) for name, errors in form.errors.items()})
    return form


def _as_posted(payload, known):
    """The payload as a browser would post it."""
    data = QueryDict(mutable=True)
    for name, field in known.items():
        value = payload.get(name, field.initial)
        values = value if isinstance(value, list) else [value]
        texts = [_text(item) for item in values if item not in (None, False)]
        if texts:
            data.setlist(name, texts)
    return data


def _text(item):
    return "on" if item is True else item if isinstance(item, str) else str(item)
