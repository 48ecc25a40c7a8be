"""The public list in JSON: read only, without a token, so many calls a minute."""

import datetime as dt
from time import time

from ninja import Query, Router, Schema
from ninja.throttling import BaseThrottle

from minqiao.duties.suggestions.queries import published as queries
from minqiao.kit.api import Faults, Id, asked, page_of_rows, rows_of
from minqiao.overviews.portal.actions import count_call

router = Router(tags=["公开"], auth=None)
ANSWERS = {404: Faults, 422: Faults, 429: Faults}


class PerMinute(BaseThrottle):
    """One address calls so often a minute; who calls more waits for the next one."""

    def allow_request(self, request):
        return count_call(self.get_ident(request), int(time() // 60))

    def wait(self):
        return 60 - time() % 60


class PublicRow(Schema):
    id: int
    number: str
    title: str
    units: str
    topic: str
    category: str
    year: int
    county: str
    mode: str
    replied_on: dt.date
    published_at: dt.datetime
    text_hash: str


PublicRows = rows_of(PublicRow)


class PublicReply(Schema):
    unit: str
    part: str
    category: str
    replied_on: str
    opening: str
    answers: list[str]
    promises: list[str]
    closing: str


class PublicText(Schema):
    title: str
    facts: str
    analysis: str
    requests: list[str]
    summary: str
    proposer: str
    replies: list[PublicReply]


class PublicDetail(PublicRow):
    text: PublicText


class PublicFilters(Schema):
    """As on the page; `unit` is the number of a unit."""

    q: str = ""
    year: Id | None = None
    county: str = ""
    topic: str = ""
    unit: Id | None = None


@router.get(
    "/suggestions/",
    response={200: PublicRows, **ANSWERS},
    operation_id="public_suggestions",
    summary="公开的代表建议和答复，新公开的在前；不需要令牌",
    throttle=[PerMinute()],
)
def list_published(request, filters: Query[PublicFilters], cursor: str = "", limit: int = 25):
    """Only what is published. Sixty calls a minute from one address."""
    return page_of_rows(queries.published(asked(filters)), queries.ORDER, cursor, limit, _row)


@router.get(
    "/suggestions/{int:pk}",
    response={200: PublicDetail, **ANSWERS},
    operation_id="public_suggestion",
    summary="一件公开的建议和答复；不需要令牌",
    throttle=[PerMinute()],
)
def read_published(request, pk: int):
    """The text as it was issued, with its check value."""
    row = queries.published_one(pk)
    return _row(row) | {"text": row["text"]}


def _row(row):
    return row | {"id": row["suggestion_id"], "units": row["units_words"]}
