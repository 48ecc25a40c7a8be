"""Reply marks, evaluation, redo and disclosure: defaults of the Bijie pack with their ground."""

from minqiao.foundation.rulebook.choices import Group, Kind
from minqiao.foundation.rulebook.rules.setting import Setting
from minqiao.foundation.rulebook.rules.suggestions import PRACTICE

CATEGORIES = [
    {"code": "A", "words": "已经解决或者基本解决", "means": "resolved"},
    {"code": "B", "words": "正在解决或者列入计划逐步解决", "means": "in_progress"},
    {"code": "C", "words": "因条件限制暂不能解决，留作参考", "means": "not_feasible"},
]

# Why a text is not published: what it is called, and the article that says so.
INFORMATION = "《中华人民共和国政府信息公开条例》"
GROUNDS = [
    {"code": "state_secret", "words": "涉及国家秘密", "basis": "《中华人民共和国保守国家秘密法》"},
    {"code": "business_secret", "words": "涉及商业秘密", "basis": f"{INFORMATION}第十五条"},
    {"code": "privacy", "words": "涉及个人隐私", "basis": f"{INFORMATION}第十五条"},
    {
        "code": "public_safety",
        "words": "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
        "basis": f"{INFORMATION}第十四条",
    },
    {"code": "in_process", "words": "内部事务或者过程性信息", "basis": f"{INFORMATION}第十六条"},
    {
        "code": "proposer_at_risk",
        "words": "提出人要求保密，隐去姓名后仍可辨认",
        "basis": "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》（2025年修正）第五十五条",
    },
]


def _choice(key, label, value, options, source=""):
    return Setting(
        key, label, Group.EVALUATION, Kind.CHOICE, value, basis=PRACTICE, source=source, options=options
    )


SETTINGS = (
    Setting(
        "category_scheme",
        "答复类别",
        Group.EVALUATION,
        Kind.LIST,
        CATEGORIES,
        basis=PRACTICE,
        source="A至C三类最常见；也有A至D、甲乙丙",
        columns=("code", "words", "means"),
    ),
    _choice(
        "feedback_axes",
        "代表评价的项目",
        "two",
        {"one": "单项", "two": "双项（办理态度、办理结果）"},
        "上海市、山东省",
    ),
    _choice(
        "feedback_collected_by",
        "征询意见表由谁收回",
        "congress",
        {"congress": "人大一方", "unit": "承办单位", "platform": "平台直接收回"},
    ),
    Setting(
        "no_response_in_base",
        "逾期未反馈的计入满意率基数",
        Group.EVALUATION,
        Kind.YES_NO,
        False,
        basis="不计入基数，另行列示",
        source="重庆市条例（2017年）",
    ),
    Setting(
        "commitment_report",
        "报告承诺事项进展的间隔（自答复之日起）",
        Group.EVALUATION,
        Kind.NUMBER,
        3,
        "个月",
        "承诺事项在兑现以前定期报告进展",
        "重庆市条例第三十四条为每年第四季度；平台默认每季度一次",
        floor=1,
        ceiling=12,
    ),
    Setting(
        "redo_max_rounds",
        "最多办理轮次",
        Group.EVALUATION,
        Kind.NUMBER,
        2,
        "轮",
        PRACTICE,
        "平台默认",
        floor=1,
        ceiling=5,
    ),
    _choice(
        "after_max",
        "各轮之后仍不满意的",
        "joint_meeting",
        {"joint_meeting": "由代表工作委员会召集联席会议研究", "expert_assessment": "委托第三方评估"},
        "河南省条例（2017年）",
    ),
    _choice(
        "disclosure.mode",
        "建议和答复的公开方式",
        "full",
        {"full": "全文公开", "summary": "摘要公开"},
        "国务院办公厅2014年通知：涉及公共利益的答复应当公开",
    ),
    _choice(
        "disclosure.reviewer",
        "公开由谁审查",
        "congress",
        {"congress": "代表工作委员会审定", "both": "政府办公室会审，代表工作委员会审定"},
        "平台默认；有的地方由政府办公室审查",
    ),
    _choice(
        "disclosure.ask_deputy",
        "公开前征求代表意见",
        "unless_consented",
        {"always": "每件都征求", "unless_consented": "提出时没有同意公开的征求", "never": "不征求"},
        "揭阳市做法：征询意见时一并征求代表对公开的意见",
    ),
    Setting(
        "disclosure.grounds",
        "不公开的理由",
        Group.EVALUATION,
        Kind.LIST,
        GROUNDS,
        basis="《中华人民共和国政府信息公开条例》第十四条至第十六条",
        source="国家秘密、商业秘密、个人隐私之外应当公开",
        columns=("code", "words", "basis"),
    ),
)
