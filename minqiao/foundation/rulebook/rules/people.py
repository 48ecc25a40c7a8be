"""Contact, stations, training, duty records, keeping, names: defaults of the Bijie pack and their ground."""

from minqiao.foundation.rulebook.choices import Group, Kind, Level
from minqiao.foundation.rulebook.rules.setting import Setting
from minqiao.foundation.rulebook.rules.suggestions import PRACTICE, WORDS, items


def _contact(key, label, value, unit="", source="平台默认", basis=PRACTICE, floor=1):
    return Setting(key, label, Group.CONTACT, Kind.NUMBER, value, unit, basis, source, floor=floor)


def _opinion(key, where, value):
    label = f"群众意见由{where}办理的期限"
    return Setting(key, label, Group.CONTACT, Kind.DURATION, value, "workdays", PRACTICE, "平台默认")


DOORS = [
    {"code": "court", "words": "诉讼案件和生效裁判", "address": "人民法院诉讼服务中心，或者拨打12368"},
    {
        "code": "arbitration",
        "words": "劳动和农村土地承包等仲裁",
        "address": "县级仲裁机构，或者拨打12333咨询",
    },
    {
        "code": "review",
        "words": "行政复议",
        "address": "县级人民政府行政复议机构（司法局），或者拨打12348咨询",
    },
    {
        "code": "petition",
        "words": "正在办理的信访事项",
        "address": "原受理的信访部门，或者国家信访局网上信访平台",
    },
    {"code": "discipline", "words": "对公职人员的检举控告", "address": "纪检监察机关，或者拨打12388"},
    {"code": "police", "words": "紧急危险和违法犯罪", "address": "请立即拨打110、119或者120"},
]

CONTACT = (
    _contact("links.min_times", "联系代表每年至少", 2, "次", "梧州市等地"),
    _contact("links.load_min", "每名组成人员至少联系代表", 9, "名", basis="509名代表由56名组成人员全覆盖"),
    _contact("links.load_max", "每名组成人员至多联系代表", 10, "名", basis="509名代表由56名组成人员全覆盖"),
    Setting(
        "station.reception_rhythm",
        "接待选民的安排",
        Group.CONTACT,
        Kind.LIST,
        items(monthly="每月一次", market_day="赶集日"),
        "",
        PRACTICE,
        "铜仁市等地",
        columns=WORDS,
    ),
    _contact("station.notice_days", "接待活动提前公告", 3, "天", "小纪镇、广州市社区规定"),
    _contact("station.model_months", "申报示范站点须有接待记录的时间", 3, "个月"),
    Setting(
        "station.rating_sheet",
        "联络站星级自评表",
        Group.CONTACT,
        Kind.YES_NO,
        False,
        "",
        PRACTICE,
        "佛冈县有此做法",
    ),
    Setting(
        "opinion.routes",
        "群众意见的办理途径",
        Group.CONTACT,
        Kind.LIST,
        items(
            on_the_spot="当场答复",
            village="村（社区）办理",
            township="乡镇（街道）办理",
            county="县级交办",
            higher_deputy="转上级代表提出建议",
        ),
        "",
        "五路分流",
        "河南省某街道公示流程",
        columns=WORDS,
    ),
    _opinion("opinion.village", "村（社区）", 5),
    _opinion("opinion.township", "乡镇（街道）", 10),
    _opinion("opinion.county", "县级", 20),
    _opinion("opinion.higher_deputy", "上级代表", 10),
    Setting(
        "opinion.closes",
        "答复告知群众后、不评价即办结的期限",
        Group.CONTACT,
        Kind.DURATION,
        7,
        "days",
        PRACTICE,
        "平台默认",
    ),
    Setting(
        "opinion.doors",
        "不由联络站受理的事项和正确渠道",
        Group.CONTACT,
        Kind.LIST,
        DOORS,
        "",
        "《代表法》第五十九条：代表不直接处理问题；《信访工作条例》第二十二条：诉访分离",
        "2025年3月11日修正；2022年5月1日施行",
        columns=("code", "words", "address"),
    ),
    _contact("opinion.phone_limit", "同一手机号每天提意见至多", 5, "件"),
    _contact("opinion.address_limit", "同一网络地址每小时提意见至多", 300, "件"),
    _contact("retention.opinions", "群众联系方式在办结后保存", 6, "个月", basis="《个人信息保护法》第十九条"),
)

DUTY = (
    Setting(
        "training.coverage_rule",
        "代表培训的覆盖要求",
        Group.DUTY,
        Kind.CHOICE,
        "once_a_term",
        "",
        "《代表法》第四十七条：有计划地组织代表参加培训",
        "2025年3月11日修正",
        options={"once_a_term": "任期内至少一次", "once_a_year": "每年至少一次"},
    ),
    Setting(
        "group.min_meetings",
        "代表小组每年活动至少",
        Group.DUTY,
        Kind.NUMBER,
        4,
        "次",
        PRACTICE,
        "各地2至4次不等",
        floor=1,
    ),
    Setting(
        "duty.points_enabled",
        "履职量化考核",
        Group.DUTY,
        Kind.YES_NO,
        False,
        "",
        "整治形式主义的有关规定：不得搞量化考核",
        "国办函〔2026〕12号",
        fixed="依整治形式主义的规定，本平台不作履职量化考核，此项不可启用",
    ),
)

HOUSE = (
    Setting(
        "retention.logs",
        "操作留痕至少保存",
        Group.HOUSE,
        Kind.NUMBER,
        3,
        "年",
        "《互联网政务应用安全管理规定》：日志保存不少于1年；本平台取3年",
        "2024年7月1日施行",
        floor=1,
    ),
    Setting(
        "level_names",
        "层级名称",
        Group.HOUSE,
        Kind.LIST,
        items(prefecture="市级", county="县级", township="乡级"),
        "",
        "行政区划",
        "",
        Level.LAW,
        columns=WORDS,
    ),
    Setting(
        "body_names",
        "机构简称",
        Group.HOUSE,
        Kind.LIST,
        items(
            deputy_affairs="代工委", chairs_council="主任会议", gov_office="政府办", secretariat="大会秘书处"
        ),
        "",
        "各地另有人代工委、选任联委等叫法",
        "毕节市",
        columns=WORDS,
    ),
)

SETTINGS = (*CONTACT, *DUTY, *HOUSE)
