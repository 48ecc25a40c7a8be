"""What a person may type: what to look for in the list, why a paper is void, which papers to bundle."""

from django import forms

from minqiao.foundation.attachments.forms import ExaminedFile
from minqiao.instruments.papers.choices import Form, PaperKind


class Search(forms.Form):
    """The filter of the list."""

    q = forms.CharField(label="文号或标题", max_length=80, required=False)
    kind = forms.ChoiceField(label="文种", choices=[("", "全部"), *PaperKind.choices], required=False)
    case = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)


class StartBundle(Search):
    """The same filter, and the format wanted."""

    form = forms.ChoiceField(choices=[(Form.PDF, Form.PDF.label), (Form.DOCX, Form.DOCX.label)])


class VoidPaper(forms.Form):
    """Why a paper no longer counts."""

    reason = forms.CharField(
        label="作废原因",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="文号不再使用，作废记录永久保留",
    )


class Scan(forms.Form):
    """The scan of a signed and sealed paper."""

    upload = ExaminedFile(label="签字盖章后的扫描件")
