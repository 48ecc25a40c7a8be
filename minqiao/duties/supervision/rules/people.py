"""Who may (domain.md 2.3: chairs' council leads, special committees supervise all, units answer)."""

from minqiao.foundation.accounts.choices import UNIT_ROLES, Role


def _own_matter(actor, item):
    seats = actor.also_as(Role.DEPUTY)
    mine = seats and seats & item.signer_ids  # who holds no seat is not looked for among the signers
    return "您是其中建议的提出人，不能以承办单位身份办理，请由他人办理" if mine else ""


def may_propose(actor):
    """A special committee proposes; the deputy affairs committee may enter it for one."""
    mine = actor.role in (Role.SPECIAL_COMMITTEE, Role.DEPUTY_AFFAIRS)
    return "" if mine else "重点督办建议由专门委员会提请，代表工作委员会可以代为录入"


def by_proposer(actor, item):
    """The committee that proposed it, or the deputy affairs committee."""
    own = actor.speaks_for(item.proposed_by_id, Role.SPECIAL_COMMITTEE)
    mine = own or actor.works_in(item.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有提请的专门委员会或者代表工作委员会可以进行此操作"


def by_chairs(actor, item):
    """The chairs' council decides in its meeting; the deputy affairs committee enters the decision."""
    mine = actor.works_in(item.congress_id, Role.CHAIRS_COUNCIL, Role.DEPUTY_AFFAIRS)
    return "" if mine else "由主任会议决定，代表工作委员会可以凭会议纪要登记"


def by_affairs(actor, item):
    """The deputy affairs committee keeps the plan of supervision."""
    return "" if actor.works_in(item.congress_id, Role.DEPUTY_AFFAIRS) else "只有代表工作委员会可以进行此操作"


def by_supervisor(actor, item):
    """The leader, the supervising committee, or the deputy affairs committee for them."""
    leads = actor.speaks_for(item.leader_id, Role.CHAIRS_COUNCIL)
    oversees = actor.speaks_for(item.committee_id, Role.SPECIAL_COMMITTEE)
    mine = leads or oversees or actor.works_in(item.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有领衔督办领导、督办机构或者代表工作委员会可以进行此操作"


def by_unit(actor, item):
    """Whoever speaks for the unit that leads the handling."""
    if actor.speaks_for(item.unit_id, *UNIT_ROLES):
        return _own_matter(actor, item)
    return "只有牵头承办单位可以进行此操作"


def by_unit_principal(actor, item):
    """The principal handles a key item himself, and signs its report."""
    if actor.speaks_for(item.unit_id, Role.UNIT_PRINCIPAL):
        return _own_matter(actor, item)
    return "重点督办建议的报告须由牵头承办单位主要负责人签发"


# Of counterpart supervision and delegated checks:


def by_affairs_for(actor, counterpart):
    """The deputy affairs committee of the suggestion's congress."""
    mine = actor.works_in(counterpart.suggestion.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有代表工作委员会可以进行此操作"


def by_its_committee(actor, counterpart):
    """The committee that oversees the suggestion, or the deputy affairs committee."""
    own = actor.speaks_for(counterpart.committee_id, Role.SPECIAL_COMMITTEE)
    mine = own or actor.works_in(counterpart.suggestion.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有对口督办的委员会或者代表工作委员会可以进行此操作"


def by_county(actor, check):
    """The deputy affairs committee of the county that was asked."""
    mine = actor.works_in(check.asked_of_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有受托的县级人大代表工作机构可以进行此操作"


def by_delegating(actor, check):
    """The committee that asked for the check, or the city's deputy affairs committee."""
    own = actor.speaks_for(check.committee_id, Role.SPECIAL_COMMITTEE)
    mine = own or actor.works_in(check.suggestion.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有委托的委员会或者市级代表工作委员会可以进行此操作"


# Of chasing:


def may_chase(actor):
    """Chasers and circulars are issued by the deputy affairs committee or the government office."""
    mine = actor.role in (Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE)
    return "" if mine else "催办通知和通报由代表工作委员会或者政府办公室（督查室）印发"


def by_chased_unit(actor, chase):
    """The unit that was written to."""
    mine = actor.speaks_for(chase.unit_id, *UNIT_ROLES)
    return "" if mine else "只有被催办的承办单位可以回复"
