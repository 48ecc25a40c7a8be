"""Runs: an import begun, claimed, carried through in the background, reported; an export written down."""

import threading
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import close_old_connections
from django.db.models import F, Q

from minqiao.foundation.accounts.queries import actor_for
from minqiao.foundation.trail.actions import act, record
from minqiao.kit import sheetfiles
from minqiao.kit.actor import NOBODY
from minqiao.kit.sheets import CLEAR, SheetFault, matched
from minqiao.kit.workflow import Refused
from minqiao.overviews.exchange.actions.taking import take
from minqiao.overviews.exchange.choices import RunKind, RunState
from minqiao.overviews.exchange.models import RowFault, Run
from minqiao.overviews.exchange.queries import faults_of, sheet_named
from minqiao.overviews.exchange.rules import STALLED_AFTER, may_export, may_import, summary

COUNTS = ("created", "updated", "unchanged", "bad")


class _TakenOver(Exception):
    """Another process thought this one dead and went on; this one stops and touches nothing."""


@act
def begin_import(sheet, content, name, *, actor, at, is_trial=False):
    """Keep the file and the wish; `run_import` does the work."""
    if why := may_import(actor, sheet):
        raise Refused(why)
    run = _run(sheet, RunKind.TRIAL if is_trial else RunKind.IMPORT, name, actor, at)
    run.source.save(f"{at:%Y%m%d}-{sheet.slug}{_suffix(name)}", ContentFile(content), save=False)
    run.save()
    label = "开始试导入" if is_trial else "开始导入"
    record(actor=actor, action="begin_import", label=label, subject=run, at=at, note=f"{sheet.label}：{name}")
    return run


def run_in_background(run, clock):
    """Carry the import through in a thread of its own; the page may be left and returned to."""
    worker = threading.Thread(target=_alone, args=(run.pk, clock), name=f"import-{run.pk}", daemon=True)
    worker.start()
    return worker


def _alone(pk, clock):
    try:
        run_import(pk, clock=clock)
    finally:
        close_old_connections()


def run_import(pk, *, clock, actor=None, table=None, progress=None):
    """Claim the run and carry it to its end, from where it stands. `progress(done, total)` after each batch.

    A command on the server gives its own `actor` and the `table` it has read already.

    Answers the run, or None when somebody else is at it.
    """
    run = _claimed(pk, clock())
    if run is None:
        return None
    try:
        actor = actor or _actor(run, clock)
        table = _matched(run, table or _table(run))
        _carry(run, table, actor, clock, progress)
        _finish(run, table, actor=actor, at=clock())
    except _TakenOver:
        return None
    except (SheetFault, Refused) as fault:
        _fail(run, str(fault), at=clock())
    except Exception:
        _fail(run, "导入中断，已处理的行都已保存；请重新上传同一文件，不会重复", at=clock())
        raise
    run.refresh_from_db()
    return run


def _claimed(pk, now):
    stalled = Q(state=RunState.RUNNING, claimed_at__lt=now - STALLED_AFTER)
    free = Run.objects.filter(Q(state=RunState.WAITING) | stalled, pk=pk)
    return Run.objects.get(pk=pk) if free.update(state=RunState.RUNNING, claimed_at=now) else None


def _actor(run, clock):
    """Who began it, in the capacity it was begun in, as it stands today."""
    actor = actor_for(run.user_id, clock().date(), run.capacity_id)
    if actor.capacity_id != run.capacity_id or actor == NOBODY:
        raise Refused("经办人的职务已变动，导入停止")
    return actor


def _table(run):
    with run.source.open("rb") as file:
        rows = sheetfiles.read(file.read(), run.file_name)
    return matched(sheet_named(run.sheet), rows)


def _matched(run, table):
    """Note how many rows there are, and which columns were not used or not there."""
    ignored = f"没有用到的列：{'、'.join(table.ignored)}。" if table.ignored else ""
    absent = f"文件里没有、因而保持原值的列：{'、'.join(table.absent)}。" if table.absent else ""
    Run.objects.filter(pk=run.pk).update(total=len(table.rows), remark=ignored + absent)
    run.total = len(table.rows)
    return table


def _carry(run, table, actor, clock, progress):
    """All batches; each writes its progress in its own transaction (a trial: after it went back)."""
    sheet, is_trial = sheet_named(run.sheet), run.kind == RunKind.TRIAL

    def kept(tally, at):
        _note_batch(run, tally, at)

    for tally in take(sheet, table, actor=actor, clock=clock, is_trial=is_trial, skip=run.done, kept=kept):
        if is_trial:
            kept(tally, clock())
        if progress:
            progress(run.done, run.total)


def _note_batch(run, tally, at):
    moved = {name: F(name) + tally[name] for name in COUNTS}
    mine = Run.objects.filter(pk=run.pk, done=run.done, state=RunState.RUNNING)
    if not mine.update(done=run.done + tally.rows, claimed_at=at, **moved):
        raise _TakenOver
    RowFault.objects.bulk_create(
        RowFault(run=run, row=fault.row, column=fault.column, reason=fault.reason) for fault in tally.faults
    )
    run.done += tally.rows


@act
def _finish(run, table, *, actor, at):
    run.refresh_from_db()
    if run.bad:
        run.bad_rows.save(
            f"{at:%Y%m%d}-{run.sheet}-bad{_suffix(run.file_name)}", _bad_file(run, table), save=False
        )
    run.source.delete(save=False)
    run.state, run.finished_at = RunState.DONE, at
    run.save()
    counts = {name: getattr(run, name) for name in COUNTS}
    note = f"{run.label}：{summary(counts)}"
    record(actor=actor, action="import", label=f"{run.get_kind_display()}完成", subject=run, at=at, note=note)


def _bad_file(run, table):
    reasons = {}
    for fault in faults_of(run):
        reasons.setdefault(fault.row, []).append(f"{fault.column}：{fault.reason}")
    rows = [(row, "；".join(reasons[number])) for number, row in table.rows if number in reasons]
    return ContentFile(sheetfiles.write_bad_rows(table.header, rows, _suffix(run.file_name)[1:]))


def _fail(run, why, *, at):
    run.source.delete(save=False)
    Run.objects.filter(pk=run.pk, state=RunState.RUNNING).update(
        state=RunState.FAILED, fault=why, finished_at=at, source=""
    )


@act
def export(sheet, kind, *, actor, at):
    """The rows as a file, and how many; noted on the trail, for they may hold contact data."""
    if why := may_export(actor, sheet):
        raise Refused(why)
    rows = list(sheet.rows(actor))
    content = sheetfiles.write(sheet.columns, rows, kind, title=sheet.label)
    run = _run(sheet, RunKind.EXPORT, f"{sheet.label}.{kind}", actor, at)
    run.state, run.finished_at, run.total, run.done = RunState.DONE, at, len(rows), len(rows)
    run.save()
    record(
        actor=actor,
        action="export",
        label="导出表格",
        subject=run,
        at=at,
        note=f"{sheet.label}，{len(rows)}行",
    )
    return content, len(rows)


def template(sheet):
    """An empty file with the headings, and a second page that says how to fill it in."""
    required = {column.key for column in sheet.required()}
    notes = [
        (column.label, f"{'必填。' if column.key in required else ''}{column.help}")
        for column in sheet.columns
    ]
    if not sheet.whole:
        notes.append(("空格子", f"空着的格子不改动已登记的内容；要清除，在格子里写“{CLEAR}”"))
    return sheetfiles.write(sheet.columns, (), title=sheet.label, notes=[*notes, ("说明", sheet.note)])


def drop_files(run):
    """Forget the files of an old run; what came of it stays."""
    run.source.delete(save=False)
    run.bad_rows.delete(save=False)
    Run.objects.filter(pk=run.pk).update(source="", bad_rows="")


def _run(sheet, kind, name, actor, at):
    return Run(
        sheet=sheet.slug,
        label=sheet.label,
        kind=kind,
        file_name=PurePath(name).name[:200],
        user_id=actor.user_id,
        capacity_id=actor.capacity_id,
        role=actor.role,
        realm_id=actor.realm_id,
        name=actor.name,
        begun_at=at,
    )


def _suffix(name):
    return ".csv" if name.lower().endswith(".csv") else ".xlsx"
