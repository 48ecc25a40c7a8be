"""The base of every form that takes a step: it knows on what, by whom and on which day it is filled."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError

from minqiao.kit.secrecy import secrecy_mark

DATE = forms.DateInput(attrs={"type": "date"})


def area(rows):
    """A box of so many lines."""
    return forms.Textarea(attrs={"rows": rows})


class Day(forms.DateField):
    """A day; a StepForm tells it which day is today."""

    widget = DATE
    today = None


class PastDay(Day):
    """The day of something that has happened."""

    def clean(self, value):
        found = super().clean(value)
        if why := not_in_future(found, self.today):
            raise ValidationError(why)
        return found


class DayAhead(Day):
    """The day of something that is to happen: today or later."""

    def clean(self, value):
        found = super().clean(value)
        if found and self.today and found < self.today:
            raise ValidationError(f"日期不能早于今天（{self.today}）")
        return found


class StepForm(forms.Form):
    """A form for one act. `subject` is what it acts on, `on` the day; `intro` says what will happen.

    No text in it may bear the mark of a state secret (保守国家秘密法): nothing of it is kept.
    """

    intro = ""
    rows = ()  # lists filled in row by row (kit.listfield.Rows); each stands where its first list does

    def __init__(self, *args, subject=None, actor=None, on=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.subject, self.actor, self.on = subject, actor, on
        for field in self.fields.values():
            if isinstance(field, Day):
                field.today = on

    def clean(self):
        data = super().clean()
        texts = {name: _text_of(value) for name, value in data.items()}
        if secrecy_mark("\n".join(texts.values())):  # one look at all; which text it is only matters then
            why = [(self.fields[name].label, secrecy_mark(text)) for name, text in texts.items()]
            raise ValidationError([f"“{label}”：{reason}" for label, reason in why if reason])
        return data

    @property
    def layout(self):
        """The fields in their order as a page draws them, lists that belong together in one place."""
        heads = {one.names[0]: one for one in self.rows}
        rest = {name for one in self.rows for name in one.names[1:]}
        return [heads.get(bound.name, bound) for bound in self if bound.name not in rest]

    @property
    def arguments(self):
        """What the act takes from the cleaned words; all of them unless a form says otherwise."""
        return dict(self.cleaned_data)

    def without(self, *names) -> dict:
        """The cleaned words but these: for `arguments` where several fields became one."""
        return {name: value for name, value in self.cleaned_data.items() if name not in names}


def _text_of(value):
    items = value if isinstance(value, list) else [value]
    return "\n".join(item for item in items if isinstance(item, str))


class NoForm(StepForm):
    """Nothing to fill in: a confirmation."""


class NoteForm(StepForm):
    """A reason in words."""

    note = forms.CharField(label="说明", max_length=500, widget=area(4))


def not_in_future(day: dt.date, on: dt.date) -> str:
    """Why a date of something that has happened cannot stand, or ""."""
    return f"日期不能晚于今天（{on}）" if day and on and day > on else ""
