"""What waits for the actor, and the figures of all rooms, in JSON."""

import datetime as dt
from typing import Any

from ninja import Router, Schema

from minqiao.foundation.accounts.choices import THREE_OFFICES
from minqiao.kit.api import READING
from minqiao.kit.clock import today
from minqiao.overviews.dashboards.queries import figures, waiting

router = Router(tags=["工作台"])


class Item(Schema):
    act: str
    title: str
    number: str
    url: str
    due_on: dt.date | None
    why: str
    note: str


class Figures(Schema):
    room: str
    numbers: dict[str, Any]


@router.get("/inbox/", response={200: list[Item], **READING}, operation_id="inbox_list", summary="等我办的事")
def inbox(request):
    """All acts that wait for the actor, the most urgent first; `url` is the page where it is done."""
    return waiting(request.actor, today())


@router.get(
    "/figures/", response={200: list[Figures], **READING}, operation_id="figures_list", summary="各栏目的数字"
)
def numbers(request):
    """Each room's figures over what the actor may see; none for the three offices."""
    found = [] if request.actor.role in THREE_OFFICES else figures(request.actor, today())
    return [{"room": label, "numbers": figure} for label, figure in found]
