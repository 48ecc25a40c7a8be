"""What a person may enter for a rule: one form, its value's field made for the kind of the rule."""

from django import forms

from minqiao.foundation.rulebook.choices import Kind, Level
from minqiao.foundation.rulebook.rules import columns_in_words, fault_of, is_within
from minqiao.kit.deadlines import UNITS

SEPARATOR = "｜"


class RuleForm(forms.Form):
    """A place's own value from a day on."""

    place = forms.CharField(
        label="适用的行政区划代码",
        max_length=12,
        help_text="12位代码；对下级行政区划同样适用，除非下级另有规定",
    )
    basis = forms.CharField(label="依据", max_length=300, help_text="写明文件名称和条款")
    source = forms.CharField(label="出处", max_length=300, help_text="文号、网址或者印发日期")
    level = forms.ChoiceField(label="依据的层级", choices=Level.choices, initial=Level.CITY)
    valid_from = forms.DateField(
        label="生效日", widget=forms.DateInput, help_text="不早于今天；此前起算的期限不受影响"
    )

    def __init__(self, data=None, *, setting, home, today, **kwargs):
        super().__init__(data, **kwargs)
        self.setting, self.home, self.today = setting, home, today
        fields = {"value": _FIELDS[setting.kind](setting)}
        if setting.kind == Kind.DURATION:
            units = {setting.unit: UNITS[setting.unit]} if setting.ceiling else UNITS
            fields["unit"] = forms.ChoiceField(label="单位", choices=list(units.items()))
        self.fields = {"place": self.fields["place"], **fields, **self.fields}

    def clean_place(self):
        """A code at or below the deployment's own."""
        place = self.cleaned_data["place"].strip()
        place = place.ljust(12, "0") if place.isascii() and place.isdigit() else place
        if not is_within(place, self.home):
            raise forms.ValidationError(f"应为本地（{self.home}）或者其下级的代码")
        return place

    def clean_valid_from(self):
        """Today or later."""
        if self.cleaned_data["valid_from"] < self.today:
            raise forms.ValidationError("生效日不能早于今天；已经过去的日子按当时的规则")
        return self.cleaned_data["valid_from"]

    def clean(self):
        """The value as the rule takes it."""
        cleaned = super().clean()
        if "value" in cleaned:
            cleaned["value"] = _value(self.setting, cleaned["value"])
            if fault := fault_of(self.setting, cleaned["value"], cleaned.get("unit", "")):
                self.add_error("value", fault)
        return cleaned


def written(setting, value):
    """A value as it stands in the form's field."""
    if setting.kind == Kind.LIST:
        return "\n".join(SEPARATOR.join(item[column] for column in setting.columns) for item in value)
    return ("yes" if value else "no") if setting.kind == Kind.YES_NO else value


def _value(setting, typed):
    if setting.kind == Kind.YES_NO:
        return typed == "yes"
    if setting.kind == Kind.LIST:
        lines = [line.replace("|", SEPARATOR) for line in typed.splitlines() if line.strip()]
        return [_item(setting, line) for line in lines]
    return typed


def _item(setting, line):
    parts = [part.strip() for part in line.split(SEPARATOR)]
    names = setting.columns if len(parts) == len(setting.columns) else range(len(parts))
    return dict(zip(names, parts, strict=True))


def _number(setting):
    return forms.IntegerField(label=_label(setting), min_value=setting.floor, max_value=setting.ceiling)


def _choice(setting):
    return forms.ChoiceField(label=_label(setting), choices=list(setting.options.items()))


def _yes_no(setting):
    return forms.ChoiceField(label=_label(setting), choices=[("yes", "是"), ("no", "否")])


def _text(setting):
    return forms.CharField(label=_label(setting), max_length=200)


def _list(setting):
    hint = f"每行一项，各栏以“{SEPARATOR}”分开：{columns_in_words(setting)}"
    area = forms.Textarea(attrs={"rows": 12})
    return forms.CharField(label=_label(setting), max_length=20_000, widget=area, help_text=hint)


def _label(setting):
    return (
        f"{setting.label}（{setting.unit}）"
        if setting.kind == Kind.NUMBER and setting.unit
        else setting.label
    )


_FIELDS = {
    Kind.DURATION: lambda setting: forms.IntegerField(label=setting.label, min_value=1),
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
    Kind.TEXT: _text,
    Kind.LIST: _list,
}
