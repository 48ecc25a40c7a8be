"""What is typed around a key item under way: the plan, visits, problems, the report, the decision."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.forms.fields import BodyChoice, CountyChoice, Meeting, RoomForm
from minqiao.duties.supervision.models import Problem, Visit
from minqiao.duties.supervision.rules.matter import dates_in_order
from minqiao.foundation.attachments.forms import ExaminedFile
from minqiao.kit.idfield import ManyByIdField
from minqiao.kit.listfield import ListField, ListWidget, Rows
from minqiao.kit.stepform import DayAhead, PastDay, area
from minqiao.kit.wordfield import WordField
from minqiao.registry.congress.models import Mandate
from minqiao.registry.units.models import Unit

VISITS = Rows(
    "各项督办活动",
    (("visit_ways", "方式"), ("visit_texts", "内容"), ("visit_dates", "计划日期")),
    "一行一项：方式、内容、计划日期；到期前提醒",
)
PROBLEMS = Rows(
    "发现的问题",
    (("problem_texts", "问题"), ("problem_dates", "整改期限")),
    "一行一个问题，写明整改期限；没有问题就空着",
)


def _offer(field, rows):
    """A choice of these rows, the first of them chosen already."""
    field.queryset, field.initial = rows, rows.first()


class Arrange(RoomForm):
    """Leader, committee, unit, handling leader; the plan and its dated activities; when to report."""

    rows = (VISITS,)
    leader = forms.ModelChoiceField(
        label="领衔督办领导", queryset=Mandate.objects.none(), empty_label="请选择"
    )
    committee = BodyChoice(label="督办机构")
    handling_leader = forms.CharField(
        label="领办领导（姓名、职务）", max_length=60, help_text="政府方面牵头办理这件建议的领导"
    )
    unit = forms.ModelChoiceField(label="牵头承办单位", queryset=Unit.objects.none(), empty_label="请选择")
    plan = forms.CharField(label="督办内容和要求", max_length=5000, widget=area(6))
    visit_ways = ListField(
        WordField(c.VisitWay.choices), label="各项督办活动的方式", min_items=1, max_items=12,
        widget=ListWidget(kind="select", options=c.VisitWay.labels), keep_empty=True,
    )  # fmt: skip
    visit_texts = ListField(
        forms.CharField(max_length=200), label="各项督办活动的内容", min_items=1, max_items=12,
        widget=ListWidget(kind="input"), keep_empty=True,
    )  # fmt: skip
    visit_dates = ListField(
        forms.DateField(), label="各项督办活动的计划日期", min_items=1, max_items=12,
        widget=ListWidget(kind="date"), keep_empty=True,
    )  # fmt: skip
    report_due_on = DayAhead(label="报告期限", help_text="承办单位向主任会议报告的最后日期")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            here = {"congress_id": self.subject.congress_id, "state": "active"}
            chairs = Mandate.objects.filter(is_chairs_council=True, **here).select_related("deputy")
            self.fields["leader"].queryset = chairs.order_by("pk")
            self.fields["leader"].label_from_instance = lambda row: f"{row.deputy.name}（{row.deputy.post}）"
        self.fields["unit"].queryset = Unit.objects.filter(is_active=True)

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        data["visits"] = VISITS.zipped(data)
        dated = [(text, day) for _, text, day in data["visits"]]
        if self.on and (why := dates_in_order(dated, data["report_due_on"], self.on)):
            raise ValidationError({"visit_dates": why})
        return data

    @property
    def arguments(self):
        """What the act takes: the three lists as one."""
        return self.without(*VISITS.names)


class Rearrange(Arrange):
    """The same, with the reason of the change."""

    reason = forms.CharField(
        label="调整原因", max_length=300, help_text="例如领导变动、机构改革、按进度调整日期"
    )


class Announce(RoomForm):
    """Day and place of a planned activity, and what those invited should know."""

    visit = forms.ModelChoiceField(
        label="方案中的督办活动", queryset=Visit.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    on = DayAhead(label="日期")
    place = forms.CharField(label="地点", max_length=100)
    county = CountyChoice(label="联动的县（市、区）", required=False)
    words = forms.CharField(
        label="告知参加人员的话", max_length=300, widget=area(3), help_text="集合时间、路线、联系人"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            _offer(self.fields["visit"], Visit.objects.filter(item=self.subject, held_on=None))


class RecordVisit(RoomForm):
    """What was seen and said. One of the plan, or one beside it; problems each with a date."""

    rows = (PROBLEMS,)
    visit = forms.ModelChoiceField(
        label="方案中的督办活动", queryset=Visit.objects.none(), required=False, empty_label="方案以外的活动"
    )
    way = forms.ChoiceField(label="方式", choices=[("", "按方案"), *c.VisitWay.choices], required=False)
    text = forms.CharField(label="内容", max_length=200, required=False, help_text="方案以外的活动必填")
    held_on = PastDay(label="举行日期")
    place = forms.CharField(label="地点", max_length=100, required=False)
    county = CountyChoice(label="联动的县（市、区）", required=False)
    participants = forms.CharField(
        label="参加人员", max_length=300, help_text="领导、委员会、提出建议的代表、承办单位的人员"
    )
    findings = forms.CharField(label="情况记录", max_length=5000, widget=area(7))
    problem_texts = ListField(
        forms.CharField(max_length=300), label="发现的问题", required=False, max_items=20,
        widget=ListWidget(kind="input"), keep_empty=True,
    )  # fmt: skip
    problem_dates = ListField(
        forms.DateField(), label="各个问题的整改期限", required=False, max_items=20,
        widget=ListWidget(kind="date"), keep_empty=True,
    )  # fmt: skip
    file = ExaminedFile(label="照片或者记录", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            _offer(self.fields["visit"], Visit.objects.filter(item=self.subject, held_on=None))

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if data["visit"] is None and not (data["way"] and data["text"]):
            raise ValidationError({"text": "方案以外的活动请写明方式和内容"})
        data["problems"] = PROBLEMS.zipped(data)
        if early := [day for _, day in data["problems"] if day < data["held_on"]]:
            raise ValidationError({"problem_dates": f"整改期限{early[0]}早于发现问题的日期"})
        return data

    @property
    def arguments(self):
        """What the act takes: the two lists as one."""
        return self.without(*PROBLEMS.names)


class Letter(RoomForm):
    """Which problems, what is demanded, by when."""

    problems = ManyByIdField(label="函告的问题", queryset=Problem.objects.none())
    demand = forms.CharField(label="要求", max_length=1000, widget=area(4))
    due_on = DayAhead(label="整改期限")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            open_ones = Problem.objects.filter(item=self.subject).exclude(state=c.ProblemState.MENDED)
            self.fields["problems"].queryset = open_ones
            self.fields["problems"].initial = [one.pk for one in open_ones]


class _OneProblem(RoomForm):
    """One of the problems in the state that waits."""

    waiting = c.ProblemState.OPEN
    problem = forms.ModelChoiceField(
        label="问题", queryset=Problem.objects.none(), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            rows = Problem.objects.filter(item=self.subject, state=self.waiting)
            _offer(self.fields["problem"], rows)
            self.fields["problem"].label_from_instance = _problem_words


def _problem_words(row):
    said = f"；单位报送：{row.answer}" if row.state == c.ProblemState.ANSWERED else ""
    return f"{row.text}（{row.due_on}前）{said}"


class AnswerProblem(_OneProblem):
    words = forms.CharField(label="整改情况", max_length=500, widget=area(4))


class SettleProblem(_OneProblem):
    waiting = c.ProblemState.ANSWERED
    is_mended = forms.TypedChoiceField(
        label="核查结果", choices=[("1", "已经整改，予以核销"), ("0", "没有整改到位，继续整改")],
        coerce=lambda value: value == "1", widget=forms.RadioSelect,
    )  # fmt: skip
    note = forms.CharField(label="核查意见", max_length=300, widget=area(3))


class Report(RoomForm):
    """What was done, and what is left."""

    text = forms.CharField(label="办理情况", min_length=20, max_length=8000, widget=area(8))
    left = forms.CharField(label="尚存问题和下步打算", max_length=3000, required=False, widget=area(4))


class SendBack(RoomForm):
    note = forms.CharField(label="还要补充什么", max_length=500, widget=area(3))
    report_due_on = DayAhead(label="补充报告的期限")


class Decide(Meeting):
    note = forms.CharField(label="审议意见", max_length=400, required=False, widget=area(3))


class CarryOver(Meeting):
    note = forms.CharField(label="哪些没有办成、下年督办什么", max_length=400, widget=area(3))
    report_due_on = DayAhead(label="下次报告的期限")
