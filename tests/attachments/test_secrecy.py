"""The mark of a state secret is found in its official forms, and ordinary words are left alone."""

import pytest

from minqiao.foundation.attachments.rules import secrecy_mark, secrecy_mark_in_name

MARKED = [
    "机密★1年",
    "绝密★",
    "绝密★30年",
    "秘密★6个月",
    "秘密★６个月",
    "机密★长期",
    "绝密★启用前",
    "机密★会议开始前",
    "秘密★2030年1月1日",
    "机密☆1年",
    "机密⭐\ufe0f5年",
    "机密*3年",
    "机密＊３年",
    "机 密",
    "机　密 ★ 长期",
    "秘\u200b密★1年",
    "機密★五年",
    "机密级",
    "秘密",
    "  秘密  ",
    "**机密**",
    "000001 秘密 特急",
    "标题\n  秘密\n正文",
    "标题\r\n机密★1年\r\n正文",
    "正文在前，机密★1年在后",
    "【机密】关于某事的报告",
    "（秘密）关于某事的报告",
    "[绝密] 会议纪要",
    "关于某事的报告（机密）",
    "密级：机密",
    "密级: 秘密★5年",
    "密级　绝密",
    "密 级：秘 密",
    "保密等级：机密级",
]
ORDINARY = [
    "",
    "秘密花园",
    "人人都有不能说的秘密",
    "《秘密》",
    "商业秘密",
    "商业秘密★重点保护",
    "保护商业秘密和个人隐私",
    "选举采用无记名秘密投票方式",
    "设立秘密写票处",
    "建议修改《保守国家秘密法》的宣传方式",
    "工作秘密管理办法",
    "国家秘密的密级分为绝密、机密、秘密三级",
    "密级：绝密、机密、秘密",
    "密级：机密/秘密/内部",
    "密级标志的形式为“密级★保密期限”",
    "重要涉密人员（机密级）和一般涉密人员（秘密级）",
    "保障数据的机密性、完整性",
    "推广机密计算技术",
    "秘密。",
    "这不是什么秘密！",
    "三星★级酒店",
    "优秀★★★",
    "机关密切联系群众",
    "该路段交通秘\n密度大",
]


@pytest.mark.parametrize("text", MARKED)
def test_mark_is_found(text):
    assert "国家秘密" in secrecy_mark(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_no_mark(text):
    assert secrecy_mark(text) == ""


def test_reason_names_the_mark_and_the_paper_channel():
    assert secrecy_mark("机　密 ★ １年\n关于某事") == (
        "内容带有国家秘密标志“机密★1年”。国家秘密不得通过本系统存储、处理和传递，"
        "请改走机要（纸质）渠道。系统没有保存这份内容。确不涉密的，请去掉该标志后再试。"
    )


@pytest.mark.parametrize(
    "name",
    [
        "机密-报告.docx",
        "报告_绝密.pdf",
        "（机密）关于某事.docx",
        "关于某事（秘密）.docx",
        "机密 2026年报告.docx",
        "机密文件.pdf",
        "秘密.docx",
        "绝密★1年.docx",
        "【绝密级】名单.xlsx",
    ],
)
def test_marked_name_is_found(name):
    assert "国家秘密" in secrecy_mark_in_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "秘密花园.docx",
        "秘密 花园.jpg",
        "商业秘密保护.docx",
        "机密计算白皮书.pdf",
        "无记名秘密投票办法.docx",
        "工作秘密-管理.docx",
    ],
)
def test_ordinary_name_is_no_mark(name):
    assert secrecy_mark_in_name(name) == ""
