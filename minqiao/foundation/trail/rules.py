"""How events are bound to each other. No web, no database."""

import datetime as dt
import hashlib
import json

from minqiao.foundation.trail.choices import AUDITOR, OPEN_ROOMS

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


def by_auditor(actor) -> str:
    """Reading the whole trail is the auditor's alone."""
    return "" if actor.role == AUDITOR else "只有审计员可以查看留痕"


def readable_note(event) -> str:
    """The remark of an event as the auditor may read it: of administration, never of a case."""
    return event.note if event.case_type.partition(".")[0] in OPEN_ROOMS else ""


def first_missing(anchors, chain) -> str:
    """The first exported row (`anchors`: seq -> hash) that `chain` (pairs) no longer holds, in words, or "".

    A chain rewritten from some row to its end is whole again in itself; only what was exported before tells.
    """
    held = {seq for seq, digest in chain if anchors.get(seq) == digest}
    gone = min(anchors.keys() - held, default=None)
    return "" if gone is None else f"第{gone}条与导出文件不符：导出之后记录被改写或删除过"


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
