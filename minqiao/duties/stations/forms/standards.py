"""What is typed of inspections, model places, and lines of the checklist."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.stations.forms.places import word_of
from minqiao.duties.stations.models import CheckItem
from minqiao.duties.stations.rules.standards import fault_in_points
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import StepForm, area


class Score(StepForm):
    """One inspector's points, line by line in the order of the checklist, and what is missing."""

    points = ListField(
        forms.IntegerField(min_value=0, max_value=100),
        label="逐项打分",
        max_items=100,
        keep_empty=True,
        widget=ListWidget(extra=0, kind="input"),
    )
    words = forms.CharField(label="发现的问题", max_length=500, required=False, widget=area(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = []
        if self.subject is not None:
            self.lines = list(CheckItem.objects.filter(kind=self.subject.place.kind_id))
            words = [f"{line.group}：{line.words}（{line.points}分）" for line in self.lines]
            self.fields["points"].widget.labels = words

    def clean_points(self):
        """{line: points}, none left out and none above its most."""
        given = self.cleaned_data["points"]
        pairs = zip(self.lines, given, strict=False)
        points = {str(line.pk): value for line, value in pairs if value is not None}
        if why := fault_in_points(points, {str(line.pk): line.points for line in self.lines}):
            raise ValidationError(why)
        return points


class Award(StepForm):
    plaque_no = forms.CharField(label="示范牌号", max_length=30)
    note = forms.CharField(label="评审意见", max_length=300, required=False, widget=area(2))


class CheckItemRow(forms.Form):
    """A line of the checklist, as a row."""

    kind = forms.CharField(label="站点类型")
    group = forms.CharField(label="类别", max_length=20)
    words = forms.CharField(label="内容", max_length=120)
    points = forms.IntegerField(label="分值", min_value=0, max_value=100)
    position = forms.IntegerField(label="次序", min_value=0, max_value=1000, required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.kinds = lookups or {}

    def clean_kind(self):
        return word_of(self.kinds, self.cleaned_data["kind"])
