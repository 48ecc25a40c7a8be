"""Messages: written with the act, read here, sent outward once by the clock."""

from django.db import models

from minqiao.foundation.accounts.models import User


class Message(models.Model):
    """One line for one person. `sent_at` is set by whoever claims it for sending; never two do.

    A sending that failed gives the claim back and waits until `wait_until`.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="收件人")
    case_type = models.CharField("案卷类型", max_length=60)
    case_id = models.BigIntegerField("案卷编号")
    words = models.CharField("内容", max_length=300)
    is_urgent = models.BooleanField("即时发送", default=False)
    created_at = models.DateTimeField("时间")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)
    sent_at = models.DateTimeField("发送时间", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("发送次数", default=0)
    wait_until = models.DateTimeField("重发不早于", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "消息"
        indexes = [
            models.Index(fields=["user", "-id"], name="message_by_user"),
            models.Index(fields=["user", "read_at"], name="message_unread"),
            models.Index(fields=["sent_at", "created_at"], name="message_unsent"),
        ]


class Beat(models.Model):
    """The last day a daily task was done: claimed by compare-and-set, so that several clocks do it once."""

    name = models.CharField("任务", max_length=60, unique=True)
    done_on = models.DateField("完成日", null=True, blank=True)
