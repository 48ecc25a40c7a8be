"""The same acts and readings in JSON (surface.md)."""

from minqiao.duties.microprojects.api import batches, projects
from minqiao.duties.microprojects.api.root import router

__all__ = ["batches", "projects", "router"]
