"""Several texts under one name: numbered requests, their answers; rows of several lists: dated promises."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
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
        return label + self.box(text, name=name, id=f"{id_}_{position}", rows=5 if asked else 3)

    def box(self, text, rows=3, first="", **attrs):
        """One box with this text. `first`: the empty choice of a select; `rows`: a textarea's height."""
        text = "" if text is None else text
        if self.kind == "textarea":
            return format_html("<textarea{}>{}</textarea>", flatatt(attrs | {"rows": rows}), text)
        if self.kind == "select":
            picks = (
                (word, " selected" if word == text else "", word or first) for word in ("", *self.options)
            )
            picks = format_html_join("", '<option value="{}"{}>{}</option>', picks)
            return format_html("<select{}>{}</select>", flatatt(attrs), picks)
        type_ = "date" if self.kind == "date" else "text"
        return format_html("<input{}>", flatatt(attrs | {"type": type_, "value": str(text)}))


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
        while len(kept) > self.max_items and kept[-1] in ("", None):
            kept.pop()  # rows offered and left empty
        if len(kept) > self.max_items:
            raise ValidationError(f"最多{self.max_items}条，现有{len(kept)}条")
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


@dataclass(frozen=True)
class Rows:
    """Lists of equal length that people fill in row by row, one box of each side by side.

    Each list stays a field of the form (`keep_empty`), so that the API sends them as lists. `columns` are
    pairs of the field's name and the words for one of its boxes; `extra` empty rows are offered.
    """

    label: str
    columns: tuple[tuple[str, str], ...]
    help: str = ""
    extra: int = 2

    @property
    def names(self):
        return tuple(name for name, _ in self.columns)

    @property
    def words(self):
        """What a row is made of, as people read it."""
        return "、".join(words for _, words in self.columns)

    def bound(self, form):
        """The form's fields in the order of the columns."""
        return [form[name] for name in self.names]

    def drawn(self, form):
        """The rows of boxes, filled as far as the form is."""
        lists = [form[name].value() or [] for name in self.names]
        many = max(map(len, lists)) + self.extra
        return [self._row(form, lists, at) for at in range(many)]

    def _row(self, form, lists, at):
        boxes = []
        for (name, words), values in zip(self.columns, lists, strict=True):
            bound, text = form[name], values[at] if at < len(values) else ""
            attrs = {"name": bound.html_name, "aria-label": f"第{at + 1}项{words}"}
            if bound.field.widget.kind == "input":
                attrs |= {"placeholder": words, "maxlength": bound.field.base.max_length or False}
            boxes.append((bound.field.widget.box(text, first=words, **attrs),))
        return format_html_join("", "{}", boxes)

    def zipped(self, data):
        """The filled rows of the cleaned lists; ValidationError where one is filled only in part."""
        lists = [data.get(name) or [] for name in self.names]
        if len({len(one) for one in lists}) > 1:
            raise ValidationError({self.names[-1]: f"{self.words}的条数不一致，请一一对应"})
        rows = list(zip(*lists, strict=True))
        for number, row in enumerate(rows, 1):
            if any(row) and not all(row):
                raise ValidationError({self.names[-1]: f"第{number}项没有填全，{self.words}都要填"})
        return [row for row in rows if any(row)]
