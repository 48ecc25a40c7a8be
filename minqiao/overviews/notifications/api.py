"""A person's messages in JSON."""

import datetime as dt
from functools import partial

from django.http import Http404
from ninja import Router, Schema

from minqiao.kit.api import answers, page_of_rows, read_answers, rows_of, told
from minqiao.kit.clock import now
from minqiao.overviews.notifications.actions import mark_read
from minqiao.overviews.notifications.queries import message, messages_of, unread_count

router = Router(tags=["消息"])


class MessageRow(Schema):
    id: int
    case_type: str
    case_id: int
    words: str
    is_urgent: bool
    created_at: dt.datetime
    read_at: dt.datetime | None


MessageRows = rows_of(MessageRow)


class Unread(Schema):
    unread: int


@router.get("/", response=read_answers(MessageRows), operation_id="messages_list", summary="我的消息")
def list_messages(request, cursor: str = "", limit: int = 25):
    """All messages to the person, newest first."""
    rows = messages_of(request.actor.user_id)
    return page_of_rows(rows, ("-pk",), cursor, limit, partial(told, MessageRow))


@router.post("/{int:pk}/read", response=answers(Unread), operation_id="messages_read", summary="标为已读")
def read_one(request, pk: int):
    """One message is read."""
    if message(request.actor.user_id, pk) is None:
        raise Http404("没有这条消息")
    mark_read(request.actor.user_id, now(), pk)
    return {"unread": unread_count(request.actor.user_id)}


@router.post("/read", response=answers(Unread), operation_id="messages_read_all", summary="全部标为已读")
def read_all(request):
    """Everything is read."""
    mark_read(request.actor.user_id, now())
    return {"unread": 0}
