"""Judgements on deputies and their mandates. No web, no database."""

KEEPERS = frozenset({"deputy_affairs", "system_admin", "clock"})
CONTACT_READERS = frozenset({"deputy_affairs", "secretariat"})
OWN_ROLES = ("deputy", "committee_member", "chairs_council")
LAW_SUSPEND = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第六十一条"
LAW_END = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第六十二条"


def by_keeper(actor, subject=None) -> str:
    """The register of deputies is kept by the deputy affairs committee; the administrator may import."""
    return "" if actor.role in KEEPERS else "代表名册由代表工作委员会维护"


def by_deputy_affairs(actor, mandate) -> str:
    """A mandate's state changes by the deputy affairs committee of a congress that keeps its register."""
    if actor.role != "deputy_affairs":
        return "代表资格的变动由代表工作委员会登记"
    return "" if actor.realm_id in mandate.keeper_ids else "这一代表资格不在本级人大登记范围内"


def not_own(actor, mandate) -> str:
    """Nobody registers a change of his own mandate."""
    own = any(mandate.pk in actor.scopes_as(role) for role in OWN_ROLES)
    return "不能登记本人代表资格的变动" if own else ""


def contact_closed_to(actor, deputy) -> str:
    """Why this actor may not see a deputy's phone and address in full, or "" (PIPL: only as duty needs)."""
    if actor.user_id and deputy.user_id == actor.user_id:
        return ""
    if actor.role in CONTACT_READERS:
        return ""
    return "联系方式只对代表本人和人大代表工作机构开放"


def reasons_closed_to(actor, deputy) -> str:
    """Why this actor may not read why a mandate rests or ended, or ""; the reasons are sensitive."""
    if actor.role == "deputy_affairs" or (actor.user_id and deputy.user_id == actor.user_id):
        return ""
    return "变动原因和记录只对代表本人和代表工作委员会开放"


def masked_address(text) -> str:
    """An address hidden whole: its beginning and end would tell the village."""
    return "****" if text else ""


def initials_of(pinyin) -> str:
    """The first letters of syllables: wang xiao ming gives wxm."""
    return "".join(syllable[0] for syllable in pinyin.split())


def roles_of(is_committee_member, is_chairs_council) -> list[str]:
    """The roles a mandate carries."""
    wanted = {"committee_member": is_committee_member, "chairs_council": is_chairs_council}
    return ["deputy", *(role for role, held in wanted.items() if held)]
