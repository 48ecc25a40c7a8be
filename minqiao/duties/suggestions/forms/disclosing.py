"""What is typed when a public text is reviewed, checked, decided on and taken down."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries.publications import grounds, proposals_of
from minqiao.duties.suggestions.rules.disclosing import view_wants_reason
from minqiao.kit.listfield import ListField
from minqiao.kit.stepform import StepForm, area

VIEWS = [choice for choice in c.DeputyView.choices if choice[0]]


def ground_choices(on):
    """The grounds of the rulebook on a day, each with its article."""
    return [(one["code"], f"{one['words']}（{one['basis']}）") for one in grounds(on)]


class SayOnPublication(StepForm):
    """The deputy's view of publishing his suggestion and its reply."""

    deputy_view = forms.ChoiceField(label="对公开的意见", choices=VIEWS, widget=forms.RadioSelect)
    deputy_words = forms.CharField(
        label="想说明的话", max_length=500, required=False, widget=area(3),
        help_text="例如哪些内容不宜公开；电话、住址不会公开，要求保密的不会公开姓名",
    )  # fmt: skip

    def clean(self):
        data = super().clean()
        if data.get("deputy_view") == c.DeputyView.OBJECTS and not data.get("deputy_words"):
            raise ValidationError({"deputy_words": "不希望公开的，请说明理由"})
        return data


class DecideOpen(StepForm):
    """In full or in short; a reason where the deputy would rather not."""

    mode = forms.ChoiceField(label="公开方式", choices=c.PUBLIC_MODES, widget=forms.RadioSelect)
    note = forms.CharField(label="审定意见", max_length=500, required=False, widget=area(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            self.fields["mode"].initial = self.subject.proposed

    def clean(self):
        data = super().clean()
        why = view_wants_reason(self.subject, data.get("note")) if self.subject is not None else ""
        if why:
            raise ValidationError({"note": why})
        return data


class DecideWithheld(StepForm):
    """On which ground it is not published."""

    ground = forms.ChoiceField(label="不公开的理由", choices=[], widget=forms.RadioSelect)
    note = forms.CharField(label="审定意见", max_length=500, required=False, widget=area(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.on is not None:
            self.fields["ground"].choices = ground_choices(self.on)

    @property
    def arguments(self):
        """The ground with its words and article as they stand today."""
        code = self.cleaned_data["ground"]
        found = next(one for one in grounds(self.on) if one["code"] == code)
        words = {"ground_words": found["words"], "ground_basis": found["basis"]}
        return {"ground": code, "note": self.cleaned_data["note"], **words}


class Redact(StepForm):
    """The public text block by block; each finding is ticked by the person who looked at it."""

    texts = ListField(forms.CharField(max_length=5000), label="公开文本", keep_empty=True, max_items=200)
    checked = ListField(forms.CharField(max_length=20), label="已核对", required=False, max_items=1000)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = proposals_of(self.subject) if self.subject is not None else []

    def clean(self):
        data = super().clean()
        texts, ticked = data.get("texts") or [], set(data.get("checked") or [])
        if len(texts) != len(self.rows):
            raise ValidationError({"texts": f"应当有{len(self.rows)}段，收到{len(texts)}段"})
        if not texts[0]:
            raise ValidationError({"texts": "标题不能为空"})
        if len(texts[0]) > 100:
            raise ValidationError({"texts": "标题最多100字"})
        if self.subject.mode == c.DisclosureState.SUMMARY and not texts[1]:
            raise ValidationError({"texts": "摘要公开的，请写出公开摘要"})
        left = sum(one.key not in ticked for *_, found, _ in self.rows for one in found)
        if left:
            raise ValidationError({"checked": f"还有{left}处没有核对，请逐处核对后打勾"})
        return data

    @property
    def arguments(self):
        """The texts, and of each finding whether it was hidden as proposed, otherwise, or kept."""
        texts = self.cleaned_data["texts"]
        rows = zip(self.rows, texts, strict=True)
        found = [_outcome(heading, one, was, text) for (heading, _, all_, was), text in rows for one in all_]
        return {"texts": texts, "checked": found}


def _outcome(heading, finding, proposal, text):
    kept = "保留原文" if finding.words in text else "另行修改"
    outcome = "采用建议" if text == proposal else kept
    return {"where": heading, "what": finding.label, "outcome": outcome}


class TakeDown(StepForm):
    """Why the public may read it no longer."""

    note = forms.CharField(label="撤下原因", min_length=5, max_length=500, widget=area(3))
