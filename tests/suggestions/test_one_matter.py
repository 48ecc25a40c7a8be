"""一事一议: what hints at a second matter, and what does not."""

from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions.rules.one_matter import Words, hints, of_ideas, unrelated

WORDS = Words(
    seconds=("另外建议", "顺便反映"),
    topics={"城建环保": ("路灯", "道路"), "教科文卫": ("学校", "教师"), "社会建设": ("养老",)},
)
BOTH = "第1条像是“城建环保”的事，第3条像是“教科文卫”的事；如果不是同一件事，请分开提"


@pytest.mark.parametrize(
    ("title", "facts", "requests", "expected"),
    [
        ("关于修路的建议", "路面破损", ["修复道路", "安装路灯"], []),
        ("关于修路和关于办学的建议", "", [], ["标题里有两个“关于”，像是两件事"]),
        ("关于关岭的建议", "", [], []),
        ("关于修路的建议", "路坏了。顺便反映停水", [], ["案由里写了“顺便反映”，后面像是另一件事"]),
        ("", "", ["修复道路", "尽快完工，另外建议办学"], ["第2条写了“另外建议”，后面像是另一件事"]),
        ("", "", ["修复道路", "安排资金", "给学校配教师"], [BOTH]),
        ("", "", ["修复学校门前道路", "安装校门口路灯", "学校错峰放学"], []),
    ],
)
def test_hints(title, facts, requests, expected):
    assert hints(title, facts, requests, WORDS) == expected


def test_what_one_unit_would_answer_together_is_one_matter():
    texts = ["道路", "学校"]
    assert unrelated(texts, WORDS, [{1, 2}, {2}]) == []
    assert len(unrelated(texts, WORDS, [{1}, {2}])) == 1


def idea(title, topic="", words=""):
    return SimpleNamespace(title=title, text="", topic=topic, get_topic_display=lambda: words)


def test_ideas_of_two_fields_are_not_one_matter():
    two = [idea("路", "urban", "城建环保"), idea("校", "education", "教科文卫")]
    assert of_ideas(two, WORDS) == ["所选素材分属“城建环保”“教科文卫”，一件建议只写一件事"]
    assert of_ideas([two[0], idea("灯", "urban", "城建环保"), idea("其他")], WORDS) == []


def test_ideas_without_a_field_are_judged_by_their_words():
    assert of_ideas([idea("道路破损"), idea("教师不足")], WORDS) == [
        "第1条素材像是“城建环保”的事，第2条素材像是“教科文卫”的事；如果不是同一件事，请分开提"
    ]
