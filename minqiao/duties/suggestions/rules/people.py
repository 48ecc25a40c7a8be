"""Who may (domain.md 2.1, actors; 2.10, who sees what)."""

from minqiao.duties.suggestions.choices import EDITABLE, HandlingRole
from minqiao.duties.suggestions.rules.promises import promised_to
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.kit.actor import CLOCK
from minqiao.registry.units.rules import is_under_government


def _own_matter(actor, suggestion):
    seats = actor.also_as(Role.DEPUTY)
    mine = seats and seats & suggestion.signer_ids  # who holds no seat is not looked for among the signers
    return "您是这件建议的提出人，不能以其他身份办理，请由他人办理" if mine else ""


def by_author(actor, suggestion):
    """The lead signer himself, or the clerk who keeps the entry for a deputy who uses paper."""
    if actor.speaks_for(suggestion.lead_signer_id, Role.DEPUTY):
        return ""
    clerk = actor.works_in(suggestion.congress_id, *CONGRESS_STAFF)
    if clerk and suggestion.is_paper:
        return _own_matter(actor, suggestion)
    return "只有领衔代表本人可以进行此操作"


def may_attach(actor, suggestion):
    """Files are added and taken down by the author while he writes, by the Congress staff at any time."""
    if actor.works_in(suggestion.congress_id, *CONGRESS_STAFF):
        return ""
    if why := by_author(actor, suggestion):
        return why
    return "" if suggestion.state in EDITABLE else "已经提交，附件不能再增减，请与代表工作委员会联系"


def by_invited(actor, suggestion):
    """A deputy whose co-signature is asked; only he can say that it is his true wish."""
    asked = actor.role == Role.DEPUTY and actor.scope_id in suggestion.signer_ids
    lead = actor.scope_id == suggestion.lead_signer_id
    return "" if asked and not lead else "只有受邀联名的代表本人可以进行此操作"


def by_congress_staff(actor, suggestion):
    """Screening and registration: the deputy affairs committee, in session the secretariat."""
    if actor.works_in(suggestion.congress_id, *CONGRESS_STAFF):
        return _own_matter(actor, suggestion)
    return "只有代表工作委员会或者大会秘书处可以进行此操作"


def by_deputy_affairs(actor, suggestion):
    """Assignment, extension, release of evaluations, closing."""
    if actor.works_in(suggestion.congress_id, Role.DEPUTY_AFFAIRS):
        return _own_matter(actor, suggestion)
    return "只有代表工作委员会可以进行此操作"


def by_gov_office(actor, suggestion):
    """The government office dispatches what was assigned to the government as a whole."""
    if actor.works_in(suggestion.congress_id, Role.GOV_OFFICE):
        return _own_matter(actor, suggestion)
    return "只有政府办公室（督查室）可以进行此操作"


def by_chairs_council(actor, suggestion):
    """A member of the chairs' council records that it agrees."""
    if actor.works_in(suggestion.congress_id, Role.CHAIRS_COUNCIL):
        return _own_matter(actor, suggestion)
    return "只有主任会议成员可以进行此操作"


def for_batch_by_deputy_affairs(actor, batch):
    """A batch is prepared, issued and signed by the deputy affairs committee of its congress."""
    mine = actor.works_in(batch.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "只有代表工作委员会可以进行此操作"


# Of a handling:


def by_unit(actor, handling):
    """Anyone who speaks for the handling unit."""
    if actor.speaks_for(handling.unit_id, *UNIT_ROLES):
        return _own_matter(actor, handling.suggestion)
    return "只有承办单位可以进行此操作"


def by_unit_deputy_head(actor, handling):
    """The unit checks its own letter before anyone else reads it."""
    if actor.speaks_for(handling.unit_id, Role.UNIT_DEPUTY_HEAD):
        return _own_matter(actor, handling.suggestion)
    return "只有承办单位分管领导可以核稿"


def by_unit_principal(actor, handling):
    """Replies are signed by the principal (domain.md 2.1, reply letter)."""
    if actor.speaks_for(handling.unit_id, Role.UNIT_PRINCIPAL):
        return _own_matter(actor, handling.suggestion)
    return "答复须由承办单位主要负责人签发"


def by_lead_unit(actor, handling):
    """The unit that leads the suggestion which `handling` assists."""
    leads = {
        other.unit_id for other in handling.fellows if other.role == HandlingRole.LEAD and not other.is_ended
    }
    if actor.role in UNIT_ROLES and actor.scope_id in leads:
        return _own_matter(actor, handling.suggestion)
    return "只有主办单位可以进行此操作"


def by_gov_office_for(actor, handling):
    """The government office, of a handling."""
    return by_gov_office(actor, handling.suggestion)


def by_deputy_affairs_for(actor, handling):
    """The deputy affairs committee, of a handling."""
    return by_deputy_affairs(actor, handling.suggestion)


def by_assigner_for(actor, handling):
    """Whoever assigns decides on a return: the deputy affairs committee, or the office that dispatched."""
    may = {Role.DEPUTY_AFFAIRS} | ({Role.GOV_OFFICE} if is_under_government(handling.unit) else set())
    if actor.works_in(handling.suggestion.congress_id, *may):
        return _own_matter(actor, handling.suggestion)
    return "退办由代表工作委员会或者政府办公室（督查室）决定，承办单位不得自行转办"


def by_principal_objecting(actor, handling):
    """A second objection bears the principal's signature."""
    if actor.speaks_for(handling.unit_id, Role.UNIT_PRINCIPAL):
        return _own_matter(actor, handling.suggestion)
    return "再次提出异议须由承办单位主要负责人签字"


def by_gov_leader_for(actor, handling):
    """A government leader decides who handles what two units put from them.

    An organ the government does not lead is not ruled on by it: the deputy affairs committee decides.
    """
    if not is_under_government(handling.unit):
        return by_deputy_affairs(actor, handling.suggestion)
    if actor.works_in(handling.suggestion.congress_id, Role.GOV_LEADER):
        return _own_matter(actor, handling.suggestion)
    return "再次异议由政府领导裁定"


def by_deputy_affairs_or_clock_for(actor, handling):
    """Chasing an evaluation: the committee by hand, or the house's own clock."""
    return "" if actor == CLOCK else by_deputy_affairs(actor, handling.suggestion)


def by_lead_signer_for(actor, handling):
    """The lead signer evaluates and confirms contacts; a clerk enters what came back on paper."""
    suggestion = handling.suggestion
    if actor.speaks_for(suggestion.lead_signer_id, Role.DEPUTY):
        return ""
    if actor.works_in(suggestion.congress_id, Role.DEPUTY_AFFAIRS):
        return _own_matter(actor, suggestion)
    return "只有领衔代表本人（或者代表工作委员会凭纸质回执）可以进行此操作"


# Of a promise:


def by_promising_unit(actor, promise):
    """Anyone who speaks for the unit that made the promise."""
    return by_unit(actor, promise.handling)


def by_promising_principal(actor, promise):
    """A promise that cannot be kept in time is explained under the principal's own name (Shanghai)."""
    if actor.speaks_for(promise.handling.unit_id, Role.UNIT_PRINCIPAL):
        return _own_matter(actor, promise.handling.suggestion)
    return "承诺不能按期兑现的说明须由承办单位主要负责人签字"


def by_lead_signer_of_promise(actor, promise):
    """A lead signer it was promised to says whether it was kept; a clerk enters what came back on paper."""
    if actor.role == Role.DEPUTY and actor.scope_id in promised_to(promise):
        return ""
    return by_lead_signer_for(actor, promise.handling)


def by_deputy_affairs_of_promise(actor, promise):
    """The deputy affairs committee, of a promise."""
    return by_deputy_affairs(actor, promise.handling.suggestion)
