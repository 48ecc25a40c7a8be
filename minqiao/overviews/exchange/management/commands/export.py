"""`minqiao export SHEET FILE`: all rows of a sheet as .xlsx or .csv."""

from pathlib import Path

from minqiao.kit.actor import Actor
from minqiao.kit.clock import now
from minqiao.kit.command import FAILED, Faults, HouseCommand
from minqiao.overviews.exchange.actions import export
from minqiao.overviews.exchange.queries import all_sheets, sheet_named

OPERATOR = Actor(name="命令行", role="clock", role_label="系统")


def sheet_or_fault(slug):
    """The sheet of this name. Raises Faults naming those there are."""
    sheet = sheet_named(slug)
    if sheet is None:
        raise Faults(f"没有名为 {slug} 的表格，现有：{'、'.join(each.slug for each in all_sheets())}")
    return sheet


class Command(HouseCommand):
    help = "把一张表导出为 .xlsx 或 .csv 文件"

    def add_arguments(self, parser):
        parser.add_argument("sheet", metavar="SHEET", help="表格名，见 minqiao sheets")
        parser.add_argument("file", metavar="FILE", help="写到哪里；按扩展名 .xlsx 或 .csv")
        self.add_json(parser)

    def handle(self, *, sheet, file, json, **options):
        found, path = sheet_or_fault(sheet), Path(file)
        kind = path.suffix.lower().lstrip(".")
        if kind not in ("xlsx", "csv"):
            raise Faults(f"{file}：扩展名应为 .xlsx 或 .csv")
        content, count = export(found, kind, actor=OPERATOR, at=now())
        try:
            path.write_bytes(content)
        except OSError as error:
            raise Faults(f"{file}：无法写入（{error.strerror}）", code=FAILED) from error
        if json:
            return self.write_json({"sheet": found.slug, "file": file, "rows": count})
        self.stdout.write(f"{found.label}：导出{count}行到 {file}")
