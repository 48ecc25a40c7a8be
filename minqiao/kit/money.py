"""Money as people write it: yuan to two places in words and forms, whole fen everywhere else."""

import re

from django import forms
from django.core.exceptions import ValidationError

FEN = 100  # in a yuan
MOST_YUAN = 10**13  # ten million million: beyond it a figure is a slip
PLAIN = re.compile(r"\d{1,14}(\.\d{1,2})?")


class Fen(int):
    """An amount in fen as the cell of a counted table: printed and written into Excel in yuan."""


def in_yuan(fen) -> str:
    """Fen as accounts write them: 86,000.00, -12.50."""
    sign, fen = ("-" if fen < 0 else ""), abs(fen)
    return f"{sign}{fen // FEN:,}.{fen % FEN:02d}"


def fen_from(text) -> int:
    """The fen in a text such as 86000, 86,000.5 or 12.05. Raises ValueError in words."""
    plain = "".join(str(text).split()).translate({ord(","): None, ord("，"): None}).removesuffix("元")
    if not plain.isascii() or not PLAIN.fullmatch(plain):
        raise ValueError("金额应写作 86000 或者 86000.50，单位是元，至多两位小数")
    whole, _, rest = plain.partition(".")
    if int(whole) >= MOST_YUAN:
        raise ValueError("金额太大，请核对单位是否为元")
    return int(whole) * FEN + int(rest.ljust(2, "0") or 0)


class YuanField(forms.CharField):
    """An amount in yuan above zero; cleans to fen. With `may_be_zero` nothing is an amount too."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, may_be_zero=False, **kwargs):
        super().__init__(**{"max_length": 24, "help_text": "单位：元，至多两位小数"} | kwargs)
        self.may_be_zero = may_be_zero

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            fen = fen_from(text)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if not fen and not self.may_be_zero:
            raise ValidationError("金额应大于零")
        return fen
