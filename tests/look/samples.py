"""What the gallery shows: invented persons, units and texts, shaped as the rooms shape theirs."""

import datetime as dt
from types import SimpleNamespace as Row

from django import forms

from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import Actor
from minqiao.kit.deadlines import Due
from minqiao.kit.listfield import ListField
from minqiao.kit.mechanism import Waiting

ACTOR = Actor(
    user_id=1,
    name="陈念慈",
    capacity_id=1,
    role=Role.DEPUTY_AFFAIRS,
    role_label="代表工作委员会",
    scope_label="毕节市",
    selves=frozenset({("deputy_affairs", 1), ("deputy", 7)}),
)


class Capacity(str):
    """A line of the capacity switch."""

    pk = 0


def capacity(pk, words):
    """A capacity that prints itself."""
    line = Capacity(words)
    line.pk = pk
    return line


CAPACITIES = [capacity(1, "代表工作委员会（毕节市）"), capacity(2, "代表（第三代表团）")]
MENU = [
    ("工作台", "/look/desk"),
    ("代表建议", "/look/list"),
    ("分办", "/look/split"),
    ("重点督办", "/look/detail"),
    ("公文", "/look/form"),
    ("代表名册", "/look/signs"),
    ("承办单位", "#units"),
    ("导入导出", "#exchange"),
    ("统计", "#figures"),
]
LIGHTS = {
    "green": Row(key="green", words="还有 58 天"),
    "blue": Row(key="blue", words="还有 24 天"),
    "amber": Row(key="amber", words="还有 11 天"),
    "red": Row(key="red", words="还有 3 个工作日"),
    "black": Row(key="black", words="已超期 6 天"),
}
DUE = Due(
    rule="reply",
    start=dt.date(2026, 3, 20),
    raw=dt.date(2026, 6, 20),
    due=dt.date(2026, 6, 22),
    why="3个月至6月20日，端午节假期顺延",
    basis="《代表建议、批评和意见办理工作条例》第十五条：自交办之日起三个月内答复",
).as_dict()
AT = dt.datetime(2026, 3, 20, 1, 5, tzinfo=dt.UTC)
EVENTS = [
    Row(at=AT, label="提交", name="罗启明", capacity="代表（第三代表团）", note=""),
    Row(
        at=AT + dt.timedelta(days=2),
        label="审查立案",
        name="陈念慈",
        capacity="代表工作委员会",
        note="编为第87号",
    ),
    Row(
        at=AT + dt.timedelta(days=5),
        label="交办",
        name="韩竹青",
        capacity="政府办公室（督查室）",
        note="主办：市交通运输局\n会办：市财政局、七星关区人民政府",
    ),
    Row(
        at=AT + dt.timedelta(days=7), label="签收", name="周望舒", capacity="承办人（市交通运输局）", note=""
    ),
]
WAITING = [
    Waiting(
        "审查",
        "关于改善乡村公路安全防护设施的建议",
        "#a",
        dt.date(2026, 3, 27),
        "提交后5个工作日内",
        "待编号",
    ),
    Waiting(
        "确认交办", "关于扩大社区养老服务覆盖面的建议", "#b", dt.date(2026, 4, 1), "闭会后7日内交办", "第87号"
    ),
    Waiting(
        "催办",
        "关于加强中小学校外配餐监管的建议",
        "#c",
        dt.date(2026, 6, 22),
        DUE["why"],
        "第41号",
        "承办单位尚未联系代表",
    ),
]
TITLES = [
    ("87", "关于改善乡村公路安全防护设施的建议", "罗启明", "市交通运输局", "办理中", "info", "green"),
    ("88", "关于扩大社区养老服务覆盖面的建议", "苏映雪", "市民政局", "待签收", "warn", "blue"),
    (
        "89",
        "关于加强中小学校外配餐监管、建立家长陪餐公示制度的建议",
        "何远山等 12 人",
        "市教育局、市市场监管局",
        "已答复",
        "good",
        "amber",
    ),
    ("90", "关于修复阿市乡饮用水源地护坡的建议", "杨小满", "市水务局", "申请改办", "bad", "red"),
    ("91", "关于规范物业服务收费的建议", "孟知秋", "市住房城乡建设局", "办理中", "info", "black"),
]
ROWS = [
    Row(number=n, title=t, author=a, unit=u, state=s, tone=tone, light=LIGHTS[light])
    for n, t, a, u, s, tone, light in TITLES
]
PAGE = Row(
    rows=ROWS,
    has_previous=True,
    has_next=True,
    previous_query="page=1",
    next_query="page=3",
    total_words="共218件",
)
STEPS = [
    (Row(action="reply", label="答复代表"), ""),
    (Row(action="extend", label="申请延期"), ""),
    (Row(action="return", label="申请改办"), "收到之日起10日内可以申请，期限已过"),
    (Row(action="evaluate", label="评价"), "当前环节是“办理中”，不能评价"),
]
CHAIN = [
    ("群众意见", "2026-01-12", "done", "#1"),
    ("代表建议", "2026-02-03", "done", "#2"),
    ("交办", "2026-03-25", "done", ""),
    ("答复与承诺", "", "now", ""),
    ("项目与资金", "", "", ""),
    ("群众评价", "", "", ""),
]
FACTS = [
    ("提出人", "罗启明（第三代表团）"),
    ("附议代表", "何远山、苏映雪"),
    ("主办单位", "市交通运输局"),
    ("联系电话", ""),
    ("公开", "标题和答复全文公开"),
]
TILES = [
    {"words": "本次会议建议", "number": 218, "unit": "件", "note": "截至 2026-04-30", "url": "#t1"},
    {"words": "已答复", "number": 61, "unit": "件", "note": "答复不等于解决", "url": "#t2"},
    {"words": "临近期限", "number": 12, "unit": "件", "note": "15 日内到期", "url": "#t3", "tone": "warn"},
    {"words": "已超期", "number": 2, "unit": "件", "note": "涉及 2 个单位", "url": "#t4", "tone": "bad"},
]
BARS = [
    ("市交通运输局", 31, "#u1", ""),
    ("市教育局", 24, "#u2", ""),
    ("市水务局", 9, "#u3", "bad"),
    ("市民政局", 0, "#u4", ""),
]


class SuggestionForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label="标题", max_length=40, help_text="一事一议，写明要解决什么，不超过40字")
    body = forms.CharField(label="具体情况和建议", max_length=1500, widget=forms.Textarea(attrs={"rows": 5}))
    kind = forms.ChoiceField(
        label="类别", choices=[("", "请选择"), ("traffic", "交通运输"), ("school", "教育")]
    )
    openness = forms.ChoiceField(
        label="公开",
        choices=[("all", "标题和全文公开"), ("title", "只公开标题"), ("none", "不公开")],
        widget=forms.RadioSelect,
        help_text="涉及个人隐私、商业秘密的内容请不要写在正文里",
    )
    units = forms.MultipleChoiceField(
        label="建议承办单位",
        choices=[("1", "市交通运输局"), ("2", "市财政局"), ("3", "七星关区人民政府")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    together = forms.MultipleChoiceField(
        label="会办单位", choices=[(str(n), f"第{n}单位") for n in range(1, 21)], required=False
    )
    lead = forms.ChoiceField(
        label="主办单位",
        choices=[("", "请选择"), *[(str(n), f"第{n}单位") for n in range(1, 21)]],
        required=False,
    )
    asks = ListField(label="建议事项", required=False)
    on = forms.DateField(label="调研日期", required=False, initial=dt.date(2026, 2, 3))
    people = forms.IntegerField(label="惠及人数", required=False, min_value=0)
    photo = forms.FileField(label="现场照片或附件", help_text="每个不超过20MB")
    contacted = forms.BooleanField(label="提交前已与有关单位沟通")
    token = forms.CharField(widget=forms.HiddenInput, initial="x")
