"""Lengths of time in the life of a suggestion: defaults of the Bijie pack with their ground.

The two reply terms are law. No public text of Bijie was found for the others: they follow the regulations
of other places named in `source` until a local rule is entered.
"""

from minqiao.foundation.rulebook.choices import Group, Kind, Level
from minqiao.foundation.rulebook.rules.setting import Setting

LAW = "《全国人民代表大会和地方各级人民代表大会代表法》第五十一条"
FROM = "2025年3月11日修正"


def _term(key, label, value, unit, basis, source):
    return Setting(key, label, Group.TERMS, Kind.DURATION, value, unit, basis, source)


def _law_term(key, label, value, basis):
    return Setting(
        key, label, Group.TERMS, Kind.DURATION, value, "months", basis, FROM, Level.LAW, ceiling=value
    )


SETTINGS = (
    _law_term("reply", "答复期限", 3, f"{LAW}：自交办之日起三个月内答复"),
    _law_term(
        "reply_hard",
        "涉及面广、处理难度大的答复期限",
        6,
        f"{LAW}：涉及面广、处理难度大的，自交办之日起六个月内答复",
    ),
    _law_term("extension_max", "延期后的最长期限（自交办之日起）", 6, f"{LAW}：延期后也不得超过六个月"),
    _term(
        "assign_inter_session",
        "闭会期间建议的交办期限",
        7,
        "workdays",
        "各地5至10个工作日不等，参照7个工作日",
        "上海市条例；青岛5、重庆10个工作日",
    ),
    _term("sign_for", "签收期限", 2, "workdays", "分办后及时签收，暂定2个工作日", "平台默认"),
    _term(
        "chase_interval",
        "再次催办、通报的间隔",
        5,
        "workdays",
        "催办后仍不答复的，间隔5个工作日再次催办，再不答复的予以通报",
        "平台默认",
    ),
    _term(
        "return",
        "退办申请期限",
        5,
        "workdays",
        "各地3至10个工作日不等，参照5个工作日",
        "青岛市条例（2021年）；山东5日、榆林7个工作日",
    ),
    _term(
        "reassign",
        "重新交办期限",
        10,
        "workdays",
        "参照10个工作日",
        "重庆市条例（2017年）、河南省条例（2017年）",
    ),
    _term(
        "first_contact",
        "首次联系代表的期限（只提醒）",
        20,
        "workdays",
        "参照20个工作日",
        "重庆市条例（2017年）",
    ),
    _term(
        "assist",
        "会办意见期限",
        1,
        "months",
        "各地1至2个月不等，参照1个月",
        "青岛市、山东省、上海市条例；重庆30个工作日，浙江、河南2个月",
    ),
    _term("assist_rewrite", "会办意见退回重写的期限", 5, "workdays", "参照5个工作日", "重庆市条例（2017年）"),
    _term(
        "evaluate",
        "代表反馈意见的期限",
        15,
        "workdays",
        "各地10至20个工作日不等，参照15个工作日",
        "北京市条例（2014年）；河南10、重庆20个工作日",
    ),
    _term(
        "redo",
        "重新办理的期限",
        1,
        "months",
        "各地1至2个月不等，参照1个月",
        "浙江省、山东省、上海市、河南省条例；重庆、北京2个月",
    ),
    _term(
        "fulfilment",
        "代表评价承诺兑现情况的期限",
        20,
        "workdays",
        "参照20个工作日",
        "重庆市条例",
    ),
    _term("disclosure", "答复公开的期限（自答复之日起）", 20, "workdays", "参照20个工作日", "安徽省做法"),
    _term("disclosure_ask", "代表对公开提出意见的期限", 5, "workdays", "参照5个工作日", "平台默认"),
)
