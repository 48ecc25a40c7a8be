"""The operations of the API, from its own OpenAPI description."""

import json

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from minqiao.config.reference.markdown import code, page, table

ADDRESS = "/api/v1/openapi.json"


def api() -> str:
    """The page; "" while the house has no API."""
    schema = _schema()
    if schema is None:
        return ""
    rows = [
        _line(path, verb, facts) for path, verbs in schema["paths"].items() for verb, facts in verbs.items()
    ]
    return page(
        "接口",
        f"完整描述（OpenAPI）在 `{ADDRESS}`。以 `Authorization: Bearer 令牌` 访问，"
        "令牌由 `minqiao token` 生成；网页上能做的，接口都能做，规则相同。"
        "拒绝为 409（why 说明原因，basis 说明依据），填写有误为 422，看不到的为 404，未登录为 401。",
        table(("方法", "地址", "操作", "说明"), sorted(rows, key=lambda row: (row[1], row[0]))),
    )


def _schema():
    try:
        view = resolve(ADDRESS)
    except Resolver404:
        return None
    request = HttpRequest()
    request.method, request.path = "GET", ADDRESS
    return json.loads(view.func(request, *view.args, **view.kwargs).content)


def _line(path, verb, facts):
    return verb.upper(), code(path), code(facts.get("operationId", "")), facts.get("summary", "")
