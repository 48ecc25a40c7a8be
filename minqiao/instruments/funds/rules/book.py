"""A fund's book replayed (pure): balances after every entry, and the first thing wrong with it.

`Line` is an entry as the chain sees it. Entries of one fund form one chain: each holds the hash of the one
before, the first that of the fund's own name, so that an entry cannot be moved into another book.
"""

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass

from minqiao.instruments.funds.choices import EntryKind
from minqiao.instruments.funds.rules.moves import misfit, shortage, wrong_amount

GENESIS = "0" * 64
# The fields of an entry that table and chain share; its accounts and what it reverses are told otherwise.
PLAIN = ("seq", "at", "on", "kind", "amount", "reference", "note", "user_id", "name", "capacity")


@dataclass(frozen=True)
class Line:
    """An entry: `credit` and `debit` are account codes, `amount` is in fen, `reverses` a number or 0."""

    seq: int
    at: dt.datetime
    on: dt.date
    kind: str
    credit: str
    debit: str
    amount: int
    reference: str = ""
    note: str = ""
    user_id: int = 0
    name: str = ""
    capacity: str = ""
    reverses: int = 0


def digest(prev_hash, fund, line) -> str:
    """The hash of an entry of the fund `fund` (area:year): SHA-256 over the one before and all fields."""
    facts = asdict(line) | {"fund": fund, "on": line.on.isoformat()}
    facts["at"] = line.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{prev_hash}\n{text}".encode()).hexdigest()


class Book:
    """Balances by account code, as the entries made them."""

    def __init__(self):
        self.balances, self.lines, self.reversed = {}, {}, set()

    def why_not(self, line: Line) -> str:
        """Why this entry could not follow the others, or ""."""
        if line.kind == EntryKind.REVERSE:
            reason = self._why_no_reversal(line)
        else:
            reason = misfit(EntryKind(line.kind), line.credit, line.debit)
        balance = self.balances.get(line.credit, 0)
        return reason or wrong_amount(line.amount) or shortage(line.credit, balance, line.amount)

    def _why_no_reversal(self, line):
        other = self.lines.get(line.reverses)
        if other is None or other.kind == EntryKind.REVERSE or line.reverses in self.reversed:
            return f"冲正的第{line.reverses}笔不存在或者已经冲正"
        mirrored = (other.debit, other.credit, other.amount) == (line.credit, line.debit, line.amount)
        return "" if mirrored else f"与所冲正的第{line.reverses}笔不相反"

    def post(self, line: Line):
        """Let the entry stand."""
        self.lines[line.seq] = line
        if line.reverses:
            self.reversed.add(line.reverses)
        self.balances[line.credit] = self.balances.get(line.credit, 0) - line.amount
        self.balances[line.debit] = self.balances.get(line.debit, 0) + line.amount


def first_fault(fund, rows, head, balances) -> str:
    """What is wrong first with a fund's book, in words, or "".

    `rows`: (line, prev_hash, hash) in the order in which they were written; `head`: (last number, last hash)
    kept with the fund; `balances`: {code: fen} as kept with the accounts.
    """
    book, prev = Book(), GENESIS
    for expected, (line, prev_hash, own_hash) in enumerate(rows, 1):
        if line.seq != expected:
            return f"第{expected}笔之后不连续：读到的是第{line.seq}笔，有分录被删除、插入或调换顺序"
        if prev_hash != prev:
            return f"第{line.seq}笔与上一笔不衔接，有分录被删除、插入或调换顺序"
        if own_hash != digest(prev, fund, line):
            return f"第{line.seq}笔内容与摘要不符，分录被改动过"
        if why := book.why_not(line):
            return f"第{line.seq}笔不合记账规则：{why}"
        book.post(line)
        prev = own_hash
    count = len(book.lines)
    if head != (count, prev):
        return f"末尾不符：应有{head[0]}笔，实有{count}笔，最后的分录被删除或改动过"
    return _wrong_balance(book.balances, balances)


def _wrong_balance(counted, kept):
    for code in sorted(counted.keys() | kept.keys()):
        if counted.get(code, 0) != kept.get(code, 0):
            return f"科目{code}的余额应为{counted.get(code, 0)}分，实为{kept.get(code, 0)}分，余额被改动过"
    return ""
