"""Ids as they come in addresses and forms: a number, or nothing."""

import pytest

from minqiao.kit.ids import id_from, uuid_from, year_from


@pytest.mark.parametrize(
    ("text", "found"),
    [("7", 7), (7, 7), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 30, None), ("²", None), ("٣", None),
     ("-1", None), ("", None), (None, None), (True, None), ("1.0", None)],
)  # fmt: skip
def test_an_id_is_a_number_a_table_can_hold(text, found):
    assert id_from(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("2026", 2026), (2026, 2026), ("1950", 1950), ("2199", 2199), ("1949", None), ("2200", None),
     ("0000", None), ("", None), ("二〇二六", None), (None, None)],
)  # fmt: skip
def test_a_year_is_of_our_time(text, found):
    assert year_from(text) == found


def test_a_uuid_is_one_or_none():
    one = "11111111-1111-4111-8111-111111111111"
    assert [str(uuid_from(text)) for text in (one, "no uuid", None, ["x"], 1)] == [one, *["None"] * 4]
