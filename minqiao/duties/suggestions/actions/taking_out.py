"""Noting that a list was taken out of the platform."""

from minqiao.duties.suggestions.queries.sheet import LABEL, may_export
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress


@act
def note_export(*, actor, at, rows, asked, label=LABEL):
    """Who took how many rows out, under which filters: a list leaves the platform's own protection."""
    if why := may_export(actor):
        raise Refused(why, action="export")
    note = f"{label}，{rows}行；条件：{asked}"
    subject = congress(actor.realm_id)
    record(actor=actor, action="export", label="导出表格", subject=subject, at=at, note=note)
