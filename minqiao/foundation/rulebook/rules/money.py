"""The fund and the vote on livelihood projects: defaults of the Bijie pack with their ground."""

from minqiao.foundation.rulebook.choices import Group, Kind, Level
from minqiao.foundation.rulebook.rules.setting import Setting
from minqiao.foundation.rulebook.rules.suggestions import PRACTICE, WORDS, items

BIJIE = "毕节市人大常委会公开报道（2022至2023年）"
KAIHUA = "参照开化县办法"
ORGANIC_LAW = "《地方各级人民代表大会和地方各级人民政府组织法》"


def _vote(key, label, value, options, source="", basis=PRACTICE, level=Level.DEFAULT):
    return Setting(key, label, Group.VOTE, Kind.CHOICE, value, "", basis, source, level, options)


def _limit(key, label, value, unit):
    return Setting(key, label, Group.FUND, Kind.DURATION, value, unit, PRACTICE, "平台默认", floor=1)


FUND = (
    Setting(
        "fund.cap",
        "单个项目使用专项资金的上限",
        Group.FUND,
        Kind.NUMBER,
        500_000,
        "元",
        "单个项目不超过50万元",
        BIJIE,
        Level.CITY,
        floor=1,
    ),
    Setting(
        "fund.levels",
        "设立专项资金的层级",
        Group.FUND,
        Kind.LIST,
        items(city="市级", county="县级"),
        "",
        "市县联动",
        BIJIE,
        Level.CITY,
        columns=WORDS,
    ),
    Setting(
        "fund.negative_list",
        "不予安排的情形",
        Group.FUND,
        Kind.LIST,
        items(
            funded_above="上级已安排资金",
            unit_can_afford="承办单位自有财力能够解决",
            other_money="另有专项资金或者适用一事一议",
            personal="个人事项",
        ),
        "",
        KAIHUA,
        "",
        columns=WORDS,
    ),
    Setting(
        "fund.inter_session_allowed",
        "闭会期间的建议可以申报",
        Group.FUND,
        Kind.YES_NO,
        True,
        "",
        "毕节有闭会期间建议获安排的实例",
        BIJIE,
    ),
    Setting(
        "fund.same_year",
        "当年完工见效",
        Group.FUND,
        Kind.YES_NO,
        True,
        "",
        "项目须当年完成并发挥效益",
        BIJIE,
        Level.CITY,
    ),
    Setting(
        "fund.change_threshold",
        "调整超过多少须重新报批",
        Group.FUND,
        Kind.NUMBER,
        10,
        "%",
        PRACTICE,
        "平台默认",
        ceiling=100,
    ),
    Setting(
        "fund.approver",
        "批准安排的机构",
        Group.FUND,
        Kind.CHOICE,
        "chairs_council",
        "",
        PRACTICE,
        KAIHUA,
        options={"chairs_council": "主任会议", "working_group": "项目管理工作组"},
    ),
    _limit("fund.county_check_limit", "申报后县级现场核查的期限", 10, "workdays"),
    _limit("fund.finance_check_limit", "核查后财政部门审核的期限", 10, "workdays"),
    _limit("fund.notice_days", "开工前公示的天数", 7, "days"),
)

VOTE = (
    Setting("vote.seats", "正式项目数", Group.VOTE, Kind.NUMBER, 10, "个", PRACTICE, "常见为12选10", floor=1),
    Setting(
        "vote.candidates", "候选项目数", Group.VOTE, Kind.NUMBER, 12, "个", PRACTICE, "常见为12选10", floor=1
    ),
    _vote(
        "vote.mark",
        "表决方式",
        "for_against_abstain",
        {"for_against_abstain": "逐项赞成、反对、弃权", "approve_up_to_seats": "在限额内勾选"},
        "赤水市",
    ),
    _vote(
        "vote.validity",
        "选票效力",
        "more_than_seats_void",
        {"more_than_seats_void": "赞成数多于应选数的无效"},
        "赤水市",
    ),
    _vote(
        "vote.threshold",
        "通过票数",
        "majority_of_all",
        {"majority_of_all": "全体代表过半数", "majority_of_present": "到会代表过半数"},
        "2022年3月11日修正",
        f"{ORGANIC_LAW}第二十五条：以全体代表的过半数通过",
        Level.LAW,
    ),
    _vote(
        "vote.tie",
        "末位票数相等",
        "second_vote",
        {"second_vote": "就票数相等的项目再次投票", "presidium": "主席团决定"},
    ),
    _vote(
        "vote.fewer",
        "过半数的项目不足应选数",
        "accept_fewer",
        {"accept_fewer": "不足额通过", "second_vote": "再次投票"},
    ),
    _vote("vote.way", "投票手段", "paper", {"paper": "纸质票", "machine": "机读选票", "keypad": "表决器"}),
    _vote(
        "vote.quorum",
        "开会人数",
        "two_thirds",
        {"two_thirds": "全体代表三分之二以上"},
        "2022年3月11日修正",
        f"{ORGANIC_LAW}第十四条：有三分之二以上的代表出席，始得举行",
        Level.LAW,
    ),
    _vote(
        "poll.voters", "满意度测评由谁参加", "members", {"members": "常委会组成人员", "deputies": "全体代表"}
    ),
    _vote(
        "poll.rule",
        "满意度测评的认定",
        "zhenhai",
        {"zhenhai": "满意票达到全体组成人员半数为满意；满意与基本满意合计过半数为基本满意；其余为不满意"},
        "宁波市镇海区",
    ),
)

SETTINGS = (*FUND, *VOTE)
