"""What a person gives to import a calendar: the file, and the notice it was copied from."""

from django import forms

from minqiao.foundation.workdays.rules import read
from minqiao.kit.command import decoded

LARGEST = 1024 * 1024
SHOWN = 20


class CalendarForm(forms.Form):
    """A CSV of whole years. The cleaned data carries `rows`."""

    source = forms.CharField(
        label="通知名称和文号",
        max_length=200,
        help_text="例如：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕×号）",
    )
    file = forms.FileField(
        label="日历文件（CSV）",
        help_text="列：日期、是否上班（1上班，0休息）、类别、节假日；一年须365天（闰年366天）齐全",
    )

    def clean_file(self):
        """The file's days, or each fault by row and column."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError("文件超过1兆字节，不像是日历")
        try:
            rows, faults = read(decoded(upload.read()))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        if faults:
            more = [f"另有{len(faults) - SHOWN}处"] if len(faults) > SHOWN else []
            raise forms.ValidationError([*faults[:SHOWN], *more])
        self.cleaned_data["rows"] = rows
        return upload
