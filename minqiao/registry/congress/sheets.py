"""The register of deputies in and out of a spreadsheet: one row per mandate."""

from minqiao.kit.sheets import Column, Sheet
from minqiao.registry.congress import actions, forms, queries
from minqiao.registry.congress.choices import Level
from minqiao.registry.congress.rules import KEEPERS

DEPUTIES = Sheet(
    slug="deputies",
    label="代表名册",
    form=forms.DeputyRow,
    columns=(
        Column("code", "代表编号", "一人一号；同一人在几级人大任代表，分几行写，编号相同", text=True),
        Column("name", "姓名", width=10),
        Column("sex", "性别", "女或男", width=6),
        Column("nationality", "民族", "写全称，如 彝族", width=10),
        Column("birth_year", "出生年份", "四位数，如 1978", width=10),
        Column("post", "单位及职务", width=30),
        Column("phone", "电话", "加密保存；带*的表示不改", text=True),
        Column("address", "通讯地址", "加密保存；带*的表示不改", width=30),
        Column("congress", "人大", "已登记的人大全称，如 毕节市第三届人民代表大会", width=28),
        Column("level", "层级", f"可不填；填了须与人大相符：{'、'.join(Level.labels)}", width=8),
        Column("delegation", "代表团", "已登记的代表团名称"),
        Column("certificate_no", "代表证号", "同一人大内不重复；不填则用代表编号", text=True),
        Column("area", "选举单位", "区划名称或12位代码；名称有重复时填代码", text=True),
        Column("is_committee_member", "常委会组成人员", "是或否", width=10),
        Column("is_chairs_council", "主任会议成员", "是或否", width=10),
        Column("starts_on", "起始日", "如 2022-02-15；不填则为任期开始日", width=12),
    ),
    keys=("code", "congress"),
    rows=queries.deputy_rows,
    save=actions.save_deputy_row,
    save_many=actions.save_deputy_rows,
    lookups=queries.deputy_lookups,
    importers=KEEPERS,
    note="暂停、恢复、终止代表资格不在表格中办理，请在代表页面逐人登记。",
)
