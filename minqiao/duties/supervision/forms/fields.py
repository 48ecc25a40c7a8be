"""Fields the forms of the room share."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.foundation.attachments.rules import secrecy_mark
from minqiao.kit.stepform import StepForm, not_in_future
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.choices import CommitteeKind
from minqiao.registry.congress.models import Committee, Congress

DATE = forms.DateInput(attrs={"type": "date"})


def area(rows):
    """A box of so many lines."""
    return forms.Textarea(attrs={"rows": rows})


def plain_text(text):
    """The text, or ValidationError where it bears a mark of secrecy."""
    if why := secrecy_mark(text):
        raise ValidationError(why)
    return text


class Ahead(forms.DateField):
    """A day that does not lie behind; the form says from when."""

    widget = DATE
    today = None

    def clean(self, value):
        found = super().clean(value)
        if found and self.today and found < self.today:
            raise ValidationError(f"日期不能早于今天（{self.today}）")
        return found


class BodyChoice(forms.ModelChoiceField):
    """One special committee of the actor's congress."""

    def __init__(self, **kwargs):
        rows = Committee.objects.filter(kind=CommitteeKind.SPECIAL).order_by("pk")
        super().__init__(queryset=rows, empty_label="请选择", **kwargs)


class CountyChoice(forms.ModelChoiceField):
    """A county or zone of the actor's city."""

    def __init__(self, **kwargs):
        levels = (Level.COUNTY, Level.ZONE)
        rows = Area.objects.filter(level__in=levels).order_by("level", "code")
        super().__init__(queryset=rows, empty_label="不限", **kwargs)


class RoomForm(StepForm):
    """A step's form whose fields know the day, the congress and its city."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, Ahead):
                field.today = self.on
            if isinstance(field, BodyChoice) and self.actor is not None:
                field.queryset = field.queryset.filter(congress_id=self.actor.realm_id)
            if isinstance(field, CountyChoice) and self.actor is not None:
                city = Congress.objects.filter(pk=self.actor.realm_id).values("area_id")
                field.queryset = field.queryset.filter(parent__in=city)


class Meeting(RoomForm):
    """A decision of the chairs' council: in which meeting, on which day."""

    meeting = forms.CharField(label="主任会议", max_length=60, help_text="例如“市人大常委会第42次主任会议”")
    decided_on = forms.DateField(label="会议日期", widget=DATE)

    def clean_decided_on(self):
        if why := not_in_future(self.cleaned_data["decided_on"], self.on):
            raise ValidationError(why)
        return self.cleaned_data["decided_on"]
