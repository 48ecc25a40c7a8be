"""What a person may type of units and duties; the same forms check the spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.kit.wordfield import WordField, YesNoField
from minqiao.registry.areas.forms import PlaceField
from minqiao.registry.units.choices import UnitKind

PHONE = RegexValidator(r"^[0-9()（）+\- 转]{5,30}$", "电话只能有数字、短横和“转”")


class UnitRow(forms.Form):
    """One unit, as a row of the spreadsheet."""

    code = forms.CharField(label="单位编号", max_length=20)
    name = forms.CharField(label="全称", max_length=80)
    short_name = forms.CharField(label="简称", max_length=30, required=False)
    kind = WordField(UnitKind.choices, label="类别")
    area = PlaceField(label="所属区划", required=False)
    reply_word = forms.CharField(
        label="发文代字", max_length=20, required=False, help_text="答复函文号的代字，如 毕交函"
    )
    contact_name = forms.CharField(label="联系人", max_length=30, required=False)
    contact_phone = forms.CharField(label="联系电话", max_length=30, required=False, validators=[PHONE])
    is_active = YesNoField(label="在用")

    def __init__(self, data=None, *, lookups=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["area"].places = lookups


class UnitForm(UnitRow):
    """The same on a page: choices are chosen, not typed; the code stays once given."""

    kind = forms.ChoiceField(label="类别", choices=UnitKind.choices)
    is_active = forms.BooleanField(label="在用", required=False)

    def __init__(self, data=None, *, known=False, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["code"].disabled = known


class DutyRow(forms.Form):
    """One line of a duty list, as a row of the spreadsheet; the unit by code or name."""

    unit = forms.CharField(label="单位")
    words = forms.CharField(label="职责", max_length=200)
    topic = forms.CharField(label="类别", max_length=30, required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.units = lookups or {}

    def clean_unit(self):
        """The unit's id."""
        text = self.cleaned_data["unit"]
        if text not in self.units:
            raise ValidationError(f"没有名为“{text}”的承办单位（简称有重复时请填全称或编号）")
        return self.units[text]


class DutyForm(forms.Form):
    """One line of a duty list on the unit's page."""

    words = forms.CharField(label="职责", max_length=200)
    topic = forms.CharField(label="类别", max_length=30, required=False)


class Find(forms.Form):
    """A search of the list."""

    q = forms.CharField(label="名称或职责", max_length=40, required=False)
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *UnitKind.choices], required=False)
