"""Changing the rulebook: a dated row for a place. Cases keep what stood when their clock began."""

import datetime as dt

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import forget_rules
from minqiao.foundation.rulebook.rules import fault_of, is_within, may_change, setting, words_of
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused

ONE_DAY = dt.timedelta(days=1)


@act
def change_rule(*, key, place, value, unit="", basis, source, level, valid_from, actor, at) -> LocalRule:
    """Let another value stand in `place` from a day on.

    Refused without the right, above what the law allows, outside the deployment's place, or with a day
    that has passed: what stood then is history.
    """
    entry = setting(key)
    unit = unit or entry.unit
    _check(entry, place, value, unit, valid_from, actor, at)
    rows = LocalRule.objects.select_for_update().filter(key=key, place=place, is_void=False)
    same_day = list(rows.filter(valid_from=valid_from))
    rows.filter(valid_from=valid_from).update(is_void=True, changed_at=at)
    later = rows.filter(valid_from__gt=valid_from).order_by("valid_from").first()
    open_then = Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    rows.filter(open_then, valid_from__lt=valid_from).update(valid_to=valid_from - ONE_DAY, changed_at=at)
    row = LocalRule(
        key=key, place=place, value=value, unit=unit, basis=basis, source=source, level=level,
        valid_from=valid_from, valid_to=later and later.valid_from - ONE_DAY,
        changed_by=actor.name, changed_at=at,
    )  # fmt: skip
    _save(row)
    note = f"{entry.label}：自{valid_from}起为{words_of(entry, value, unit)}。依据：{basis}（{source}）"
    note += f"；同日生效的另一值作废{len(same_day)}条" if same_day else ""
    record(actor=actor, action="change_rule", label="修改规则", subject=row, at=at, note=note)
    _announce()
    return row


@act
def end_rule(row, *, actor, at) -> LocalRule:
    """Back to the wider place's value or the default: a row not yet begun is void, another ends today."""
    today = timezone.localtime(at).date()
    if why := may_change(actor) or ("这一条已经失效" if _is_over(row, today) else ""):
        raise Refused(why, action="end_rule")
    changes = {"is_void": True} if row.valid_from > today else {"valid_to": today}
    LocalRule.objects.filter(pk=row.pk).update(**changes, changed_at=at)
    row.refresh_from_db()
    words = "尚未生效，作废" if row.is_void else f"执行至{today}"
    note = f"{setting(row.key).label}（{row.place}）：{words}"
    record(actor=actor, action="end_rule", label="停止执行本地规则", subject=row, at=at, note=note)
    _announce()
    return row


def _check(entry, place, value, unit, valid_from, actor, at):
    why = may_change(actor)
    if not why and not is_within(place, settings.PLACE):
        why = f"行政区划代码{place}不在本地（{settings.PLACE}）范围之内"
    if not why and valid_from < timezone.localtime(at).date():
        why = "生效日不能早于今天；已经过去的日子按当时的规则"
    why = why or fault_of(entry, value, unit)
    if why:
        raise Refused(why, entry.basis, action="change_rule")


def _save(row):
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused("他人刚刚修改了这条规则，请刷新后再试", action="change_rule") from error


def _is_over(row, today):
    return row.is_void or (row.valid_to is not None and row.valid_to <= today)


def _announce():
    forget_rules()
    transaction.on_commit(forget_rules)
