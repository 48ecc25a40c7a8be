"""What the script adds, used as a person would."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.look.urls"),
    pytest.mark.django_db(transaction=True),
]


def title(page):
    """The field for the title."""
    return page.get_by_role("textbox", name="标题 必填")


def test_a_draft_saves_itself_and_says_when(page_at):
    page = page_at(1440)
    page.goto("/look/form")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        title(page).fill("关于修路的建议")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^已自动保存 \d\d:\d\d$"))
    assert "关于修路的建议" in sent.value.post_data
    assert sent.value.headers["x-autosave"] == "1"


def test_a_draft_that_cannot_be_saved_says_so(page_at):
    page = page_at(1440)
    page.goto("/look/form")
    page.route("**/look/form", lambda route: route.fulfill(status=503))
    title(page).fill("关于修路的建议")
    expect(page.locator("[data-saved]")).to_contain_text("未能自动保存，内容还在本页")


def test_the_elder_switch_loses_nothing_typed(page_at):
    page = page_at(360)
    page.goto("/look/form")
    title(page).fill("写到一半")
    page.get_by_role("link", name="长辈版").click()
    assert title(page).input_value() == "写到一半"
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "20px"
    page.goto("/look/desk")
    assert page.locator("html.elder").count() == 1
    page.get_by_role("link", name="标准版").click()
    page.reload()
    assert page.locator("html.elder").count() == 0


def test_the_elder_switch_works_without_a_script(page_at):
    page = page_at(360, js=False)
    page.goto("/look/form?wrong=1")
    page.get_by_role("link", name="长辈版").click()
    expect(page.locator("html.elder")).to_have_count(1)
    assert page.url.endswith("/look/form?wrong=1")


def test_a_question_is_asked_before_a_batch_goes(page_at):
    page = page_at(1440)
    page.goto("/look/list")
    page.get_by_role("button", name="交办选中的").click()
    page.get_by_role("button", name="不，返回").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="交办选中的").click()
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("button", name="确定").click()


def test_rows_are_picked_all_at_once_and_counted(page_at):
    page = page_at(1440)
    page.goto("/look/list")
    page.get_by_label("全选").check()
    expect(page.locator("[data-picked]")).to_have_text("已选 5 件")
    page.get_by_label("选中第88号").uncheck()
    expect(page.locator("[data-picked]")).to_have_text("已选 4 件")


def test_a_finger_beside_the_box_picks_it_too(page_at):
    page = page_at(360, elder=True)
    page.goto("/look/list")
    page.locator("td.pick").first.click(position={"x": 4, "y": 4})
    expect(page.locator("[data-picked]")).to_have_text("已选 1 件")


def test_rows_are_walked_and_picked_by_keys(page_at):
    page = page_at(1440)
    page.goto("/look/list")
    for key in "jjkjx":
        page.keyboard.press(key)
    expect(page.locator("[data-picked]")).to_have_text("已选 1 件")
    assert page.locator("tr.here .pick input").get_attribute("value") == "88"
    page.keyboard.press("Enter")
    assert page.url.endswith("#88")


def test_keys_are_letters_again_while_typing(page_at):
    page = page_at(1440)
    page.goto("/look/list")
    page.get_by_role("searchbox").press_sequentially("jx")
    assert (page.get_by_role("searchbox").input_value(), page.locator("tr.here").count()) == ("jx", 0)


def test_characters_are_counted(page_at):
    page = page_at(1440)
    page.goto("/look/form")
    page.get_by_label("具体情况和建议").fill("十个字的一段话在这里")
    expect(page.locator(".counter")).to_have_text("10 / 1500 字")


def test_wrong_input_comes_first_and_leads_to_its_field(page_at):
    page = page_at(360)
    page.goto("/look/form?wrong=1")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.get_by_role("alert").get_by_role("link", name="标题").click()
    assert page.evaluate("document.activeElement.id") == "id_title"
    assert title(page).input_value() == "写" * 52


def test_one_more_box_comes_on_demand(page_at):
    page = page_at(1440)
    page.goto("/look/form")
    page.get_by_label("第1条").fill("修路")
    page.get_by_role("button", name="再加一条").click()
    page.keyboard.type("修桥")
    boxes = page.locator("textarea[name=asks]")
    assert [(box.input_value(), box.get_attribute("id")) for box in boxes.all()] == [
        ("修路", "id_asks_1"),
        ("修桥", "id_asks_2"),
    ]


def test_long_choices_are_narrowed_by_typing(page_at):
    page = page_at(1440)
    page.goto("/look/form")
    lead, together = page.locator("#id_lead"), page.locator("#id_together .picker")
    page.locator("#id_lead").locator("..").get_by_role("searchbox").fill("17")
    assert (lead.input_value(), lead.locator("option").count()) == ("17", 2)
    together.get_by_label("第3单位").check()
    page.locator("#id_together").get_by_role("searchbox").fill("第20")
    assert together.locator("label:visible").all_inner_texts() == ["第3单位", "第20单位"]
