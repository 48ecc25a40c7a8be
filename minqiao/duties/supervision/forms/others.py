"""What is typed around counterpart supervision, delegated checks and chasing."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.forms.fields import BodyChoice, RoomForm
from minqiao.kit.stepform import DayAhead, PastDay, area
from minqiao.registry.congress.choices import Level
from minqiao.registry.congress.models import Congress

TO_UNIT = "请认真分析原因，明确责任人和完成时间，主动与代表沟通，尽快答复代表。"
TO_ALL = (
    "请上述单位对照清单逐件分析原因，由主要负责人亲自研究，在收到通报后尽快答复代表，并书面说明情况。"
    "其他单位要引以为戒，按期办理。"
)


class ChangeCommittee(RoomForm):
    committee = BodyChoice(label="改由哪个委员会对口督办")
    note = forms.CharField(label="调整理由", max_length=150, widget=area(2))


class Note(RoomForm):
    """How the committee followed the suggestion."""

    on = PastDay(label="日期")
    way = forms.ChoiceField(label="方式", choices=c.CounterpartWay.choices)
    words = forms.CharField(label="了解到的情况、提出的要求", max_length=500, widget=area(4))


class CountyCongressChoice(forms.ModelChoiceField):
    """The standing committee of a county, by its name."""

    def __init__(self, **kwargs):
        rows = Congress.objects.filter(level=Level.COUNTY).order_by("area_id", "-term")
        super().__init__(queryset=rows, empty_label="请选择", **kwargs)

    def label_from_instance(self, obj):
        return obj.standing_committee


class Delegate(RoomForm):
    """Which county looks, at what, by when."""

    asked_of = CountyCongressChoice(label="受托的县级人大常委会")
    demand = forms.CharField(
        label="核查要求", max_length=400, widget=area(4), help_text="到哪里看什么、问谁、核对答复中的哪些内容"
    )
    due_on = DayAhead(label="报送期限")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.actor is not None:
            city = Congress.objects.filter(pk=self.actor.realm_id).values("area_id")
            field = self.fields["asked_of"]
            field.queryset = field.queryset.filter(area__parent__in=city)


class RecordCheck(RoomForm):
    """When, who, what was found, how far it is carried out."""

    checked_on = PastDay(label="核查日期")
    people = forms.CharField(label="参加人员", max_length=300)
    findings = forms.CharField(label="核查情况", max_length=5000, widget=area(6))
    result = forms.ChoiceField(label="核查结果", choices=c.CheckResult.choices[1:], widget=forms.RadioSelect)

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if self.subject is not None and day < self.subject.asked_on:
            raise ValidationError(f"日期不能早于委托日（{self.subject.asked_on}）")
        return day


class CheckAgain(RoomForm):
    note = forms.CharField(label="还要核查什么", max_length=400, widget=area(3))
    due_on = DayAhead(label="报送期限")


class AnswerChase(RoomForm):
    """Why it is late, and when the deputies are answered."""

    words = forms.CharField(label="原因和打算", max_length=400, widget=area(4))
    promised_on = DayAhead(label="答复代表的日期")


class _Parts(RoomForm):
    """The parts to name, of those the ladder proposes (the `proposed` handed in)."""

    parts = forms.TypedMultipleChoiceField(
        label="催办的事项", coerce=int, choices=(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, proposed=(), **kwargs):
        super().__init__(*args, **kwargs)
        words = [
            (
                part.handling_id,
                f"{part.number} {part.title}（{part.unit}，期限{part.due_on}，{part.light_words}）",
            )
            for part in proposed
        ]
        self.fields["parts"].choices = words
        self.fields["parts"].initial = [pk for pk, _ in words]


class ChaseUnit(_Parts):
    demand = forms.CharField(label="要求", max_length=500, widget=area(3), initial=TO_UNIT)
    answer_by = DayAhead(label="请单位在哪一天前回复")


class Circulate(_Parts):
    demand = forms.CharField(label="通报要求", max_length=500, widget=area(4), initial=TO_ALL)
