"""Who is told of an act, in which words (pure)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Notice:
    """`to` gives the ids of the users to tell on a day; `words` may use {title} and {number} of the case
    and, where one case has several subjects, the {unit} of this one and its place as {item}.

    An official act (`urgent`) is sent at once, the rest waits for the day's digest.
    """

    to: Callable[[Any, dt.date], set[int]]  # (subject, day) -> user ids
    words: str
    urgent: bool = False
