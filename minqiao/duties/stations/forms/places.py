"""What is typed of places; the same words check the spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.duties.stations.choices import PlaceState
from minqiao.duties.stations.forms.fields import OFFICE_PHONE
from minqiao.duties.stations.models import Kind
from minqiao.duties.stations.rules.places import MARKET
from minqiao.kit.stepform import StepForm
from minqiao.registry.areas.forms import PlaceField
from minqiao.registry.congress.choices import MandateState
from minqiao.registry.congress.models import Mandate

CODE = RegexValidator(r"^[0-9A-Za-z\-]{1,20}$", "只能用字母、数字和短横，不超过20位")
MARKET_HELP = "“逢5、10”（每月尾数），“每六天一次 2026-01-03”（从哪天起），或者“星期日”"


class PlaceWords(forms.Form):
    """The facts of a place that may change."""

    name = forms.CharField(label="名称", max_length=60)
    address = forms.CharField(label="地址", max_length=120, required=False)
    longitude = forms.DecimalField(
        label="经度", max_digits=9, decimal_places=6, required=False, min_value=73, max_value=136
    )
    latitude = forms.DecimalField(
        label="纬度", max_digits=9, decimal_places=6, required=False, min_value=3, max_value=54
    )
    head = forms.CharField(label="站长", max_length=30, required=False)
    liaison = forms.CharField(label="联络员", max_length=30, required=False)
    phone = forms.CharField(label="站点电话", max_length=30, required=False, validators=[OFFICE_PHONE])
    opening = forms.CharField(label="开放时间", max_length=120, required=False)
    floor_area = forms.IntegerField(label="面积（平方米）", required=False, min_value=1, max_value=100_000)
    facilities = forms.CharField(label="功能区和设施", max_length=200, required=False)
    market = forms.CharField(
        label="赶集日",
        max_length=30,
        required=False,
        help_text=MARKET_HELP,
        validators=[RegexValidator(MARKET, MARKET_HELP)],
    )
    online_url = forms.URLField(label="网上入口", max_length=200, required=False, assume_scheme="https")

    def clean(self):
        """Coordinates come in pairs."""
        cleaned = super().clean()
        pair = [name for name in ("longitude", "latitude") if cleaned.get(name) is not None]
        if len(pair) == 1 and not {"longitude", "latitude"} & set(self.errors):
            self.add_error("latitude", "经度、纬度要么都填，要么都不填")
        return cleaned


class PlaceRow(PlaceWords):
    """A place as a row of the spreadsheet: kind by its name, area by name or code."""

    code = forms.CharField(label="编号", validators=[CODE])
    kind = forms.CharField(label="类型")
    area = PlaceField(label="所在区划")
    parent = forms.CharField(label="所属联络站", max_length=20, required=False)
    state = forms.CharField(label="状态", required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.kinds = (
            {
                word: kind.pk
                for kind in lookups.kinds.values()
                for word in (kind.name, kind.short_name, kind.pk)
            }
            if lookups
            else {}
        )
        self.fields["area"].places = lookups and lookups.areas

    def clean_kind(self):
        return word_of(self.kinds, self.cleaned_data["kind"])

    def clean_state(self):
        words = {label: value for value, label in PlaceState.choices}
        return word_of(words, self.cleaned_data["state"]) if self.cleaned_data["state"] else ""


def word_of(known, text):
    if text not in known:
        raise ValidationError(f"“{text}”不在可选范围，应为下列之一：{'、'.join(known)}")
    return known[text]


class NewPlace(StepForm, PlaceWords):
    """申请设立."""

    code = forms.CharField(label="编号", validators=[CODE])
    kind = forms.ModelChoiceField(label="类型", queryset=Kind.objects.all())
    area = PlaceField(label="所在区划")
    field_order = ("code", "kind", "name", "area")


class EditPlace(StepForm, PlaceWords):
    """修改资料."""


class AttachedRow(forms.Form):
    """One deputy at one place, as a row."""

    place = forms.CharField(label="站点编号", max_length=20)
    place_name = forms.CharField(label="站点名称", required=False)
    deputy = forms.CharField(label="代表编号", max_length=20)
    deputy_name = forms.CharField(label="代表姓名", required=False)
    level = forms.CharField(label="代表层级", required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)


class AttachDeputies(StepForm):
    """Who receives here: deputies of the county, the city and the township."""

    mandates = forms.ModelMultipleChoiceField(
        label="进站代表", queryset=Mandate.objects.none(), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        place = self.subject
        if place is None:
            return
        rows = Mandate.objects.filter(state=MandateState.ACTIVE)
        near = rows.filter(congress_id__in={place.congress_id, place.city_id})
        if place.township_id:
            near = near | rows.filter(congress__area_id=place.township_id)
        field = self.fields["mandates"]
        near = near.select_related("deputy", "congress").defer("deputy__phone", "deputy__address")
        field.queryset = near.order_by("congress_id", "pk")
        field.label_from_instance = lambda one: f"{one.deputy.name}（{one.congress.get_level_display()}）"

    @property
    def arguments(self):
        """The mandates as a list."""
        return {"mandates": list(self.cleaned_data["mandates"])}
