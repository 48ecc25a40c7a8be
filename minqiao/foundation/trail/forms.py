"""What the auditor asks for."""

from django import forms


class Filter(forms.Form):
    """Days, a person, a kind of act. Nothing asked: everything."""

    first = forms.DateField(label="自", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label="至", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    person = forms.CharField(label="姓名", required=False, max_length=60)
    action = forms.CharField(
        label="动作", required=False, max_length=60, help_text="如：登录、交办、授予职务"
    )

    def clean(self):
        data = super().clean()
        if data.get("first") and data.get("last") and data["last"] < data["first"]:
            self.add_error("last", "截止日早于起始日")
        return data
