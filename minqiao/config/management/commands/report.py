"""`minqiao report NAME --out FILE`: a room's yearly report as .docx, .pdf or .xlsx, the numbers the same."""

from pathlib import Path

from django.conf import settings

from minqiao.kit.clock import today
from minqiao.kit.command import FAILED, Faults, HouseCommand, day_from
from minqiao.kit.ids import year_from
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.workbook import shown
from minqiao.kit.workflow import Refused

FORMS = ("docx", "pdf", "xlsx")


class Command(HouseCommand):
    help = "把一年的报告写成 Word、PDF 或者 Excel 文件，例如：minqiao report handling --out 报告.docx"

    def add_arguments(self, parser):
        parser.add_argument("name", metavar="NAME", help=f"报告代号：{'、'.join(_words())}")
        parser.add_argument(
            "--out", required=True, metavar="FILE", help="写到哪里；按扩展名 .docx、.pdf、.xlsx"
        )
        parser.add_argument("--year", metavar="YYYY", help="年度，不写为今年")
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="截至哪一天，不写为今天")
        parser.add_argument("--place", default=settings.PLACE, metavar="CODE", help="行政区划代码")
        self.add_json(parser)

    def handle(self, *, name, out, year, on, place, json, **options):
        named = _reports().get(name)
        if named is None:
            raise Faults(f"NAME：没有名为 {name} 的报告，现有：{'、'.join(_words())}")
        form = Path(out).suffix.lower().lstrip(".")
        if form not in FORMS:
            raise Faults(f"{out}：扩展名应为 .docx、.pdf 或者 .xlsx")
        until = _day(on)
        try:
            report = named.make(place, _year(year, until), until)
            content = named.draw(report, form)
        except Refused as refused:
            raise Faults(refused.why, code=FAILED) from refused
        _keep(out, content)
        if json:
            return self.write_json(_facts(report, out))
        self.stdout.write(f"{report.title}（截至{until}）：写到 {out}")


def _reports():
    return {name: report for room in mechanisms() for name, report in room.data.reports.items()}


def _words():
    return [f"{name}（{report.label}）" for name, report in _reports().items()]


def _day(text):
    try:
        return min(day_from(text), today()) if text else today()
    except ValueError as error:
        raise Faults(f"--on：{error}") from error


def _year(text, until):
    if text is None:
        return until.year
    year = year_from(text)
    if year is None:
        raise Faults(f"--year：“{text}”不是年度，应写作 {until.year} 的样子")
    return year


def _keep(out, content):
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise Faults(f"{out}：无法写入（{error.strerror}）", code=FAILED) from error


def _facts(report, out):
    """The printed cells, table by table."""
    tables = [
        {"title": page.title, "head": page.head, "rows": [[shown(cell) for cell in row] for row in page.rows]}
        for page in report.pages
    ]
    return {"title": report.title, "file": out, "on": str(report.on), "tables": tables}
