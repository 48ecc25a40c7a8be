"""A figure knows its floors, its goals and how to be shown."""

import json

import pytest

from minqiao.config.bench.figures import COLUMNS, Figure, median, percentile, spelled
from minqiao.config.bench.texts import texts

LIST = Figure("列表", "sqlite", 1000, 3.3, "毫秒", {"裸页": 1.1, "空页": 0.3}, goal=4.5)


def test_ratio_to_each_floor():
    assert {name: round(ratio, 6) for name, ratio in LIST.ratios().items()} == {"裸页": 3.0, "空页": 11.0}


@pytest.mark.parametrize(
    ("goal", "most", "met"),
    [(4.5, 0, True), (2.5, 0, False), (0, 3.3, True), (0, 3, False), (0, 0, True), (4.5, 3, False)],
)
def test_goal_is_the_ratio_to_the_first_floor(goal, most, met):
    figure = Figure("列表", "sqlite", 1000, 3.3, "毫秒", {"裸页": 1.1, "空页": 0.3}, goal=goal, most=most)
    assert figure.is_met is met


def test_figure_comes_back_from_json():
    assert Figure.from_dict(json.loads(json.dumps(LIST.as_dict()))) == LIST


def test_line_fits_the_columns():
    line = LIST.line()
    assert len(line) == len(COLUMNS)
    assert line[:7] == (
        "列表",
        "sqlite",
        "1,000",
        "3.30 毫秒",
        "裸页 1.10，3.00 倍；空页 0.300，11.00 倍",
        "≤ 4.5 倍",
        "达到",
    )


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (0.0123, "0.0123"), (0.5, "0.500"), (3.3, "3.30"), (12345.6, "12,346")]
)
def test_number_is_spelled_with_three_digits(number, words):
    assert spelled(number) == words


def test_percentile_is_the_nearest_rank():
    assert [percentile(range(1, 101), share) for share in (0.5, 0.95, 1)] == [50, 95, 100]
    assert (percentile([7], 0.95), median([3, 1, 2])) == (7, 2)


def test_texts_are_the_same_every_time():
    assert list(texts(5)) == list(texts(5))
    assert list(texts(3)) == list(texts(5))[:3]
    assert list(texts(1, seed=1)) != list(texts(1, seed=2))
