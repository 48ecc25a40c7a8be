"""Into which work file a near-same suggestion goes."""

from django import forms

from minqiao.duties.suggestions.models import Suggestion
from minqiao.kit.stepform import StepForm


class Merge(StepForm):
    """The lead item, among those that stand where this one stands."""

    lead = forms.ModelChoiceField(
        label="并入哪一件", queryset=Suggestion.objects.none(), empty_label="请选择",
        help_text="由同一单位一并办理；每件建议各有一份答复，由各自的代表评价",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is None:
            return
        here = Suggestion.objects.filter(congress_id=self.subject.congress_id, state=self.subject.state)
        rows = here.filter(merged_into=None).exclude(pk=self.subject.pk)
        self.fields["lead"].queryset = rows.order_by("number", "pk")
