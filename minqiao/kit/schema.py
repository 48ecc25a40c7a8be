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
    (forms.TypedChoiceField, {"type": "integer"}),
    (forms.IntegerField, {"type": "integer"}),
    (forms.BooleanField, {"type": "boolean"}),
    (forms.DateField, {"type": "string", "format": "date"}),
)
WORDS = {"string": "文字", "integer": "整数", "boolean": "true或者false", "array": "列表"}
MOST_ITEMS = 1000  # of one list
BIGGEST = 2**63 - 1


class BadInput(Exception):
    """What came is not usable as a whole, or field by field: {field: [reasons]}."""

    def __init__(self, errors, status=422):
        super().__init__("bad input")
        self.errors, self.status = errors, status


def schema_from(form_class, optional=()) -> dict:
    """The JSON schema of a form's fields, for the description of the API. `optional`: names not required."""
    fields = {name: _field_schema(field) for name, field in form_class.base_fields.items()}
    required = [
        name
        for name, field in form_class.base_fields.items()
        if field.required and field.initial is None and name not in optional
    ]
    closed = {"type": "object", "properties": fields, "additionalProperties": False}
    return closed | ({"required": required} if required else {})


def _field_schema(field):
    schema = {**_typed(field), "title": str(field.label or "")}
    if isinstance(field, ListField):
        schema |= {"items": _field_schema(field.base), "maxItems": field.max_items}
        schema["items"].pop("title")
        schema |= {"minItems": field.min_items} if field.min_items else {}
    if field.help_text:
        schema["description"] = str(field.help_text)
    return schema


def _typed(field):
    """Type and bounds of one field."""
    schema = dict(next((found for kind, found in TYPES if isinstance(field, kind)), {"type": "string"}))
    if isinstance(field, ListField):
        schema["items"] = {"type": _typed(field.base)["type"]}
    words = [str(value) for value, _ in getattr(field, "choices", ())] if _has_words(field) else []
    if words and schema["type"] == "array":
        schema["items"] = {"type": "string", "enum": words}
    elif words and schema["type"] == "string":
        schema["enum"] = [word for word in words if word or not field.required]
    for name, bound in (("max_length", "maxLength"), ("min_length", "minLength")):
        if getattr(field, name, None):
            schema[bound] = getattr(field, name)
    return schema


def _has_words(field):
    return isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField)


def payload_of(request) -> dict:
    """The JSON object of a request's body; an empty body is an empty object."""
    try:
        payload = json.loads(request.body or b"{}", parse_constant=_no_number)
        json.dumps(payload, ensure_ascii=False).encode()  # half a character cannot be stored
    except (ValueError, RecursionError) as error:
        raise BadInput({"__all__": ["请求内容不是有效的JSON"]}, 400) from error
    if not isinstance(payload, dict):
        raise BadInput({"__all__": ["请求内容应当是一个JSON对象"]}, 400)
    return payload


def _no_number(word):
    raise ValueError(f"{word} is not JSON")


def bind(form_class, payload, *, known=None, **context):
    """The form bound to a JSON object, cleaned; BadInput names unknown fields and each field's faults.

    A field left out takes the value in `known` (what the thing to change holds already), else the
    form's own initial value, as an untouched field in the browser does.
    """
    fields = form_class.base_fields
    if unknown := sorted(set(payload) - set(fields)):
        raise BadInput({name: ["没有这个字段"] for name in unknown})
    faults = {name: type_fault(value, _typed(fields[name])) for name, value in payload.items()}
    if faults := {name: [why] for name, why in faults.items() if why}:
        raise BadInput(faults)
    form = form_class(_as_posted(fields, known or {}, payload), **context)
    if not form.is_valid():
        raise BadInput({name: list(errors) for name, errors in form.errors.items()})
    return form


def type_fault(value, schema) -> str:
    """Why a JSON value is not of the type its field has, or ""; null stands for “left empty”."""
    if value is None:
        return ""
    kind = schema["type"]
    if not _IS[kind](value):
        return f"应当是{WORDS[kind]}"
    if kind != "array":
        return ""
    if len(value) > MOST_ITEMS:
        return f"最多{MOST_ITEMS}项"
    reasons = ((place, type_fault(item, schema["items"])) for place, item in enumerate(value, 1))
    return next((f"第{place}项{why}" for place, why in reasons if why), "")


_IS = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int and abs(value) <= BIGGEST,
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
}


def _as_posted(fields, known, payload):
    """The payload as a browser would post it."""
    data = QueryDict(mutable=True)
    for name, field in fields.items():
        value = payload[name] if name in payload else known.get(name, field.initial)
        said = isinstance(field, forms.NullBooleanField) and value is not None  # no is an answer there
        value = str(value) if said else value
        texts = [_text(item) for item in (value if isinstance(value, list) else [value])]
        if not isinstance(value, list):
            texts = [text for text in texts if text is not None]
        if texts:
            data.setlist(name, ["" if text is None else text for text in texts])
    return data


def _text(item):
    """One value as a box of a form holds it; None for an empty box and an unticked one."""
    if item is None or item is False:
        return None
    return "on" if item is True else str(item)
