"""The same acts and readings in JSON (surface.md)."""

from minqiao.duties.supervision.api import chasing, inquiries, items, others, steps
from minqiao.duties.supervision.api.root import router

__all__ = ["chasing", "inquiries", "items", "others", "router", "steps"]
