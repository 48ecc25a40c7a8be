"""Reading deputies and their mandates."""

from django.db.models import Q

from minqiao.kit.prepared import Prepared
from minqiao.registry.congress.choices import MandateState
from minqiao.registry.congress.models import Deputy, Mandate
from minqiao.registry.congress.queries.bodies import managed_congress_ids

LISTED = (
    "state", "certificate_no", "is_committee_member", "is_chairs_council", "deputy__name", "deputy__code",
    "deputy__sex", "deputy__nationality", "deputy__post", "delegation__name", "area__name",
)  # fmt: skip


def seat(pk):
    """Where a mandate sits: {"congress_id", "delegation_id"}."""
    return _SEAT(pk)[0]


_SEAT = Prepared(
    lambda pk: Mandate.objects.filter(pk=pk).order_by().values("congress_id", "delegation_id"), (918_273_641,)
)


def mandate(pk):
    """One mandate with deputy, congress and delegation, or None."""
    related = ("deputy__user", "congress__area", "delegation", "area")
    return Mandate.objects.select_related(*related).filter(pk=pk).first()


def mandate_to_change(actor, pk):
    """The same, knowing which offices keep its register: what the workflow's checks ask."""
    found = mandate(pk)
    if found:
        kept = found.congress_id in managed_congress_ids(actor)
        found.keeper_ids = frozenset({actor.realm_id} if kept else ())
    return found


def active_mandates(congress):
    """The mandates of a congress that stand, with their deputies, in the order of the register."""
    found = Mandate.objects.filter(congress=congress, state=MandateState.ACTIVE)
    return (
        found.select_related("deputy", "delegation").defer("deputy__phone", "deputy__address").order_by("pk")
    )


def chairs_council(congress):
    """The mandates of the chairs' council that stand."""
    return active_mandates(congress).filter(is_chairs_council=True)


def mandates_named(congress, text, limit=20):
    """Standing mandates of a congress by name, pinyin, initials, certificate or code: for pickers."""
    return list(active_mandates(congress).filter(_matches(text))[:limit])


def deputies_listed(actor, congress, *, text="", delegation=None, state="", members=False):
    """Mandates for the register's page: one row each, contact data left sealed."""
    found = Mandate.objects.filter(congress=congress)
    if text:
        found = found.filter(_matches(text))
    if delegation:
        found = found.filter(delegation=delegation)
    if members:
        found = found.filter(is_committee_member=True)
    if state:
        found = found.filter(state=state)
    return found.select_related("deputy", "delegation", "area").only(*LISTED).order_by("pk")


def _matches(text):
    text = text.strip()
    name = Q(deputy__name__contains=text) | Q(certificate_no=text) | Q(deputy__code=text)
    letters = text.lower().replace(" ", "")
    if letters.isascii() and letters.isalpha():
        return name | Q(deputy__initials__startswith=letters) | Q(deputy__pinyin__startswith=letters)
    return name


def deputy(pk):
    """One deputy with the account, or None."""
    return Deputy.objects.select_related("user").filter(pk=pk).first()


def deputy_of_user(user_id):
    """The deputy behind an account, or None."""
    return Deputy.objects.filter(user_id=user_id).first()


def mandates_of(actor, deputy):
    """All mandates of a deputy at all levels, each knowing whether this actor keeps its register."""
    found = list(
        Mandate.objects.filter(deputy=deputy)
        .select_related("congress", "delegation", "area", "deputy")
        .order_by("-starts_on", "pk")
    )
    managed = managed_congress_ids(actor)
    for each in found:
        each.keeper_ids = frozenset({actor.realm_id} if each.congress_id in managed else ())
    return found


def mandate_of_user(user_id, congress):
    """The standing mandate a person holds in a congress, or None."""
    found = Mandate.objects.filter(deputy__user_id=user_id, congress=congress, state=MandateState.ACTIVE)
    return found.select_related("deputy").first()


def user_ids_of_mandates(mandate_ids):
    """Mandate id to user id, for those with an account."""
    found = Mandate.objects.filter(pk__in=mandate_ids, deputy__user__isnull=False)
    return dict(found.values_list("pk", "deputy__user_id"))
