"""Form fields by words: a choice by its word, yes or no, a day however a cell holds it, a judgement."""

import datetime as dt
import re

from django import forms
from django.core.exceptions import ValidationError

YES = {"是", "有", "√", "y", "yes", "true", "1"}
NO = {"否", "无", "×", "n", "no", "false", "0", ""}
DAY = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$")


class WordField(forms.CharField):
    """One of `choices` (pairs of value and Chinese word), given by either; cleans to the value."""

    def __init__(self, choices, **kwargs):
        super().__init__(**kwargs)
        self.words = {word: value for value, word in choices}

    def clean(self, value):
        text = super().clean(value)
        if not text or text in self.words.values():
            return text
        if text not in self.words:
            raise ValidationError(f"“{text}”不在可选范围，应为下列之一：{'、'.join(self.words)}")
        return self.words[text]


class YesNoField(forms.CharField):
    """是 or 否 (empty means 否); cleans to a bool."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        text = super().clean(value).lower()
        if text in YES:
            return True
        if text in NO:
            return False
        raise ValidationError("请填写“是”或“否”")


class ToldField(forms.NullBooleanField):
    """A judgement in so many words, `yes` or `no`; nothing is ticked beforehand and silence is no answer."""

    default_error_messages = {"required": "请选择一项"}

    def __init__(self, yes, no, **kwargs):
        super().__init__(widget=forms.RadioSelect(choices=[("True", yes), ("False", no)]), **kwargs)

    def validate(self, value):
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")


class DayField(forms.CharField):
    """A day as 2026-03-20, 2026/3/20, 2026.3.20 or 2026年3月20日; cleans to a date or None."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = DAY.match(text)
        if not found:
            raise ValidationError("日期应写作 2026-03-20")
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError as error:
            raise ValidationError(f"没有“{text}”这一天") from error
