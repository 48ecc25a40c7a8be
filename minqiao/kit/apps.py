"""Django's name plate: the kit has no tables, but templates and static files, and words for wrong input."""

from django import forms
from django.apps import AppConfig
from django.core import validators

# What a form says of wrong input, as a clerk would say it.
FIELDS = {
    forms.Field: {"required": "请填写"},
    forms.IntegerField: {"invalid": "请填写数字"},
    forms.DecimalField: {"invalid": "请填写数字"},
    forms.DateField: {"invalid": "请填写日期，如2026-06-22"},
    forms.DateTimeField: {"invalid": "请填写日期和时间，如2026-06-22 09:00"},
    forms.BooleanField: {"required": "请确认并勾选"},
    forms.ChoiceField: {"required": "请选择", "invalid_choice": "请从给出的选项中选择"},
    forms.MultipleChoiceField: {"invalid_choice": "请从给出的选项中选择"},
    forms.ModelMultipleChoiceField: {"invalid_choice": "请从给出的选项中选择"},
    forms.ModelChoiceField: {"required": "请选择", "invalid_choice": "请从给出的选项中选择"},
    forms.FileField: {"required": "请选择文件", "empty": "这个文件是空的，请换一个"},
    forms.ImageField: {"invalid_image": "这不是图片，或图片已损坏，请换一个"},
}
VALIDATORS = {
    validators.MaxLengthValidator: "最多%(limit_value)d字，现有%(show_value)d字",
    validators.MinLengthValidator: "至少%(limit_value)d字，现有%(show_value)d字",
    validators.MaxValueValidator: "不能大于%(limit_value)s",
    validators.MinValueValidator: "不能小于%(limit_value)s",
    validators.EmailValidator: "请填写正确的电子邮箱地址",
}


class KitConfig(AppConfig):
    name = "minqiao.kit"
    verbose_name = "工具"

    def ready(self):
        """Forms speak our words; each field class gets its own, none changes its parents'."""
        for field, words in FIELDS.items():
            field.default_error_messages = {**field.__dict__.get("default_error_messages", {}), **words}
        for validator, words in VALIDATORS.items():
            validator.message = words
