"""The words: what was done with a sheet, and how far it is."""

from django.db.models import TextChoices


class RunKind(TextChoices):
    IMPORT = "import", "导入"
    TRIAL = "trial", "试导入"
    EXPORT = "export", "导出"


class RunState(TextChoices):
    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "完成"
    FAILED = "failed", "未能导入"
