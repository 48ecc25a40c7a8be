"""What is typed before the vote: the items, the officials, the people present."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q

from minqiao.foundation.accounts.choices import MANDATE_ROLES, THREE_OFFICES, Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import StepForm

MOST = 20_000  # people or sheets; more than any congress has
STAFF = frozenset(Role) - THREE_OFFICES


def number(label, least=0, **options):
    """A number of people or sheets."""
    return forms.IntegerField(label=label, min_value=least, max_value=MOST, **options)


class PersonField(forms.CharField):
    """Somebody of the congress by name, or by user name where several have the name; cleans to the user."""

    actor = on = None

    def __init__(self, *, roles=STAFF, **options):
        super().__init__(max_length=60, **options)
        self.roles = roles

    def clean(self, value):
        text = super().clean(value)
        if not text or self.actor is None:
            return text
        held = Capacity.objects.valid_on(self.on).filter(
            user_id=OuterRef("pk"), realm_id=self.actor.realm_id, role__in=sorted(self.roles)
        )
        named = Q(name=text) | Q(username__iexact=text)
        found = list(User.objects.filter(named, Exists(held), is_active=True).order_by("pk")[:3])
        if not found:
            who = "本级人大代表" if self.roles == MANDATE_ROLES else "本级有账号的人员"
            raise ValidationError(f"没有找到“{text}”：应为{who}，请填写姓名或者登录名")
        if len(found) > 1:
            raise ValidationError(f"有{len(found)}位“{text}”，请改填登录名")
        return found[0]


class Prepare(StepForm):
    """What is voted on, in which meeting, how many may be chosen."""

    title = forms.CharField(label="票决事项", max_length=60, help_text="例如“2027年民生实事项目”")
    meeting = forms.CharField(
        label="会议", max_length=80, help_text="例如“毕节市第三届人民代表大会第六次会议”"
    )
    items = ListField(
        forms.CharField(max_length=60), label="候选项目", min_items=1, max_items=60,
        widget=ListWidget(extra=4, kind="input"), help_text="按选票上的顺序，一处一项，写简称",
    )  # fmt: skip
    seats = number("应选项数", 1)

    def clean_items(self):
        items = self.cleaned_data["items"]
        if len(set(items)) != len(items):
            raise ValidationError("有重复的项目")
        return items

    def clean(self):
        data = super().clean()
        items, seats = data.get("items"), data.get("seats")
        if items and seats and seats > len(items):
            raise ValidationError({"seats": f"应选{seats}项，候选只有{len(items)}项"})
        return data


class Settle(StepForm):
    """The officials the meeting has passed, and what the measure says beyond the place's rules."""

    first_teller = PersonField(label="计票人甲")
    second_teller = PersonField(label="计票人乙")
    scrutineers = ListField(
        PersonField(roles=MANDATE_ROLES), label="监票人", min_items=1, max_items=20,
        widget=ListWidget(extra=3, kind="input"), help_text="代表团在代表中推选、大会通过；写姓名或者登录名",
    )  # fmt: skip
    chief = PersonField(label="总监票人", roles=MANDATE_ROLES)
    measure_text = forms.CharField(
        label="票决办法补充内容", max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="人数、票数、同票和不足额的规则取自规则库，自动写入办法；其他内容一行一条",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["scrutineers"].base = PersonField(roles=MANDATE_ROLES, required=False)
        for field in (*self.fields.values(), self.fields["scrutineers"].base):
            if isinstance(field, PersonField):
                field.actor, field.on = self.actor, self.on

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        people = [data["first_teller"], data["second_teller"], *data["scrutineers"], data["chief"]]
        twice = next((one for one in people if people.count(one) > 1), None)
        if twice is not None:
            raise ValidationError(f"{twice}担任了两项职责；计票人、监票人、总监票人不能互相兼任")
        return data


class Open(StepForm):
    """How many deputies there are, how many came, how many ballots were printed."""

    all_deputies = number("全体代表人数", 1)
    present = number("到会代表人数", 1, help_text="只记人数；不记录谁领了哪一张票")
    printed = number("印制表决票张数", 1)

    def clean(self):
        data = super().clean()
        everyone, present, printed = (data.get(name) for name in ("all_deputies", "present", "printed"))
        if everyone and present and present > everyone:
            raise ValidationError({"present": f"到会{present}人，多于全体代表{everyone}人"})
        if present and printed and printed < present:
            raise ValidationError({"printed": f"印制{printed}张，少于到会{present}人"})
        return data
