"""What is typed when the working group has decided on an allocation."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.instruments.funds.forms.years import DATE
from minqiao.instruments.funds.rules.methods import unexplained
from minqiao.kit.stepform import StepForm, not_in_future


class Decide(StepForm):
    """The projects chosen (the proposal ticked beforehand), and why any is not as proposed."""

    intro = "已按方案勾选。改动哪个项目，就在“与方案不同的理由”中写一行：编号、空格、理由。"
    chosen = forms.MultipleChoiceField(
        label="决定列入的项目", choices=(), required=False, widget=forms.CheckboxSelectMultiple
    )
    reasons = forms.CharField(
        label="与方案不同的理由",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="一行一个项目，例如“2026-017 汛期排危，提前安排”",
    )
    meeting = forms.CharField(label="研究决定的会议", max_length=60)
    decided_on = forms.DateField(label="会议日期", widget=DATE)
    note = forms.CharField(
        label="说明", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is None:
            return
        self.lines = list(self.subject.lines.all())
        words = [(line.number, f"{line.number} {line.title}（{line.county}）".strip()) for line in self.lines]
        self.fields["chosen"].choices = words
        self.fields["chosen"].initial = self._proposed()

    def _proposed(self):
        return [line.number for line in self.lines if line.is_proposed]

    def clean_reasons(self):
        """{number: reason}, each line of the box one of them."""
        pairs = [line.split(maxsplit=1) for line in self.cleaned_data["reasons"].splitlines() if line.strip()]
        known = {line.number for line in self.lines}
        for pair in pairs:
            if pair[0] not in known:
                raise ValidationError(f"方案中没有编号为“{pair[0]}”的项目")
        return {pair[0]: pair[1] if len(pair) > 1 else "" for pair in pairs}

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if why := not_in_future(day, self.on):
            raise ValidationError(why)
        return day

    def clean(self):
        data = super().clean()
        if "reasons" in data and "chosen" in data:
            bare = unexplained(self._proposed(), data["chosen"], data["reasons"])
            if bare:
                self.add_error("reasons", f"还须写明理由：{'、'.join(bare[:10])}")
        return data
