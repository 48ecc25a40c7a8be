"""Assignment batches: the list, one with its rows, a new one."""

from functools import partial

from minqiao.duties.suggestions.actions.office import prepare_batch
from minqiao.duties.suggestions.api.answers import (
    BatchDetail,
    BatchRow,
    SuggestionRows,
    row_words,
    show_batch,
)
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.forms.batch import NewBatch
from minqiao.duties.suggestions.queries import lists
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.api import answers, body_of, page_of_rows, read_answers, rows_of, told
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress


@router.get(
    "/batches/",
    response=read_answers(rows_of(BatchRow)),
    operation_id="suggestions_batch_list",
    summary="交办批次",
)
def list_batches(request, cursor: str = "", limit: int = 25):
    """The batches the actor may see, newest first."""
    rows = lists.batches(request.actor)
    return page_of_rows(rows, ("-pk",), cursor, limit, partial(told, BatchRow))


@router.post(
    "/batches/",
    response=answers(BatchDetail),
    operation_id="suggestions_batch_prepare",
    summary="拟定交办批次",
    openapi_extra=body_of(NewBatch),
)
def new_batch(request):
    """Open a batch, with all registered items or empty."""
    payload, actor = payload_of(request), request.actor
    if actor.role != Role.DEPUTY_AFFAIRS:
        raise Refused("只有代表工作委员会可以进行此操作", action="prepare_batch")
    words = bind(NewBatch, payload, actor=actor, on=today()).arguments
    found = congress(actor.realm_id)
    free = list(lists.accepted_free(actor)) if words["all_accepted"] else []
    made = prepare_batch(actor=actor, at=now(), name=words["name"], suggestions=free, congress=found)
    return show_batch(actor, made.pk)


@router.get(
    "/batches/{int:pk}",
    response=read_answers(BatchDetail),
    operation_id="suggestions_batch_read",
    summary="一个交办批次",
)
def read_batch(request, pk: int):
    """A batch with its counts; its items are the list filtered by `batch`."""
    return show_batch(request.actor, pk)


@router.get(
    "/batches/{int:pk}/items/",
    response=read_answers(SuggestionRows),
    operation_id="suggestions_batch_items",
    summary="一个交办批次中的建议",
)
def batch_items(request, pk: int, cursor: str = "", limit: int = 25):
    """The items of a batch by number."""
    rows = lists.batch_rows(lists.batch(request.actor, pk))
    return page_of_rows(rows, lists.ORDERS["number"], cursor, limit, row_words(request.actor))
