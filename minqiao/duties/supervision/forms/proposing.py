"""What is typed until a key item is chosen: the proposal, its suggestions, the decision."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.supervision.forms.fields import BodyChoice, Meeting, RoomForm
from minqiao.duties.supervision.models import KeySuggestion
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.stepform import area


def free_suggestions(actor):
    """Assigned suggestions of the congress that no standing key item has."""
    taken = KeySuggestion.objects.filter(stands=True).values("suggestion_id")
    rows = Suggestion.objects.visible_to(actor).filter(assigned_on__isnull=False, congress_id=actor.realm_id)
    return rows.exclude(pk__in=taken).exclude(state="withdrawn").order_by("number", "pk")


class Words(RoomForm):
    """Title and reasons of a proposal."""

    title = forms.CharField(
        label="督办题目", max_length=100, help_text="一个题目可以合并几件内容相关的建议，例如“农村公路养护”"
    )
    reasons = forms.CharField(
        label="提请理由", min_length=20, max_length=3000, widget=area(6),
        help_text="本次会议建议的分析、群众关注的程度、为什么需要主任会议督办（代表法第五十二条）",
        error_messages={"min_length": "请写明理由，不少于20个字"},
    )  # fmt: skip


class Suggestions(RoomForm):
    """Which suggestions are supervised together."""

    suggestions = ManyByIdField(label="督办的建议", queryset=Suggestion.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.actor is not None:
            self.fields["suggestions"].queryset = free_suggestions(self.actor)

    def clean_suggestions(self):
        if len(self.cleaned_data["suggestions"]) > 30:
            raise ValidationError("一个题目最多合并30件建议")
        return self.cleaned_data["suggestions"]


class Proposal(Words, Suggestions):
    """A new proposal; the deputy affairs committee says for which committee it is entered."""

    field_order = ("title", "reasons", "suggestions", "committee")
    committee = BodyChoice(label="提请的委员会", required=False, help_text="代为录入时必填")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.actor is not None and self.actor.role == "special_committee":
            self.fields.pop("committee")


class Drop(RoomForm):
    suggestion = forms.ModelChoiceField(
        label="移出哪一件", queryset=Suggestion.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    note = forms.CharField(label="理由", max_length=200, help_text="例如代表已撤回、并入另一题目")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            rows = Suggestion.objects.filter(key_items__item=self.subject).order_by("number", "pk")
            self.fields["suggestion"].queryset = rows


class Choose(Meeting):
    note = forms.CharField(label="主任会议意见", max_length=500, required=False, widget=area(3))


class NotChoose(Meeting):
    note = forms.CharField(label="不列为重点的理由", max_length=500, widget=area(3))
