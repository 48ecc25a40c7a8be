"""Fields the forms of the room share."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from minqiao.foundation.attachments.choices import IMAGES
from minqiao.foundation.attachments.forms import ExaminedFile

MOBILE = re.compile(r"^1\d{10}$", re.ASCII)
OFFICE_PHONE = RegexValidator(r"^[0-9()（）+\- 转]{3,30}$", "电话只能有数字、短横和“转”")
PHOTO_MB = 8
PHOTO_HELP = f"可以不传；照片不超过{PHOTO_MB}MB，拍摄地点等信息会自动去除"


class MobileField(forms.CharField):
    """A mobile number, however it is parted; cleans to its eleven digits."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def __init__(self, **kwargs):
        super().__init__(max_length=20, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        plain = re.sub(r"[\s\-+]", "", text).removeprefix("86") if text else ""
        if plain and not MOBILE.match(plain):
            raise ValidationError("应为11位手机号码")
        return plain


class Photo(ExaminedFile):
    """One picture; examined, re-encoded, freed of where it was taken."""

    widget = forms.FileInput(attrs={"accept": "image/*"})

    def __init__(self, **kwargs):
        super().__init__(label="照片", required=False, help_text=PHOTO_HELP, **kwargs)

    def clean(self, data, initial=None):
        if data and getattr(data, "size", 0) > PHOTO_MB * 1024 * 1024:
            raise ValidationError(f"照片超过{PHOTO_MB}MB，请压缩或者换一张；文字都还在")
        found = super().clean(data, initial)
        if found and found.kind not in IMAGES:
            raise ValidationError("只能上传照片")
        return found
