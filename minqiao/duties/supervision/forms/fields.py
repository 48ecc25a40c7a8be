"""Fields the forms of the room share."""

from django import forms

from minqiao.kit.stepform import PastDay, StepForm
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.choices import CommitteeKind
from minqiao.registry.congress.models import Committee, Congress


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
    """A step's form whose fields know the congress and its city."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, BodyChoice) and self.actor is not None:
                field.queryset = field.queryset.filter(congress_id=self.actor.realm_id)
            if isinstance(field, CountyChoice) and self.actor is not None:
                city = Congress.objects.filter(pk=self.actor.realm_id).values("area_id")
                field.queryset = field.queryset.filter(parent__in=city)


class Meeting(RoomForm):
    """A decision of the chairs' council: in which meeting, on which day."""

    meeting = forms.CharField(label="主任会议", max_length=60, help_text="例如“市人大常委会第42次主任会议”")
    decided_on = PastDay(label="会议日期")
