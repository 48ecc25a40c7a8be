"""What is typed when the working group has decided on an allocation."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.funds.rules.methods import unexplained
from minqiao.kit.stepform import PastDay, StepForm, area


def _words(line):
    name = f"{line.number} {line.title}".strip()
    return f"{name}（{line.county}，{yuan(line.fund_amount)}）"


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
        widget=area(5),
        help_text="一行一个项目，例如“2026-017 汛期排危，提前安排”",
    )
    meeting = forms.CharField(label="研究决定的会议", max_length=60)
    decided_on = PastDay(label="会议日期")
    note = forms.CharField(label="说明", max_length=500, required=False, widget=area(2))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = [] if self.subject is None else list(self.subject.lines.all())
        self.fields["chosen"].choices = [(line.number, _words(line)) for line in self.lines]
        self.fields["chosen"].initial = self.proposed

    @property
    def proposed(self):
        """The numbers the rule proposes."""
        return [line.number for line in self.lines if line.is_proposed]

    @property
    def arguments(self):
        """The reasons by number."""
        return super().arguments | {"reasons": self._reasons()}

    def _reasons(self):
        lines = [line.split(maxsplit=1) for line in self.cleaned_data["reasons"].splitlines() if line.strip()]
        return {number: "".join(reason) for number, *reason in lines}

    def clean_reasons(self):
        known = {line.number for line in self.lines}
        if strangers := [number for number in self._reasons() if number not in known]:
            raise ValidationError(f"方案中没有编号为“{strangers[0]}”的项目")
        return self.cleaned_data["reasons"]

    def clean(self):
        data = super().clean()
        if "reasons" in data and "chosen" in data:
            bare = unexplained(self.proposed, data["chosen"], self._reasons())
            if bare:
                self.add_error("reasons", f"还须写明理由：{'、'.join(bare[:10])}")
        return data
