"""What is typed in the hall: the paper counted, a heap, who signed by hand, which of the tied."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.instruments.ballots.forms.before import number
from minqiao.instruments.ballots.models import Official
from minqiao.instruments.ballots.rules.sheet import MARK_WORDS
from minqiao.instruments.ballots.rules.tally import marks_of
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import StepForm

FIELDS = {"for": "approvals", "against": "against", "abstain": "abstain"}


class Paper(StepForm):
    """Ballots in numbers of sheets."""

    issued = number("发出张数")
    returned = number("收回张数")
    spoiled = number("写坏更换、当场销毁的张数", initial=0)


def _numbers(mark, **options):
    field = forms.IntegerField(min_value=0, max_value=20_000)
    return ListField(
        field, label=f"各项{MARK_WORDS[mark]}票数", max_items=60, keep_empty=True,
        widget=ListWidget(extra=0, kind="input"), help_text="按选票上的顺序", **options,
    )  # fmt: skip


class Enter(StepForm):
    """One heap: how many ballots, how many void, the marks of every item in the order of the ballot."""

    heap = forms.IntegerField(label="第几堆", min_value=1, max_value=999)
    ballots = number("本堆张数", 1)
    void = number("其中废票", initial=0)
    approvals = _numbers("for")
    against = _numbers("against", required=False)
    abstain = _numbers("abstain", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            self.items, self.marks = self.subject.items, marks_of(self.subject.measure)
            for mark, name in FIELDS.items():
                if mark not in self.marks:
                    del self.fields[name]

    def columns(self):
        """The fields of the table, with the word above each column."""
        return [(FIELDS[mark], MARK_WORDS[mark]) for mark in self.marks]

    def lines(self):
        """The table as it stands: place, item, and for each column (field, value, word above it)."""
        values = {name: list(self[name].value() or []) for name, _ in self.columns()}
        for place, item in enumerate(self.items):
            cells = [
                (name, dict(enumerate(values[name])).get(place, ""), words) for name, words in self.columns()
            ]
            yield place + 1, item, cells

    def plain(self):
        """The fields outside the table."""
        return [self[name] for name in ("heap", "ballots", "void")]

    def clean(self):
        data = super().clean()
        for mark in self.marks:
            found = data.get(FIELDS[mark])
            if found is not None and (None in found or len(found) != len(self.items)):
                raise ValidationError({FIELDS[mark]: f"{len(self.items)}个项目都要填写，没有的填0"})
        return data


class Strike(StepForm):
    heap = forms.IntegerField(label="第几堆", min_value=1, max_value=999)


class SignOnPaper(StepForm):
    """Who signed the printed count sheet by hand."""

    official = forms.ModelChoiceField(
        label="签字人", queryset=Official.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    note = forms.CharField(label="说明", max_length=200, help_text="例如“设备故障，已在纸质报告单上签字”")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            left = Official.objects.filter(round=self.subject, signed_at=None).exclude(post="chief")
            self.fields["official"].queryset = left


class DecideTie(StepForm):
    """Which of the tied items the presidium took."""

    items = forms.MultipleChoiceField(label="确定的项目", widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label="主席团会议和理由", max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            tied = self.subject.result.get("outcome", {}).get("tied", [])
            self.fields["items"].choices = [(name, name) for name in tied]
