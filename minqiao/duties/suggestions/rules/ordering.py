"""Whom each side may order: the government what it leads, the Congress side the organs beside it.

The law puts government, supervisory commission, court and procuratorate side by side under the congress
(宪法第三条, 地方组织法第七十三条). An assisting unit is not ordered: it gives its opinion to the lead.
"""

from minqiao.duties.suggestions.choices import ANSWERING
from minqiao.registry.units.rules import BASIS, is_under_government


def _answering(units):
    return [unit for unit, role, _ in units if role in ANSWERING]


def government_may_order(units) -> str:
    """Why the government office cannot give the matter to these `units` (unit, role, part), or ""."""
    beyond = [unit.name for unit in _answering(units) if not is_under_government(unit)]
    if not beyond:
        return ""
    names = "、".join(beyond)
    return f"{names}不属于政府系统，政府办公室不能向它分办，请代表工作委员会直接交办（依据：{BASIS}）"


def congress_hands_over(units) -> str:
    """Why the Congress side does not hand this over itself (only government units answer), or ""."""
    if any(not is_under_government(unit) for unit in _answering(units)):
        return ""
    return (
        "所选的都是政府系统的单位，由政府办公室分办；直接交办用于人民法院、人民检察院、监察委员会和党群部门"
    )
