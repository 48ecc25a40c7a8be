"""The same acts and readings in JSON (surface.md)."""

from minqiao.duties.suggestions.api import (
    batches,
    checking,
    disclosing,
    files,
    ideas,
    promises,
    reading,
    steps,
    writing,
)
from minqiao.duties.suggestions.api.root import router

__all__ = [
    "batches",
    "checking",
    "disclosing",
    "files",
    "ideas",
    "promises",
    "reading",
    "router",
    "steps",
    "writing",
]
