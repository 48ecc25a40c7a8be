"""Reading sheets and runs: which are offered to whom, how far a run is."""

import datetime as dt

from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.exchange.choices import RunState
from minqiao.overviews.exchange.models import RowFault, Run
from minqiao.overviews.exchange.rules import STALLED_AFTER, may_export, may_import


def all_sheets():
    """Every sheet of every room, in the order of the rooms."""
    return [sheet for room in mechanisms() for sheet in room.data.sheets]


def sheet_named(slug):
    """The sheet of this slug or Chinese name, or None."""
    return next((sheet for sheet in all_sheets() if slug in (sheet.slug, sheet.label)), None)


def sheets_for(actor):
    """(sheet, may import, may export) for each sheet this actor has any business with."""
    offered = [(sheet, not may_import(actor, sheet), not may_export(actor, sheet)) for sheet in all_sheets()]
    return [offer for offer in offered if offer[1] or offer[2]]


def visible_runs(actor):
    """The runs of one's own office, the latest first."""
    return Run.objects.filter(role=actor.role, realm_id=actor.realm_id).order_by("-pk")


def visible_run(actor, pk):
    """One of them, or None."""
    return visible_runs(actor).filter(pk=pk).first()


def faults_of(run, limit=None):
    """What was wrong, by row."""
    return list(RowFault.objects.filter(run=run).order_by("row", "pk")[:limit])


def stalled_runs(now):
    """Runs whose process was stopped in the middle, or that nobody began."""
    before = now - STALLED_AFTER
    waiting = Run.objects.filter(state=RunState.WAITING, begun_at__lt=before)
    return list(waiting | Run.objects.filter(state=RunState.RUNNING, claimed_at__lt=before))


def outdated_runs(now, kept_for: dt.timedelta):
    """Finished runs whose files have been kept long enough."""
    done = Run.objects.filter(finished_at__lt=now - kept_for)
    return list(done.exclude(source="", bad_rows=""))
