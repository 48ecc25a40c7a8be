"""Who may (domain.md 2.5). The working group (项目管理工作组) is seated in the deputy affairs committee."""

from minqiao.duties.microprojects.choices import CLOSED
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role

APPLICANTS = frozenset({Role.DEPUTY, Role.DEPUTY_AFFAIRS}) | UNIT_ROLES


def _is_affairs(actor, *realms):
    return any(actor.works_in(realm, Role.DEPUTY_AFFAIRS) for realm in realms if realm)


def _speaks_for(actor, unit_id):
    return bool(unit_id) and actor.speaks_for(unit_id, *UNIT_ROLES)


def is_signer(actor, subject):
    """Whether the person, in whatever capacity, raised or joined a suggestion the money is asked for."""
    own = actor.scopes_as(Role.DEPUTY) | ({actor.scope_id} if actor.role == Role.DEPUTY else frozenset())
    chairs = {actor.scope_id} if actor.role == Role.CHAIRS_COUNCIL else frozenset()
    return bool((own | chairs) & subject.signer_ids)


def may_apply(actor, suggestion):
    """A deputy for a suggestion of his own, a unit that handles it, or a deputy affairs committee."""
    if actor.role == Role.DEPUTY:
        return "" if actor.scope_id in suggestion.signer_ids else "只能为自己提出或者联名的建议申报"
    return "" if actor.role in APPLICANTS else "由代表、承办单位或者人大代表工作机构申报"


def may_keep_pool(actor):
    """The pool is kept by the working group."""
    mine = actor.role == Role.DEPUTY_AFFAIRS
    return "" if mine else "项目库由专项资金项目管理工作组（代表工作委员会）管理"


def by_applicant(actor, project):
    """Who applied, or the working group."""
    own = actor.speaks_for(project.applicant_scope_id, project.applicant_role)
    mine = own or _is_affairs(actor, project.congress_id)
    return "" if mine else "只有申报人或者项目管理工作组可以进行此操作"


def by_county(actor, project):
    """The deputy affairs committee of the county or township, or the working group with it."""
    mine = _is_affairs(actor, project.county_congress_id, project.congress_id)
    return "" if mine else "由项目所在地人大代表工作机构办理，项目管理工作组可以代为登记"


def by_group(actor, project):
    """The working group."""
    return "" if _is_affairs(actor, project.congress_id) else "由专项资金项目管理工作组（代表工作委员会）办理"


def by_finance(actor, project):
    """The finance bureau; where it is not on the platform, the working group enters its word."""
    for_it = not project.finance_unit_id and _is_affairs(actor, project.congress_id)
    mine = _speaks_for(actor, project.finance_unit_id) or for_it
    if mine and is_signer(actor, project):
        return "您是这件建议的提出人，不能审核、拨付由它申请的资金，请由他人办理"
    return "" if mine else "由财政部门办理"


def by_chairs(actor, subject):
    """The chairs' council decides, the working group enters the decision; nobody decides on his own."""
    chairs = actor.works_in(subject.congress_id, Role.CHAIRS_COUNCIL)
    if not chairs and not _is_affairs(actor, subject.congress_id):
        return "由主任会议决定，代表工作委员会可以凭会议纪要登记"
    own = is_signer(actor, subject)
    return "您是项目所依据建议的提出人，应当回避，请由他人登记" if own else ""


def by_builder(actor, project):
    """The unit in charge, or the county's committee for a township or village that builds."""
    mine = _speaks_for(actor, project.unit_id) or not by_county(actor, project)
    return "" if mine else "由项目责任单位办理，所在地人大代表工作机构可以代为登记"


def may_photograph(actor, project):
    """Whoever applies, builds or watches has pictures of the place, until the file is closed."""
    if project.state in CLOSED:
        return "项目已经办结，不再上传照片"
    mine = not by_applicant(actor, project) or not by_builder(actor, project) or is_signer(actor, project)
    return "" if mine else "由申报人、责任单位、提出建议的代表或者人大代表工作机构上传"


def by_watcher(actor, project):
    """The deputies who raised it watch the work; the committees may enter it for them."""
    mine = is_signer(actor, project) or not by_county(actor, project)
    return "" if mine else "由提出建议的代表察看，人大代表工作机构可以代为登记"


def by_acceptor(actor, project):
    """Accepted under the county's committee or the working group, never by who built it."""
    if _speaks_for(actor, project.unit_id):
        return "责任单位不能验收自己的项目"
    return by_county(actor, project)
