"""The yearly handling report: its chapters and tables, read once for the page and for the files."""

from dataclasses import dataclass

from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.promises import promise_rows
from minqiao.duties.suggestions.figures.tables import all_tables
from minqiao.duties.suggestions.rules.facts import FACTS
from minqiao.duties.suggestions.rules.measures import PLAIN, all_figures, count, number, promises_kept
from minqiao.instruments.papers.documents.reports import Report, Section, numbered
from minqiao.instruments.papers.rules import chinese_date
from minqiao.kit.mechanism import chapters_of
from minqiao.kit.workbook import Page

RATES = ("指标", "数量", "基数", "比率", "上年同期", "基数说明")
PROMISES = ("建议编号", "承诺事项", "承办单位", "兑现期限", "情况")
SHARES_NOTE = "同一基数的各项比率按最大余额法取两位小数，合计为100.00%。"
REPLY, GRADES, RESULT = (
    ("办复率", "按期办复率", "面商率", "联系率"),
    ("首次评价", "最终评价", "未反馈的计入基数", "办理态度评价"),
    ("落实率", "承诺兑现率"),
)


WIDTHS = {
    "占比": 17,
    "比率": 18,
    "上年同期": 18,
    "基数说明": 48,
    "承诺事项": 50,
    "承办单位": 30,
    "兑现期限": 24,
    "情况": 28,
    "督办题目": 52,
    "涉及建议": 30,
    "领衔领导": 20,
    "督办机构": 26,
    "督办进展": 28,
}
TEXTS = frozenset(
    {"基数说明", "承诺事项", "承办单位", "情况", "督办题目", "涉及建议", "领衔领导", "督办机构", "督办进展"}
)


@dataclass(frozen=True)
class Counted:
    """A year counted: its cases, its figures by measure, and those of the year before on the same day."""

    scope: object
    cases: list
    figures: dict
    before: list
    figures_before: dict
    carried: object  # last year's promises as they stand now
    carried_promises: list


def counted(actor, scope, today):
    """Everything the page and the report print, read once."""
    earlier = scope.last_year
    mine, before = cases(actor, scope), cases(actor, earlier)
    carried = earlier.of(on=scope.on)
    now = cases(actor, carried)
    return Counted(
        scope=scope,
        cases=mine,
        figures=dict(all_figures(mine, scope, today)),
        before=before,
        figures_before=dict(all_figures(before, earlier, today)),
        carried=promises_kept(now, carried, today),
        carried_promises=promise_rows(now, carried, only_due=True),
    )


def handling_report(actor, scope, today, congress):
    """办理情况报告: kinds and topics, replies and contacts, grades, categories, results, units, problems."""
    found = counted(actor, scope, today)
    tables = {table.key: table for table in all_tables(found.cases, scope, today)}
    return Report(
        title=f"{congress.name}{scope.year}年代表建议、批评和意见办理情况报告",
        organ=f"{congress.standing_committee}代表工作委员会",
        on=scope.on,
        sections=numbered(
            _overall(found, tables),
            Section("答复和联系代表情况", _said(found, REPLY), (_rates("答复和联系", found, REPLY),)),
            Section("代表评价情况", _said(found, GRADES[:3]), (_rates("代表评价", found, GRADES),)),
            Section("办理类别", (SHARES_NOTE,), (_rates("办理类别", found, ("办理类别",)),)),
            Section("落实和承诺兑现情况", _results(found), _of_results(found)),
            Section("各承办单位办理情况", (tables["unit"].note,), (_page(tables["unit"]),)),
            *chapters_of("handling", actor, scope, today),
            Section("需要说明的情况", _problems(found), (_plain(found, today),)),
        ),
        widths=WIDTHS,
        texts=TEXTS,
    )


def _overall(found, tables):
    total = count(found.cases, "assigned")
    remarks = sum(case.kind == Kind.REVIEW_REMARK for case in found.cases if not case.is_withdrawn)
    before = count(found.before, "assigned")
    words = (
        f"截至{chinese_date(found.scope.on)}，{found.scope.year}年共交办{total}件，其中审议发言建议{remarks}件；"
        f"上年同期{before}件。撤回的不计入交办数。"
    )
    kinds = ("kind", "topic", "county", "delegation", "month")
    return Section("总体情况", (words,), tuple(_page(tables[key]) for key in kinds))


def _said(found, labels):
    """One sentence for each measure: the rate, its number and base, what was left out."""
    return tuple(_sentence(label, found.figures[label]) for label in labels)


def _sentence(label, figures):
    first = figures[0]
    if not first.base:
        return (
            f"{label}：截至{chinese_date(first.on)}没有{first.base_words}的，不计算比率{_left_out(first)}。"
        )
    rates = "，".join(f"{one.label}{one.percent}（{one.number}{one.unit}）" for one in figures)
    return f"{rates}，基数为{first.base_words}{first.base}{first.unit}{_left_out(first)}。"


def _left_out(figure):
    return f"；{figure.exclusions}" if figure.exclusions else ""


def _results(found):
    kept = found.carried
    rate = f"，兑现率{kept.percent}" if kept.base else ""
    carried = f"上年答复中的承诺到期{kept.base}项，已兑现{kept.number}项{rate}。"
    return (*_said(found, RESULT), carried)


def _of_results(found):
    """The rates, and the promises that fell due, of this year's replies and of last year's, one by one."""
    due = [*promise_rows(found.cases, found.scope, only_due=True), *found.carried_promises]
    rows = tuple(
        (row.case.number, row.promise.text, row.unit, str(row.promise.due_on), row.words) for row in due
    )
    pages = (_rates("落实和承诺", found, RESULT),)
    return (*pages, Page("到期承诺", "到期承诺", PROMISES, rows)) if rows else pages


def _problems(found):
    overdue = count(found.cases, "overdue")
    told = f"截至{chinese_date(found.scope.on)}，超过期限没有答复的{overdue}件。"
    return (told, "答复不等于落实，已答复件数与已落实件数分别统计，不相加。")


def _rates(name, found, labels):
    """A table of rates, this year beside last; every row says its base and what was left out of it."""
    rows = tuple(
        _rate_row(one, earlier)
        for label in labels
        for one, earlier in _beside(found.figures[label], found.figures_before[label])
    )
    notes = {one.note for label in labels for one in found.figures[label] if one.note}
    return Page(name, name, RATES, rows, "；".join(sorted(notes)))


def _beside(figures, before):
    known = {one.key: one for one in before}
    return [(one, known.get(one.key)) for one in figures]


def _rate_row(one, earlier):
    base_words = "，".join(filter(None, (one.base_words, one.exclusions)))
    return (one.label, one.number, one.base, one.share, earlier.share if earlier else None, base_words)


def _page(table):
    """A grouped table as cells, its share of the whole beside the first count."""
    head = (table.head, table.columns[0][1], "占比", *(words for _, words in table.columns[1:]))
    rows = tuple(_cells(line) for line in (*table.lines, table.total))
    if table.key == "unit":  # parts of several units overlap: no share of a whole
        head = (table.head, *(words for _, words in table.columns))
        rows = tuple((line.words, *(cell.number for cell in line.cells)) for line in table.lines)
    return Page(table.title, table.title, head, rows, table.note)


def _cells(line):
    first, *rest = (cell.number for cell in line.cells)
    return (line.words, first, line.share, *rest)


def _plain(found, today):
    """The counts that are no rates, beside last year's."""
    rows = tuple(
        (FACTS[fact].words, number(found.cases, fact, found.scope, today).number, count(found.before, fact))
        for fact in PLAIN
    )
    return Page("需要说明的情况", "需要说明的情况", ("事项", "件数", "上年同期"), rows)
