"""The router on which the room's operations stand."""

from ninja import Router

router = Router(tags=["民生微实事"])
