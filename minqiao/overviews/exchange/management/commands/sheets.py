"""`minqiao sheets`: the spreadsheets that go in and out, with their columns."""

from minqiao.kit.command import HouseCommand
from minqiao.overviews.exchange.queries import all_sheets


class Command(HouseCommand):
    help = "列出可导入导出的表格和各列"

    def add_arguments(self, parser):
        self.add_json(parser)

    def handle(self, *, json, **options):
        answer = [_facts(sheet) for sheet in all_sheets()]
        if json:
            return self.write_json(answer)
        for sheet in answer:
            ways = "可导入、导出" if sheet["import"] else "只能导出"
            self.stdout.write(f"{sheet['sheet']}\t{sheet['label']}（{ways}）")
            for column in sheet["columns"]:
                must = "必填 " if column["required"] else ""
                self.stdout.write(f"    {column['label']}\t{must}{column['help']}")


def _facts(sheet):
    required = {column.key for column in sheet.required()}
    return {
        "sheet": sheet.slug,
        "label": sheet.label,
        "import": sheet.save is not None,
        "keys": list(sheet.keys),
        "columns": [
            {
                "key": column.key,
                "label": column.label,
                "required": column.key in required,
                "help": column.help,
            }
            for column in sheet.columns
        ],
    }
