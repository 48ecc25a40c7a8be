"""What is typed to open a fund year and to keep its book."""

from django import forms

from minqiao.instruments.funds.choices import MatchSource
from minqiao.instruments.funds.rules.years import LEVELS
from minqiao.kit.money import YuanField
from minqiao.kit.stepform import PastDay, StepForm, area
from minqiao.registry.areas.models import Area
from minqiao.registry.areas.queries import codes_within
from minqiao.registry.congress.models import Congress
from minqiao.registry.units.models import Unit


def note(label="说明", required=False):
    """A few words beside an entry."""
    return forms.CharField(label=label, max_length=300, required=required, widget=area(2))


class AreaChoice(forms.ChoiceField):
    """One division, by its code, out of those the form offers."""

    places = {}

    def offer(self, areas):
        """Let only these be chosen."""
        self.places = {place.pk: place for place in areas}
        self.choices = [("", "请选择"), *((place.pk, place.name) for place in areas)]

    def clean(self, value):
        return self.places.get(super().clean(value))


class BookForm(StepForm):
    """A step of the book: places are those directly below the fund's own; a day is today unless said."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "area" in self.fields and self.subject is not None:
            below = Area.objects.filter(parent_id=self.subject.area_id)
            self.fields["area"].offer(below.order_by("level", "code"))
        if "on" in self.fields:
            self.fields["on"].initial = self.on


class Given(BookForm):
    """Money of the whole fund, by a document."""

    amount = YuanField(label="金额")
    reference = forms.CharField(
        label="文件依据", max_length=100, help_text="预算批复、下达文件的文号，例如“毕财预〔2026〕12号”"
    )
    on = PastDay(label="文件日期")
    note = note()


class Allocate(Given):
    """A quota for a place below."""

    field_order = ("area", "amount", "reference", "on", "note")
    area = AreaChoice(label="下达到")


class TakeBack(BookForm):
    """Unused quota of a place."""

    area = AreaChoice(label="从哪里收回")
    amount = YuanField(label="金额")
    note = note()


class Match(Given):
    """Money from elsewhere, by its promise in writing."""

    field_order = ("area", "source", "amount", "reference", "on", "note")
    area = AreaChoice(label="哪里的配套")
    source = forms.ChoiceField(label="资金来源", choices=MatchSource.choices)


class Reverse(BookForm):
    """Which entry was wrong, and why."""

    intro = "冲正另记一笔方向相反、金额相同的分录，原来的一笔照旧保留。冲正后请按正确的内容另记。"
    seq = forms.IntegerField(label="冲正第几笔", min_value=1, max_value=2**31 - 1)
    note = note("冲正理由", required=True)


class Close(BookForm):
    """The end of the year."""

    intro = "结账后不能再记账：未用的额度收回，余额结转下年。还有预留或者未付清的项目时不能结账。"
    note = note()


class OpenFund(StepForm):
    """A place, a year, the finance department that pays."""

    area = AreaChoice(label="哪一级的资金")
    year = forms.IntegerField(label="年度")
    finance_unit = forms.ModelChoiceField(
        label="财政部门",
        queryset=Unit.objects.filter(is_active=True).order_by("code"),
        required=False,
        empty_label="暂不确定",
        help_text="财政部门的人员可以查看本账",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.actor is None:
            return
        own = Congress.objects.filter(pk=self.actor.realm_id).values_list("area_id", flat=True).first()
        places = Area.objects.filter(pk__in=codes_within(own), level__in=list(LEVELS)) if own else ()
        self.fields["area"].offer(sorted(places, key=lambda place: place.pk))
        self.fields["area"].initial = own
        self.fields["year"].initial = self.on and self.on.year
