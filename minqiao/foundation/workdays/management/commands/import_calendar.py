"""`minqiao import_calendar`: whole years of workdays from a CSV file."""

from minqiao.foundation.workdays.actions import import_year_rows
from minqiao.foundation.workdays.rules import CONSOLE, read
from minqiao.kit.actor import Actor
from minqiao.kit.clock import now
from minqiao.kit.command import Faults, HouseCommand, read_text

OPERATOR = Actor(name="命令行", role=CONSOLE, role_label="系统运维")


class Command(HouseCommand):
    help = "导入工作日历（整年，含调休上班日）；同一文件导入两次不会改变什么"

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.csv", help="列：date、is_workday、kind、holiday")
        parser.add_argument("--source", required=True, help="所依据通知的名称和文号")

    def handle(self, *, file, source, **options):
        rows, faults = read(read_text(file))
        if faults:
            raise Faults(*(f"{file}：{fault}" for fault in faults))
        changed = import_year_rows(rows=rows, source=source, actor=OPERATOR, at=now())
        years = "、".join(f"{year}年" for year in changed)
        self.stdout.write(f"已导入{years}" if changed else "与现有日历完全相同，没有改动")
