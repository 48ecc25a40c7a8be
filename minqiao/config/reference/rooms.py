"""What each room offers the house."""

from minqiao.config.reference.markdown import code, page, table
from minqiao.kit.mechanism import mechanisms


def rooms() -> str:
    """The page."""
    heads = ("栏目", "地址", "流程", "表格", "会发出通知的动作", "首页图表", "待办", "定时任务", "接口")
    return page(
        "各个栏目",
        "每个栏目（room）在 mechanism.py 中说明自己提供什么；菜单、地址、接口、待办、表格、通知都由此汇集。",
        table(heads, [_line(room) for room in mechanisms()]),
    )


def _line(room):
    told = sum(len(notices) for notices in room.notices.values())
    return (
        room.label,
        code(f"/{room.slug}/" if room.slug else "/") if room.web.urls else "",
        "、".join(workflow.label for workflow in room.workflows),
        "、".join(sheet.label for sheet in room.data.sheets),
        told or "",
        len(room.web.figures) or "",
        "有" if room.web.inbox else "",
        len(room.tasks) or "",
        code(f"/api/v1/{room.slug}/") if room.api else "",
    )
