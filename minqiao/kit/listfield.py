"""Several texts under one name: numbered requests, their answers, dated promises."""

from django import forms
from django.core.exceptions import ValidationError


class ListWidget(forms.Widget):
    """As many boxes as there are texts, plus `extra` empty ones; all carry the same name."""

    template_name = "ui/list_widget.html"

    def __init__(self, attrs=None, extra=1, kind="textarea", labels=()):
        super().__init__(attrs)
        self.extra, self.kind, self.labels = extra, kind, labels

    def value_from_datadict(self, data, files, name):
        if hasattr(data, "getlist"):
            return data.getlist(name)
        value = data.get(name)
        return value if isinstance(value, list) else [value] if value else []

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def boxes(self, value):
        """The texts to show: what there is, then the empty boxes."""
        return [*(value or []), *[""] * self.extra]


class ListField(forms.Field):
    """A list of texts, each cleaned by `base`. With `keep_empty` the positions stay (answers to requests)."""

    widget = ListWidget

    def __init__(self, base=None, *, min_items=0, max_items=30, keep_empty=False, **kwargs):
        super().__init__(**kwargs)
        self.base = base or forms.CharField(required=False)
        self.base.required = False
        self.min_items, self.max_items, self.keep_empty = min_items, max_items, keep_empty

    def clean(self, value):
        items = [self._one(position, item) for position, item in enumerate(value or [], 1)]
        kept = items if self.keep_empty else [item for item in items if item not in ("", None)]
        if len(kept) > self.max_items:
            raise ValidationError(f"最多{self.max_items}条，现有{len(kept)}条")
        if len([item for item in kept if item not in ("", None)]) < self.min_items:
            raise ValidationError(f"至少填写{self.min_items}条" if self.min_items > 1 else "请至少填写一条")
        return kept

    def _one(self, position, item):
        if not isinstance(item, str | None) and not hasattr(item, "isoformat"):
            raise ValidationError(f"第{position}条不是文字")
        try:
            return self.base.clean(item)
        except ValidationError as error:
            raise ValidationError(f"第{position}条：{'；'.join(error.messages)}") from error

    def has_changed(self, initial, data):
        return (initial or []) != [item for item in data or [] if item]
