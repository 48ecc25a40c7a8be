"""What every form of a step does by itself: days, and no text with the mark of a state secret."""

import pytest
from django import forms

from minqiao.kit.listfield import ListField
from minqiao.kit.stepform import DayAhead, NoteForm, PastDay, StepForm
from tests.factories import day

ON = day("2026-06-10")


class Visit(StepForm):
    held_on = PastDay(label="举行日期", required=False)
    next_on = DayAhead(label="下次日期", required=False)
    findings = forms.CharField(label="情况记录", required=False)
    problems = ListField(forms.CharField(), label="发现的问题", required=False)


def faults(**words):
    form = Visit(words, on=ON)
    form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"held_on": "2026-06-10", "next_on": "2026-06-10"}, {}),
        ({"held_on": "2026-06-11"}, {"held_on": ["日期不能晚于今天（2026-06-10）"]}),
        ({"next_on": "2026-06-09"}, {"next_on": ["日期不能早于今天（2026-06-10）"]}),
        ({}, {}),
    ],
)
def test_a_day_that_was_and_a_day_ahead(words, found):
    assert faults(**words) == found


def test_no_text_bears_the_mark_of_a_state_secret_and_the_field_is_named():
    assert [one[:9] for one in faults(findings="机密★5年")["__all__"]] == ["“情况记录”：内容"]
    both = faults(findings="绝密★启用前", problems=["路灯不亮", "秘密★长期"])["__all__"]
    assert [one[:9] for one in both] == ["“情况记录”：内容", "“发现的问题”：内"]
    assert faults(findings="保守国家秘密", problems=["机密文件柜没有锁"]) == {}


def test_a_note_is_looked_at_too():
    assert not NoteForm({"note": "机密★1年"}).is_valid()
    assert NoteForm({"note": "请补充地点"}).is_valid()
