"""Several texts under one name, and lists filled in row by row."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError

from minqiao.kit.listfield import ListField, ListWidget, Rows
from minqiao.kit.stepform import StepForm

PLAN = Rows("活动", (("texts", "内容"), ("dates", "日期")), extra=1)


class Plan(StepForm):
    rows = (PLAN,)
    name = forms.CharField(label="名称")
    texts = ListField(label="内容", keep_empty=True, max_items=3, widget=ListWidget(kind="input"))
    dates = ListField(forms.DateField(), keep_empty=True, max_items=3, widget=ListWidget(kind="date"))

    def clean(self):
        data = super().clean()
        return data if self.errors else data | {"plan": PLAN.zipped(data)}


def filled(texts, dates):
    """The rows, or why they are not taken."""
    form = Plan({"name": "甲", "texts": texts, "dates": dates})
    return form.cleaned_data["plan"] if form.is_valid() else form.errors["dates"][0]


@pytest.mark.parametrize(
    ("texts", "dates", "plan"),
    [
        (["查看", "座谈"], ["2026-06-01", "2026-07-01"], [("查看", (6, 1)), ("座谈", (7, 1))]),
        (["查看", "", "座谈"], ["2026-06-01", "", "2026-07-01"], [("查看", (6, 1)), ("座谈", (7, 1))]),
        (["查看", "", "", ""], ["2026-06-01", "", "", ""], [("查看", (6, 1))]),
        (["查看", "座谈"], ["2026-06-01", ""], "第2项没有填全，内容、日期都要填"),
        (["", "座谈"], ["2026-06-01", ""], "第1项没有填全，内容、日期都要填"),
        (["查看", "座谈"], ["2026-06-01"], "内容、日期的条数不一致，请一一对应"),
    ],
)
def test_a_row_is_whole_or_empty_and_nothing_slips_into_another(texts, dates, plan):
    if isinstance(plan, list):
        plan = [(text, dt.date(2026, *day)) for text, day in plan]
    assert filled(texts, dates) == plan


def test_more_rows_than_there_may_be_are_refused_and_empty_ones_offered_are_not_counted():
    field = ListField(max_items=2, keep_empty=True)
    assert field.clean(["一", "二", "", ""]) == ["一", "二"]
    with pytest.raises(ValidationError, match="最多2条，现有3条"):
        field.clean(["一", "", "三"])


def test_the_page_draws_lists_that_belong_together_in_one_place():
    form = Plan({"name": "甲", "texts": ["<查看>"], "dates": ["2026-06-01"]})
    assert [getattr(part, "label", "") for part in form.layout] == ["名称", "活动"]
    first, empty = PLAN.drawn(form)
    assert first == (
        '<input aria-label="第1项内容" name="texts" placeholder="内容" type="text" value="&lt;查看&gt;">'
        '<input aria-label="第1项日期" name="dates" type="date" value="2026-06-01">'
    )
    assert 'aria-label="第2项日期"' in empty
