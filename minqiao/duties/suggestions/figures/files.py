"""The handling report as Word, PDF and Excel, drawn from the same cells."""

from minqiao.duties.suggestions.figures.report import handling_report
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.papers.documents import DRAW
from minqiao.instruments.papers.rules import FORM, Column, Document, Para, SignOff, Table, chinese_date
from minqiao.kit.actor import Actor
from minqiao.kit.workbook import shown, workbook
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import current_congress

FORMS = (*DRAW, "xlsx")
FIRST, SMALL = 40, 9  # millimetres of the first column, points of a wide table
WIDTHS = {
    "占比": 17,
    "比率": 18,
    "上年同期": 18,
    "基数说明": 48,
    "承诺事项": 62,
    "承办单位": 30,
    "兑现期限": 24,
    "督办题目": 52,
    "涉及建议": 30,
    "领衔领导": 20,
    "督办机构": 26,
    "督办进展": 28,
}
TEXTS = frozenset(
    {"基数说明", "承诺事项", "承办单位", "情况", "督办题目", "涉及建议", "领衔领导", "督办机构", "督办进展"}
)


def handling_report_of(place, year, on):
    """The report of a place's congress as its deputy affairs committee prints it; Refused without one."""
    congress = current_congress(place)
    if congress is None:
        raise Refused(f"没有登记{place}的人民代表大会")
    office = Actor(name="命令行", role=Role.DEPUTY_AFFAIRS, role_label="系统", realm_id=congress.pk)
    return handling_report(office, Scope(year=year, on=on), on, congress)


def drawn(report, form):
    """The report as docx, pdf or xlsx; Refused when the faces for pdf are missing."""
    if form == "xlsx":
        return workbook(report.pages)
    return DRAW[form](_document(report))


def _document(report):
    blocks = []
    for section in report.sections:
        blocks.append(Para(section.heading, "heading1"))
        blocks += [Para(words) for words in section.words]
        for page in section.pages:
            blocks += [Para(page.title, "heading2"), _table(page)]
            if page.note and page.note not in section.words:
                blocks.append(Para(f"注：{page.note}", "note"))
    return Document(
        layout=FORM,
        title=report.title,
        blocks=tuple(blocks),
        sign_off=(SignOff(report.organ, chinese_date(report.on)),),
    )


def _table(page):
    columns = tuple(
        Column(words, WIDTHS.get(words, 12), "left" if at == 0 or words in TEXTS else "right")
        for at, words in enumerate(page.head)
    )
    columns = (Column(page.head[0], FIRST), *columns[1:])
    rows = tuple(tuple(shown(cell) for cell in row) for row in page.rows)
    return Table(columns, rows, size=SMALL)
