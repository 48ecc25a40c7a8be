"""Series of numbers, papers issued once, who signed them, and bundles of many papers for download."""

from django.db import models
from django.db.models import F, Q

from minqiao.instruments.papers.choices import BundleState, Form, PaperKind, PaperState


class Series(models.Model):
    """A series of numbers and the last one drawn. The row is the lock: numbers have no gap and no double."""

    key = models.CharField("系列", max_length=80, unique=True)
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "编号系列"

    def __str__(self):
        return self.key


class Paper(models.Model):
    """An official paper as it was issued: its facts are frozen and drawn anew whenever it is opened."""

    kind = models.CharField("文种", max_length=30, choices=PaperKind.choices)
    title = models.CharField("标题", max_length=250)
    number = models.CharField("文号", max_length=80, blank=True)
    series = models.CharField("系列", max_length=80, blank=True)
    serial = models.PositiveIntegerField("流水号", null=True, blank=True)
    edition = models.PositiveSmallIntegerField("次", default=1)
    facts = models.JSONField("内容")
    sha256 = models.CharField("校验值", max_length=64)
    realm_id = models.BigIntegerField("所属人大编号", default=0)
    subject_type = models.CharField("对象类型", max_length=60)
    subject_id = models.BigIntegerField("对象编号")
    case_type = models.CharField("案卷类型", max_length=60)
    case_id = models.BigIntegerField("案卷编号")
    issued_at = models.DateTimeField("印发时间")
    user_id = models.BigIntegerField("印发用户编号", default=0)
    issued_by = models.CharField("印发人", max_length=60, blank=True)
    token = models.CharField("核验码", max_length=32, unique=True)
    state = models.CharField("状态", max_length=8, choices=PaperState.choices, default=PaperState.ISSUED)
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    voided_by = models.CharField("作废人", max_length=60, blank=True)
    void_reason = models.CharField("作废原因", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "公文"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_type", "subject_id", "edition"],
                condition=Q(state=PaperState.ISSUED),
                name="one_standing_paper_per_subject_and_edition",
            ),
            models.UniqueConstraint(
                fields=["series", "serial"],
                condition=Q(serial__isnull=False),
                name="one_paper_per_serial_of_a_series",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.ISSUED) | ~Q(void_reason=""), name="void_paper_has_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["case_type", "case_id"]),
            models.Index(fields=["realm_id", "-issued_at"]),
        ]

    def __str__(self):
        return self.title

    @property
    def is_void(self) -> bool:
        """Whether it no longer counts."""
        return self.state == PaperState.VOID


class Signature(models.Model):
    """Who signed a paper in the system, for which organ and in which post."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="signatures", verbose_name="公文")
    organ = models.CharField("机关", max_length=120, blank=True)
    post = models.CharField("职务", max_length=60)
    name = models.CharField("姓名", max_length=60)
    user_id = models.BigIntegerField("用户编号", default=0)
    signed_at = models.DateTimeField("签字时间")

    class Meta:
        verbose_name = verbose_name_plural = "签字"
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "organ", "post"], name="one_signature_per_organ_and_post"
            )
        ]


class Bundle(models.Model):
    """Many papers drawn into one archive, by one worker at a time, resumed where it stopped."""

    title = models.CharField("名称", max_length=120)
    form = models.CharField("格式", max_length=8, choices=Form.choices)
    address = models.CharField("网址", max_length=200)  # the site's own, for the codes on the papers
    user_id = models.BigIntegerField("用户编号")
    asked_at = models.DateTimeField("提出时间")
    total = models.PositiveIntegerField("总数")
    done = models.PositiveIntegerField("已生成", default=0)
    state = models.CharField("状态", max_length=8, choices=BundleState.choices, default=BundleState.WAITING)
    claim = models.CharField("认领码", max_length=32, blank=True)
    claimed_until = models.DateTimeField("认领到", null=True, blank=True)
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)
    problem = models.CharField("原因", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "公文打包"
        constraints = [
            models.CheckConstraint(
                condition=Q(done__lte=F("total")), name="bundle_has_no_more_done_than_asked"
            )
        ]

    def __str__(self):
        return self.title


class BundledPaper(models.Model):
    """A paper's place in a bundle, and whether it has been drawn."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="papers", verbose_name="打包")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", verbose_name="公文")
    position = models.PositiveIntegerField("顺序")
    is_done = models.BooleanField("已生成", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "打包的公文"
        constraints = [
            models.UniqueConstraint(fields=["bundle", "position"], name="one_paper_per_place_in_a_bundle")
        ]
