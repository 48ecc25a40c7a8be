"""What is typed around the pool: the site check, the money's opinion, the scoring sheet."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.microprojects import choices as c
from minqiao.foundation.rulebook.queries import standing
from minqiao.kit.stepform import PastDay, StepForm, area
from minqiao.kit.wordfield import ToldField


class CheckSite(StepForm):
    """Who looked when, what was found; the three tests, each in so many words."""

    site_on = PastDay(label="现场核查日期")
    site_people = forms.CharField(label="核查人员", max_length=200, help_text="乡镇人大、代表、村（社区）等")
    site_findings = forms.CharField(
        label="核查情况",
        max_length=3000,
        widget=area(5),
        help_text="必要性、用地、受益群众、管护责任人是否与申报一致",
    )
    is_urgent = ToldField("属实", "不属实", label="是群众急难愁盼的事")
    is_direct = ToldField("属实", "不属实", label="受益最直接")
    is_alone = ToldField("属实", "不属实", label="没有其他项目支撑")

    def clean(self):
        data = super().clean()
        tests = [data.get(name) for name in ("is_urgent", "is_direct", "is_alone")]
        if not self.errors and not all(tests):
            raise ValidationError("三项条件有一项不属实的，不能核查合格，请办理“审查不通过”")
        return data

    @property
    def arguments(self):
        """The tests hold when the step is taken; only the findings are kept."""
        return {name: value for name, value in self.cleaned_data.items() if name.startswith("site_")}


class CheckFunding(StepForm):
    """Whether anything of the place's negative list applies; the opinion; why a likely twin is none."""

    is_barred = ToldField("有一种属于", "都不属于", label="是否属于不予安排的情形")
    finance_opinion = forms.CharField(
        label="资金审核意见",
        max_length=400,
        widget=area(3),
        help_text="是否重复安排、造价是否合理",
    )
    not_twin = forms.CharField(
        label="与疑似重复项目的区别", max_length=400, required=False, widget=area(3),
        help_text="有疑似重复的项目时必填，写明为什么不是同一件事；是同一件事的，请办理“审查不通过”",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            barred = standing("fund.negative_list", place=self.subject.fund.area_id, on=self.on)
            self.fields["is_barred"].help_text = f"{barred.words}（{barred.basis}）"

    def clean_is_barred(self):
        if self.cleaned_data["is_barred"]:
            raise ValidationError("属于不予安排的情形的，请办理“审查不通过”")
        return False

    @property
    def arguments(self):
        """That nothing bars it stands with the step."""
        return self.without("is_barred")


class Score(StepForm):
    """The scoring sheet: a tier, and points under each heading."""

    tier = forms.TypedChoiceField(label="档次", choices=c.TIERS, coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        held = getattr(self.subject, "points", None) or {}
        for key, _, _ in c.SCORING:
            self.fields[key].initial = held.get(key)

    @property
    def arguments(self):
        """The points as one."""
        points = {key: self.cleaned_data[key] for key, _, _ in c.SCORING}
        return {"tier": self.cleaned_data["tier"], "points": points}


for _key, _label, _most in c.SCORING:
    Score.base_fields[_key] = forms.IntegerField(
        label=f"{_label}（满分{_most}分）", min_value=0, max_value=_most
    )
