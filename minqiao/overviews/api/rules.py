"""Judgements on repeated requests. No web, no database."""

import datetime as dt
import hashlib

KEPT = dt.timedelta(days=1)  # answers may hold case content: no longer than a repeat may come
STALLED_AFTER = dt.timedelta(minutes=5)  # a request that is still “in work” then was cut off
LONGEST_KEY = 100


def key_fault(key) -> str:
    """Why this cannot be an Idempotency-Key, or ""."""
    fits = 0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()
    return "" if fits else f"Idempotency-Key应为1至{LONGEST_KEY}个可见的ASCII字符"


def digest(*parts) -> str:
    """A digest of texts and bytes, each bounded by its length, so that no two lists give the same."""
    found = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode()
        found.update(b"%d:" % len(raw) + raw)
    return found.hexdigest()
