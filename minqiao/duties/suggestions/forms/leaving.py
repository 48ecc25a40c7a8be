"""What is typed when a suggestion is withdrawn or sent on."""

from django import forms

from minqiao.kit.stepform import StepForm, area


class PassOn(StepForm):
    """To whom it goes, and the words the deputy will read."""

    passed_to = forms.CharField(label="转送哪里", max_length=100, help_text="机关名称，或者上级人大代表")
    note = forms.CharField(label="告知代表的话", max_length=500, widget=area(4))


class AskWithdraw(StepForm):
    """A written reason (all regulations read ask for it in writing)."""

    reason = forms.CharField(
        label="撤回理由", max_length=500, widget=area(4),
        help_text="联名提出的，全体联名代表同意后才能撤回；撤回后办理终止",
    )  # fmt: skip
