"""What a person sends with a file. The examination happens here, so that its reason stands at the field."""

from django import forms

from minqiao.foundation.attachments.rules import ACCEPT, NOTICE, SECRETS_LAW, examine, secrecy_mark


class ExaminedFile(forms.FileField):
    """A file field whose cleaned value is an Examined, ready for `actions.keep`."""

    widget = forms.ClearableFileInput(attrs={"accept": ACCEPT})
    default_error_messages = {
        "required": "请选择要上传的文件",
        "empty": "文件是空的，请检查后重新上传",
        "invalid": "没有收到文件，请重新选择",
    }

    def __init__(self, **options):
        super().__init__(**{"label": "文件", "help_text": NOTICE, **options})

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return upload
        examined = examine(upload)
        if examined.why:
            basis = f"（依据：{examined.basis}）" if examined.basis else ""
            raise forms.ValidationError(examined.why + basis)
        return examined


class Upload(forms.Form):
    """One file, what it is, and the question whether it is a state secret."""

    upload = ExaminedFile()
    note = forms.CharField(label="说明", max_length=200, required=False)
    is_signed_scan = forms.BooleanField(label="这是签字盖章的扫描件", required=False)
    is_secret = forms.BooleanField(label="内容涉及国家秘密", required=False)

    def clean_note(self):
        note = self.cleaned_data["note"]
        if why := secrecy_mark(note):
            raise forms.ValidationError(f"{why}（依据：{SECRETS_LAW}）")
        return note

    def clean_is_secret(self):
        if self.cleaned_data["is_secret"]:
            raise forms.ValidationError(
                f"涉及国家秘密的内容不能上传，请改走机要（纸质）渠道。系统没有保存这份文件。（依据：{SECRETS_LAW}）"
            )
        return False
