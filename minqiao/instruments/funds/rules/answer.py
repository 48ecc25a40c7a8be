"""What every method answers, and the words of its sentences (pure)."""

import hashlib
import json
import re
from dataclasses import dataclass, field

TEN_THOUSAND = 10_000_00  # fen
HUNDREDTH = TEN_THOUSAND // 100  # of 万元
DIGITS = re.compile(r"(\d+)")


class Unreadable(Exception):
    """What was handed in cannot be read as a pool or an election: one line per fault."""

    def __init__(self, *lines):
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Allocation:
    """What a method proposes. Amounts in `unit`; `why` has a sentence per project, `more` the method's own.

    `rule` names the rule and its version; `digest` is the SHA-256 of what was handed in, order left out.
    """

    method: str
    rule: str
    digest: str
    unit: str
    selected: tuple[str, ...]
    spent: int | float
    budget: int | float
    why: dict[str, str]
    notes: tuple[str, ...] = ()
    more: dict = field(default_factory=dict)

    def as_dict(self):
        """The answer of `minqiao allocate` (surface.md)."""
        return {
            "method": self.method,
            "selected": list(self.selected),
            "spent": self.spent,
            "budget": self.budget,
            "unit": self.unit,
            "why": self.why,
            "notes": list(self.notes),
            **self.more,
            "rule": self.rule,
            "input_sha256": self.digest,
        }


def digest_of(facts) -> str:
    """SHA-256 of plain facts written as JSON in one way only."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def natural(number) -> list:
    """A key that puts 9 before 10 and equal texts side by side; different texts never have equal keys."""
    parts = DIGITS.split(number)
    return [*((int(part), "") if at % 2 else (-1, part) for at, part in enumerate(parts)), (-2, number)]


def yuan(fen) -> str:
    """An amount in fen as people write it: 8.6万元, 83500.5元; exact to the fen."""
    if fen >= TEN_THOUSAND and not fen % HUNDREDTH:
        return f"{decimal(fen // HUNDREDTH)}万元"
    return f"{decimal(fen)}元"


def decimal(hundredths) -> str:
    """A number of hundredths as a decimal: 3, 3.5, 3.05."""
    whole, rest = divmod(hundredths, 100)
    if not rest:
        return str(whole)
    return f"{whole}.{rest:02d}" if rest % 10 else f"{whole}.{rest // 10}"


def trimmed(value, scale, places) -> str:
    """value ÷ scale with at most so many decimals, cut and without zeros at the end."""
    whole, rest = divmod(value, scale)
    tail = f"{rest * 10**places // scale:0{places}d}".rstrip("0") if places else ""
    return f"{whole}.{tail}" if tail else str(whole)
