"""Whose interest is at stake, and whose word a project waits for."""

from minqiao.duties.suggestions.models import Signing, Suggestion
from minqiao.registry.congress.models import Mandate


def signers_of(project):
    """(name, post) of the deputies who raised or joined the suggestion."""
    rows = Mandate.objects.filter(pk__in=project.signer_ids).select_related("deputy")
    return [(row.deputy.name, row.deputy.post) for row in rows.order_by("pk")]


def signers_by_suggestion(ids):
    """{suggestion id: mandate ids of all who raised or joined it}: two queries for any number of them."""
    found = {
        pk: {lead} for pk, lead in Suggestion.objects.filter(pk__in=ids).values_list("pk", "lead_signer_id")
    }
    joined = Signing.objects.filter(suggestion_id__in=ids).exclude(state="declined")
    for pk, mandate in joined.values_list("suggestion_id", "mandate_id"):
        found[pk].add(mandate)
    return {pk: frozenset(mandates) for pk, mandates in found.items()}


def deputies_of(suggestion):
    """Who raised it, as papers name him; one who asked for confidence is not named."""
    if suggestion.request_confidential:
        return "（要求保密）"
    joined = suggestion.signings.filter(state="confirmed").select_related("mandate__deputy").order_by("pk")
    names = [suggestion.lead_signer.deputy.name, *(row.mandate.deputy.name for row in joined)]
    return "、".join(names)
