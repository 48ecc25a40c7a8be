"""Is it the same work under other money? Title and place compared (pure)."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

EMPTY = re.compile(r"(建设|项目|工程|维修|改造|新建|修缮|安装|关于|的)")
SAME_TITLE, SAME_PLACE = 72.0, 60.0  # of 100
MOST = 5


@dataclass(frozen=True)
class Twin:
    """What looks like the same work: where its money comes from, how much (fen), its page if any."""

    source: str
    title: str
    place: str
    amount: int
    reference: str
    project_id: int = 0


def is_like(title, place, other_title, other_place):
    """Whether two works may be one: their titles and their places are alike, empty words left out."""
    same_title = fuzz.partial_ratio(_bare(title), _bare(other_title)) >= SAME_TITLE
    return same_title and fuzz.partial_ratio(place, other_place) >= SAME_PLACE


def _bare(title):
    return EMPTY.sub("", title) or title


def named(twins, yuan):
    """The sources in words, as a refusal says them."""
    lines = (
        f"“{one.title}”（{one.place}）已由{one.source}安排{yuan(one.amount)}，{one.reference}"
        for one in twins
    )
    return "；".join(lines)
