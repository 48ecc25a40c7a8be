"""What is typed around an assignment batch."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions.choices import State
from minqiao.duties.suggestions.models import Suggestion
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.stepform import PastDay, StepForm


class NewBatch(StepForm):
    """A name such as 3-5: third term, fifth session."""

    name = forms.CharField(label="批次名称", max_length=30, help_text="例如“3-5”，即三届五次会议")
    all_accepted = forms.BooleanField(
        label="把全部“已登记待交办”的建议编入本批次", required=False, initial=True
    )


class Items(StepForm):
    """The suggestions chosen, by id, of those that may come into the batch."""

    suggestions = ManyByIdField(label="建议", queryset=Suggestion.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            rows = Suggestion.objects.filter(**self.among()).order_by("number", "pk")
            self.fields["suggestions"].queryset = rows.select_related("lead_signer__deputy")

    def among(self):
        """Which suggestions may be chosen."""
        return {"congress_id": self.subject.congress_id, "state": State.ACCEPTED, "batch": None}


class ItemsOfBatch(Items):
    """The suggestions chosen, by id, of those in the batch."""

    def among(self):
        """Which suggestions may be chosen."""
        return {"batch": self.subject}


class Assign(StepForm):
    """The day of assignment: all clocks count from it (Deputies Law art. 51)."""

    assigned_on = PastDay(label="交办日", help_text="答复期限从交办之日起算")
    place = forms.CharField(label="交办地点", max_length=60, required=False)

    def clean_assigned_on(self):
        day = self.cleaned_data["assigned_on"]
        if day and self.on and (self.on - day).days > 366:
            raise ValidationError("交办日早于一年以前，请核对")
        return day


class SignBatch(StepForm):
    """Both signers of the letter."""

    assigned_by = forms.CharField(label="交办方签字人（姓名、职务）", max_length=60)
    received_by = forms.CharField(label="接收方签字人（姓名、职务）", max_length=60)
