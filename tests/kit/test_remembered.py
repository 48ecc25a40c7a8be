"""A small table kept in the process."""

from minqiao.kit import remembered
from minqiao.kit.remembered import Remembered


class Table:
    """Counts how often it is read."""

    def __init__(self):
        self.rows, self.stamp, self.loads, self.looks = ["a"], 1, 0, 0

    def load(self):
        self.loads += 1
        return list(self.rows)

    def look(self):
        self.looks += 1
        return self.stamp


def test_read_once_and_not_looked_after_for_a_while():
    table = Table()
    kept = Remembered(table.load, table.look)
    assert [kept() for _ in range(50)] == [["a"]] * 50
    assert (table.loads, table.looks) == (1, 1)


def test_looked_after_but_read_again_only_when_changed(monkeypatch):
    monkeypatch.setattr(remembered, "LOOK_AFTER", 0)
    table = Table()
    kept = Remembered(table.load, table.look)
    kept()
    kept()
    assert (table.loads, table.looks) == (1, 2)
    table.rows, table.stamp = ["b"], 2
    assert kept() == ["b"]
    assert table.loads == 2


def test_forgotten_at_once():
    table = Table()
    kept = Remembered(table.load, table.look)
    kept()
    table.rows = ["b"]
    assert kept() == ["a"]
    kept.forget()
    assert kept() == ["b"]
