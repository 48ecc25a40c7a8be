"""What a person gives to import: a file, and whether it is only a trial."""

from django import forms
from django.core.exceptions import ValidationError

from minqiao.kit.sheetfiles import FILE_LIMIT


class Upload(forms.Form):
    """A spreadsheet to take in."""

    file = forms.FileField(
        label="文件",
        help_text="Excel 工作簿（.xlsx）或 CSV；只读第一张表",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    is_trial = forms.BooleanField(
        label="只试一遍，不保存", required=False, help_text="先看看哪些行有误，再正式导入"
    )

    def clean_file(self):
        """Kind and size; the content is looked at when it is read."""
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith((".xlsx", ".csv")):
            raise ValidationError("只能读 .xlsx 和 .csv 文件；请用 Excel 或 WPS 另存为 .xlsx 后再试")
        if file.size > FILE_LIMIT:
            raise ValidationError(f"文件超过{FILE_LIMIT // 1024 // 1024}兆，请分成几个文件")
        return file
