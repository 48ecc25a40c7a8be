"""Processor time spent on a request: by this process, and by the database's own processes."""

from dataclasses import dataclass
from pathlib import Path
from time import process_time

from django.db import connection

NANOSECONDS = 1e-9
HERE = ("127.0.0.1", "::1", "localhost", "")


@dataclass(frozen=True)
class Spent:
    """Seconds of processor time. `database` is None where it cannot be known (another machine)."""

    server: float
    database: float | None

    @property
    def total(self) -> float:
        return self.server + (self.database or 0)


class Meter:
    """Reads the processor time since it was made.

    SQLite works inside this process. PostgreSQL's backends are other processes of this machine: the
    kernel's run time of each backend of this database, /proc/<pid>/schedstat, is read before and after
    (user and system time together, in nanoseconds). Its writers and checkpointer are not counted.
    """

    def __init__(self):
        self.backends = _backends()
        self.server, self.database = process_time(), _run_time(self.backends)

    def spent(self) -> Spent:
        """What was spent since the meter was made."""
        server, database = process_time(), _run_time(self.backends)
        return Spent(server - self.server, None if database is None else database - self.database)


def _backends():
    """The processes serving this database; None when there are none here to be read."""
    if connection.vendor != "postgresql":
        return ()
    if connection.settings_dict["HOST"] not in HERE and not connection.settings_dict["HOST"].startswith("/"):
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend'"  # no vacuum
        )
        pids = [pid for (pid,) in cursor.fetchall()]
    return pids if all(_schedule(pid).exists() for pid in pids) else None


def _run_time(pids):
    if pids is None:
        return None
    return sum(int(_schedule(pid).read_text().split()[0]) for pid in pids) * NANOSECONDS


def _schedule(pid):
    return Path(f"/proc/{pid}/schedstat")
