"""Imports as they run: good rows kept, bad rows named, nothing doubled, progress safe."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from django.db import IntegrityError, transaction

from minqiao.foundation.trail.actions import act, record
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit import sheetfiles
from minqiao.kit.sheets import matched
from minqiao.kit.workflow import Refused
from minqiao.overviews.exchange import actions, queries, tasks
from minqiao.overviews.exchange.actions.taking import BATCH
from minqiao.overviews.exchange.models import RowFault, Run
from minqiao.registry.areas.sheets import AREAS
from minqiao.registry.congress.models import Deputy
from minqiao.registry.congress.sheets import DEPUTIES
from minqiao.registry.units.models import Unit
from minqiao.registry.units.sheets import UNITS
from tests.exchange.conftest import a_unit, units_file
from tests.factories import at

NOW = at("2026-06-01")


def clock():
    return NOW


def imported(world, rows, *, name="单位.xlsx", is_trial=False, actor=None):
    """Begin and run an import of units."""
    kind = name.rsplit(".", 1)[-1]
    by = actor or world.affairs
    run = actions.begin_import(UNITS, units_file(rows, kind), name, actor=by, at=NOW, is_trial=is_trial)
    return actions.run_import(run.pk, clock=clock)


def result(run):
    return run.state, run.total, run.done, run.created, run.updated, run.unchanged, run.bad


def test_good_rows_are_kept_and_bad_rows_named(world):
    rows = [a_unit(1), a_unit(2, kind="某类"), a_unit(3, name=""), a_unit(4)]
    run = imported(world, rows)
    assert result(run) == ("done", 4, 4, 2, 0, 0, 2)
    assert list(Unit.objects.filter(code__startswith="N").values_list("code", flat=True)) == [
        "N0001",
        "N0004",
    ]
    assert [(fault.row, fault.column) for fault in queries.faults_of(run)] == [(3, "类别"), (4, "全称")]


def test_a_repeated_import_makes_no_doubles_and_tells_what_changed(world):
    imported(world, [a_unit(1), a_unit(2)])
    run = imported(world, [a_unit(1), a_unit(2, contact_phone="0000-1"), a_unit(3)])
    assert result(run) == ("done", 3, 3, 1, 1, 1, 0)
    assert Unit.objects.filter(code__startswith="N").count() == 3


@pytest.mark.parametrize("name", ["单位.xlsx", "单位.csv"])
def test_the_file_of_bad_rows_mended_goes_through(world, name):
    run = imported(world, [a_unit(1), a_unit(2, kind="某类", name="=甲")], name=name)
    content = run.bad_rows.read()
    read = sheetfiles.read(content, name)
    assert read[0] == [column.label for column in UNITS.columns] + ["错误原因"]
    assert len(read) == 2
    assert read[1][-1].startswith("类别：“某类”不在可选范围")
    mended = content.replace("某类".encode(), "党群部门".encode())
    if name.endswith("xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        book.active["D2"] = "党群部门"
        book.save(buffer := io.BytesIO())
        mended = buffer.getvalue()
    again = actions.begin_import(UNITS, mended, name, actor=world.affairs, at=NOW)
    again = actions.run_import(again.pk, clock=clock)
    assert (result(again), again.remark) == (("done", 1, 1, 1, 0, 0, 0), "")
    assert Unit.objects.get(code="N0002").name == "=甲"


def test_a_row_refused_by_the_act_or_by_the_database_spoils_no_other(world):
    Unit.objects.create(code="OLD", name="单位2", short_name="旧", kind="party")
    run = imported(world, [a_unit(1), a_unit(2), a_unit(3)])
    assert result(run) == ("done", 3, 3, 2, 0, 0, 1)
    fault = RowFault.objects.get()
    assert (fault.row, fault.column, fault.reason) == (3, "整行", "已有名为“单位2”的单位，编号不同")
    assert fault_in_trail() == ""


def test_a_person_another_clerk_entered_meanwhile_is_found_and_not_doubled(world):
    lines = ["代表编号,姓名,人大", *(f"N{n},某{n},{world.congress}" for n in range(BATCH + 1))]
    run = actions.begin_import(DEPUTIES, "\n".join(lines).encode(), "a.csv", actor=world.affairs, at=NOW)

    def busy():
        if Run.objects.filter(pk=run.pk, total=BATCH + 1, done=0).exists():
            Deputy.objects.get_or_create(code="N0", defaults={"name": "某0"})
        return NOW

    run = actions.run_import(run.pk, clock=busy)
    assert result(run) == ("done", BATCH + 1, BATCH + 1, BATCH, 1, 0, 0)
    assert Deputy.objects.get(code="N0").mandates.count() == 1
    assert fault_in_trail() == ""


@act
def save_blindly(data, *, actor, at, lookups=None):
    """Writes a unit without looking whether there is one."""
    unit = Unit.objects.create(code=data["code"], name=data["name"], short_name="", kind=data["kind"])
    record(actor=actor, action="save_unit", label="新增承办单位", subject=unit, at=at)
    return "created"


def test_a_row_the_database_objects_to_is_named_and_the_others_stand(world):
    sheet = replace(UNITS, save=save_blindly)
    rows = [a_unit(1), a_unit(2, code="A14"), a_unit(3)]
    table = matched(sheet, sheetfiles.read(units_file(rows), "a.xlsx"))
    [tally] = actions.take(sheet, table, actor=world.affairs, clock=clock)
    assert [str(fault) for fault in tally.faults] == ["第3行 整行：与已有数据冲突，请核对编号是否重复"]
    assert (tally["created"], tally["bad"]) == (2, 1)
    assert list(Unit.objects.filter(code__startswith="N").values_list("code", flat=True)) == [
        "N0001",
        "N0003",
    ]
    assert (Event.objects.filter(action="save_unit").count(), fault_in_trail()) == (2, "")


def test_a_trial_tells_the_same_and_keeps_nothing(world):
    run = imported(world, [a_unit(1), a_unit(2, kind="某类")], is_trial=True)
    assert result(run) == ("done", 2, 2, 1, 0, 0, 1)
    assert Unit.objects.filter(code__startswith="N").count() == 0
    assert Event.objects.filter(action="save_unit").count() == 0


def test_the_trail_has_the_run_and_each_changed_row(world):
    imported(world, [a_unit(1), a_unit(2, kind="某类")])
    imported(world, [a_unit(1)])
    events = Event.objects.filter(subject_type__in=("exchange.run", "units.unit")).order_by("seq")
    assert list(events.values_list("action", "note")) == [
        ("begin_import", "承办单位：单位.xlsx"),
        ("save_unit", "单位1"),
        ("import", "承办单位：新增1行，更新0行，未变0行，有误1行"),
        ("begin_import", "承办单位：单位.xlsx"),
        ("import", "承办单位：新增0行，更新0行，未变1行，有误0行"),
    ]
    assert {event.user_id for event in events} == {world.affairs.user_id}


def test_columns_nobody_asked_for_and_columns_left_out_are_named(world):
    content = "单位编号,全称,类别,颜色\r\nN0001,单位1,党群部门,红\r\n".encode("gb18030")
    run = actions.begin_import(UNITS, content, "单位.csv", actor=world.affairs, at=NOW)
    run = actions.run_import(run.pk, clock=clock)
    assert (run.created, run.remark) == (
        1,
        "没有用到的列：颜色。文件里没有、因而保持原值的列：简称、所属区划、发文代字、联系人、联系电话、在用。",
    )
    unit = Unit.objects.get(code="N0001")
    assert (unit.short_name, unit.is_active) == ("单位1", True)


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"broken", "单位.xlsx", "文件不是完好的 .xlsx，请用 Excel 或 WPS 另存为 .xlsx 后再试"),
        ("全称\r\n某局".encode(), "单位.csv", "缺少必需的列：单位编号、类别"),
    ],
)
def test_a_file_that_cannot_be_used_fails_with_the_reason_and_is_not_kept(world, media, content, name, why):
    run = actions.begin_import(UNITS, content, name, actor=world.affairs, at=NOW)
    run = actions.run_import(run.pk, clock=clock)
    assert (run.state, run.fault, bool(run.source)) == ("failed", why, False)
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_only_offices_that_keep_a_sheet_may_import_or_export_it(world):
    cases = (
        (UNITS, world.deputy, "以当前身份不能导入“承办单位”", "以当前身份不能导出“承办单位”"),
        (DEPUTIES, world.gov, "以当前身份不能导入“代表名册”", "以当前身份不能导出“代表名册”"),
        (AREAS, world.affairs, "以当前身份不能导入“行政区划”", "以当前身份不能导出“行政区划”"),
        (DEPUTIES, world.auditor, "以当前身份不能导入“代表名册”", "以当前身份不能导出“代表名册”"),
    )
    for sheet, actor, import_why, export_why in cases:
        with pytest.raises(Refused) as refused:
            actions.begin_import(sheet, b"", "a.csv", actor=actor, at=NOW)
        assert refused.value.why == import_why
        with pytest.raises(Refused) as refused:
            actions.export(sheet, "csv", actor=actor, at=NOW)
        assert refused.value.why == export_why
    assert Run.objects.count() == 0


def test_an_import_stops_when_the_clerks_capacity_has_ended(world):
    run = actions.begin_import(UNITS, units_file([a_unit(1)]), "单位.xlsx", actor=world.affairs, at=NOW)
    type(run).objects.filter(pk=run.pk).update(capacity_id=world.deputy.capacity_id)
    run = actions.run_import(run.pk, clock=clock)
    assert (run.state, run.fault) == ("failed", "经办人的职务已变动，导入停止")
    assert Unit.objects.filter(code="N0001").exists() is False


def test_progress_is_told_after_each_batch(world):
    told = []
    content = units_file([a_unit(number) for number in range(BATCH + 1)])
    run = actions.begin_import(UNITS, content, "单位.xlsx", actor=world.affairs, at=NOW)
    actions.run_import(run.pk, clock=clock, progress=lambda done, total: told.append((done, total)))
    assert told == [(BATCH, BATCH + 1), (BATCH + 1, BATCH + 1)]


def test_a_run_is_claimed_once(world):
    run = actions.begin_import(UNITS, units_file([a_unit(1)]), "单位.xlsx", actor=world.affairs, at=NOW)
    Run.objects.filter(pk=run.pk).update(state="running", claimed_at=NOW)
    assert actions.run_import(run.pk, clock=clock) is None


def test_a_stopped_import_goes_on_where_it_stood(world):
    content = units_file([a_unit(1), a_unit(2)])
    run = actions.begin_import(UNITS, content, "单位.xlsx", actor=world.affairs, at=NOW)
    before = NOW - dt.timedelta(minutes=3)
    Run.objects.filter(pk=run.pk).update(state="running", claimed_at=before, total=2, done=1, created=1)
    assert tasks.resume_stalled(NOW) == ["接着完成了导入“承办单位”（单位.xlsx）"]
    run.refresh_from_db()
    assert result(run) == ("done", 2, 2, 2, 0, 0, 0)
    assert list(Unit.objects.filter(code__startswith="N").values_list("code", flat=True)) == ["N0002"]


def test_who_was_overtaken_writes_nothing_more(world):
    run = actions.begin_import(UNITS, units_file([a_unit(1)]), "单位.xlsx", actor=world.affairs, at=NOW)

    def overtaking():
        Run.objects.filter(pk=run.pk, state="running").update(done=1, total=1)
        return NOW

    assert actions.run_import(run.pk, clock=overtaking) is None
    assert (Run.objects.get(pk=run.pk).state, Unit.objects.filter(code="N0001").exists()) == (
        "running",
        False,
    )


def test_files_are_forgotten_after_thirty_days(world, media):
    run = imported(world, [a_unit(1, kind="某类")])
    assert tasks.forget_files(NOW + dt.timedelta(days=30)) == []
    assert tasks.forget_files(NOW + dt.timedelta(days=31)) == ["清除了1次导入留下的文件"]
    assert [path for path in media.rglob("*") if path.is_file()] == []
    run.refresh_from_db()
    assert (bool(run.bad_rows), run.bad) == (False, 1)


def test_an_export_is_counted_and_on_the_trail(world):
    content, count = actions.export(UNITS, "csv", actor=world.gov, at=NOW)
    table = matched(UNITS, sheetfiles.read(content, "a.csv"))
    assert (count, [row[0] for _, row in table.rows]) == (4, ["A03", "A08", "A11", "A14"])
    assert Event.objects.get(action="export").note == "承办单位，4行"


def test_the_template_names_every_column_and_is_read_as_empty():
    content = actions.template(DEPUTIES)
    assert sheetfiles.read(content, "a.xlsx") == [[column.label for column in DEPUTIES.columns]]
    notes = openpyxl.load_workbook(io.BytesIO(content))["填写说明"]
    assert [row[0].value for row in notes] == [
        *(column.label for column in DEPUTIES.columns),
        "空格子",
        "说明",
    ]


def test_progress_never_exceeds_the_whole(world):
    run = imported(world, [a_unit(1)])
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(done=2)
