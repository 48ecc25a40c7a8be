"""The base of every form that takes a step: it knows on what, by whom and on which day it is filled."""

import datetime as dt

from django import forms


class StepForm(forms.Form):
    """A form for one act. `subject` is what it acts on, `on` the day; `intro` says what will happen."""

    intro = ""
    rows = ()  # lists filled in row by row (kit.listfield.Rows); each stands where its first list does

    def __init__(self, *args, subject=None, actor=None, on=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.subject, self.actor, self.on = subject, actor, on

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


class NoForm(StepForm):
    """Nothing to fill in: a confirmation."""


class NoteForm(StepForm):
    """A reason in words."""

    note = forms.CharField(label="说明", max_length=500, widget=forms.Textarea(attrs={"rows": 4}))


def not_in_future(day: dt.date, on: dt.date) -> str:
    """Why a date of something that has happened cannot stand, or ""."""
    return f"日期不能晚于今天（{on}）" if day and on and day > on else ""
