"""The defaults and the judgements about values: no database."""

import json

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.choices import Kind, Level
from minqiao.foundation.rulebook.rules import (
    DEFAULTS,
    UnknownRule,
    default_rule,
    fault_of,
    is_within,
    may_change,
    places_up,
    setting,
    words_of,
)
from tests.rulebook.conftest import CITY, COUNTY, TOWNSHIP, VILLAGE, actor_in

# domain.md section 3, the column of the Bijie pack.
BIJIE = {
    "return": "5个工作日",
    "return_clock_base": "签收之日",
    "reassign": "10个工作日",
    "assign_inter_session": "7个工作日",
    "reply": "3个月",
    "reply_hard": "6个月",
    "short_reply_target": "是",
    "extension_approver": "代表工作委员会",
    "extension_max": "6个月",
    "assist": "1个月",
    "first_contact": "20个工作日",
    "evaluate": "15个工作日",
    "feedback_axes": "双项（办理态度、办理结果）",
    "feedback_collected_by": "人大一方",
    "no_response_in_base": "否",
    "redo": "1个月",
    "redo_max_rounds": "2轮",
    "joint_reply": "逐一答复每位联名代表",
    "withdraw_before": "办结前随时（书面）",
    "joint_withdraw": "全体联名代表同意",
    "assign_chain": "先交政府，再由政府分办",
    "clock_on_reassign": "自重新交办之日起重新计算（保留首次交办日）",
    "roll_over_holiday": "是",
    "number_format": "{term}-{session}-{serial:3}",
    "pre_review_by_gov_office": "是",
    "fund.cap": "500000元",
    "fund.levels": "市级；县级",
    "fund.inter_session_allowed": "是",
    "fund.same_year": "是",
    "fund.change_threshold": "10%",
    "fund.approver": "主任会议",
    "vote.seats": "10个",
    "vote.candidates": "12个",
    "vote.mark": "逐项赞成、反对、弃权",
    "vote.threshold": "全体代表过半数",
    "vote.tie": "就票数相等的项目再次投票",
    "vote.fewer": "不足额通过",
    "vote.way": "纸质票",
    "poll.voters": "常委会组成人员",
    "links.min_times": "2次",
    "links.load_min": "9名",
    "links.load_max": "10名",
    "station.reception_rhythm": "每月一次；赶集日",
    "station.notice_days": "3天",
    "opinion.village": "5个工作日",
    "opinion.township": "10个工作日",
    "opinion.county": "20个工作日",
    "training.coverage_rule": "任期内至少一次",
    "group.min_meetings": "4次",
    "duty.points_enabled": "否",
    "disclosure.mode": "全文公开",
    "disclosure": "20个工作日",
    "retention.logs": "3年",
    "sign_for": "2个工作日",
    "assist_rewrite": "5个工作日",
    "category_scheme": (
        "A：已经解决或者基本解决；B：正在解决或者列入计划逐步解决；C：因条件限制暂不能解决，留作参考"
    ),
}


@pytest.mark.parametrize(("key", "words"), BIJIE.items())
def test_the_bijie_pack(key, words):
    entry = DEFAULTS[key]
    assert words_of(entry, entry.value) == words


@pytest.mark.parametrize("entry", DEFAULTS.values(), ids=lambda entry: entry.key)
def test_every_default_has_its_ground_and_may_stand(entry):
    assert entry.basis
    assert json.loads(json.dumps(entry.value)) == entry.value
    assert fault_of(entry, entry.value, entry.unit) == entry.fixed


@pytest.mark.parametrize("key", ["reply", "reply_hard", "extension_max"])
def test_the_law_sets_three_terms(key):
    entry = DEFAULTS[key]
    assert (entry.level, entry.ceiling, entry.basis.startswith("《全国人民代表大会和地方各级")) == (
        Level.LAW, entry.value, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value", "unit", "fault"),
    [
        ("reply", 2, "months", ""),
        ("reply", 4, "months", "最长3个月，只能缩短，不能延长，也不能改用其他单位"),
        ("reply", 60, "workdays", "最长3个月，只能缩短，不能延长，也不能改用其他单位"),
        ("reply_hard", 7, "months", "最长6个月，只能缩短，不能延长，也不能改用其他单位"),
        ("return", 10, "days", ""),
        ("return", 0, "workdays", "期限应为1至999的整数"),
        ("return", 1000, "workdays", "期限应为1至999的整数"),
        ("return", True, "workdays", "期限应为1至999的整数"),
        ("return", 5, "weeks", "单位应为个月、个工作日、天之一"),
        ("redo_max_rounds", 6, "", "不得大于5"),
        ("redo_max_rounds", 0, "", "应为不小于1的整数"),
        ("joint_withdraw", "lead", "", ""),
        ("joint_withdraw", "nobody", "", "应为以下之一：全体联名代表同意、领衔代表决定"),
        ("no_response_in_base", 1, "", "应为“是”或“否”"),
        ("number_format", "{session}-{serial:4}", "", "须含有{term}"),
        ("number_format", "  ", "", "应为1至200字的文字"),
        ("duty.points_enabled", True, "", "依整治形式主义的规定，本平台不作履职量化考核，此项不可启用"),
        ("category_scheme", [], "", "至少一项"),
        ("category_scheme", [{"code": "A"}], "", "第1项应有3栏（代号｜名称｜系统含义），每栏都要填写"),
        ("fund.levels", [{"code": "a", "words": "市"}, {"code": "a", "words": "县"}], "", "代码“a”重复"),
    ],
)
def test_faults_of_values(key, value, unit, fault):
    ground = f"{DEFAULTS[key].basis}：" if fault.startswith("最长") else ""
    assert fault_of(DEFAULTS[key], value, unit) == ground + fault


def test_a_place_asks_upwards():
    province = "520000000000"
    assert places_up(VILLAGE, CITY) == [VILLAGE, TOWNSHIP, COUNTY, CITY, province]
    assert places_up(COUNTY, CITY) == [COUNTY, CITY, province]
    assert places_up("520502", CITY) == [COUNTY, CITY, province]
    assert places_up("Z52050000001", CITY) == ["Z52050000001", CITY, province]


def test_where_a_place_lies():
    inside, outside = (CITY, VILLAGE, "Z52050000001"), ("520000000000", "110000000000")
    assert [is_within(place, CITY) for place in inside] == [True, True, True]
    assert [is_within(place, CITY) for place in outside] == [False, False]
    assert is_within(CITY, COUNTY) is False


def test_unknown_rules_and_rules_without_length():
    with pytest.raises(UnknownRule, match="没有名为“nonsense”的规则"):
        setting("nonsense")
    with pytest.raises(UnknownRule, match="不是期限"):
        default_rule("vote.mark")
    assert default_rule("return").length == "5个工作日"


def test_who_may_change():
    assert [role for role in Role if may_change(actor_in(role)) == ""] == [Role.DEPUTY_AFFAIRS]


def test_codes_of_lists_are_plain():
    lists = [entry for entry in DEFAULTS.values() if entry.kind == Kind.LIST]
    assert [item["code"] for entry in lists for item in entry.value if not item["code"].isascii()] == []
