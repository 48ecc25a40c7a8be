"""Administrative divisions in JSON, for reading."""

from django.conf import settings
from django.http import Http404
from ninja import Router, Schema

from minqiao.kit.api import read_answers
from minqiao.registry.areas import queries

router = Router(tags=["行政区划"])


class Place(Schema):
    code: str
    name: str
    level: str


class Area(Place):
    path: list[Place]
    children: list[Place]


@router.get("/", response=read_answers(list[Place]), operation_id="areas_list", summary="按名称查行政区划")
def find(request, q: str = ""):
    """Divisions whose name holds `q`, at most 50; without it, those below this place."""
    words = q.strip()[:40]
    return list(queries.named(words) if words else queries.children(settings.PLACE))


@router.get("/{str:code}", response=read_answers(Area), operation_id="areas_read", summary="一个行政区划")
def read(request, code: str):
    """One division (old codes are understood) with what is above and below it."""
    path = queries.path_of(code)
    if not path:
        raise Http404("没有这个区划")
    names = {name: getattr(path[-1], name) for name in ("code", "name", "level")}
    return names | {"path": path, "children": list(queries.children(code))}
