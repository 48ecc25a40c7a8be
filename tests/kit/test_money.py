"""Money as people write it, and as accounts print it."""

import pytest
from django.core.exceptions import ValidationError

from minqiao.kit.money import YuanField, fen_from, in_yuan


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("86000", 8_600_000),
        ("86,000.5", 8_600_050),
        ("12.05", 1205),
        (" 1 000 元 ", 100_000),
        ("0", 0),
        ("９", None),
        ("-1", None),
        ("1.005", None),
        ("8.6万", None),
        ("1e3", None),
        ("", None),
        ("10000000000000", None),
        ("9999999999999.99", 999_999_999_999_999),
    ],
)
def test_an_amount_is_read_to_the_fen_or_refused(text, fen):
    try:
        assert fen_from(text) == fen
    except ValueError:
        assert fen is None


@pytest.mark.parametrize(
    ("fen", "text"),
    [(0, "0.00"), (5, "0.05"), (-1250, "-12.50"), (8_600_000, "86,000.00"), (10**12, "10,000,000,000.00")],
)
def test_an_amount_is_written_to_the_fen(fen, text):
    assert in_yuan(fen) == text


def test_a_field_takes_nothing_only_where_it_may():
    assert YuanField(may_be_zero=True).clean("0") == 0
    assert YuanField(required=False).clean("") is None
    with pytest.raises(ValidationError, match="金额应大于零"):
        YuanField().clean("0.00")
