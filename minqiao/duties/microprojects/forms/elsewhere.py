"""A line of the register of works that other money pays for, as a row of the spreadsheet."""

from django import forms

from minqiao.kit.money import YuanField
from minqiao.registry.areas.forms import PlaceField


class FundedWorkRow(forms.Form):
    """Which source gave how much for what, where, by which document."""

    source = forms.CharField(label="资金来源", max_length=100)
    year = forms.IntegerField(label="年度", min_value=1949, max_value=2200)
    county = PlaceField(label="县（市、区）")
    place = forms.CharField(label="地点", max_length=80)
    title = forms.CharField(label="项目名称", max_length=100)
    amount = YuanField(label="安排金额（元）")
    reference = forms.CharField(label="文号", max_length=60)

    def __init__(self, data=None, *, lookups=None):
        super().__init__(data)
        self.fields["county"].places = lookups
