"""What is typed into the ledger of promises."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.rules.promises import done_day_fault, new_date_fault, promised_to
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.forms import ExaminedFile
from minqiao.kit.stepform import DATE, StepForm, area
from minqiao.registry.congress.models import Mandate

TEN = {"min_length": "请写明具体情况，不少于10个字"}


class Progress(StepForm):
    """What was done in the quarter."""

    text = forms.CharField(
        label="本季度进展", min_length=10, max_length=2000, widget=area(5), error_messages=TEN,
        help_text="写明做到哪一步、完成多少、下一步什么时候完成",
    )  # fmt: skip
    file = ExaminedFile(label="佐证材料", required=False)


class Done(StepForm):
    """Since when it is done, and what proves it."""

    done_on = forms.DateField(label="完成日期", widget=DATE)
    text = forms.CharField(
        label="兑现情况和凭据", min_length=10, max_length=2000, widget=area(6), error_messages=TEN,
        help_text="写明完成了什么、用什么证明（验收单、批复文号、现场照片等）；代表将据此评价",
    )  # fmt: skip
    file = ExaminedFile(label="证明材料", required=False)

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if self.subject is not None and (why := done_day_fault(self.subject, day, self.on)):
            raise ValidationError(why)
        return day


class Grade(StepForm):
    """Whether it was kept; what is missing must be said."""

    grade = forms.ChoiceField(label="兑现情况", choices=c.Fulfilment.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="具体意见", max_length=1000, required=False, widget=area(4),
        help_text="没有全部兑现的，请写明还差什么；反馈前承办单位看不到",
    )  # fmt: skip
    mandate = forms.ModelChoiceField(
        label="评价的代表", queryset=Mandate.objects.none(), required=False, empty_label=None,
        help_text="并案的建议，每位领衔代表各自评价，以最不满意的为准",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        signers = promised_to(self.subject) if self.subject is not None else []
        if self.actor is None or self.actor.role == Role.DEPUTY or len(signers) < 2:
            self.fields.pop("mandate", None)
        elif "mandate" in self.fields:
            self.fields["mandate"].queryset = Mandate.objects.filter(pk__in=signers).order_by("pk")

    def clean(self):
        data = super().clean()
        if data.get("grade") in (c.Fulfilment.PARTLY, c.Fulfilment.UNMET) and not data.get("words"):
            raise ValidationError({"words": "没有全部兑现的，请写明还差什么"})
        return data


class Verify(Grade):
    """What the committee found, where the deputy said nothing."""

    mandate = None
    words = forms.CharField(
        label="核实情况", min_length=10, max_length=1000, widget=area(4), error_messages=TEN,
        help_text="写明怎样核实、看到什么；台账上会注明由代表工作委员会核实",
    )  # fmt: skip


class _NewDate(StepForm):
    """A later date for a promise."""

    def clean_new_due_on(self):
        day = self.cleaned_data["new_due_on"]
        if self.subject is not None and (why := new_date_fault(self.subject, day, self.on)):
            raise ValidationError(why)
        return day


class Explain(_NewDate):
    """Why it is not kept in time, and by when it will be."""

    reason = forms.CharField(
        label="不能按期兑现的原因", min_length=10, max_length=2000, widget=area(5), error_messages=TEN,
        help_text="由主要负责人签字；写明原因、已做的工作和采取的措施，代表和代表工作委员会都会看到",
    )  # fmt: skip
    new_due_on = forms.DateField(label="新的兑现期限", widget=DATE)
    file = ExaminedFile(label="签字盖章的说明", required=False)


class GiveUp(StepForm):
    """Why it cannot be kept at all."""

    reason = forms.CharField(
        label="不能兑现的原因", min_length=10, max_length=2000, widget=area(5), error_messages=TEN,
        help_text="由主要负责人签字；写明客观原因和依据。代表工作委员会可以要求继续兑现",
    )  # fmt: skip
    file = ExaminedFile(label="签字盖章的说明", required=False)


class Insist(_NewDate):
    """Why the promise stands, and its new date."""

    note = forms.CharField(label="要求", max_length=500, widget=area(4))
    new_due_on = forms.DateField(label="兑现期限", widget=DATE)
