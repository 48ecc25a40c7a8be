"""The same acts and readings in JSON (surface.md)."""

from minqiao.duties.supervision.api import chasing, items, others, steps
from minqiao.duties.supervision.api.root import router

__all__ = ["chasing", "items", "others", "router", "steps"]
