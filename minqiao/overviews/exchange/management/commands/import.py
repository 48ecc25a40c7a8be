"""`minqiao import SHEET FILE`: rows into the house through the same forms as in the browser."""

import sys
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from minqiao.kit import sheetfiles
from minqiao.kit.clock import now
from minqiao.kit.command import FAILED, WRONG_INPUT, Faults, HouseCommand
from minqiao.kit.sheets import SheetFault, matched
from minqiao.overviews.exchange.actions import Tally, begin_import, run_import, take
from minqiao.overviews.exchange.management.commands.export import OPERATOR, sheet_or_fault
from minqiao.overviews.exchange.queries import faults_of
from minqiao.overviews.exchange.rules import may_import, summary

COUNTS = ("created", "updated", "unchanged", "bad")
LINE_EVERY = 2000  # rows between two plain lines of progress


class Command(HouseCommand):
    help = "导入 .xlsx 或 .csv：合格的行存下，有误的行指明行、列和原因；重复导入不会重复"

    def add_arguments(self, parser):
        parser.add_argument("sheet", metavar="SHEET", help="表格名，见 minqiao sheets")
        parser.add_argument("file", metavar="FILE", help=".xlsx 或 .csv 文件")
        parser.add_argument("--dry-run", action="store_true", help="只试一遍，什么都不保存")
        parser.add_argument("--bad-rows", metavar="FILE", help="把有误的行连同原因写到这个文件")
        self.add_json(parser)

    def handle(self, *, sheet, file, dry_run, bad_rows, json, **options):
        found = sheet_or_fault(sheet)
        if why := may_import(OPERATOR, found):
            raise Faults(why)
        table, content = self._table(found, file)
        with self._progress(len(table.rows)) as progress:
            import_rows = self._try if dry_run else self._import
            counts, faults = import_rows(found, table, content, file, progress)
        if bad_rows and faults:
            _write_bad_rows(table, faults, bad_rows)
        self._report(found, file, len(table.rows), counts, faults, dry_run, json)

    def _table(self, sheet, file):
        try:
            content = Path(file).read_bytes()
            return matched(sheet, sheetfiles.read(content, file)), content
        except OSError as error:
            raise Faults(f"{file}：无法读取（{error.strerror}）") from error
        except SheetFault as fault:
            raise Faults(f"{file}：{fault}") from fault

    def _try(self, sheet, table, content, file, progress):
        tally = Tally()
        for batch in take(sheet, table, actor=OPERATOR, clock=now, is_trial=True):
            tally.add(batch)
            progress(tally.rows, len(table.rows))
        return {name: tally[name] for name in COUNTS}, tally.faults

    def _import(self, sheet, table, content, file, progress):
        run = begin_import(sheet, content, Path(file).name, actor=OPERATOR, at=now())
        run = run_import(run.pk, clock=now, actor=OPERATOR, table=table, progress=progress)
        if run.state == "failed":
            raise Faults(f"{file}：{run.fault}", code=FAILED)
        return {name: getattr(run, name) for name in COUNTS}, faults_of(run)

    @contextmanager
    def _progress(self, total):
        """A bar on a terminal, a plain line now and then elsewhere; both on standard error."""
        if sys.stderr.isatty():
            columns = (TextColumn("导入"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            with Progress(*columns, transient=True) as bar:
                line = bar.add_task("", total=total)
                yield lambda done, _: bar.update(line, completed=done)
        else:
            yield lambda done, _: self._line(done, total)

    def _line(self, done, total):
        if done % LINE_EVERY == 0 or done == total:
            self.stderr.write(f"已处理 {done}/{total} 行")

    def _report(self, sheet, file, total, counts, faults, dry_run, json):
        listed = [{"row": fault.row, "column": fault.column, "reason": fault.reason} for fault in faults]
        if json:
            facts = {"sheet": sheet.slug, "file": file, "dry_run": dry_run, "rows": total, **counts}
            self.write_json(facts | {"faults": listed})
        else:
            self.stdout.write(
                f"{sheet.label}：共{total}行，{summary(counts)}{'（试导入，未保存）' if dry_run else ''}"
            )
        if faults:
            lines = (f"{file}：第{each['row']}行 {each['column']}：{each['reason']}" for each in listed)
            raise Faults(*lines, code=WRONG_INPUT)


def _write_bad_rows(table, faults, file):
    reasons = {}
    for fault in faults:
        reasons.setdefault(fault.row, []).append(f"{fault.column}：{fault.reason}")
    rows = [(row, "；".join(reasons[number])) for number, row in table.rows if number in reasons]
    kind = "csv" if file.lower().endswith(".csv") else "xlsx"
    try:
        Path(file).write_bytes(sheetfiles.write_bad_rows(table.header, rows, kind))
    except OSError as error:
        raise Faults(f"{file}：无法写入（{error.strerror}）", code=FAILED) from error
