"""All doing of imports and exports."""

from minqiao.overviews.exchange.actions.runs import (
    begin_import,
    drop_files,
    export,
    run_import,
    run_in_background,
    template,
)
from minqiao.overviews.exchange.actions.taking import Tally, take

__all__ = [
    "Tally",
    "begin_import",
    "drop_files",
    "export",
    "run_import",
    "run_in_background",
    "take",
    "template",
]
