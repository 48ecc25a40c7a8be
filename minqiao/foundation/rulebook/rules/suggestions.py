"""Ways of handling suggestions that differ by place: defaults of the Bijie pack with their ground."""

from minqiao.foundation.rulebook.choices import Group, Kind
from minqiao.foundation.rulebook.rules.setting import Setting
from minqiao.kit.numbers import pattern_fault

PRACTICE = "各地做法不一，毕节未见公开规定，暂按此执行"
WORDS = ("code", "words")


def items(**words):
    """A list of codes and what people call them."""
    return [{"code": code, "words": text} for code, text in words.items()]


def _choice(key, label, value, options, source="", basis=PRACTICE):
    return Setting(
        key, label, Group.SUGGESTIONS, Kind.CHOICE, value, basis=basis, source=source, options=options
    )


def _switch(key, label, value, source="", basis=PRACTICE):
    return Setting(key, label, Group.SUGGESTIONS, Kind.YES_NO, value, basis=basis, source=source)


def _word(key, label, value, basis):
    return Setting(key, label, Group.SUGGESTIONS, Kind.TEXT, value, basis=basis, source="平台默认")


GROUNDS = items(
    personal="代表本人或者亲属的个人问题",
    own_company="涉及本企业利益或者妨碍公平竞争",
    own_employer="本单位的个别问题",
    forwarded="代转他人信函",
    complaint="检举、控告、申诉",
    case="涉及具体司法、仲裁、监察案件",
    tender="就正在进行的招标投标提出中标人选",
    academic="学术探讨、产品推介或者法律政策咨询",
    empty="没有具体内容",
    outside="不属于本行政区域职权范围",
)

SETTINGS = (
    Setting(
        "number_format",
        "建议编号格式",
        Group.SUGGESTIONS,
        Kind.TEXT,
        "{term}-{session}-{serial:3}",
        basis="按届、次编号，闭会期间另编一个序列",
        source="平台默认",
        columns=("term", "session", "serial"),
        sound=pattern_fault,
    ),
    Setting(
        "assignment_letter_word",
        "交办书发文代字",
        Group.SUGGESTIONS,
        Kind.TEXT,
        "毕人常办函",
        basis="由常委会办公室统一编号",
        source="平台默认",
    ),
    Setting(
        "screen_out_grounds",
        "不作为建议处理的情形",
        Group.SUGGESTIONS,
        Kind.LIST,
        GROUNDS,
        basis="各地条例所列情形的合并",
        source="北京市、浙江省、上海市、深圳市、重庆市等条例",
        columns=WORDS,
    ),
    _word("supervision_word", "人大督办文件的发文代字", "毕人常督办函", "由常委会办公室统一编号"),
    _word("gov_supervision_word", "政府催办文件的发文代字", "毕府督函", "由政府办公室（督查室）统一编号"),
    _choice(
        "assign_chain",
        "交办层次",
        "two_tier",
        {"two_tier": "先交政府，再由政府分办", "direct": "直接交承办单位", "joint": "人大与政府联合交办"},
    ),
    _choice(
        "return_clock_base", "退办期限的起算日", "receipt", {"receipt": "签收之日", "assignment": "交办之日"}
    ),
    _choice(
        "clock_on_reassign",
        "重新交办后的答复期限",
        "restart",
        {"restart": "自重新交办之日起重新计算（保留首次交办日）", "continue": "连续计算"},
    ),
    _switch(
        "roll_over_holiday",
        "期限届满日是休息日的，顺延至下一个工作日",
        True,
        "类推适用",
        "参照《民法典》第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为最后一日",
    ),
    _switch(
        "short_reply_target", "交办批次可另定提前的答复日期", True, "各市交办通知常另定6月30日、8月5日等日期"
    ),
    _choice(
        "extension_approver",
        "批准延期的机构",
        "deputy_affairs",
        {"deputy_affairs": "代表工作委员会", "gov_office": "政府办公室"},
        basis="由交办机构批准",
    ),
    _switch(
        "chairs_agree_inter_session",
        "闭会期间的建议经主任会议同意后交办",
        False,
        "北京市条例（2014年）须经主任会议同意；毕节未见公开规定",
    ),
    Setting(
        "idea_reminder_days",
        "会前提醒代表素材本的天数",
        Group.SUGGESTIONS,
        Kind.NUMBER,
        30,
        "天（0为不提醒）",
        basis="会议召开前提醒一次，便于代表把平时积累的素材写成建议",
        source="平台默认",
    ),
    _choice(
        "one_matter_check",
        "一事一议的提示",
        "hint",
        {"hint": "只提示，不影响提交", "confirm": "有提示的，代表确认是一件事后提交"},
        "平台默认",
        "各地条例均要求一事一议；机器提示只供参考",
    ),
    _choice(
        "withdraw_before",
        "撤回建议的时限",
        "any_time",
        {"any_time": "办结前随时（书面）", "assignment": "交办之前"},
        "北京市条例限于交办之前",
    ),
    _choice(
        "joint_withdraw",
        "联名建议的撤回",
        "all",
        {"all": "全体联名代表同意", "lead": "领衔代表决定"},
        "上海市条例",
    ),
    _switch("pre_review_by_gov_office", "政府系统的答复先送政府办公室预审", True),
    _choice(
        "joint_reply",
        "联名建议的答复",
        "each_signer",
        {
            "each_signer": "逐一答复每位联名代表",
            "lead_passes_on": "答复领衔代表，由其转告",
            "lead_and_invited": "答复领衔代表并邀请联名代表",
        },
    ),
    Setting(
        "key_item_count",
        "每年重点督办建议的件数",
        Group.SUGGESTIONS,
        Kind.NUMBER,
        0,
        "件（0为不限）",
        basis="《代表法》第五十二条：确定重点督办的建议；件数各地不一",
        source="平台默认",
    ),
    _switch("key_leaders", "重点督办建议由主任会议成员领衔", False, "平台默认", "以主任会议通过的清单为准"),
)
