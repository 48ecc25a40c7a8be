"""What was answered to a POST that carried an Idempotency-Key."""

from django.db import models


class Answered(models.Model):
    """The first answer to a request; a repeat gets the same. `status` 0: still being worked on."""

    who = models.CharField("请求人摘要", max_length=64)
    key = models.CharField("幂等键", max_length=100)
    digest = models.CharField("请求摘要", max_length=64)
    status = models.PositiveSmallIntegerField("状态码", default=0)
    body = models.TextField("回答", blank=True)
    at = models.DateTimeField("时间", db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "接口应答记录"
        constraints = [models.UniqueConstraint(fields=["who", "key"], name="one_answer_per_key")]
