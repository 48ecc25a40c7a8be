"""What is found in a text before it is published: numbers as people write them, and what is no number."""

import pytest

from minqiao.kit.redaction import barred_in, findings_in, pieces, proposed

FOUND = {
    "请拨打13812345678联系": [("phone", "13812345678")],
    "手机138 1234 5678。": [("phone", "138 1234 5678")],
    "１３８ ００００ １２３４": [("phone", "１３８ ００００ １２３４")],
    "1381234\n5678": [("phone", "1381234\n5678")],
    "1 3 8 0 0 0 0 1 2 3 4": [("phone", "1 3 8 0 0 0 0 1 2 3 4")],
    "一三八〇〇一三八〇〇〇": [("phone", "一三八〇〇一三八〇〇〇")],
    "+86 138-0013-8000": [("phone", "+86 138-0013-8000")],
    "tel13812345678x": [("phone", "13812345678")],
    "0857-8220001": [("phone", "0857-8220001")],
    "（0857）8220001": [("phone", "（0857）8220001")],
    "电话：8220001": [("phone", "：8220001")],
    "400-123-4567": [("phone", "400-123-4567")],
    "身份证522401199001011234": [("id", "522401199001011234")],
    "52240119900101123X": [("id", "52240119900101123X")],
    "522401 19900101 123x": [("id", "522401 19900101 123x")],
    "卡号6222 0200 1234 5678 901": [("id", "6222 0200 1234 5678 901")],
    "微信号：abc_123": [("chat", "微信号：abc_123")],
    "请发a.b@c.com": [("mail", "a.b@c.com")],
    "家住威宁路12号3栋201室": [("address", "家住威宁路12号3栋201室")],
    "联系人：王科": [("contact", "：王科")],
}
NOTHING = [
    "2026-06-22前完成，3-5-033号", "二〇二六年三月二十日", "毕交函〔2026〕12号", "全长12.5公里，投资2026万元",
    "2021 2022 2023 2024 2025", "20260101-20261231", "100 200 300 400 500 600", "1000 2000 300",
    "修3座桥、2条路，惠及1200户", "G56高速、S307线、12345热线", "邮编551700", "一是修路；二是排水",
]  # fmt: skip


@pytest.mark.parametrize("text", FOUND)
def test_what_is_private_is_found(text):
    assert [(one.kind, one.words) for one in findings_in("x", text)] == FOUND[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_public_is_left(text):
    assert findings_in("x", text) == []


def test_names_are_found_the_longer_first_and_only_whole_names():
    found = findings_in("x", "欧阳明珠、明珠和李一同志", ["明珠", "欧阳明珠", "李"])
    assert [(one.words, one.kind) for one in found] == [("欧阳明珠", "name"), ("明珠", "name")]


def test_the_proposal_hides_them_and_nothing_else():
    text = "请拨打13812345678，或者发a.b@c.com。"
    found = findings_in("2", text)
    assert proposed(text, found) == "请拨打（电话略），或者发（邮箱略）。"
    assert [one.key for one in found] == ["2-1", "2-2"]
    assert pieces(text, found) == [
        ("请拨打", False), ("13812345678", True), ("，或者发", False), ("a.b@c.com", True), ("。", False),
    ]  # fmt: skip


def test_a_barred_number_is_named_with_its_place():
    blocks = [("标题", "关于修路的建议"), ("案由", "请找0857-8220001")]
    why = "公开文本的“案由”里还有电话号码（0857-8220001），隐去后才能公开"
    assert barred_in(blocks) == why
    assert barred_in([("案由", "522401199001011234")]).startswith("公开文本的“案由”里还有证件或者账号号码")
    assert barred_in([("案由", "微信号：abc_123，家住威宁路12号")]) == ""
    assert barred_in([("案由", "代表张三提出")], ["张三"]).startswith("提出人要求保密")


def test_no_proposal_is_itself_barred():
    texts = [proposed(text, findings_in("x", text)) for text in FOUND]
    assert barred_in([("案由", text) for text in texts]) == ""
