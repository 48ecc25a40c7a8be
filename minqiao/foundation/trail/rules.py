"""How events are bound to each other. No web, no database."""

import datetime as dt
import hashlib
import json

GENESIS = "0" * 64
FIELDS = (
    "seq", "at", "user_id", "name", "capacity", "action", "label", "subject_type", "subject_id",
    "case_type", "case_id", "from_state", "to_state", "note",
)  # fmt: skip


def digest(prev_hash, event) -> str:
    """The hash of an event: SHA-256 over the previous hash and every field, times in UTC."""
    facts = {name: getattr(event, name) for name in FIELDS}
    facts["at"] = event.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{prev_hash}\n{text}".encode()).hexdigest()


def first_fault(events, last_seq, last_hash) -> str:
    """What is wrong with the chain first, in words, or "". `events` come in the order of their row ids."""
    prev, expected = GENESIS, 1
    for event in events:
        if event.seq != expected:
            return f"第{expected}条之后不连续：读到的是第{event.seq}条，有记录被删除、插入或调换顺序"
        if event.prev_hash != prev:
            return f"第{event.seq}条与上一条不衔接，有记录被删除、插入或调换顺序"
        if event.hash != digest(prev, event):
            return f"第{event.seq}条内容与摘要不符，记录被改动过"
        prev, expected = event.hash, expected + 1
    if (last_seq, last_hash) != (expected - 1, prev):
        return f"末尾不符：应有{last_seq}条，实有{expected - 1}条，最后的记录被删除或改动过"
    return ""
