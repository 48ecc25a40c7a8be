"""A document as JSON and back, and the digest that tells whether a word of it was changed (pure)."""

import hashlib
import json
from dataclasses import fields, is_dataclass

from minqiao.instruments.papers.rules.blocks import KINDS
from minqiao.instruments.papers.rules.text import clean


def as_facts(value):
    """A document or block as data that JSON can hold; each block says what it `is`."""
    if is_dataclass(value):
        named = {field.name: as_facts(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__} | named
    if isinstance(value, list | tuple):
        return [as_facts(item) for item in value]
    return clean(value) if isinstance(value, str) else value


def from_facts(value):
    """The document or block that `as_facts` wrote down; KeyError when a block is unknown."""
    if isinstance(value, dict):
        named = {name: from_facts(item) for name, item in value.items() if name != "is"}
        return KINDS[value["is"]](**named)
    if isinstance(value, list):
        return tuple(from_facts(item) for item in value)
    return value


def digest(facts) -> str:
    """SHA-256 of the facts in their one canonical spelling, in hex."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
