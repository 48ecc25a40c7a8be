"""The texts that can be found. Beside them each database keeps its own full-text index of their tokens."""

from django.db import models


class Entry(models.Model):
    """The normalised text of one thing of any room.

    SQLite: the contentless FTS5 table `search_fts`, whose rowid is this row's id. PostgreSQL: the column
    `tokens` (tsvector) of this table. Both are written by `actions` alone, from the text.
    """

    subject_type = models.CharField("对象类型", max_length=60)
    subject_id = models.BigIntegerField("对象编号")
    text = models.TextField("文本")

    class Meta:
        verbose_name = verbose_name_plural = "检索条目"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"], name="one_search_entry_per_subject"
            )
        ]
