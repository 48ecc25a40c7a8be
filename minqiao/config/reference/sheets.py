"""The spreadsheets that can be brought in and taken out, with their columns."""

from minqiao.config.reference.markdown import code, page, table
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import mechanisms


def sheets() -> str:
    """The page."""
    found = [(room, sheet) for room in mechanisms() for sheet in room.data.sheets]
    return page(
        "表格",
        "导入 `minqiao import 表名 文件`，导出 `minqiao export 表名 文件`，支持 .xlsx 和 .csv；"
        "网页上的导入导出是同一套表格。导入与网页填写用同一套校验，好的行入库，坏的行注明行列和原因退回。",
        *(part for room, sheet in found for part in _sheet(room, sheet)),
    )


def _sheet(room, sheet):
    yield f"## {sheet.label}（`{sheet.slug}`）"
    keys = "、".join(column.label for column in sheet.columns if column.key in sheet.keys)
    again = f"按“{keys}”识别同一行，重复导入不产生重复记录。" if keys else ""
    yield f"{room.label}。{sheet.note}{_who(sheet)}{again}"
    must = {column.key for column in sheet.required()}
    rows = [(one.label, code(one.key), "必填" if one.key in must else "", one.help) for one in sheet.columns]
    yield table(("列", "字段", "", "说明"), rows)


def _who(sheet):
    importers = _names(sheet.importers) if sheet.save else ""
    exporters = _names(sheet.exporters or sheet.importers)
    return (f"可导入：{importers}。" if importers else "只能导出。") + f"可导出：{exporters}。"


def _names(roles):
    return "、".join(role.label for role in Role if role in roles)
