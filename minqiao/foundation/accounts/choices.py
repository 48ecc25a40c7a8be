"""The words: roles, and what keeps a capacity from acting."""

from django.db.models import TextChoices


class Role(TextChoices):
    """In what capacity a person acts (domain.md, who sees what)."""

    DEPUTY = "deputy", "代表"
    COMMITTEE_MEMBER = "committee_member", "常委会组成人员"
    CHAIRS_COUNCIL = "chairs_council", "主任会议成员"
    DEPUTY_AFFAIRS = "deputy_affairs", "代表工作委员会"
    SECRETARIAT = "secretariat", "大会秘书处议案组"
    SPECIAL_COMMITTEE = "special_committee", "专门委员会"
    GOV_OFFICE = "gov_office", "政府办公室（督查室）"
    GOV_LEADER = "gov_leader", "政府领导"
    UNIT_OFFICER = "unit_officer", "承办人"
    UNIT_DEPUTY_HEAD = "unit_deputy_head", "承办单位分管领导"
    UNIT_PRINCIPAL = "unit_principal", "承办单位主要负责人"
    STATION_KEEPER = "station_keeper", "联络站工作人员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDITOR = "auditor", "审计员"


CONGRESS_STAFF = frozenset({Role.DEPUTY_AFFAIRS, Role.SECRETARIAT})
CONGRESS_LEADERS = frozenset({Role.COMMITTEE_MEMBER, Role.CHAIRS_COUNCIL, Role.SPECIAL_COMMITTEE})
UNIT_ROLES = frozenset({Role.UNIT_OFFICER, Role.UNIT_DEPUTY_HEAD, Role.UNIT_PRINCIPAL})
MANDATE_ROLES = frozenset({Role.DEPUTY, Role.COMMITTEE_MEMBER, Role.CHAIRS_COUNCIL})
THREE_OFFICES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
STAFF_ROLES = frozenset(Role) - {Role.DEPUTY}
