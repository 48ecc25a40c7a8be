"""Who is told of an act, in which words (pure)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Notice:
    """`to` gives the ids of the users to tell; `words` may use {title} and {number} of the subject.

    An official act (`urgent`) is sent at once, the rest waits for the day's digest.
    """

    to: Callable[[Any], set[int]]  # subject -> user ids
    words: str
    urgent: bool = False
