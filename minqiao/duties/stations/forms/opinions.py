"""What residents and staff type of opinions."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.forms.fields import MobileField, Photo
from minqiao.duties.stations.queries.opinions import opinions_named
from minqiao.duties.suggestions.choices import Topic
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.listfield import ListField, ListWidget
from minqiao.kit.stepform import StepForm, area

CONSENT = (
    "我同意：所填姓名、电话只用于办理和答复这件事，只有受理的联络站工作人员和接待代表可以查看并留下记录，"
    "不对外公开，办结后到期清除。"
)


class Say(StepForm):
    """A resident's opinion: one page, one photo."""

    text = forms.CharField(
        label="您要反映什么事",
        widget=area(6),
        max_length=2000,
        help_text="什么地方、什么问题、希望怎么解决；请一次说一件事",
    )
    village = forms.CharField(label="在哪个村组或者地点", max_length=60, required=False)
    photo = Photo()
    name = forms.CharField(
        label="怎么称呼您", max_length=30, required=False, help_text="例如“李先生”，可以不填"
    )
    phone = MobileField(label="手机号", help_text="用来核实和告知结果，不公开")
    consent = forms.BooleanField(
        label=CONSENT, error_messages={"required": "请先勾选同意，才能提交；也可以到站点当面反映"}
    )

    @property
    def arguments(self):
        """What the act takes: the consent is the form's own."""
        return self.without("consent")


class EnterWords(StepForm):
    """登记接待: what somebody said at the place or on the telephone, in under a minute."""

    text = forms.CharField(label="反映的事项", widget=area(4), max_length=2000)
    way = forms.ChoiceField(
        label="来源",
        choices=[(one.value, one.label) for one in c.STAFF_WAYS],
        initial=c.Way.VISIT,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label="称呼", max_length=30, required=False)
    phone = MobileField(label="手机号", required=False, help_text="留了的可以短信告知结果")
    village = forms.CharField(label="村组或者地点", max_length=60, required=False)
    topic = forms.ChoiceField(label="类别", choices=[("", "以后再定"), *Topic.choices], required=False)
    answer = forms.CharField(
        label="当场答复", widget=area(3), max_length=2000, required=False, help_text="没有当场答复的不填"
    )


class Enter(EnterWords):
    """The same with a photo."""

    photo = Photo()


class Code(StepForm):
    """The digits of the text message."""

    digits = forms.CharField(
        label="短信验证码",
        min_length=6,
        max_length=6,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class Answer(StepForm):
    answer = forms.CharField(
        label="答复",
        widget=area(6),
        max_length=2000,
        help_text="写明怎么办的、结果如何；办不了的写明原因和依据",
    )


class Route(StepForm):
    """Which way, who handles it, and for a suggestion which level of deputies."""

    route = forms.ChoiceField(label="由谁办理", choices=c.Route.choices, widget=forms.RadioSelect)
    handler = forms.CharField(
        label="具体办理单位", max_length=60, required=False, help_text="例如某某村委会、县交通运输局"
    )
    wanted_level = forms.ChoiceField(
        label="需要哪级代表提出",
        choices=[("", "县级或者市级都可以"), *c.WantedLevel.choices],
        required=False,
        help_text="只在转上级代表时填写",
    )
    topic = forms.ChoiceField(label="类别", choices=[("", "不改"), *Topic.choices], required=False)
    note = forms.CharField(label="交办说明", max_length=300, required=False, widget=area(2))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            ways = value("opinion.routes", place=self.subject.place.area_id, on=self.on)
            offered = [(one["code"], one["words"]) for one in ways if one["code"] in c.LIMITS]
            self.fields["route"].choices = offered


class Redirect(StepForm):
    """The right door, of those the rulebook of the place lists."""

    door = forms.ChoiceField(label="正确渠道", choices=(), widget=forms.RadioSelect)
    note = forms.CharField(label="补充说明", max_length=300, required=False, widget=area(2))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.subject is not None:
            doors = value("opinion.doors", place=self.subject.place.area_id, on=self.on)
            self.fields["door"].choices = [
                (one["code"], f"{one['words']}：{one['address']}") for one in doors
            ]

    @property
    def arguments(self):
        """The address in words, as it stood on the day."""
        words = dict(self.fields["door"].choices)[self.cleaned_data["door"]]
        return self.cleaned_data | {"door": words[:120]}


class Convert(StepForm):
    """A draft of a suggestion, to be completed among the deputy's own."""

    title = forms.CharField(label="建议标题", max_length=100, help_text="写作“关于……的建议”")
    requests = ListField(
        forms.CharField(max_length=500),
        label="建议事项",
        required=False,
        widget=ListWidget(extra=2),
        help_text="可以先写一两条，到建议草稿里再补充",
    )
    numbers = forms.CharField(
        label="同一事项的其他意见编号",
        max_length=300,
        required=False,
        help_text="几件意见说的是同一件事，填编号，用顿号隔开",
    )

    def clean_numbers(self):
        """The opinions themselves."""
        wanted = self.cleaned_data["numbers"].replace("，", "、").replace(",", "、").split("、")
        return _named(self.actor, [one.strip() for one in wanted if one.strip()])

    @property
    def arguments(self):
        """What the act takes."""
        return self.without("numbers") | {"also": self.cleaned_data["numbers"]}


class Join(StepForm):
    """The opinion whose matter it is."""

    same_as = forms.CharField(label="同一事项、已转为代表建议的意见编号", max_length=30)

    def clean_same_as(self):
        return _named(self.actor, [self.cleaned_data["same_as"].strip()])[0]


def _named(actor, numbers):
    found = {one.number: one for one in opinions_named(actor, numbers)}
    missing = [number for number in numbers if number not in found]
    if missing:
        raise ValidationError(f"没有编号为{'、'.join(missing)}的意见，或者您无权查看")
    return [found[number] for number in dict.fromkeys(numbers)]


class Tell(StepForm):
    note = forms.CharField(
        label="怎样告知的", max_length=200, help_text="例如“6月10日电话告知”“入户当面告知”"
    )


class Rate(StepForm):
    """The resident's own judgement."""

    rating = forms.ChoiceField(label="您满意吗", choices=c.Rating.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="想说的话", max_length=300, required=False, widget=area(2))


class Publish(StepForm):
    """What the public reads: a copy, to be checked word by word."""

    public_text = forms.CharField(
        label="公开的事项",
        max_length=2000,
        widget=area(5),
        help_text="隐去姓名、电话、门牌和能认出本人的内容",
    )
    public_answer = forms.CharField(label="公开的答复", max_length=2000, widget=area(5))


class Note(StepForm):
    note = forms.CharField(label="说明", max_length=300, required=False, widget=area(2))


class Reveal(StepForm):
    """Why the number must be seen."""

    reason = forms.CharField(
        label="查看理由", max_length=200, help_text="例如“电话核实桥的具体位置”；会记入留痕"
    )
