"""Divisions in and out of a spreadsheet."""

from minqiao.foundation.accounts.choices import Role
from minqiao.kit.sheets import Column, Sheet
from minqiao.registry.areas import actions, forms, queries

AREAS = Sheet(
    slug="areas",
    label="行政区划",
    form=forms.AreaRow,
    columns=(
        Column("code", "代码", "12位；管理区用Z开头的自编代码", text=True),
        Column("name", "名称"),
        Column("also_written", "又名", "多个用顿号隔开"),
        Column("level", "层级", "市、县（市、区）、乡镇（街道）、村（社区）、管理区"),
        Column("kind", "类别", "如 镇、街道、民族乡、村委会"),
        Column("parent", "上级代码", text=True),
    ),
    keys=("code",),
    rows=queries.area_rows,
    save=actions.save_area,
    lookups=queries.gazetteer,
    importers=frozenset({Role.SYSTEM_ADMIN}),
)
