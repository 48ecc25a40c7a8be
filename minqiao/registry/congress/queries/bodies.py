"""Reading congresses, sessions, delegations and committees."""

from django.db.models import Count, Q

from minqiao.registry.areas.queries import codes_within, path_of
from minqiao.registry.areas.rules import current_code
from minqiao.registry.congress.choices import Level, MandateState
from minqiao.registry.congress.models import Committee, Congress, Delegation, Mandate, Session

ORDER = list(Level.values)


def congress(pk):
    """One congress, or None."""
    return Congress.objects.select_related("area").filter(pk=pk).first()


def congresses(actor=None):
    """All congresses, upper levels first, the latest term first."""
    found = Congress.objects.select_related("area").order_by("area_id", "-term")
    return sorted(found, key=lambda each: ORDER.index(each.level))


def current_congress(place):
    """The congress of a place (area code) in its latest term, or None."""
    return (
        Congress.objects.filter(area_id=current_code(place)).select_related("area").order_by("-term").first()
    )


def managed_congress_ids(actor):
    """The congresses whose register this office keeps: its own and those below.

    A city office also keeps the mandates that its deputies hold above: no office of an upper level
    works on its platform.
    """
    own = congress(actor.realm_id)
    if own is None:
        return frozenset()
    kept = Q(area__in=codes_within(own.area_id))
    if own.level == Level.PREFECTURE:
        kept |= Q(area__in=[each.pk for each in path_of(own.area_id)])
    return frozenset(Congress.objects.filter(kept).values_list("pk", flat=True))


def session(pk):
    """One session, or None."""
    return Session.objects.select_related("congress").filter(pk=pk).first()


def sessions(congress):
    """A congress's sessions, the latest first."""
    return list(Session.objects.filter(congress=congress).order_by("-number"))


def session_on(congress, day):
    """The session in which `day` falls, else the last one before it; None before the first."""
    return Session.objects.filter(congress=congress, opens_on__lte=day).order_by("-opens_on").first()


def sitting_on(congress, day):
    """The session that sits on `day`; None between sessions."""
    found = session_on(congress, day)
    return found if found and found.opens_on <= day <= found.closes_on else None


def delegation(pk):
    """One delegation, or None."""
    return Delegation.objects.filter(pk=pk).first()


def delegations(congress):
    """A congress's delegations with `deputy_count`, the mandates that stand or rest."""
    standing = Count("mandates", filter=~Q(mandates__state=MandateState.ENDED))
    return list(Delegation.objects.filter(congress=congress).annotate(deputy_count=standing).order_by("pk"))


def committee(pk):
    """One committee, office or working body, or None."""
    return Committee.objects.filter(pk=pk).first()


def committees(congress):
    """The special committees, offices and working bodies of a congress."""
    return list(Committee.objects.filter(congress=congress).order_by("pk"))


def committee_members(congress):
    """The mandates of the standing committee's members that stand, in the order of the register."""
    found = Mandate.objects.filter(congress=congress, state=MandateState.ACTIVE, is_committee_member=True)
    return found.select_related("deputy", "delegation").order_by("-is_chairs_council", "pk")


def counts_of(congress):
    """How many mandates a congress has: in all (not ended), active, suspended, ended, members, women."""
    state, stands = Q(state=MandateState.ACTIVE), ~Q(state=MandateState.ENDED)
    return Mandate.objects.filter(congress=congress).aggregate(
        deputies=Count("pk", filter=stands),
        active=Count("pk", filter=state),
        suspended=Count("pk", filter=Q(state=MandateState.SUSPENDED)),
        ended=Count("pk", filter=Q(state=MandateState.ENDED)),
        members=Count("pk", filter=state & Q(is_committee_member=True)),
        chairs=Count("pk", filter=state & Q(is_chairs_council=True)),
        women=Count("pk", filter=stands & Q(deputy__sex="女")),
    )
