"""What a form says of wrong input, and what its page does with it."""

from django import forms

from tests.look.samples import SuggestionForm


def test_wrong_input_is_answered_in_our_words():
    form = SuggestionForm(
        {"title": "写" * 52, "on": "2026-02-30", "units": ["9"], "people": "-3", "kind": "x"}
    )
    assert {name: list(errors) for name, errors in form.errors.items()} == {
        "title": ["最多40字，现有52字"],
        "body": ["请填写"],
        "kind": ["请从给出的选项中选择"],
        "openness": ["请选择"],
        "units": ["请从给出的选项中选择"],
        "on": ["请填写日期，如2026-06-22"],
        "people": ["不能小于0"],
        "photo": ["请选择文件"],
        "contacted": ["请确认并勾选"],
        "token": ["请填写"],
    }


def test_words_of_one_field_class_are_not_those_of_another():
    assert forms.CharField().error_messages["required"] == "请填写"
    assert forms.ChoiceField().error_messages["required"] == "请选择"
