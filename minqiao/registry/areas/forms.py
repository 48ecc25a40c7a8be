"""What a person may type of divisions; a field of other forms that understands codes and names."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.kit.wordfield import WordField
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.queries import gazetteer
from minqiao.registry.areas.rules import AmbiguousPlace, UnknownPlace

CODE = RegexValidator(r"^[0-9Z]\d{11}$", "应为12位代码；管理区代码以Z开头")


class PlaceField(forms.CharField):
    """A place by code, by name, or by a path such as 大方县/猫场镇; cleans to its code.

    Give `places` (a Gazetteer) and `within` to the instance when many rows are read.
    """

    def __init__(self, *, within="", **kwargs):
        kwargs.setdefault("help_text", "填写名称或12位代码；名称有重复时填代码，或写作 大方县/猫场镇")
        super().__init__(max_length=60, **kwargs)
        self.places, self.within = None, within

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return ""
        try:
            return (self.places or gazetteer()).code_of(text, self.within)
        except (UnknownPlace, AmbiguousPlace) as error:
            raise ValidationError(str(error)) from error


class AreaRow(forms.Form):
    """One division, as a row of the spreadsheet."""

    code = forms.CharField(label="代码", validators=[CODE])
    name = forms.CharField(label="名称", max_length=60)
    also_written = forms.CharField(label="又名", max_length=120, required=False)
    level = WordField(Level.choices, label="层级")
    kind = forms.CharField(label="类别", max_length=20, required=False)
    parent = PlaceField(label="上级代码", required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.fields["parent"].places = lookups


class Find(forms.Form):
    """A search by name or code."""

    q = forms.CharField(label="名称或代码", max_length=40, required=False)
