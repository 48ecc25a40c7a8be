"""What is typed after an evaluation: redo, joint study, calls back."""

from django import forms

from minqiao.duties.suggestions import choices as c
from minqiao.foundation.attachments.forms import ExaminedFile
from minqiao.kit.stepform import PastDay, StepForm, area


class OrderRedo(StepForm):
    note = forms.CharField(
        label="重新办理的要求", max_length=500, widget=area(4),
        help_text="写明代表不满意的是什么、要求补办什么；承办单位应当再次听取代表意见",
    )  # fmt: skip


class AskStudy(StepForm):
    note = forms.CharField(label="提请会商的事由", max_length=500, widget=area(4))


class Minutes(StepForm):
    """When, who, what was found; the signed copy may be attached."""

    held_on = PastDay(label="会商日期")
    people = forms.CharField(label="参加人员", max_length=300, help_text="单位、姓名、职务")
    minutes = forms.CharField(label="会商纪要", max_length=5000, widget=area(10))
    file = ExaminedFile(label="签字盖章的纪要", required=False)


class Sample(StepForm):
    """How many to call back, and the seed of the draw."""

    count = forms.IntegerField(label="抽取件数", min_value=1, max_value=200, initial=10)
    seed = forms.CharField(
        label="抽取种子", max_length=60, required=False,
        help_text="同一种子抽出同样的结果，便于复核；不填则用批次名称和日期",
    )  # fmt: skip


class CalledBack(StepForm):
    """What the deputy said."""

    called_on = PastDay(label="回访日期")
    way = forms.ChoiceField(label="方式", choices=c.ContactWay.choices)
    result_said = forms.ChoiceField(label="代表对办理结果", choices=c.Grade.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="代表的话", max_length=500, required=False, widget=area(3))
