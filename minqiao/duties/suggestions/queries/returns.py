"""The return report: every request to give a matter back, and what became of it."""

from django.db.models import Count, Q

from minqiao.duties.suggestions.models import ReturnRequest
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.kit.workflow import Refused

READERS = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER} | UNIT_ROLES


def returns(actor):
    """Requests the actor may read, newest first: a unit its own, the offices all of their congress."""
    if actor.role not in READERS:
        raise Refused("退办情况供代表工作委员会、政府办公室和承办单位查看")
    rows = ReturnRequest.objects.filter(handling__suggestion__congress_id=actor.realm_id)
    if actor.role in UNIT_ROLES:
        rows = rows.filter(handling__unit_id=actor.scope_id)
    linked = rows.select_related("handling__suggestion", "handling__unit", "proposed_unit", "successor__unit")
    return linked.order_by("-asked_on", "-pk")


def returns_by_unit(actor):
    """How often each unit asked, and how often it was agreed, refused or is open: one row a unit."""
    rows = returns(actor).order_by("handling__unit__code", "handling__unit_id")
    return rows.values("handling__unit__short_name").annotate(
        asked=Count("pk"),
        agreed=Count("pk", filter=Q(state="agreed")),
        refused=Count("pk", filter=Q(state="refused")),
        pending=Count("pk", filter=Q(state="pending")),
    )


def asked_of(handlings):
    """The requests of these handlings; no query when nobody ever asked."""
    ids = [row.pk for row in handlings if row.returns_asked]
    if not ids:
        return []
    rows = ReturnRequest.objects.filter(handling_id__in=ids)
    return list(rows.select_related("proposed_unit", "successor__unit").order_by("pk"))
