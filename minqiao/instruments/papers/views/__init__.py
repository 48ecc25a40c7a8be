"""Browser in, browser out. Rooms call `answer_paper_of` and `begin_bundle` after their own scope check."""

from minqiao.instruments.papers.views.bundles import begin_bundle, bundle, download, start
from minqiao.instruments.papers.views.handing import answer, answer_paper_of, record_url
from minqiao.instruments.papers.views.register import (
    add_scan,
    detail,
    hand_out,
    index,
    paper_page,
    scan,
    void,
)

__all__ = [
    "add_scan",
    "answer",
    "answer_paper_of",
    "begin_bundle",
    "bundle",
    "detail",
    "download",
    "hand_out",
    "index",
    "paper_page",
    "record_url",
    "scan",
    "start",
    "void",
]
