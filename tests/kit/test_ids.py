"""Ids as they come in addresses and forms: a number, or nothing."""

import pytest

from minqiao.kit.ids import id_from


@pytest.mark.parametrize(
    ("text", "found"),
    [("7", 7), (7, 7), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 30, None), ("²", None), ("٣", None),
     ("-1", None), ("", None), (None, None), (True, None), ("1.0", None)],
)  # fmt: skip
def test_an_id_is_a_number_a_table_can_hold(text, found):
    assert id_from(text) == found
