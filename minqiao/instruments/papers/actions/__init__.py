"""Writing papers: issue, sign, void, bundle."""

from minqiao.instruments.papers.actions.bundling import (
    MOST,
    archive_of,
    clear_bundles,
    start_bundle,
    work_bundle,
)
from minqiao.instruments.papers.actions.issuing import attach_scan, issue, next_serial, sign, void

__all__ = [
    "MOST",
    "archive_of",
    "attach_scan",
    "clear_bundles",
    "issue",
    "next_serial",
    "sign",
    "start_bundle",
    "void",
    "work_bundle",
]
