"""Files that belong to something: what they are, who put them there, and whether they still count."""

from django.db import models
from django.db.models import Q

from minqiao.foundation.attachments.choices import IMAGES, Kind


class Attachment(models.Model):
    """One file on a subject of any room. Removing it keeps the row and the file: papers are archives."""

    subject_type = models.CharField("对象类型", max_length=60)
    subject_id = models.BigIntegerField("对象编号")
    case_type = models.CharField("案卷类型", max_length=60)
    case_id = models.BigIntegerField("案卷编号")
    name = models.CharField("文件名", max_length=120)
    kind = models.CharField("类型", max_length=8, choices=Kind.choices)
    size = models.BigIntegerField("大小（字节）")
    sha256 = models.CharField("校验值", max_length=64)
    stored_name = models.CharField("存放名", max_length=120, unique=True)
    is_signed_scan = models.BooleanField("签字盖章扫描件", default=False)
    note = models.CharField("说明", max_length=200, blank=True)
    user_id = models.BigIntegerField("上传用户编号", default=0)
    uploaded_by = models.CharField("上传人", max_length=60)
    uploaded_at = models.DateTimeField("上传时间")
    removed_by = models.CharField("撤下人", max_length=60, blank=True)
    removed_at = models.DateTimeField("撤下时间", null=True, blank=True)
    removal_reason = models.CharField("撤下原因", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "sha256"],
                condition=Q(removed_at__isnull=True),
                name="one_copy_of_a_file_per_subject",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | ~Q(removal_reason=""),
                name="attachment_removed_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"]),
            models.Index(fields=["case_type", "case_id"]),
        ]

    def __str__(self):
        return self.name

    @property
    def is_image(self) -> bool:
        """Whether a browser may show it in the page."""
        return self.kind in IMAGES

    @property
    def size_words(self) -> str:
        """The size as people read it."""
        return (
            f"{self.size / 1024 / 1024:.1f} MB" if self.size >= 1024 * 1024 else f"{self.size / 1024:.0f} KB"
        )
