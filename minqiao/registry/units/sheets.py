"""Units and duty lists in and out of a spreadsheet."""

from minqiao.kit.sheets import Column, Sheet
from minqiao.registry.areas.queries import gazetteer
from minqiao.registry.units import actions, forms, queries
from minqiao.registry.units.rules import KEEPERS

UNITS = Sheet(
    slug="units",
    label="承办单位",
    form=forms.UnitRow,
    columns=(
        Column("code", "单位编号", "本平台内不重复，重复导入时按它认出同一单位", text=True),
        Column("name", "全称", width=30),
        Column("short_name", "简称"),
        Column("kind", "类别", "政府工作部门、县级政府（管委会）、党群部门、人民法院等"),
        Column("area", "所属区划", "名称或12位代码", text=True),
        Column("reply_word", "发文代字", "如 毕交函"),
        Column("contact_name", "联系人"),
        Column("contact_phone", "联系电话", text=True),
        Column("is_active", "在用", "是或否"),
    ),
    keys=("code",),
    rows=queries.unit_rows,
    save=actions.save_unit,
    lookups=gazetteer,
    importers=KEEPERS,
)

DUTIES = Sheet(
    slug="unit-duties",
    label="承办单位职责清单",
    form=forms.DutyRow,
    columns=(
        Column("unit", "单位", "单位编号、全称或不重复的简称", width=30),
        Column("words", "职责", "一行一条，如 国省干线和农村公路建设养护", width=60),
        Column("topic", "类别"),
    ),
    keys=("unit", "words"),
    rows=queries.duty_rows,
    save=actions.save_duty,
    lookups=queries.units_by_any_name,
    importers=KEEPERS,
)
