"""Who is meant by “the unit”, “the signers”, “the office”: the groups that are told of acts."""

from minqiao.duties.suggestions.choices import HandlingState
from minqiao.duties.suggestions.queries.people import (
    invited_ids,
    lead_unit_ids,
    next_unit_ids,
    unit_ids,
    withdrawn_unit_ids,
)
from minqiao.duties.suggestions.rules.promises import awaited, promised_to
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in


def to_signers(suggestion, on):
    """The lead signer and those who joined or are asked to."""
    return user_ids_in(Role.DEPUTY, suggestion.signer_ids, on)


def to_lead_signer(suggestion, on):
    return user_ids_in(Role.DEPUTY, [suggestion.lead_signer_id], on)


def to_invited(suggestion, on):
    """Those whose word on a co-signature is awaited."""
    return user_ids_in(Role.DEPUTY, invited_ids(suggestion), on)


def to_affairs(suggestion, on):
    """The deputy affairs committee."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, suggestion.congress_id, on)


def to_staff(suggestion, on):
    """The deputy affairs committee; for what is raised in session also the secretariat."""
    if not suggestion.session_id:
        return to_affairs(suggestion, on)
    return to_affairs(suggestion, on) | user_ids_for_realm(Role.SECRETARIAT, suggestion.congress_id, on)


def to_gov_office(subject, on):
    """The government office of a suggestion's or a batch's congress."""
    return user_ids_for_realm(Role.GOV_OFFICE, subject.congress_id, on)


def to_gov_office_if_assigned(suggestion, on):
    """The government office, of what has been assigned: of the rest it knows nothing."""
    return to_gov_office(suggestion, on) if suggestion.assigned_on else set()


def to_units(suggestion, on):
    """Everyone who speaks for a unit that handles it."""
    units = unit_ids(suggestion)
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_gov_leaders(subject, on):
    """The government leaders of a suggestion's congress."""
    return user_ids_for_realm(Role.GOV_LEADER, subject.congress_id, on)


def to_next_unit(handling, on):
    """Everyone who speaks for the unit a returned matter went to, and for the one that gave it back."""
    units = [handling.unit_id, *next_unit_ids(handling)]
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_withdrawn_units(suggestion, on):
    """Everyone who speaks for a unit that handled it until it was withdrawn."""
    units = withdrawn_unit_ids(suggestion)
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_lead_unit(handling, on):
    """The case officers of the unit that leads."""
    return user_ids_in(Role.UNIT_OFFICER, lead_unit_ids(handling), on)


def of_unit(*roles):
    """Those who speak for the handling unit in these roles."""
    return lambda handling, on: set().union(*(user_ids_in(role, [handling.unit_id], on) for role in roles))


def to_next_reader(handling, on):
    """Whom a checked draft goes to: the government office to pre-review, or straight to the principal."""
    if handling.state == HandlingState.REPLY_SIGNING:
        return user_ids_in(Role.UNIT_PRINCIPAL, [handling.unit_id], on)
    return to_gov_office(handling.suggestion, on)


def of_suggestion(to):
    """Those whom `to` names for the suggestion of a handling."""
    return lambda handling, on: to(handling.suggestion, on)


def of_promise(to):
    """Those whom `to` names for the handling in which a promise was made."""
    return lambda promise, on: to(promise.handling, on)


def to_promised(promise, on):
    """The lead signers to whom a promise was made."""
    return user_ids_in(Role.DEPUTY, promised_to(promise), on)


def to_awaited(promise, on):
    """The lead signers who have not said yet whether a promise was kept."""
    return user_ids_in(Role.DEPUTY, awaited(promise), on)


def to_affairs_of_promise(promise, on):
    """The deputy affairs committee, of a promise."""
    return to_affairs(promise.handling.suggestion, on)


def together(*groups):
    """All of these."""
    return lambda subject, on: set().union(*(to(subject, on) for to in groups))


def to_deciders(handling, on):
    """Whose word on a return is awaited: who assigned it, after a second objection a government leader."""
    disputed = handling.state == HandlingState.RETURN_DISPUTED
    return (of_suggestion(to_gov_leaders) if disputed else together(*OFFICES))(handling, on)


# Both may decide on a return: whoever did not, hears that it is decided.
OFFICES = (of_suggestion(to_affairs), of_suggestion(to_gov_office))


def to_owner(reminder, on):
    """The deputy whose notebook it is."""
    return user_ids_in(Role.DEPUTY, [reminder.mandate_id], on)
