"""Judgements on units. No web, no database."""

KEEPERS = frozenset({"deputy_affairs", "gov_office", "system_admin", "clock"})


def by_keeper(actor, unit=None) -> str:
    """Who keeps the list of units: deputy affairs, the government office, the administrator."""
    return "" if actor.role in KEEPERS else "承办单位名录由代表工作委员会、政府办公室或系统管理员维护"
