"""What is typed on the site: the start, payments, changes, visits, the acceptance and what follows."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.documents.ending import ACCEPTORS
from minqiao.duties.microprojects.forms.fields import Meeting
from minqiao.duties.microprojects.models import Complaint
from minqiao.kit.money import YuanField
from minqiao.kit.stepform import DayAhead, PastDay, StepForm, area


class Complain(StepForm):
    received_on = PastDay(label="收到日期")
    way = forms.CharField(label="来源", max_length=60, help_text="电话、来信、当面等；不登记反映人的姓名电话")
    words = forms.CharField(label="反映的问题", max_length=400, widget=area(4))


class AnswerComplaint(StepForm):
    complaint = forms.ModelChoiceField(
        label="投诉", queryset=Complaint.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    answer = forms.CharField(label="核实情况和答复", max_length=400, widget=area(4))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            rows = Complaint.objects.filter(project=self.subject, state=c.ComplaintState.OPEN)
            self.fields["complaint"].queryset = rows
            self.fields["complaint"].initial = rows.first()
            self.fields["complaint"].label_from_instance = lambda row: f"{row.received_on} {row.words}"


class Start(StepForm):
    contractor = forms.CharField(label="承建方", max_length=80, help_text="村民自建的，写村民委员会")
    contractor_person = forms.CharField(label="承建方负责人", max_length=30)
    purchase = forms.ChoiceField(label="发包方式", choices=c.Purchase.choices, widget=forms.RadioSelect)
    contract = forms.CharField(label="合同编号和金额", max_length=100, required=False)
    started_on = PastDay(label="开工日期")
    planned_finish = DayAhead(label="计划完工日期")
    no_interest = forms.BooleanField(
        label="已核对：承建方与提出建议的代表、审批人员没有利益关系", help_text="代表法第五十九条"
    )

    @property
    def arguments(self):
        """What the act takes; that it was looked at stands with the step."""
        return {name: value for name, value in self.cleaned_data.items() if name != "no_interest"}


class Pay(StepForm):
    amount = YuanField(label="金额（元）")
    reference = forms.CharField(label="国库支付凭证号", max_length=60)
    paid_on = PastDay(label="支付日期")
    stage = forms.CharField(label="支付阶段", max_length=60, help_text="例如“开工预付30%”“完工支付”")
    proof = forms.CharField(label="进度依据", max_length=200, help_text="例如“监理确认完成路基800米，附照片”")


class RequestChange(StepForm):
    works = forms.CharField(label="调整后的建设内容", max_length=2000, widget=area(4))
    village = forms.CharField(label="调整后的地点", max_length=80, help_text="地点不变的照原样")
    new_amount = YuanField(label="调整后的专项资金（元）")
    reason = forms.CharField(label="调整理由", max_length=400, widget=area(3))


class Decision(StepForm):
    decision = forms.CharField(
        label="决定意见", max_length=300, widget=area(3), help_text="由主任会议决定的，写明会议名称和日期"
    )


class Visit(StepForm):
    on = PastDay(label="日期")
    stage = forms.ChoiceField(label="阶段", choices=c.PhotoStage.choices, widget=forms.RadioSelect)
    people = forms.CharField(label="参加人员", max_length=200, help_text="代表、群众、村（社区）、实施单位")
    findings = forms.CharField(label="察看情况", max_length=400, widget=area(4))
    demand = forms.CharField(label="提出的要求", max_length=300, required=False, widget=area(2))


class Finish(StepForm):
    finished_on = PastDay(label="完工日期")
    works_done = forms.CharField(label="实际完成内容和数量", max_length=2000, widget=area(4))


class SendBack(StepForm):
    defects = forms.CharField(label="缺陷", max_length=400, widget=area(4))
    due_on = DayAhead(label="整改期限")


class Accept(StepForm):
    accepted_on = PastDay(label="验收日期")
    works_done = forms.CharField(label="实际完成内容和实测数量", max_length=2000, widget=area(4))
    defects = forms.CharField(label="缺陷和处理", max_length=400, required=False, widget=area(2))

    @property
    def arguments(self):
        """Who signed, as one."""
        names = [key for key, _ in ACCEPTORS]
        kept = {name: value for name, value in self.cleaned_data.items() if name not in names}
        return kept | {"acceptors": {name: self.cleaned_data[name] for name in names}}


for _key, _label in ACCEPTORS:
    Accept.base_fields[_key] = forms.CharField(label=f"{_label}签字人", max_length=60)


class Settle(StepForm):
    final = YuanField(label="结算金额（元）", help_text="应与已拨付的合计一致；余下的由台账收回")
    note = forms.CharField(label="说明", max_length=300, required=False)


class Survey(StepForm):
    surveyed = forms.IntegerField(label="访问群众人数", min_value=1, max_value=1_000_000)
    satisfied = forms.IntegerField(label="其中满意人数", min_value=0, max_value=1_000_000)

    def clean(self):
        data = super().clean()
        if not self.errors and data["satisfied"] > data["surveyed"]:
            raise ValidationError({"satisfied": "满意人数不能多于访问人数"})
        return data


class Review(StepForm):
    review_score = forms.IntegerField(label="绩效得分", min_value=0, max_value=100)
    review_words = forms.CharField(
        label="评价意见",
        min_length=10,
        max_length=3000,
        widget=area(5),
        help_text="按期、按量、资金、效益、管护、群众评价",
    )


class Cancel(Meeting):
    note = forms.CharField(
        label="取消的理由", max_length=300, widget=area(3), help_text="例如已另有资金、用地未落实"
    )
