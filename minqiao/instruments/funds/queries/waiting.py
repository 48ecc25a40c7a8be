"""What waits for the working group: a fund's latest proposal, until it is decided."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.funds.choices import FundState, RunState
from minqiao.instruments.funds.models import AllocationRun
from minqiao.kit.mechanism import Waiting

DECIDERS = frozenset({Role.DEPUTY_AFFAIRS, Role.CHAIRS_COUNCIL})


def waiting(actor, today):
    """The proposals to decide in the actor's assembly; one that a later round replaced waits for nobody."""
    if actor.role not in DECIDERS:
        return []
    later = AllocationRun.objects.filter(fund=OuterRef("fund"), round__gt=OuterRef("round"))
    rows = AllocationRun.objects.filter(
        ~Exists(later), fund__congress_id=actor.realm_id, fund__state=FundState.OPEN, state=RunState.PROPOSED
    )
    rows = rows.order_by("pk").values("pk", "round", "fund__name", "fund__year")
    return [
        Waiting(
            act="研究分配方案",
            title=f"{row['fund__name']}第{row['round']}批分配方案",
            number=str(row["fund__year"]),
            url=reverse("funds:allocation_step", args=[row["pk"], "decide"]),
        )
        for row in rows
    ]
