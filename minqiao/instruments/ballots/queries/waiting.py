"""What waits for an actor in a vote: the next step of the table that is open to him."""

from django.db.models import Q
from django.urls import reverse

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.instruments.ballots.choices import ENDED, RoundState
from minqiao.instruments.ballots.models import Round
from minqiao.instruments.ballots.queries.rounds import PARTS
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.kit.mechanism import Waiting

MOST = 20
# In this order: of several open steps the first one waits.
WAITS = (
    "settle", "open", "close", "agree", "enter", "seal", "sign", "decide_tie", "vote_again", "announce",
)  # fmt: skip


def waiting(actor, today):
    """One act for each vote in which the actor has something to do now."""
    mine = Q(officials__user_id=actor.user_id)
    if actor.role in CONGRESS_STAFF:
        mine |= Q(congress_id=actor.realm_id)
    rows = Round.objects.filter(mine).exclude(state__in=sorted(ENDED | {RoundState.VOID})).distinct()
    for row in rows.select_related("congress").prefetch_related(*PARTS).order_by("pk")[:MOST]:
        action = next((one for one in WAITS if _is_open(one, actor, row, today)), None)
        if action:
            label = ROUND.rows(action)[0].label
            url = reverse("ballots:step", args=[row.pk, action])
            yield Waiting(act=label, title=str(row), url=url, note=row.meeting)


def _is_open(action, actor, row, today):
    """Whether the act waits; entering waits only while ballots are left or the two do not agree."""
    if ROUND.refusal(action, actor, row, today):
        return False
    counted = sum(one.ballots for one in row.heaps_of(actor.user_id))
    return action != "enter" or counted != row.returned or bool(row.differences())
