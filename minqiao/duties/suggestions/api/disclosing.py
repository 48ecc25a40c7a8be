"""Publications for those who review them: the queue, one with its findings."""

import datetime as dt
from typing import Literal

from ninja import Query, Schema

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.queries import publications as queries
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.disclosing import blocks_of
from minqiao.kit.api import page_of_rows, read_answers, rows_of, told


class PublicationRow(Schema):
    id: int
    suggestion_id: int
    number: str
    title: str
    state: str
    state_words: str
    proposed: str
    mode: str
    replied_on: dt.date
    due_on: dt.date


PublicationRows = rows_of(PublicationRow)


class Finding(Schema):
    key: str
    label: str
    words: str
    instead: str


class Block(Schema):
    """One text: as written, as it is to be public; what is proposed to be hidden in it."""

    heading: str
    original: str
    text: str
    findings: list[Finding]


class PublicationDetail(PublicationRow):
    edition: int
    due: dict[str, str]
    ground: str
    ground_words: str
    ground_basis: str
    decision_note: str
    deputy_view: str
    deputy_words: str
    checked_on: dt.date | None
    published_at: dt.datetime | None
    text_hash: str
    taken_down_on: dt.date | None
    take_down_reason: str
    blocks: list[Block]


class PublicationFilters(Schema):
    """As on the page: one state, all of them, or (left empty) what waits."""

    state: Literal[("", "all", *c.PublicationState.values)] = ""


@router.get(
    "/publications/",
    response=read_answers(PublicationRows),
    operation_id="suggestions_publications",
    summary="待审查、待发布和已公开的公开稿",
)
def list_publications(request, filters: Query[PublicationFilters], cursor: str = "", limit: int = 25):
    """For the Congress side and the government office; by limit."""
    rows = queries.publications(request.actor, {"state": filters.state})
    return page_of_rows(rows, ("due_on", "pk"), cursor, limit, _row)


def _row(row):
    return row | {
        "id": row["pk"],
        "number": row["suggestion__number"],
        "title": row["suggestion__title"],
        "state_words": queries.STATES[row["state"]],
    }


@router.get(
    "/publications/{int:pk}",
    response=read_answers(PublicationDetail),
    operation_id="suggestions_publication_read",
    summary="一份公开稿：原文、建议隐去的地方、公开文本",
)
def read_publication(request, pk: int):
    """Cut to what the actor may read: texts not public yet are for those who review them."""
    return show_publication(request.actor, pk)


def show_publication(actor, pk):
    """A publication as the API answers with it."""
    found = queries.publication_of(actor, pk)
    heard = not sight.deputy_view(actor, found.suggestion)
    parts = {
        "number": found.suggestion.number,
        "title": found.suggestion.title,
        "state_words": found.get_state_display(),
        "due": found.due_facts,
        "deputy_view": found.deputy_view if heard else "",
        "deputy_words": found.deputy_words if heard else "",
        "blocks": _blocks(actor, found),
    }
    return told(PublicationDetail, found, **parts)


def _blocks(actor, publication):
    """While it is checked: original, proposals and text; afterwards, and for all others, what is public."""
    if publication.state == c.PublicationState.PUBLISHED:
        return [
            _block(heading, "", text, ()) for heading, text in blocks_of(publication.text, publication.mode)
        ]
    if publication.state != c.PublicationState.DECIDED or sight.public_draft(actor, publication.suggestion):
        return []
    texts = queries.texts_of(publication)
    rows = zip(queries.proposals_of(publication), texts, strict=True)
    return [_block(heading, was, text, found) for (heading, was, found, _), text in rows]


def _block(heading, original, text, findings):
    return {"heading": heading, "original": original, "text": text, "findings": list(findings)}
