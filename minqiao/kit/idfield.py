"""A choice of several rows by their ids, in the order in which they were named."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.kit.ids import id_from


class ManyByIdField(forms.ModelMultipleChoiceField):
    """Several rows of a queryset as a list, in the order named; no id too long for a table reaches it."""

    def clean(self, value):
        """The rows; what is no id of theirs is refused as the plain field refuses it."""
        if not isinstance(value, list | tuple):
            return list(super().clean(value))
        ids = [self._id(one) for one in value]
        order = {pk: position for position, pk in enumerate(ids)}
        return sorted(super().clean(ids), key=lambda row: order[row.pk])

    def _id(self, text):
        found = id_from(text)
        if found is None:
            words = self.error_messages["invalid_pk_value"]
            raise ValidationError(words, code="invalid_pk_value", params={"pk": text})
        return found
