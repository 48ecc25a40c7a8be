"""Several texts under one name: numbered requests, their answers, dated promises."""

from itertools import zip_longest

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join


class ListWidget(forms.Widget):
    """As many boxes as there are texts, plus `extra` empty ones; all carry the same name.

    `kind` is textarea, input, date or select (one of the words `options`); `labels` stand above the boxes
    (the requests above their answers).
    """

    def __init__(self, attrs=None, extra=1, kind="textarea", labels=(), options=()):
        super().__init__(attrs)
        self.extra, self.kind, self.labels, self.options = extra, kind, labels, options

    def value_from_datadict(self, data, files, name):
        if hasattr(data, "getlist"):
            return data.getlist(name)
        value = data.get(name)
        return value if isinstance(value, list) else [value] if value else []

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def id_for_label(self, id_):
        return f"{id_}_1" if id_ else id_

    def render(self, name, value, attrs=None, renderer=None):
        id_ = (attrs or {}).get("id", f"id_{name}")
        texts = [*(value or []), *[""] * self.extra]
        texts += [""] * (len(self.labels) - len(texts))
        boxes = ((self._box(name, id_, position, text),) for position, text in enumerate(texts, 1))
        return format_html('<div class="boxes" id="{}">{}</div>', id_, format_html_join("", "{}", boxes))

    def _box(self, name, id_, position, text):
        asked = self.labels[position - 1] if position <= len(self.labels) else ""
        words = format_html("第{}条{}", position, f"：{asked}" if asked else "")
        look = "box-label asked" if asked else "box-label"
        label = format_html('<label for="{}_{}" class="{}">{}</label>', id_, position, look, words)
        text = "" if text is None else text
        if self.kind == "textarea":
            rows = 5 if asked else 3
            box = '<textarea name="{}" id="{}_{}" rows="{}">{}</textarea>'
            return format_html("{}" + box, label, name, id_, position, rows, text)
        if self.kind == "select":
            picks = ((word, " selected" if word == text else "", word) for word in ("", *self.options))
            picks = format_html_join("", '<option value="{}"{}>{}</option>', picks)
            return format_html(
                '{}<select name="{}" id="{}_{}">{}</select>', label, name, id_, position, picks
            )
        box = '<input name="{}" id="{}_{}" type="{}" value="{}">'
        type_ = "date" if self.kind == "date" else "text"
        return format_html("{}" + box, label, name, id_, position, type_, text)


def in_rows(*lists):
    """What stands side by side in lists that keep their positions: its rows, wholly empty ones left out.

    None when a row has something in one list and nothing in another: nobody could say what belongs to what.
    """
    rows = [row for row in zip_longest(*lists) if any(row)]
    return rows if all(all(row) for row in rows) else None


class ListField(forms.Field):
    """A list of texts, each cleaned by `base`. With `keep_empty` the positions stay (answers to requests)."""

    widget = ListWidget

    def __init__(self, base=None, *, min_items=0, max_items=30, keep_empty=False, **kwargs):
        super().__init__(**kwargs)
        self.base = base or forms.CharField(required=False)
        self.base.required = False
        self.min_items, self.max_items, self.keep_empty = min_items, max_items, keep_empty

    def clean(self, value):
        """The cleaned texts; ValidationError names the place of what is wrong."""
        items = [self._one(position, item) for position, item in enumerate(value or [], 1)]
        filled = [item for item in items if item not in ("", None)]
        kept = items if self.keep_empty else filled
        told = max((place for place, item in enumerate(kept, 1) if item not in ("", None)), default=0)
        if told > self.max_items:  # boxes left empty at the end are none
            raise ValidationError(f"最多{self.max_items}条，现有{told}条")
        if len(filled) < self.min_items:
            raise ValidationError(f"至少填写{self.min_items}条" if self.min_items > 1 else "请至少填写一条")
        return kept

    def _one(self, position, item):
        if not isinstance(item, str | None) and not hasattr(item, "isoformat"):
            raise ValidationError(f"第{position}条不是文字")
        try:
            return self.base.clean(item)
        except ValidationError as error:
            raise ValidationError(f"第{position}条：{'；'.join(error.messages)}") from error
