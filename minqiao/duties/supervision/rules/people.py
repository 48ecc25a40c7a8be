"""Who may (domain.md 2.3: chairs' council leads, special committees supervise all, units answer)."""

from minqiao.foundation.accounts.choices import UNIT_ROLES, Role


def _own_matter(actor, item):
    mine = actor.scopes_as(Role.DEPUTY) & item.signer_ids if actor.role != Role.DEPUTY else ()
    return "您是其中建议的提出人，不能以承办单位身份办理，请由他人办理" if mine else ""


def _is_affairs(actor, realm_id):
    return actor.role == Role.DEPUTY_AFFAIRS and actor.realm_id == realm_id


def may_propose(actor):
    """A special committee proposes; the deputy affairs committee may enter it for one."""
    mine = actor.role in (Role.SPECIAL_COMMITTEE, Role.DEPUTY_AFFAIRS)
    return "" if mine else "重点督办建议由专门委员会提请，代表工作委员会可以代为录入"


def by_proposer(actor, item):
    """The committee that proposed it, or the deputy affairs committee."""
    own = actor.role == Role.SPECIAL_COMMITTEE and actor.scope_id == item.proposed_by_id
    mine = own or _is_affairs(actor, item.congress_id)
    return "" if mine else "只有提请的专门委员会或者代表工作委员会可以进行此操作"


def by_chairs(actor, item):
    """The chairs' council decides in its meeting; the deputy affairs committee enters the decision."""
    chairs = actor.role == Role.CHAIRS_COUNCIL and actor.realm_id == item.congress_id
    mine = chairs or _is_affairs(actor, item.congress_id)
    return "" if mine else "由主任会议决定，代表工作委员会可以凭会议纪要登记"


def by_affairs(actor, item):
    """The deputy affairs committee keeps the plan of supervision."""
    return "" if _is_affairs(actor, item.congress_id) else "只有代表工作委员会可以进行此操作"


def by_supervisor(actor, item):
    """The leader, the supervising committee, or the deputy affairs committee for them."""
    leads = actor.role == Role.CHAIRS_COUNCIL and actor.scope_id == item.leader_id
    oversees = actor.role == Role.SPECIAL_COMMITTEE and actor.scope_id == item.committee_id
    mine = leads or oversees or _is_affairs(actor, item.congress_id)
    return "" if mine else "只有领衔督办领导、督办机构或者代表工作委员会可以进行此操作"


def by_unit(actor, item):
    """Whoever speaks for the unit that leads the handling."""
    if actor.role in UNIT_ROLES and actor.scope_id == item.unit_id:
        return _own_matter(actor, item)
    return "只有牵头承办单位可以进行此操作"


def by_unit_principal(actor, item):
    """The principal handles a key item himself, and signs its report."""
    if actor.role == Role.UNIT_PRINCIPAL and actor.scope_id == item.unit_id:
        return _own_matter(actor, item)
    return "重点督办建议的报告须由牵头承办单位主要负责人签发"


# Of counterpart supervision and delegated checks:


def by_affairs_for(actor, counterpart):
    """The deputy affairs committee of the suggestion's congress."""
    mine = _is_affairs(actor, counterpart.suggestion.congress_id)
    return "" if mine else "只有代表工作委员会可以进行此操作"


def by_its_committee(actor, counterpart):
    """The committee that oversees the suggestion, or the deputy affairs committee."""
    own = actor.role == Role.SPECIAL_COMMITTEE and actor.scope_id == counterpart.committee_id
    mine = own or _is_affairs(actor, counterpart.suggestion.congress_id)
    return "" if mine else "只有对口督办的委员会或者代表工作委员会可以进行此操作"


def by_county(actor, check):
    """The deputy affairs committee of the county that was asked."""
    return "" if _is_affairs(actor, check.asked_of_id) else "只有受托的县级人大代表工作机构可以进行此操作"


def by_delegating(actor, check):
    """The committee that asked for the check, or the city's deputy affairs committee."""
    own = actor.role == Role.SPECIAL_COMMITTEE and actor.scope_id == check.committee_id
    mine = own or _is_affairs(actor, check.suggestion.congress_id)
    return "" if mine else "只有委托的委员会或者市级代表工作委员会可以进行此操作"


# Of chasing:


def may_chase(actor):
    """Chasers and circulars are issued by the deputy affairs committee or the government office."""
    mine = actor.role in (Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE)
    return "" if mine else "催办通知和通报由代表工作委员会或者政府办公室（督查室）印发"


def by_chased_unit(actor, chase):
    """The unit that was written to."""
    mine = actor.role in UNIT_ROLES and actor.scope_id == chase.unit_id
    return "" if mine else "只有被催办的承办单位可以回复"
