"""Who is meant: by a name, by a message."""

from minqiao.duties.suggestions.choices import HandlingRole, HandlingState, SigningState
from minqiao.duties.suggestions.models import Handling, Signing
from minqiao.registry.congress.queries import congress, mandates_named


def the_mandate(congress_id, text):
    """The one deputy of a congress meant by a name or certificate number; LookupError lists who is meant."""
    text = text.strip()
    found = list(mandates_named(congress(congress_id), text))
    found = [one for one in found if text in (one.deputy.name, one.certificate_no)] or found
    if not found:
        raise LookupError(f"没有找到代表“{text}”，请核对姓名或者改填代表证号")
    if len(found) > 1:
        names = "、".join(f"{one}（{one.certificate_no}，{one.delegation or ''}）" for one in found[:5])
        raise LookupError(f"有{len(found)}位代表名叫“{text}”：{names}，请改填代表证号")
    return found[0]


def invited_ids(suggestion):
    """The mandates whose word on a co-signature is awaited."""
    rows = Signing.objects.filter(suggestion=suggestion, state=SigningState.INVITED)
    return list(rows.values_list("mandate_id", flat=True))


def confirmed_names(suggestion):
    """Who has confirmed the text as it stands, by name, in the order they were asked."""
    rows = Signing.objects.filter(suggestion=suggestion, state=SigningState.CONFIRMED).order_by("pk")
    return list(rows.values_list("mandate__deputy__name", flat=True))


def unit_ids(suggestion):
    """The units that handle a suggestion."""
    rows = Handling.objects.standing().filter(suggestion=suggestion)
    return list(rows.values_list("unit_id", flat=True))


def lead_unit_ids(handling):
    """The unit that leads the suggestion of a handling, in a list; empty where each answers its own part."""
    rows = Handling.objects.standing().filter(suggestion_id=handling.suggestion_id, role=HandlingRole.LEAD)
    return list(rows.values_list("unit_id", flat=True))


def withdrawn_unit_ids(suggestion):
    """The units whose handling ended when the suggestion was withdrawn."""
    rows = Handling.objects.filter(suggestion=suggestion, state=HandlingState.WITHDRAWN)
    return list(rows.values_list("unit_id", flat=True))


def next_unit_ids(handling):
    """The unit a returned matter went to, in a list; empty while nobody has it."""
    rows = Handling.objects.filter(came_from__handling=handling)
    return list(rows.values_list("unit_id", flat=True))
