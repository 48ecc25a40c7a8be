"""What the clock does: takes up imports whose process was stopped, and forgets old files."""

from minqiao.kit.clock import now as clock
from minqiao.overviews.exchange.actions import drop_files, run_import
from minqiao.overviews.exchange.queries import outdated_runs, stalled_runs
from minqiao.overviews.exchange.rules import KEPT_FOR


def resume_stalled(now):
    """Carry stopped imports to their end."""
    runs = [run_import(run.pk, clock=clock) for run in stalled_runs(now)]
    return [f"接着完成了{run}（{run.file_name}）" for run in runs if run]


def forget_files(now):
    """Uploaded files and files of bad rows hold contact data: they go after 30 days."""
    outdated = outdated_runs(now, KEPT_FOR)
    for run in outdated:
        drop_files(run)
    return [f"清除了{len(outdated)}次导入留下的文件"] if outdated else []
