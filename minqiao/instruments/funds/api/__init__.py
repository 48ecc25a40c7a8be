"""The same acts and readings in JSON (surface.md)."""

from minqiao.instruments.funds.api import allocations, books, steps
from minqiao.instruments.funds.api.root import router

__all__ = ["allocations", "books", "router", "steps"]
