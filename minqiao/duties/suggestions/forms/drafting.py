"""What a deputy types: the text, the people asked to join."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries.people import the_mandate
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import PastDay, StepForm, area
from minqiao.kit.wordfield import WordField, YesNoField

TEXTS = ("title", "facts", "analysis", "wish_units")


class Draft(StepForm):
    """A suggestion's text. Nothing is required yet: a draft may wait half-written until it is submitted."""

    title = forms.CharField(
        label="标题", max_length=100, required=False, help_text="一般写作“关于……的建议”，一事一议"
    )
    topic = forms.ChoiceField(label="类别", choices=[("", "请选择"), *c.Topic.choices], required=False)
    facts = forms.CharField(
        label="案由",
        max_length=5000,
        required=False,
        widget=area(8),
        help_text="什么地方、什么情况、有什么问题",
    )
    analysis = forms.CharField(label="分析", max_length=5000, required=False, widget=area(4))
    requests = ListField(
        forms.CharField(max_length=1000),
        label="建议事项",
        required=False,
        max_items=10,
        widget=ListWidget(extra=2),
        help_text="一条写一件具体的事，承办单位将逐条答复；空着的不计",
    )
    source = forms.ChoiceField(label="来源", choices=[("", "请选择"), *c.Source.choices], required=False)
    wish_units = forms.CharField(label="建议由哪个单位承办", max_length=120, required=False)
    wish_contact = forms.ChoiceField(
        label="希望的联系方式", choices=[("", "请选择"), *c.WishContact.choices], required=False
    )
    repeat_of = forms.CharField(
        label="以前提过的编号",
        max_length=30,
        required=False,
        help_text="同一件事以前提过、还没有解决的，填那件建议的编号；没有就空着",
    )
    consent_public = forms.BooleanField(
        label="同意公开建议内容和答复", required=False, help_text="由您决定；不勾选即为不同意公开"
    )
    request_confidential = forms.BooleanField(
        label="请对承办单位保密我的姓名", required=False, help_text="用于防止打击报复"
    )
    is_urgent = forms.BooleanField(label="情况紧急", required=False)

    def ask_for(self, missing):
        """Say beside each field what the kept text still lacks: pairs of field and word."""
        for field, word in missing:
            self.add_error(field, f"提交前请填写{word}")


class PaperDraft(Draft):
    """The same, entered by a clerk for a deputy who uses paper."""

    signer = forms.CharField(
        label="领衔代表", max_length=40, help_text="姓名或者代表证号；录入后会标明“代为录入”"
    )

    def clean_signer(self):
        return _one_mandate(self.actor.realm_id, self.cleaned_data["signer"])


class SuggestionRow(StepForm):
    """A row of the spreadsheet: the same words, with the topic in Chinese as people write it."""

    TOPIC_WORDS = tuple(label for _, label in c.Topic.choices)

    signer = forms.CharField(label="领衔代表", max_length=40)
    title = forms.CharField(label="标题", max_length=100)
    topic = WordField(label="类别", choices=c.Topic.choices, required=False)
    facts = forms.CharField(label="案由", max_length=5000, required=False)
    requests = ListField(forms.CharField(max_length=1000), label="建议事项", required=False, max_items=10)
    wish_units = forms.CharField(label="建议承办单位", max_length=120, required=False)
    consent_public = YesNoField(label="同意公开")


class BillDraft(PaperDraft):
    """A bill the presidium had handled as a suggestion: its number, the day, all who signed it."""

    bill_number = forms.CharField(label="原议案编号", max_length=30)
    bill_decided_on = PastDay(label="主席团决定日期")
    co_signers = ListField(
        forms.CharField(max_length=40),
        label="其他提议案的代表",
        required=False,
        max_items=100,
        widget=ListWidget(extra=9, kind="input"),
        help_text="每格一位，填姓名或者代表证号；他们在议案上签过名，不再另行确认",
    )

    def clean_co_signers(self):
        found = [_one_mandate(self.actor.realm_id, text) for text in self.cleaned_data["co_signers"]]
        return list({one.pk: one for one in found}.values())


class RemarkDraft(StepForm):
    """A proposal made orally in debate, as the recorder noted it."""

    signer = forms.CharField(label="发言代表", max_length=40, help_text="姓名或者代表证号")
    meeting = forms.CharField(label="会议场次", max_length=60, help_text="例如：1月8日下午第二代表团会议")
    report_debated = forms.CharField(label="审议的报告", max_length=100)
    title = forms.CharField(label="标题", max_length=100)
    facts = forms.CharField(label="发言内容", max_length=5000, widget=area(8))

    def clean_signer(self):
        return _one_mandate(self.actor.realm_id, self.cleaned_data["signer"])


class TakeDown(StepForm):
    """Why a file is taken down."""

    reason = forms.CharField(label="撤下附件的原因", max_length=200)


class Invite(StepForm):
    """The deputies asked to join, by name or certificate number."""

    mandates = ListField(
        forms.CharField(max_length=40),
        label="邀请的代表",
        min_items=1,
        max_items=60,
        widget=ListWidget(extra=3, kind="input"),
        help_text="每格一位，填姓名或者代表证号",
    )

    def clean_mandates(self):
        found = [_one_mandate(self.subject.congress_id, text) for text in self.cleaned_data["mandates"]]
        if any(one.pk == self.subject.lead_signer_id for one in found):
            raise ValidationError("领衔代表本人不需要邀请")
        return list({one.pk: one for one in found}.values())


class DropCosigner(StepForm):
    """Whose invitation is withdrawn."""

    mandate_id = forms.TypedChoiceField(label="取消谁的邀请", coerce=int)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = self.subject.signings.select_related("mandate__deputy").order_by("pk") if self.subject else ()
        self.fields["mandate_id"].choices = [(row.mandate_id, str(row.mandate)) for row in rows]


def _one_mandate(congress_id, text):
    """The one deputy meant by a name or certificate number, or a ValidationError that lists who is meant."""
    try:
        return the_mandate(congress_id, text)
    except LookupError as error:
        raise ValidationError(str(error)) from error
