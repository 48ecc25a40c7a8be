"""After the first evaluation: joint study of what stays disputed, and calls back to a random sample."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.handling import Handling


class JointStudy(models.Model):
    """联席会商: what is studied when the deputy stays dissatisfied, and the minutes of it."""

    handling = models.OneToOneField(Handling, models.CASCADE, related_name="study", verbose_name="承办")
    asked_on = models.DateField("提请日")
    reason = models.CharField("提请事由", max_length=500)
    held_on = models.DateField("会商日", null=True, blank=True)
    people = models.CharField("参加人员", max_length=300, blank=True)
    minutes = models.TextField("会商纪要", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "联席会商"
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | ~Q(minutes=""), name="study_held_has_its_minutes"
            )
        ]


class Callback(models.Model):
    """回访: whether the deputy, asked again at random, says the same as in the evaluation."""

    handling = models.OneToOneField(Handling, models.CASCADE, related_name="callback", verbose_name="承办")
    seed = models.CharField("抽取种子", max_length=60)
    drawn_on = models.DateField("抽取日")
    called_on = models.DateField("回访日", null=True, blank=True)
    way = models.CharField("方式", max_length=8, choices=c.ContactWay.choices, blank=True)
    result_said = models.CharField("代表对办理结果", max_length=14, choices=c.Grade.choices, blank=True)
    words = models.CharField("代表的话", max_length=500, blank=True)
    recorded_by = models.CharField("登记人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回访"
