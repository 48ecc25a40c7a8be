"""Judgements on units. No web, no database."""

from minqiao.registry.units.choices import UNDER_GOVERNMENT

BASIS = "地方组织法第七十三条：政府领导所属各工作部门和下级人民政府的工作"
KEEPERS = frozenset({"deputy_affairs", "gov_office", "system_admin", "clock"})


def is_under_government(unit) -> bool:
    """Whether the government may order it; not court, procuratorate, supervisory or party bodies."""
    return unit.kind in UNDER_GOVERNMENT


def by_keeper(actor, unit=None) -> str:
    """Who keeps the list of units: deputy affairs, the government office, the administrator."""
    return "" if actor.role in KEEPERS else "承办单位名录由代表工作委员会、政府办公室或系统管理员维护"
