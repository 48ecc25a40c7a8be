"""What a person may type about accounts, and what a password must be."""

from django import forms
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import User
from minqiao.foundation.accounts.rules import TOKEN_DAYS, sign_in_name

DAY = forms.DateInput(attrs={"type": "date"})


class NotTheOldPassword:
    """A password rule: the new one differs from the present one, also from a one-time password."""

    def validate(self, password, user=None):
        if user is not None and user.pk and check_password(password, user.password):
            raise ValidationError("新密码不能与当前密码相同", code="same_as_old")

    def get_help_text(self):
        return "不能与当前密码相同。"


class NewUser(forms.Form):
    """Opening an account; the password is made by the platform."""

    username = forms.CharField(
        label="用户名",
        max_length=60,
        validators=[RegexValidator(r"^[A-Za-z0-9._@\-]+$", "只用字母、数字和 . _ - @")],
        help_text="登录时用，字母不分大小写，如 zhangsan",
    )
    name = forms.CharField(label="姓名", max_length=60)
    email = forms.EmailField(label="电子邮箱", required=False, max_length=254)

    def clean_username(self):
        username = sign_in_name(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError("这个用户名已有人使用")
        return username


class ChangedUser(forms.Form):
    """Name and address of a user."""

    name = forms.CharField(label="姓名", max_length=60)
    email = forms.EmailField(label="电子邮箱", required=False, max_length=254)


class Reason(forms.Form):
    """Why a right or an account changes."""

    note = forms.CharField(label="原因", max_length=200, help_text="记入留痕，如：调离、换届、借调")


class Ending(Reason):
    """Why and from which day a right ends."""

    on = forms.DateField(label="自哪天起终止", required=False, widget=DAY, help_text="不填为即日起")


class Search(forms.Form):
    """Whom an administrator looks for."""

    words = forms.CharField(label="姓名或用户名", required=False, max_length=60)


class AskRole(forms.Form):
    """First half of a grant: which role, and which words its scope is found by."""

    role = forms.ChoiceField(label="职务", choices=Role.choices)
    words = forms.CharField(
        label="为谁、为哪个单位",
        required=False,
        max_length=60,
        help_text="代表姓名、单位或委员会名称的一部分；三员不填",
    )


class Grant(forms.Form):
    """Second half of a grant: the scope among those found, from when to when, why."""

    role = forms.ChoiceField(choices=Role.choices, widget=forms.HiddenInput)
    words = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    scope_id = forms.TypedChoiceField(label="代表谁、哪个单位", coerce=int, widget=forms.RadioSelect)
    starts_on = forms.DateField(label="起始日", required=False, widget=DAY, help_text="不填为即日起")
    ends_on = forms.DateField(
        label="终止日", required=False, widget=DAY, help_text="不填为长期；当天起不再有效"
    )
    note = forms.CharField(label="依据", max_length=200, help_text="任免文号或理由，记入留痕")

    def __init__(self, *args, scopes=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["scope_id"].choices = [(scope.id, scope.label) for scope in scopes]
        self.scopes = {scope.id: scope for scope in scopes}

    def clean(self):
        data = super().clean()
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] <= data["starts_on"]:
            self.add_error("ends_on", "终止日应晚于起始日")
        return data


class NewToken(forms.Form):
    """A token for scripts, in one of one's own capacities."""

    capacity = forms.TypedChoiceField(label="以何身份", coerce=int)
    note = forms.CharField(label="用途", max_length=120)
    days = forms.IntegerField(label="有效天数", min_value=1, max_value=TOKEN_DAYS, initial=90)

    def __init__(self, *args, capacities=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["capacity"].choices = [(row.pk, str(row)) for row in capacities]


class NewView(forms.Form):
    """A list's filter to keep."""

    room = forms.SlugField(max_length=40)
    name = forms.CharField(label="名称", max_length=40)
    query = forms.CharField(max_length=500, required=False)
