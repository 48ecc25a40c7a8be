"""What a person may type of congresses, deputies and mandates; the same forms check the spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.kit.wordfield import DayField, WordField, YesNoField
from minqiao.registry.areas.forms import PlaceField
from minqiao.registry.congress.choices import (
    CommitteeKind,
    EndReason,
    Level,
    MandateState,
    Sex,
    SuspensionReason,
)
from minqiao.registry.congress.models import Committee, Congress, Delegation, Session
from minqiao.registry.congress.queries import nationalities

PHONE = RegexValidator(r"^(\d{3,4}-)?[\d*]{7,11}$", "应为11位手机号码，或带区号的座机号码")
CODE = RegexValidator(r"^[0-9A-Za-z\-]{1,20}$", "只能用字母、数字和短横，不超过20位")
Day = forms.DateInput(attrs={"type": "date"})


def _nationality(value):
    if value not in nationalities():
        raise ValidationError(f"没有“{value}”这个民族，应写全称，如“彝族”")


class PersonForm(forms.Form):
    """A deputy as a person."""

    code = forms.CharField(label="代表编号", validators=[CODE], help_text="本平台内不重复，一人一号")
    name = forms.CharField(label="姓名", max_length=30)
    sex = WordField(Sex.choices, label="性别", required=False)
    nationality = forms.CharField(label="民族", max_length=20, required=False, validators=[_nationality])
    birth_year = forms.IntegerField(label="出生年份", required=False, min_value=1900, max_value=2100)
    post = forms.CharField(label="单位及职务", max_length=120, required=False)
    phone = forms.CharField(label="电话", max_length=20, required=False, validators=[PHONE])
    address = forms.CharField(label="通讯地址", max_length=120, required=False)


class DeputyForm(PersonForm):
    """The same on a page; the code stays once given, contact data changes only when typed anew."""

    sex = forms.ChoiceField(label="性别", choices=[("", "未填"), *Sex.choices], required=False)

    def __init__(self, data=None, *, known=False, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["code"].disabled = known
        if known:
            self.fields["phone"].help_text = self.fields["address"].help_text = "留空表示不改"


class DeputyRow(PersonForm):
    """A deputy with one mandate, as a row of the spreadsheet."""

    congress = forms.CharField(label="人大")
    level = WordField(Level.choices, label="层级", required=False)
    delegation = forms.CharField(label="代表团", max_length=60, required=False)
    certificate_no = forms.CharField(label="代表证号", max_length=30, required=False)
    area = PlaceField(label="选举单位", required=False)
    is_committee_member = YesNoField(label="常委会组成人员")
    is_chairs_council = YesNoField(label="主任会议成员")
    starts_on = DayField(label="起始日", required=False)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.lookups = lookups
        self.fields["area"].places = lookups and lookups.places

    def clean_congress(self):
        """The congress itself."""
        name = self.cleaned_data["congress"]
        found = self.lookups.congresses.get(name, [])
        if len(found) == 1:
            return found[0]
        if found:
            listed = "；".join(f"{each.area.name} {each.area_id}" for each in found)
            raise ValidationError(
                f"名为“{name}”的人大不止一个：{listed}，请先在人大机构中改成带上级区划的名称"
            )
        raise ValidationError(f"没有名为“{name}”的人大，请先在人大机构中登记")

    def clean(self):
        """What holds across columns: level and delegation belong to the congress."""
        cleaned = super().clean()
        congress = cleaned.get("congress")
        if congress is None:
            return cleaned
        level, delegation = cleaned.get("level"), cleaned.get("delegation")
        if level and level != congress.level:
            self.add_error("level", f"{congress}是{congress.get_level_display()}，与所填层级不符")
        if delegation:
            cleaned["delegation"] = self.lookups.delegations.get((congress.pk, delegation))
            if cleaned["delegation"] is None:
                self.add_error("delegation", f"{congress}没有名为“{delegation}”的代表团，请先登记代表团")
        if cleaned.get("is_chairs_council") and not cleaned.get("is_committee_member"):
            self.add_error("is_chairs_council", "主任会议成员应同时是常委会组成人员")
        return cleaned


class MandateForm(forms.Form):
    """A mandate on a page; `congresses` are those the office keeps."""

    congress = forms.ModelChoiceField(label="人大", queryset=Congress.objects.none())
    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)
    certificate_no = forms.CharField(label="代表证号", max_length=30)
    area = PlaceField(label="选举单位或选区", required=False)
    is_committee_member = forms.BooleanField(label="常委会组成人员", required=False)
    is_chairs_council = forms.BooleanField(label="主任会议成员", required=False)
    starts_on = forms.DateField(label="起始日", required=False, widget=Day, help_text="留空为本届任期开始日")

    def __init__(self, data=None, *, congress_ids=(), known=False, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["congress"].queryset = Congress.objects.filter(pk__in=congress_ids)
        self.fields["congress"].disabled = known
        self.fields["delegation"].queryset = Delegation.objects.filter(congress__in=congress_ids)

    def clean(self):
        """The delegation belongs to the congress; the chairs' council to the standing committee."""
        cleaned = super().clean()
        delegation, congress = cleaned.get("delegation"), cleaned.get("congress")
        if delegation and congress and delegation.congress_id != congress.pk:
            self.add_error("delegation", f"{delegation}不是{congress}的代表团")
        if cleaned.get("is_chairs_council") and not cleaned.get("is_committee_member"):
            self.add_error("is_chairs_council", "主任会议成员应同时是常委会组成人员")
        return cleaned


class SuspendMandate(forms.Form):
    """Art. 61."""

    reason = forms.ChoiceField(label="暂停原因", choices=SuspensionReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(label="依据文书或说明", max_length=100, required=False)


class ResumeMandate(forms.Form):
    """Art. 61: the ground is gone."""

    note = forms.CharField(label="恢复依据", max_length=150, help_text="写明暂停情形何时消失、依据何文书")


class EndMandate(forms.Form):
    """Art. 62."""

    reason = forms.ChoiceField(label="终止原因", choices=EndReason.choices, widget=forms.RadioSelect)
    ended_on = forms.DateField(label="终止日", widget=Day)
    note = forms.CharField(label="公告文号或说明", max_length=100, required=False)


FORMS = {"suspend_mandate": SuspendMandate, "resume_mandate": ResumeMandate, "end_mandate": EndMandate}


class LinkAccount(forms.Form):
    """Which account the deputy signs in with."""

    username = forms.CharField(label="用户名", max_length=60, help_text="账号由系统管理员开立")


class Find(forms.Form):
    """A search of the register."""

    q = forms.CharField(
        label="姓名、拼音或代表证号",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    congress = forms.ModelChoiceField(
        label="人大",
        queryset=Congress.objects.order_by("-level", "name"),
        required=False,
        empty_label="本级人大",
    )
    delegation = forms.ModelChoiceField(
        label="代表团", queryset=Delegation.objects.none(), required=False, empty_label="全部"
    )
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *MandateState.choices], required=False)

    def __init__(self, data=None, *, congress=None):
        super().__init__(data)
        if congress:
            self.fields["delegation"].queryset = Delegation.objects.filter(congress=congress).order_by("pk")


class SessionForm(forms.ModelForm):
    """A session of a congress."""

    class Meta:
        model = Session
        fields = ("number", "name", "opens_on", "closes_on", "cut_off_at")
        widgets = {
            "opens_on": Day,
            "closes_on": Day,
            "cut_off_at": forms.DateTimeInput(attrs={"type": "datetime-local"}),
        }

    def clean(self):
        """The closing day comes after the opening day."""
        cleaned = super().clean()
        opens_on, closes_on = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens_on and closes_on and closes_on < opens_on:
            self.add_error("closes_on", "闭幕日不能早于开幕日")
        return cleaned


class DelegationForm(forms.Form):
    """A delegation of a congress."""

    name = forms.CharField(label="名称", max_length=60)
    area = PlaceField(label="区划", required=False)


class CommitteeForm(forms.ModelForm):
    """A committee, office or working body."""

    class Meta:
        model = Committee
        fields = ("name", "short_name", "kind", "field")
        widgets = {"kind": forms.Select(choices=CommitteeKind.choices)}


class CongressForm(forms.Form):
    """A congress in one term."""

    area = PlaceField(label="行政区划")
    level = forms.ChoiceField(label="层级", choices=Level.choices)
    name = forms.CharField(label="名称", max_length=60, help_text="如 毕节市第三届人民代表大会")
    standing_committee = forms.CharField(label="常委会名称", max_length=80)
    government = forms.CharField(label="本级政府名称", max_length=60)
    term = forms.IntegerField(label="届", min_value=1, max_value=99)
    starts_on = forms.DateField(label="任期开始", widget=Day)
    ends_on = forms.DateField(label="任期结束", widget=Day, required=False)
