"""A measured figure, its floors, its goal; and the table in which figures are shown (pure)."""

import math
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Figure:
    """`value` of `what` in `unit`, for a size of data on a database.

    `floors` are the same work done barely, in the same unit and run; `goal` is the most that
    value ÷ the first floor may be (0: none), `most` the most that value itself may be (0: none).
    """

    what: str
    database: str
    size: int
    value: float
    unit: str
    floors: dict[str, float] = field(default_factory=dict)
    goal: float = 0
    most: float = 0
    note: str = ""

    def ratios(self) -> dict[str, float]:
        """The value divided by each floor."""
        return {name: self.value / floor for name, floor in self.floors.items() if floor}

    @property
    def is_met(self) -> bool:
        """Whether what is asked of the figure holds (true when nothing is asked)."""
        first = next(iter(self.ratios().values()), 0)
        return (not self.goal or first <= self.goal) and (not self.most or self.value <= self.most)

    def as_dict(self) -> dict:
        """The figure with its ratios, as JSON."""
        return {**asdict(self), "ratios": self.ratios(), "is_met": self.is_met}

    @classmethod
    def from_dict(cls, facts):
        """The figure from its JSON."""
        return cls(**{name: facts[name] for name in cls.__dataclass_fields__})

    def line(self) -> tuple[str, ...]:
        """The figure as a row of the table."""
        floors = "；".join(
            f"{name} {spelled(self.floors[name])}，{ratio:.2f} 倍" for name, ratio in self.ratios().items()
        )
        goals = [f"≤ {self.goal:g} 倍"] * bool(self.goal) + [f"≤ {self.most:g}"] * bool(self.most)
        verdict = ("达到" if self.is_met else "未达到") if goals else ""
        size, value = f"{self.size:,}", f"{spelled(self.value)} {self.unit}"
        return (self.what, self.database, size, value, floors, "、".join(goals), verdict, self.note)


COLUMNS = ("项目", "数据库", "规模", "数值", "底线（同一次运行）", "目标", "结果", "说明")


def spelled(number) -> str:
    """Three significant digits, no exponent."""
    if number == 0 or number >= 100:
        return f"{number:,.0f}"
    return f"{number:.{max(0, 2 - math.floor(math.log10(abs(number))))}f}"


def percentile(values, share) -> float:
    """The value that `share` (0 to 1) of the values do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(math.ceil(share * len(ranked)) - 1, 0)]


def median(values) -> float:
    """The middle value."""
    return percentile(values, 0.5)
