"""Judgements on imports and exports. No web, no database."""

import datetime as dt

STALLED_AFTER = dt.timedelta(minutes=2)
KEPT_FOR = dt.timedelta(days=30)  # files hold contact data: kept no longer than the mending takes
INLINE_BYTES = 200_000  # smaller files are done before the page answers


def may_import(actor, sheet) -> str:
    """Why this actor may not import this sheet, or ""."""
    if not sheet.save:
        return f"“{sheet.label}”只能导出"
    return (
        "" if actor.role == "clock" or sheet.may_import(actor.role) else f"以当前身份不能导入“{sheet.label}”"
    )


def may_export(actor, sheet) -> str:
    """Why this actor may not export this sheet, or ""."""
    return (
        "" if actor.role == "clock" or sheet.may_export(actor.role) else f"以当前身份不能导出“{sheet.label}”"
    )


def is_stalled(run, now) -> bool:
    """A run nobody has worked on for a while: its process was stopped. It may be taken up again."""
    return run.state == "running" and run.claimed_at is not None and now - run.claimed_at > STALLED_AFTER


def summary(tally) -> str:
    """What came of the rows, in words."""
    words = (("created", "新增"), ("updated", "更新"), ("unchanged", "未变"), ("bad", "有误"))
    return "，".join(f"{word}{tally[key]}行" for key, word in words)
