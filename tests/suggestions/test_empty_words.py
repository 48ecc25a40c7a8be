"""空话: which phrases are found, their share, and which answers say nothing else."""

from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions.rules.empty_words import answers_have_substance, examine, only_empty

PHRASES = ("高度重视", "认真研究", "下一步将积极…", "感谢您对…的关心", "积极推进")
FILLERS = ("我局", "有关部门", "对此", "下一步", "进一步")


def marked(text):
    """The text with its empty phrases in brackets."""
    return "".join(f"[{one.text}]" if one.is_empty else one.text for one in examine(text, PHRASES).pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我局高度重视，认真研究。", "我局[高度重视]，[认真研究]。"),
        ("下一步将积极推进有关工作。另有安排。", "[下一步将积极推进有关工作]。另有安排。"),
        ("下一步将积极推进，11月30日前完工。", "[下一步将积极推进]，11月30日前完工。"),
        ("下一步将积极筹资80万元修路。", "下一步将积极筹资80万元修路。"),
        ("下一步将积极修建三座桥。", "下一步将积极修建三座桥。"),
        ("感谢您对交通工作的关心！", "[感谢您对交通工作的关心]！"),
        ("已经完工。", "已经完工。"),
        ("", ""),
    ],
)
def test_phrases_are_marked_where_they_stand(text, expected):
    assert marked(text) == expected


def test_the_pieces_are_the_text():
    text = "您好。我局高度重视（2026年），下一步将积极推进\n并认真研究"
    assert "".join(piece.text for piece in examine(text, PHRASES).pieces) == text


def test_the_share_counts_letters_without_punctuation():
    assert examine("我局高度重视，，。", PHRASES).share == 67  # 4 of 6
    assert examine("。。", PHRASES).share == 0


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("我局高度重视，认真研究，下一步将积极推进有关工作。", True),
        ("对此，我局高度重视。感谢您对交通工作的关心！", True),
        ("我局高度重视，已修复路面2.3公里。", False),
        ("我局高度重视，已委托设计单位完成勘察。", False),
        ("我局高度重视，依据《公路法》不能办理。", False),
        ("已经全部修复", False),
        ("好的", False),
        ("", False),
    ],
)
def test_an_answer_of_empty_phrases_alone_is_told(text, only):
    assert examine(text, PHRASES, FILLERS).is_only_empty is only


def test_without_a_list_nothing_is_empty():
    assert examine("高度重视", ()).share == 0


def test_the_places_of_empty_answers_are_counted_from_one():
    assert only_empty(["高度重视", "已修好两座桥", None, "认真研究"], PHRASES, FILLERS) == [1, 4]


def test_the_check_names_the_requests_and_what_to_do():
    handling = SimpleNamespace(reply=SimpleNamespace(empty_answers=[1, 3]))
    why = answers_have_substance(None, handling)
    assert why == (
        "第1、3项的答复只有空话，没有写明做了什么、准备怎么做或者为什么做不到；请退回修改，不能核稿通过"
    )
    assert answers_have_substance(None, SimpleNamespace(reply=None)) == ""
    handling.reply.empty_answers = []
    assert answers_have_substance(None, handling) == ""
