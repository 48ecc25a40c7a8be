"""Percentages that add up to 100.00 (pure): the largest remainder, ties to the earlier key."""

from collections.abc import Mapping
from decimal import Decimal

HUNDREDTHS = 10_000  # the whole in hundredths of a percent


def shares(counts: Mapping[str, int]) -> dict[str, Decimal]:
    """Each count as a percentage with two decimals; together exactly 100.00, or all 0.00 when nothing counts.

    Raises ValueError for a count below zero.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("数量不能为负")
    total = sum(counts.values())
    parts = {key: divmod(count * HUNDREDTHS, total) if total else (0, 0) for key, count in counts.items()}
    whole = {key: quotient for key, (quotient, _) in parts.items()}
    left = HUNDREDTHS - sum(whole.values()) if total else 0
    for key in sorted(parts, key=lambda key: -parts[key][1])[:left]:  # sorting keeps the order of ties
        whole[key] += 1
    return {key: Decimal(number).scaleb(-2).quantize(Decimal("0.01")) for key, number in whole.items()}
