"""What is typed when a matter is given back, and when that is decided."""

from django import forms

from minqiao.duties.suggestions.forms.office import UnitChoice
from minqiao.kit.stepform import StepForm, area


class ObjectReturn(StepForm):
    """Why it is not this unit's, by which of its duties, and whose it is."""

    reason = forms.CharField(
        label="退办理由", min_length=10, max_length=2000, widget=area(5),
        error_messages={"min_length": "请写明为什么不属于本单位职责，不少于10个字"},
    )  # fmt: skip
    duty_basis = forms.CharField(
        label="职责依据", max_length=300, widget=area(2), help_text="“三定”规定或者权责清单中的条目"
    )
    proposed_unit = UnitChoice(
        label="建议由哪个单位承办", required=False, help_text="由交办方决定，本单位不得自行转办"
    )


class RequestReturn(ObjectReturn):
    """The first request names the leader of the unit who approved it."""

    approved_by = forms.CharField(label="批准退办的单位领导（姓名、职务）", max_length=60)


class Reassign(StepForm):
    """Who handles it now; at first the unit that was proposed."""

    to_unit = UnitChoice(label="改由哪个单位承办")
    note = forms.CharField(label="决定意见", max_length=500, required=False, widget=area(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = self.subject.returns.filter(state="pending").first() if self.subject else None
        if asked is not None:
            self.fields["to_unit"].initial = asked.proposed_unit_id
            proposed = asked.proposed_unit.name if asked.proposed_unit else "没有提出"
            self.fields[
                "to_unit"
            ].help_text = f"{self.subject.unit}的理由：{asked.reason}；建议承办单位：{proposed}"


class OrderOtherUnit(Reassign):
    """The leader says why."""

    note = forms.CharField(label="裁定意见", max_length=500, widget=area(3))
