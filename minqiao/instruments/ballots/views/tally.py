"""Counting without the network: an empty table to fill in elsewhere, taken in later through the same form."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from minqiao.foundation.trail.actions import act
from minqiao.instruments.ballots.actions.counting import enter
from minqiao.instruments.ballots.forms.hall import FIELDS, Enter
from minqiao.instruments.ballots.queries.rounds import round_of
from minqiao.instruments.ballots.rules.sheet import MARK_WORDS
from minqiao.instruments.ballots.rules.tally import marks_of
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.kit import sheetfiles
from minqiao.kit.clock import now, today
from minqiao.kit.download import download
from minqiao.kit.sheets import Column, Sheet, SheetFault, matched
from minqiao.kit.workflow import Refused

HEAPS = 5  # empty heaps of the table that is handed out
HEAD = (
    Column("heap", "堆号"), Column("ballots", "本堆张数"), Column("void", "其中废票"),
    Column("position", "序号"), Column("item", "项目", width=40),
)  # fmt: skip


def _columns(round_):
    marks = marks_of(round_.measure)
    return (*HEAD, *(Column(FIELDS[mark], MARK_WORDS[mark]) for mark in marks))


@login_required
def blank(request, pk):
    """The empty table of a vote, some heaps long."""
    round_ = round_of(request.actor, pk)
    ROUND.step("enter", request.actor, round_, today())
    rows = [
        {"heap": heap, "position": place, "item": name}
        for heap in range(1, HEAPS + 1)
        for place, name in enumerate(round_.items, 1)
    ]
    content = sheetfiles.write(_columns(round_), rows, title="计票表")
    return download(content, f"计票表-{round_}.xlsx")


@login_required
def take_in(request, pk):
    """The filled table: every heap goes through the form and the act of a heap, all of them or none."""
    round_ = round_of(request.actor, pk)
    ROUND.step("enter", request.actor, round_, today())
    faults = []
    if request.method == "POST":
        faults = _taken(request, round_)
        if not faults:
            return redirect("ballots:detail", pk)
    return render(
        request, "ballots/take_in.html", {"round": round_, "faults": faults}, status=422 if faults else 200
    )


def _taken(request, round_):
    """What is wrong with the file, line by line; nothing is kept unless all of it is right."""
    file = request.FILES.get("file")
    if file is None:
        return ["请选择要导入的计票表"]
    try:
        heaps = _heaps(round_, file.read(), file.name)
        forms = [(heap, Enter(data, subject=round_, actor=request.actor, on=today())) for heap, data in heaps]
        faults = [
            f"第{heap}堆：{why}" for heap, form in forms for errors in form.errors.values() for why in errors
        ]
        if faults or not forms:
            return faults or ["表中没有填写任何一堆"]
        _enter_all(round_, [form.arguments for _, form in forms], actor=request.actor, at=now())
    except (SheetFault, Refused) as fault:
        return [str(fault)]
    messages.success(request, f"已录入{len(forms)}堆")
    return []


@act
def _enter_all(round_, heaps, *, actor, at):
    for words in heaps:
        enter(round_, actor=actor, at=at, **words)


def _heaps(round_, content, name):
    """(number, what the form of a heap takes) for every heap that has a number of ballots."""
    sheet = Sheet(slug="tally", label="计票表", form=None, columns=_columns(round_), rows=None)
    table = matched(sheet, sheetfiles.read(content, name))
    missing = [column.label for column in sheet.columns if column.key not in table.positions]
    if missing:
        raise SheetFault(f"缺少列：{'、'.join(missing)}")
    found = {}
    for line, row in table.rows:
        cells = table.cells(row)
        if cells["heap"]:
            found.setdefault(cells["heap"], []).append((line, cells))
    heaps = ((heap, _heap(round_, rows)) for heap, rows in found.items())
    return [(heap, data) for heap, data in heaps if data is not None]


def _heap(round_, rows):
    """The data of one heap as a form is posted; None for one left empty."""
    said = {name: {cells[name] for _, cells in rows} - {""} for name in ("ballots", "void")}
    if not said["ballots"]:
        return None
    line = rows[0][0]
    if any(len(words) > 1 for words in said.values()):
        raise SheetFault(f"第{line}行起：同一堆的张数、废票前后不一致")
    if [cells["item"] for _, cells in rows] != round_.items:
        raise SheetFault(f"第{line}行起：项目应与选票一致，顺序不变")
    names = [FIELDS[mark] for mark in marks_of(round_.measure)]
    lists = {name: [cells[name] for _, cells in rows] for name in names}
    numbers = {"heap": rows[0][1]["heap"], "ballots": next(iter(said["ballots"]))}
    return numbers | {"void": next(iter(said["void"]), "0")} | lists
