"""Reading: the list, one suggestion, what resembles a text."""

from typing import Literal

from ninja import Query, Schema

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.api.answers import (
    SuggestionDetail,
    SuggestionRow,
    SuggestionRows,
    row_words,
    show,
)
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.queries import lists, near
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.kit.api import Id, asked, page_of_rows, read_answers
from minqiao.kit.clock import today


class SuggestionFilters(Schema):
    """As on the page."""

    state: Literal[("", *c.State.values)] = ""
    kind: Literal[("", *c.Kind.values)] = ""
    topic: Literal[("", *c.Topic.values)] = ""
    result_category: Literal[tuple(c.ResultCategory.values)] = ""
    light: Literal[("", *lists.LIGHTS)] = ""
    unit: Id | None = None
    delegation: Id | None = None
    batch: Id | None = None
    mine: bool = False
    q: str = ""
    sort: Literal[tuple(lists.ORDERS)] = "newest"


@router.get(
    "/", response=read_answers(SuggestionRows), operation_id="suggestions_list", summary="我能看到的建议"
)
def list_suggestions(request, filters: Query[SuggestionFilters], cursor: str = "", limit: int = 25):
    """Filters, search and order as on the page; cursor pages."""
    rows = lists.suggestions(request.actor, asked(filters), today())
    order = lists.ORDERS[filters.sort]
    return page_of_rows(rows, order, cursor, limit, row_words(request.actor), lists.MAY_BE_EMPTY)


@router.get(
    "/similar/",
    response=read_answers(list[SuggestionRow]),
    operation_id="suggestions_similar",
    summary="内容相近的建议，供动笔前参考",
)
def similar(request, text: str, exclude: Id | None = None):
    """What was raised before and looks like `text`, the likest first."""
    words = row_words(request.actor)
    return [words(row) for row in near.similar_rows(request.actor, text, exclude)]


@router.get(
    "/{int:pk}",
    response=read_answers(SuggestionDetail),
    operation_id="suggestions_read",
    summary="一件建议的全部",
)
def read(request, pk: int):
    """One suggestion with its handlings and trail, cut to what the actor may read."""
    return show(request.actor, pk)


class Hint(Schema):
    unit_id: int
    unit: str
    duties: str


@router.get(
    "/{int:pk}/hints/",
    response=read_answers(list[Hint]),
    operation_id="suggestions_hints",
    summary="按职责清单推荐的承办单位，供分办参考",
)
def hints(request, pk: int):
    """Units whose duty lists fit the text, with the lines that fit."""
    found = near.hints(suggestion_of(request.actor, pk))
    return [{"unit_id": unit.pk, "unit": unit.name, "duties": lines} for unit, lines in found]
