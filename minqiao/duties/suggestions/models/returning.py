"""A unit's word that a matter is not its own, and what was decided on it."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.handling import Handling
from minqiao.registry.units.models import Unit


class ReturnRequest(models.Model):
    """退办申请: reason, ground in duties, who should do it, which leader approved; the decision."""

    handling = models.ForeignKey(Handling, models.CASCADE, related_name="returns", verbose_name="承办")
    reason = models.TextField("退办理由")
    duty_basis = models.CharField("职责依据", max_length=300)
    proposed_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="建议承办单位"
    )
    approved_by = models.CharField("批准的单位领导", max_length=60)
    is_second = models.BooleanField("再次提出异议", default=False)
    asked_on = models.DateField("申请日")
    state = models.CharField(
        "状态", max_length=8, choices=c.ReturnState.choices, default=c.ReturnState.PENDING
    )
    decided_on = models.DateField("决定日", null=True, blank=True)
    decided_by = models.CharField("决定人", max_length=60, blank=True)
    decision_note = models.CharField("决定意见", max_length=500, blank=True)
    successor = models.OneToOneField(
        Handling, models.SET_NULL, null=True, blank=True, related_name="came_from", verbose_name="改由承办"
    )

    class Meta:
        verbose_name = verbose_name_plural = "退办申请"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(state="pending"), name="one_pending_return_per_handling"
            ),
            models.CheckConstraint(
                condition=Q(state="pending") | Q(decided_on__isnull=False),
                name="return_decided_has_its_day",
            ),
        ]
