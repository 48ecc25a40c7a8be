"""What is typed to apply: the work, its money, its people, the tests, the statement; photos of the site."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.rules.matter import amounts_add_up
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.forms import ExaminedFile
from minqiao.instruments.funds.forms.years import AreaChoice
from minqiao.instruments.funds.models import Fund
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.money import YuanField
from minqiao.kit.stepform import PastDay, StepForm, area
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.forms import PlaceField
from minqiao.registry.areas.models import Area
from minqiao.registry.units.models import Unit

PICTURES = 3  # boxes of the application; more are added afterwards


class Words(StepForm):
    """The work itself: typed when applying, and again when something was missing."""

    title = forms.CharField(
        label="项目名称", max_length=100, help_text="例如“维新镇华丰村打谷场硬化”，写清地点和做什么"
    )
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), *c.Kind.choices])
    county = AreaChoice(label="县（市、区）")
    township = PlaceField(label="乡镇（街道）", required=False)
    village = forms.CharField(label="村（社区）、地点", max_length=80, help_text="例如“华丰村三组晒坝”")
    longitude = forms.DecimalField(
        label="经度", required=False, min_value=73, max_value=136, max_digits=9, decimal_places=6
    )
    latitude = forms.DecimalField(
        label="纬度", required=False, min_value=3, max_value=54, max_digits=9, decimal_places=6
    )
    problem = forms.CharField(label="群众反映的问题", min_length=10, max_length=2000, widget=area(4))
    works = forms.CharField(label="建设内容和规模", max_length=2000, widget=area(4))
    households = forms.IntegerField(label="受益户数", min_value=1, max_value=1_000_000)
    people = forms.IntegerField(label="受益人数", min_value=1, max_value=5_000_000)
    urgent = forms.CharField(label="急难愁盼：为什么急、难在哪里", max_length=300, widget=area(2))
    direct_benefit = forms.CharField(label="受益最直接：谁受益、怎样受益", max_length=300, widget=area(2))
    no_other_funding = forms.CharField(
        label="无项目支撑：问过哪些部门、为什么列不进项目", max_length=300, widget=area(2)
    )
    estimate_items = ListField(
        forms.CharField(max_length=60), label="费用估算：工程内容", min_items=1, max_items=20,
        widget=ListWidget(extra=3, kind="input"),
    )  # fmt: skip
    estimate_quantities = ListField(
        forms.CharField(max_length=30), label="费用估算：数量", min_items=1, max_items=20,
        widget=ListWidget(extra=3, kind="input"), help_text="与工程内容的先后顺序一致，例如“1200平方米”",
    )  # fmt: skip
    estimate_amounts = ListField(
        YuanField(), label="费用估算：金额（元）", min_items=1, max_items=20,
        widget=ListWidget(extra=3, kind="input"), help_text="与工程内容的先后顺序一致；合计就是总投资",
    )  # fmt: skip
    county_share = YuanField(
        label="县级配套（元）", required=False, may_be_zero=True, help_text="县级已书面同意的；没有不填"
    )
    other_share = YuanField(label="其他资金（元）", required=False, may_be_zero=True)
    other_source = forms.CharField(label="其他资金来源", max_length=100, required=False)
    unit = forms.ModelChoiceField(
        label="责任单位", queryset=Unit.objects.none(), required=False,
        empty_label="由所在地人大代表工作机构代为登记",
        help_text="在平台上办理开工、报告完工等事项的部门",
    )  # fmt: skip
    builder = forms.CharField(label="实施单位", max_length=80, help_text="例如“维新镇人民政府”")
    builder_phone = forms.CharField(label="实施单位电话", max_length=30, help_text="办公电话，公示时公布")
    village_contact = forms.CharField(
        label="村（社区）联系人和电话", max_length=60, required=False, help_text="加密保存，不公开"
    )
    village_meeting = forms.CharField(label="村民会议情况", max_length=300, required=False, widget=area(2))
    land = forms.CharField(label="用地情况", max_length=200, required=False)
    upkeep = forms.CharField(label="管护责任人", max_length=100, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        levels = (Level.COUNTY, Level.ZONE)
        self.fields["county"].offer(Area.objects.filter(level__in=levels).order_by("level", "code"))
        self.fields["unit"].queryset = Unit.objects.filter(is_active=True)
        self.fields["township"].within = self.data.get("county", "")

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        data["township_id"] = data.pop("township") or None
        lists = [data[f"estimate_{name}"] for name in ("items", "quantities", "amounts")]
        if len({len(one) for one in lists}) > 1:
            raise ValidationError({"estimate_quantities": "工程内容、数量、金额的条数不一致，请一一对应"})
        data["estimate"] = [list(line) for line in zip(*lists, strict=True)]
        shares = [data["county_share"] or 0, data["other_share"] or 0]
        data["county_share"], data["other_share"] = shares
        data["cost"] = sum(data["estimate_amounts"])
        if why := amounts_add_up(data["cost"], *shares, data["other_source"]):
            raise ValidationError({"other_share": why})
        data["requested"] = data["cost"] - sum(shares)
        return data

    @property
    def arguments(self):
        """What the act takes: the three lists of the estimate as one, and what follows from it."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("estimate_")}


class Application(Words):
    """A new application: for which suggestion, from which fund; the statement; up to three photos."""

    field_order = ("suggestion", "fund")
    suggestion = forms.ModelChoiceField(
        label="所依据的代表建议", queryset=Suggestion.objects.none(), empty_label="请选择",
        help_text="一件建议可以申报几个项目；没有建议的，不能申报",
    )  # fmt: skip
    fund = forms.ModelChoiceField(label="申报的资金", queryset=Fund.objects.none(), empty_label=None)
    photo_1 = ExaminedFile(label="现场照片", required=False)
    photo_2 = ExaminedFile(label="现场照片（二）", required=False)
    photo_3 = ExaminedFile(label="现场照片（三）", required=False)
    interest_note = forms.CharField(
        label="声明人", max_length=60,
        help_text="声明：本人、近亲属和所任职的单位不承揽本项目的工程、材料供应和监理（代表法第五十九条）",
    )  # fmt: skip
    is_clear = forms.BooleanField(label="我已阅读并作出上述声明")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.actor is not None:
            self.fields["suggestion"].queryset = open_suggestions(self.actor)
            open_ones = Fund.objects.filter(state="open")
            self.fields["fund"].queryset = open_ones.order_by("level", "-year", "area_id")

    @property
    def arguments(self):
        """The same, with the photos as a list."""
        found = super().arguments
        found.pop("is_clear")
        photos = [found.pop(f"photo_{place}") for place in range(1, PICTURES + 1)]
        return found | {"photos": [one for one in photos if one]}


def open_suggestions(actor):
    """The assigned suggestions this actor may ask money for; of a deputy, his own."""
    rows = Suggestion.objects.visible_to(actor).filter(assigned_on__isnull=False).exclude(state="withdrawn")
    if actor.role == Role.DEPUTY:
        rows = rows.filter(pk__in=Suggestion.objects.raised_by(actor.scope_id).values("pk"))
    return rows.order_by("-year", "number", "pk")


class AddPhoto(StepForm):
    photo = ExaminedFile(label="照片", help_text="不要拍到能认出来的人、证件和车牌；会随项目公开")
    stage = forms.ChoiceField(label="阶段", choices=c.PhotoStage.choices, widget=forms.RadioSelect)
    taken_on = PastDay(label="拍摄日期")
    caption = forms.CharField(label="说明", max_length=100, required=False)
