"""What the Congress side and the government office type."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.suggestions import choices as c
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import StepForm, area
from minqiao.registry.units.choices import UNDER_GOVERNMENT
from minqiao.registry.units.models import Unit


class Sort(StepForm):
    """An oral remark written up as something that can be handled."""

    title = forms.CharField(label="标题", max_length=100)
    topic = forms.ChoiceField(label="类别", choices=c.Topic.choices)
    requests = ListField(
        forms.CharField(max_length=1000),
        label="建议事项",
        min_items=1,
        max_items=10,
        widget=ListWidget(extra=1),
    )


class ScreenOut(StepForm):
    """The ground, and the words the deputy will read."""

    ground = forms.ChoiceField(label="理由", choices=[("", "请选择"), *c.Ground.choices])
    note = forms.CharField(
        label="告知代表的话",
        max_length=500,
        widget=area(4),
        help_text="说明依据，并告诉代表可以怎么办，例如补充后重新提出、作为来信转交",
    )


class HintMerge(StepForm):
    """The number of the suggestion that says nearly the same."""

    with_number = forms.CharField(label="内容相近的建议编号", max_length=60)


class Register(StepForm):
    """What the register needs beyond the text."""

    topic = forms.ChoiceField(label="类别", choices=[("", "按代表所填"), *c.Topic.choices], required=False)
    is_hard = forms.BooleanField(
        label="涉及面广、处理难度大（答复期限六个月）", required=False, help_text="代表法第五十一条"
    )
    repeat_of = forms.CharField(
        label="曾提出的编号",
        max_length=30,
        required=False,
        help_text="代表没有填写而以前提过同一件事的，填那件建议的编号；不填则保留代表所填",
    )


NOT_ORDERED = "请选择政府系统的单位；人民法院、人民检察院、监察委员会和党群部门，由代表工作委员会直接交办"


def _units(kinds):
    rows = Unit.objects.filter(is_active=True)
    return rows.filter(kind__in=kinds) if kinds else rows


class UnitChoice(forms.ModelChoiceField):
    """One unit in use, of these `kinds` where some are named, by its number in a list or by id."""

    def __init__(self, *, kinds=(), **kwargs):
        super().__init__(queryset=_units(kinds), empty_label="请选择", **kwargs)
        self.error_messages |= {"invalid_choice": NOT_ORDERED} if kinds else {}


class UnitsInOrder(ManyByIdField):
    """Several units in the order in which they were named."""

    def __init__(self, *, kinds=(), **kwargs):
        super().__init__(queryset=_units(kinds), required=False, **kwargs)
        self.error_messages |= {"invalid_choice": NOT_ORDERED} if kinds else {}


class Dispatch(StepForm):
    """Who handles, of what the government leads: one, one with assistants, or several each for its part."""

    mode = forms.ChoiceField(
        label="承办方式",
        choices=[("sole", "独办"), ("lead", "主办和协办"), ("separate", "分办")],
        widget=forms.RadioSelect,
        initial="sole",
    )
    lead_unit = UnitChoice(kinds=UNDER_GOVERNMENT, label="独办或者主办单位", required=False)
    assist_units = UnitsInOrder(label="协办单位")
    separate_units = UnitsInOrder(kinds=UNDER_GOVERNMENT, label="分办单位")
    parts = ListField(
        forms.CharField(max_length=200),
        label="各分办单位负责的部分",
        required=False,
        max_items=10,
        widget=ListWidget(extra=2, kind="input"),
        help_text="与分办单位的先后顺序一致",
    )

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        mode, lead = data["mode"], data.get("lead_unit")
        assist, separate = data["assist_units"], data["separate_units"]
        if mode != "separate" and lead is None:
            raise ValidationError({"lead_unit": "请选择独办或者主办单位"})
        if mode == "lead" and not assist:
            raise ValidationError(
                {"assist_units": "主办和协办方式至少要有一个协办单位；没有协办单位请选独办"}
            )
        if mode == "separate":
            data["units"] = _parts_of(separate, data["parts"])
        else:
            helpers = assist if mode == "lead" else []
            data["units"] = [(lead, mode, ""), *[(unit, c.HandlingRole.ASSIST, "") for unit in helpers]]
        return data

    @property
    def arguments(self):
        """What the act takes: the units in their roles."""
        return {"units": self.cleaned_data["units"]}


class DispatchToOrgan(Dispatch):
    """The same for a matter of an organ the government does not lead; others may take part in it."""

    lead_unit = UnitChoice(label="独办或者主办单位", required=False)
    separate_units = UnitsInOrder(label="分办单位")


def _parts_of(units, parts):
    if len(units) < 2:
        raise ValidationError({"separate_units": "分办至少要有两个单位"})
    if len(parts) != len(units):
        raise ValidationError({"parts": f"选了{len(units)}个分办单位，写了{len(parts)}个部分，请一一对应"})
    pairs = zip(units, parts, strict=True)
    return [(unit, c.HandlingRole.SEPARATE, part) for unit, part in pairs]
