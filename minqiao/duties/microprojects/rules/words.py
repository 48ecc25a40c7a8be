"""Amounts as a glance takes them in (pure)."""

HUNDRED_YUAN = 100_00  # fen


def ten_thousand(fen) -> str:
    """Fen as ten thousand yuan with two decimals, rounded half up: 134637000 is 134.64."""
    hundredths = (fen + HUNDRED_YUAN // 2) // HUNDRED_YUAN
    return f"{hundredths // 100}.{hundredths % 100:02d}"
