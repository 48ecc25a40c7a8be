"""The trail: events in the order they happened, each bound to the one before."""

from django.db import models


class Event(models.Model):
    """One act. Append-only: a wrong act is answered by another act, never edited."""

    seq = models.BigIntegerField("序号", unique=True)
    at = models.DateTimeField("时间")
    user_id = models.BigIntegerField("用户编号", default=0)
    name = models.CharField("姓名", max_length=60)
    capacity = models.CharField("以何身份", max_length=160, blank=True)
    action = models.CharField("动作", max_length=40)
    label = models.CharField("动作名称", max_length=60)
    subject_type = models.CharField("对象类型", max_length=60)
    subject_id = models.BigIntegerField("对象编号")
    case_type = models.CharField("案卷类型", max_length=60)
    case_id = models.BigIntegerField("案卷编号")
    from_state = models.CharField("原环节", max_length=40, blank=True)
    to_state = models.CharField("新环节", max_length=40, blank=True)
    note = models.TextField("说明", blank=True)
    prev_hash = models.CharField("上一条摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "留痕"
        indexes = [
            models.Index(fields=["case_type", "case_id", "seq"]),
            models.Index(fields=["at"]),
            models.Index(fields=["user_id", "seq"]),
        ]

    def save(self, *args, **kwargs):
        raise TypeError("events are appended by trail.actions, never saved one by one")

    def delete(self, *args, **kwargs):
        raise TypeError("events are never deleted")


class Head(models.Model):
    """The end of the chain: one row, locked last in every transaction, so the chain has one order."""

    last_seq = models.BigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = verbose_name_plural = "留痕总账"
