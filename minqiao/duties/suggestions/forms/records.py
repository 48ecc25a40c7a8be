"""A row of an earlier year's results: what was raised, who handled it, what came of it."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.kit.stepform import StepForm
from minqiao.kit.wordfield import DayField, WordField

GRADES = [*c.Grade.choices, (c.EvaluationState.NO_RESPONSE, "未反馈")]
LETTERS = [(value, f"{value}类") for value, _ in c.ResultCategory.choices if value]
TRUE_OR_NOT = [("true", "属实"), ("false", "不属实")]


class ResultRow(StepForm):
    """Dates in their order; a grade only where there is a reply, a category wherever there is one."""

    number = forms.CharField(label="编号", max_length=30)
    title = forms.CharField(label="标题", max_length=100)
    signer = forms.CharField(label="领衔代表", max_length=40)
    kind = WordField(label="种类", choices=c.Kind.choices, required=False)
    topic = WordField(label="类别", choices=c.Topic.choices, required=False)
    unit = forms.CharField(label="承办单位", max_length=80)
    assigned_on = DayField(label="交办日")
    due_on = DayField(label="答复期限", required=False)
    replied_on = DayField(label="答复日", required=False)
    category = WordField(label="办理类别", choices=LETTERS, required=False)
    contact = WordField(label="联系方式", choices=c.ContactWay.choices, required=False)
    evaluated_on = DayField(label="评价日", required=False)
    result = WordField(label="结果评价", choices=GRADES, required=False)
    attitude = WordField(label="态度评价", choices=c.Grade.choices, required=False)
    truth = WordField(label="类别是否属实", choices=TRUE_OR_NOT, required=False)
    words = forms.CharField(label="具体意见", max_length=1000, required=False)
    repeat_of = forms.CharField(label="往年编号", max_length=30, required=False)

    def __init__(self, *args, lookups=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.units = lookups or {}

    def clean_unit(self):
        """The id of the unit, by code, full name or short name."""
        found = self.units.get(self.cleaned_data["unit"])
        if found is None:
            raise ValidationError(f"没有名为“{self.cleaned_data['unit']}”的承办单位，请先在单位名录中登记")
        return found

    def clean(self):
        data = super().clean()
        for name, why in _contradictions(data):
            self.add_error(name, ValidationError(why))
        return data


def _contradictions(data):
    """What the row says that cannot be true together."""
    day = data.get("assigned_on")
    for name in ("due_on", "replied_on"):
        if day and data.get(name) and data[name] < day:
            yield name, "不能早于交办日"
    if bool(data.get("replied_on")) != bool(data.get("category")):
        yield "category", "有答复日的应有办理类别，没有答复日的不应有办理类别"
    if data.get("result") and not data.get("replied_on"):
        yield "result", "还没有答复，不应有评价"
    if data.get("evaluated_on") and data.get("replied_on") and data["evaluated_on"] < data["replied_on"]:
        yield "evaluated_on", "不能早于答复日"
    if data.get("result") == c.Grade.DISSATISFIED and not data.get("words"):
        yield "words", "结果评价不满意的，请写明具体意见"
