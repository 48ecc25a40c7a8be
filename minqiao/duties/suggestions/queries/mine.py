"""What a deputy raised, each with one sentence on where it is."""

from django.urls import reverse

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.rules.matter import where_it_is
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Waiting

MOST = 10  # the newest; the rest is behind the link to the list
FIELDS = ("pk", "number", "title", "state", "handled_by", "due_on", "result_category", "commitment_state")


def unfinished(actor):
    """The texts a deputy began and has not handed in, the newest first: to go on with instead of anew."""
    if actor.role != Role.DEPUTY:
        return []
    rows = Suggestion.objects.filter(lead_signer_id=actor.scope_id, state=c.State.DRAFT, is_paper=False)
    return list(rows.order_by("-pk").values("pk", "title", "created_at")[:3])


def mine(actor, today):
    """The newest suggestions the deputy raised or joined."""
    if actor.role != Role.DEPUTY:
        return []
    rows = Suggestion.objects.raised_by(actor.scope_id).exclude(state=c.State.WITHDRAWN)
    return [
        Waiting(
            act=row.get_state_display(),
            title=row.title or "（未写标题）",
            number=row.number,
            url=reverse("suggestions:detail", args=[row.pk]),
            note=where_it_is(row),
        )
        for row in rows.order_by("-pk").only(*FIELDS)[:MOST]
    ]
