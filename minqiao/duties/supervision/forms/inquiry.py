"""What is typed around a special inquiry: the plan, questions and answers, the counts of the vote."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.supervision.forms.fields import RoomForm
from minqiao.duties.supervision.models import InquiredUnit
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import DayAhead, PastDay, area
from minqiao.registry.units.models import Unit

MOST = 12


class Plan(RoomForm):
    """In which meeting, which units, on what."""

    title = forms.CharField(label="询问题目", max_length=100)
    meeting = forms.CharField(
        label="常委会会议", max_length=60, help_text="例如“市三届人大常委会第三十六次会议”"
    )
    planned_on = DayAhead(label="会议日期")
    units = ManyByIdField(label="应询单位", queryset=Unit.objects.filter(is_active=True))
    focus = forms.CharField(
        label="询问重点", max_length=3000, widget=area(6), help_text="哪些建议、哪些承诺、哪些久拖未决的问题"
    )

    def clean_units(self):
        if len(self.cleaned_data["units"]) > MOST:
            raise ValidationError(f"一次专题询问最多{MOST}个单位")
        return self.cleaned_data["units"]


class Change(Plan):
    """The same, with the reason."""

    reason = forms.CharField(label="调整原因", max_length=300)


class _OfUnits(RoomForm):
    """A form that knows the units asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = []
        if self.subject is not None:
            rows = InquiredUnit.objects.filter(inquiry=self.subject)
            self.asked = [row.unit for row in rows.select_related("unit")]


class Questions(_OfUnits):
    """Lists of one length: who asked which unit what, and the answer."""

    held_on = PastDay(label="询问日期")
    question_units = ListField(
        forms.CharField(max_length=80), label="应询单位", min_items=1, max_items=30,
        widget=ListWidget(extra=3, kind="input"), help_text="一个问题一行，写单位名称或者简称",
    )  # fmt: skip
    question_people = ListField(
        forms.CharField(max_length=60), label="询问人", min_items=1, max_items=30,
        widget=ListWidget(extra=3, kind="input"), help_text="与应询单位的先后顺序一致，下同",
    )  # fmt: skip
    question_texts = ListField(
        forms.CharField(max_length=500), label="问题", min_items=1, max_items=30, widget=ListWidget(extra=3)
    )
    question_answers = ListField(
        forms.CharField(max_length=3000), label="应询情况", min_items=1, max_items=30,
        widget=ListWidget(extra=3),
    )  # fmt: skip

    LISTS = ("question_units", "question_people", "question_texts", "question_answers")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.asked:
            options = [unit.short_name for unit in self.asked]
            self.fields["question_units"].widget = ListWidget(extra=3, kind="select", options=options)

    def clean(self):
        data = super().clean()
        lists = [data.get(name) for name in self.LISTS]
        if self.errors or None in lists:
            return data
        if len({len(one) for one in lists}) > 1:
            raise ValidationError({"question_texts": "单位、询问人、问题、应询情况的条数不一致，请一一对应"})
        units = {name: unit for unit in self.asked for name in (unit.name, unit.short_name)}
        if unknown := [name for name in lists[0] if name not in units]:
            raise ValidationError({"question_units": f"{unknown[0]}不在应询单位中"})
        named = [units[name] for name in lists[0]]
        data["questions"] = list(zip(named, *lists[1:], strict=True))
        return data

    @property
    def arguments(self):
        """What the act takes: the lists as one."""
        return self.without(*self.LISTS)


def _counts(label, told=""):
    return ListField(
        forms.IntegerField(min_value=0, max_value=1000), label=label, min_items=1, max_items=MOST,
        widget=ListWidget(extra=0, kind="input"), help_text=told,
    )  # fmt: skip


class Vote(_OfUnits):
    """The counts of the secret vote, unit by unit in the order shown."""

    members = forms.IntegerField(label="常委会组成人员数", min_value=1, max_value=1000)
    present = forms.IntegerField(label="到会人数", min_value=1, max_value=1000)
    scrutineer = forms.CharField(label="监票人", max_length=60)
    satisfied = _counts("各单位的满意票", "按应询单位的先后顺序，一个单位一个数；没有票的填0")
    basic = _counts("各单位的基本满意票")
    dissatisfied = _counts("各单位的不满意票")
    mend_by = DayAhead(label="整改期限", required=False, help_text="有单位测评为不满意的必填")

    GRADES = ("satisfied", "basic", "dissatisfied")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = [unit.short_name for unit in self.asked]
        for name in self.GRADES if labels else ():
            self.fields[name].widget = ListWidget(extra=0, kind="input", labels=labels)

    def clean(self):
        data = super().clean()
        lists = [data.get(name) for name in self.GRADES]
        if self.errors or None in lists:
            return data
        if {len(one) for one in lists} != {len(self.asked)}:
            raise ValidationError({"satisfied": f"应当有{len(self.asked)}个单位的票数，请逐个填写"})
        ids = [unit.pk for unit in self.asked]
        data["counts"] = dict(zip(ids, zip(*lists, strict=True), strict=True))
        return data

    @property
    def arguments(self):
        """What the act takes: the counts by unit."""
        return self.without(*self.GRADES)


class Mended(RoomForm):
    words = forms.CharField(label="整改情况", min_length=20, max_length=3000, widget=area(6))


class End(RoomForm):
    note = forms.CharField(label="办结说明", max_length=500, required=False, widget=area(3))
