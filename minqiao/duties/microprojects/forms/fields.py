"""Forms of the room that others build on."""

from django import forms

from minqiao.kit.stepform import PastDay, StepForm, area


class Meeting(StepForm):
    """A decision of the chairs' council: in which meeting, on which day."""

    meeting = forms.CharField(label="决定会议", max_length=60, help_text="例如“市人大常委会第42次主任会议”")
    decided_on = PastDay(label="会议日期")


class Reason(StepForm):
    note = forms.CharField(label="理由", max_length=400, widget=area(4))
