"""What is typed of reception days."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.stations.choices import Rhythm
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.stepform import DayAhead, StepForm, area
from minqiao.registry.congress.models import Mandate

LONGEST = dt.timedelta(days=366)
TIME = forms.TimeInput(attrs={"type": "time"})


class Plan(StepForm):
    """排班: from when to when, by which rhythm, how many deputies a day. `subject` is the place."""

    first = DayAhead(label="从哪天起")
    last = DayAhead(label="到哪天止")
    rhythm = forms.ChoiceField(label="安排方式", choices=Rhythm.choices, widget=forms.RadioSelect)
    day_of_month = forms.IntegerField(
        label="每月几号",
        min_value=1,
        max_value=31,
        initial=15,
        required=False,
        help_text="遇休息日顺延到下一个工作日",
    )
    every = forms.BooleanField(
        label="每个赶集日都接待", required=False, help_text="不勾选的，每月第一个赶集日接待"
    )
    per_day = forms.IntegerField(label="每次几名代表", min_value=1, max_value=10, initial=2)
    starts_at = forms.TimeField(label="开始时间", widget=TIME, initial=dt.time(9))
    ends_at = forms.TimeField(label="结束时间", widget=TIME, initial=dt.time(11))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            ways = value("station.reception_rhythm", place=self.subject.area_id, on=self.on)
            known = [(one["code"], one["words"]) for one in ways if one["code"] in Rhythm.values]
            self.fields["rhythm"].choices = known

    def clean(self):
        """Dates and hours in order, no longer than a year."""
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not first <= last <= first + LONGEST:
            self.add_error("last", "应当不早于起始日，一次最多排一年")
        begins, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", "结束时间应当晚于开始时间")
        return cleaned

    @property
    def arguments(self):
        """What the act takes; the fifteenth where no day is said."""
        return self.cleaned_data | {"day_of_month": self.cleaned_data["day_of_month"] or 15}


class Announce(StepForm):
    topics = forms.CharField(
        label="接待主题", max_length=200, required=False, help_text="例如“春耕用水”，可以不填"
    )


class _WhoForm(StepForm):
    """Names one of those who sit there."""

    mandate = forms.ModelChoiceField(label="代表", queryset=Mandate.objects.none(), empty_label="请选择")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            self.fields["mandate"].queryset = _named(self.subject.duties.values("mandate_id"))


class AskLeave(_WhoForm):
    reason = forms.CharField(label="请假原因", max_length=200)


class Swap(_WhoForm):
    """Who sits instead: any deputy attached to the place."""

    instead = forms.ModelChoiceField(label="换为", queryset=Mandate.objects.none(), empty_label="请选择")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            self.fields["instead"].queryset = _named(self.subject.place.attached.values("mandate_id"))

    def clean(self):
        """Two different people."""
        cleaned = super().clean()
        if cleaned.get("mandate") and cleaned.get("mandate") == cleaned.get("instead"):
            raise ValidationError("请选择另一位代表")
        return cleaned


def _named(ids):
    rows = Mandate.objects.filter(pk__in=ids).select_related("deputy")
    return rows.defer("deputy__phone", "deputy__address").order_by("pk")


class Hold(StepForm):
    visitors = forms.IntegerField(label="来访人数", min_value=0, max_value=10_000)
    summary = forms.CharField(label="接待情况", max_length=500, required=False, widget=area(3))
