"""What a deputy types into his notebook, and how notes become a suggestion."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Idea, Suggestion
from minqiao.duties.suggestions.queries.ideas import free_ideas, own_drafts
from minqiao.duties.suggestions.queries.writing import idea_hints
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.stepform import StepForm, area


class Jot(StepForm):
    """One line is enough; the rest may be added when there is time."""

    title = forms.CharField(label="一句话", max_length=100, help_text="什么地方、什么问题；一条只记一件事")
    text = forms.CharField(label="详细记录", max_length=2000, required=False, widget=area(4))
    place = forms.CharField(label="地点", max_length=60, required=False)
    topic = forms.ChoiceField(label="类别", choices=[("", "先不定"), *c.Topic.choices], required=False)
    source = forms.ChoiceField(label="来源", choices=[("", "不填"), *c.Source.choices], required=False)


class UseIdea(StepForm):
    """Which notes go together, into a new draft or one's own; hints at a second matter are answered."""

    also = ManyByIdField(label="合在一起写的其他素材", queryset=Idea.objects.none(), required=False)
    into = forms.ModelChoiceField(
        label="写进哪一件", queryset=Suggestion.objects.none(), required=False, empty_label="新写一件"
    )
    one_matter = forms.BooleanField(label="我看过提示，确认所选素材是一件事", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is None:
            return
        self.fields["also"].queryset = free_ideas(self.actor).exclude(pk=self.subject.pk)
        self.fields["also"].label_from_instance = lambda row: " · ".join(
            filter(None, (row.title, row.place, row.get_topic_display()))
        )
        self.fields["into"].queryset = own_drafts(self.actor)
        self.fields["into"].label_from_instance = lambda row: row.title or "（未写标题的草稿）"

    def clean(self):
        data = super().clean()
        chosen = [self.subject, *(data.get("also") or [])]
        hints = idea_hints(self.subject.congress_id, chosen)
        if hints and not data.get("one_matter"):
            why = f"{'；'.join(hints)}。确是一件事的，请勾选确认；不是的，请分开写"
            raise ValidationError({"one_matter": why})
        data["one_matter"] = bool(hints)
        return data
