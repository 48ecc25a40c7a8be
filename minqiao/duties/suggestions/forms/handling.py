"""What a handling unit types, and what a deputy answers."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.actions.clocks import longest_of
from minqiao.duties.suggestions.forms.disclosing import ground_choices
from minqiao.duties.suggestions.models import Contact as ContactRow
from minqiao.duties.suggestions.rules.matter import extension_fault
from minqiao.kit.listfield import ListField, ListWidget, Rows
from minqiao.kit.stepform import DATE, PastDay, StepForm, area
from minqiao.kit.wordfield import ToldField

CATEGORIES = [("", "先不定"), *c.ResultCategory.choices[1:]]


class OptionalNote(StepForm):
    note = forms.CharField(label="意见", max_length=500, required=False, widget=area(3))


class NoContactNote(StepForm):
    """Why no contact was possible; it goes into the yearly report."""

    note = forms.CharField(
        label="没有联系记录的书面说明",
        min_length=20,
        max_length=500,
        widget=area(4),
        help_text="说明为什么没有联系代表、什么时候补上；这份说明会列入年度报告",
        error_messages={"min_length": "请写明原因，不少于20个字"},
    )


class Contact(StepForm):
    """A contact with the deputy: when, how, by whom, about what."""

    stage = forms.ChoiceField(label="阶段", choices=c.ContactStage.choices)
    on = PastDay(label="日期")
    way = forms.ChoiceField(label="方式", choices=c.ContactWay.choices)
    who = forms.CharField(label="单位人员及职务", max_length=60)
    content = forms.CharField(label="沟通内容", max_length=2000, widget=area(5))

    def clean_on(self):
        day = self.cleaned_data["on"]
        if self.subject is not None and day < self.subject.assigned_on:
            raise ValidationError(f"日期不能早于交办日（{self.subject.assigned_on}）")
        return day


class ConfirmContact(StepForm):
    """The deputy's word on a contact record."""

    contact = forms.ModelChoiceField(
        label="联系记录", queryset=ContactRow.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    state = forms.ChoiceField(
        label="是否属实", choices=[("confirmed", "属实"), ("disputed", "有出入")], widget=forms.RadioSelect
    )
    deputy_words = forms.CharField(label="想补充的话", max_length=500, required=False, widget=area(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            waiting = self.subject.contacts.filter(state=c.ContactState.WAITING)
            self.fields["contact"].queryset = waiting
            self.fields["contact"].initial = waiting.first()
            self.fields["contact"].label_from_instance = lambda row: (
                f"{row.on} {row.get_stage_display()}，{row.who}{row.get_way_display()}：{row.content}"
            )


class Opinion(StepForm):
    text = forms.CharField(
        label="会办意见", max_length=5000, widget=area(8), help_text="逐条写明本单位能办什么、何时办"
    )
    signer = forms.CharField(label="签发人", max_length=60)


class Extension(StepForm):
    reason = forms.CharField(label="延期理由", max_length=1000, widget=area(4))
    done_so_far = forms.CharField(label="已做的工作", max_length=1000, widget=area(4))
    until = forms.DateField(
        label="申请延至",
        required=False,
        widget=DATE,
        help_text="用不了最长期限的，写实际需要延到哪一天；不填为最长期限",
    )

    def clean_until(self):
        until, handling = self.cleaned_data["until"], self.subject
        asked = until and handling is not None
        if asked and (why := extension_fault(until, handling.due_on, longest_of(handling).due)):
            raise ValidationError(why)
        return until


def _categories(rules):
    """The letters of the place's scheme as it stood when the case was assigned, in its words."""
    scheme = rules.get("category_scheme", {}).get("value") or ()
    named = {row["code"]: f"{row['code']}类（{row['words']}）" for row in scheme}
    known = [(value, named.get(value, words)) for value, words in c.ResultCategory.choices]
    return [(value, words) for value, words in known if not value or not named or value in named]


PROMISES = Rows(
    "承诺事项",
    (("promise_texts", "承诺"), ("promise_dates", "兑现期限")),
    "一行一项，写明承诺做什么、什么时候兑现；没有承诺就空着",
)


class Reply(StepForm):
    """An answer under each numbered request; promises with their dates."""

    rows = (PROMISES,)
    opening = forms.CharField(
        label="开头", max_length=1000, required=False, widget=area(2), help_text="空着则用通用开头"
    )
    answers = ListField(
        forms.CharField(max_length=5000), label="逐条答复", keep_empty=True, max_items=10, required=False
    )
    category = forms.ChoiceField(
        label="办理类别", choices=CATEGORIES, required=False, widget=forms.RadioSelect
    )
    promise_texts = ListField(
        forms.CharField(max_length=300),
        label="承诺事项",
        required=False,
        keep_empty=True,
        widget=ListWidget(kind="input"),
    )
    promise_dates = ListField(
        forms.DateField(),
        label="兑现期限",
        required=False,
        keep_empty=True,
        widget=ListWidget(kind="date"),
    )
    closing = forms.CharField(label="结尾", max_length=1000, required=False, widget=area(2))
    contact_name = forms.CharField(label="联系人", max_length=30, required=False)
    contact_phone = forms.CharField(label="联系电话", max_length=30, required=False)
    disclosure = forms.ChoiceField(
        label="公开建议",
        choices=[("", "请选择"), ("full", "全文公开"), ("summary", "摘要公开"), ("withheld", "不公开")],
        required=False,
    )
    disclosure_code = forms.ChoiceField(
        label="不公开的理由", choices=[], required=False, help_text="建议不公开的，须选择理由"
    )
    disclosure_ground = forms.CharField(label="对公开的说明", max_length=200, required=False)
    public_summary = forms.CharField(
        label="公开摘要",
        max_length=2000,
        required=False,
        widget=area(3),
        help_text="建议摘要公开的，写给公众看",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            asks = self.subject.suggestion.requests
            self.fields["answers"].widget = ListWidget(extra=0, labels=asks)
            self.fields["category"].choices = _categories(self.subject.suggestion.rules)
        if self.on is not None:
            self.fields["disclosure_code"].choices = [("", "没有"), *ground_choices(self.on)]

    def clean(self):
        data = super().clean()
        data["promises"] = PROMISES.zipped(data)
        if any(day.year > 2100 for _, day in data["promises"]):
            raise ValidationError({"promise_dates": "兑现期限太远，请核对"})
        return data

    @property
    def arguments(self):
        """The words of the reply and its promises, as the act takes them."""
        return self.without(*PROMISES.names)


class Evaluate(StepForm):
    """Two axes, three contacts, is the category true, words; and what only the Congress side reads."""

    attitude = forms.ChoiceField(label="对办理态度", choices=c.Grade.choices, widget=forms.RadioSelect)
    result = forms.ChoiceField(label="对办理结果", choices=c.Grade.choices, widget=forms.RadioSelect)
    was_contacted = forms.MultipleChoiceField(
        label="承办单位是否与您联系",
        choices=c.ContactStage.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    category_is_true = ToldField("属实", "不属实", label="答复标明的办理类别是否属实")
    words = forms.CharField(
        label="具体意见",
        max_length=1000,
        required=False,
        widget=area(4),
        help_text="不满意的，请写明哪里没有办好",
    )
    objection = forms.CharField(
        label="只给代表工作委员会看的话",
        max_length=1000,
        required=False,
        widget=area(3),
        help_text="承办单位任何时候都看不到",
    )

    def clean(self):
        data = super().clean()
        if data.get("result") == c.Grade.DISSATISFIED and not data.get("words"):
            raise ValidationError({"words": "对办理结果不满意的，请写明哪里没有办好，以便重新办理"})
        return data
