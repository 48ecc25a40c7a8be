"""Words for and about the writing help: the confirmation of one matter, the place's own phrases."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries.writing import to_confirm
from minqiao.kit.listfield import ListField
from minqiao.kit.stepform import StepForm
from minqiao.kit.wordfield import WordField, YesNoField


class Submit(StepForm):
    """Nothing to fill in, but where the place wants it: that the hints were read and it is one matter."""

    one_matter = forms.BooleanField(label="我看过一事一议的提示，确认写的是一件事", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.hints = to_confirm(self.subject, self.on) if self.subject is not None else []
        if self.subject is not None and not self.hints:
            del self.fields["one_matter"]

    def clean_one_matter(self):
        if not self.cleaned_data["one_matter"]:
            raise ValidationError(f"{'；'.join(self.hints)}。确是一件事的，请勾选确认；不是的，请分开提")
        return True

    @property
    def arguments(self):
        """Only a confirmation that was asked for."""
        return {"one_matter": True} if self.hints else {}


class PhraseRow(StepForm):
    """One turn of phrase; an ellipsis stands for the rest of its clause."""

    kind = WordField(label="用途", choices=[(value, words) for value, words in c.PhraseKind.choices])
    words = forms.CharField(label="词句", max_length=40, min_length=2)
    is_used = YesNoField(label="启用")

    def clean_words(self):
        words = self.cleaned_data["words"].replace("...", "…").replace("……", "…")
        if len(words.replace("…", "")) < 2:
            raise ValidationError("省略号之外至少写两个字")
        return words


class TextToCheck(StepForm):
    """A text that is not saved yet, for the same hints as on the page."""

    title = forms.CharField(label="标题", max_length=100, required=False)
    facts = forms.CharField(label="案由", max_length=5000, required=False)
    requests = ListField(forms.CharField(max_length=1000), label="建议事项", required=False, max_items=10)


class AnswersToCheck(StepForm):
    """Answers that are not saved yet."""

    answers = ListField(
        forms.CharField(max_length=5000), label="逐条答复", required=False, keep_empty=True, max_items=10
    )
