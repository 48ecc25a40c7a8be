"""Imports and exports as they ran: how far, with what result, which rows were bad."""

from django.db import models

from minqiao.overviews.exchange.choices import RunKind, RunState


class Run(models.Model):
    """One import (or trial, or export) of a sheet. Progress is written with every batch of rows."""

    sheet = models.CharField("表格", max_length=40)
    label = models.CharField("表格名称", max_length=60)
    kind = models.CharField("种类", max_length=10, choices=RunKind.choices)
    state = models.CharField("进度", max_length=10, choices=RunState.choices, default=RunState.WAITING)
    file_name = models.CharField("文件名", max_length=200, blank=True)
    source = models.FileField("上传的文件", upload_to="exchange/", blank=True)
    bad_rows = models.FileField("有误的行", upload_to="exchange/", blank=True)
    total = models.PositiveIntegerField("共", default=0)
    done = models.PositiveIntegerField("已处理", default=0)
    created = models.PositiveIntegerField("新增", default=0)
    updated = models.PositiveIntegerField("更新", default=0)
    unchanged = models.PositiveIntegerField("未变", default=0)
    bad = models.PositiveIntegerField("有误", default=0)
    fault = models.TextField("未能导入的原因", blank=True)
    remark = models.TextField("提示", blank=True)
    user_id = models.BigIntegerField("用户编号", default=0)
    capacity_id = models.BigIntegerField("职务编号", default=0)
    role = models.CharField("职务", max_length=30, blank=True)
    realm_id = models.BigIntegerField("所属人大编号", default=0)
    name = models.CharField("经办人", max_length=60)
    begun_at = models.DateTimeField("开始")
    claimed_at = models.DateTimeField("最近进展", null=True, blank=True)
    finished_at = models.DateTimeField("结束", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "导入导出"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("total")), name="run_has_done_no_more_than_there_is"
            )
        ]
        indexes = [models.Index(fields=["state", "claimed_at"])]

    def __str__(self):
        return f"{self.get_kind_display()}“{self.label}”"


class RowFault(models.Model):
    """What was wrong with one cell, or with the row."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="faults", verbose_name="导入")
    row = models.PositiveIntegerField("行")
    column = models.CharField("列", max_length=60)
    reason = models.TextField("原因")

    class Meta:
        verbose_name = verbose_name_plural = "有误的行"
        indexes = [models.Index(fields=["run", "row"])]
