"""The place's own list of phrases: what it adds to the shipped one, and what it takes out of it."""

from minqiao.duties.suggestions.models import Phrase
from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused


@act
def enter_phrase(data, *, actor, at, lookups=None):
    """Keep one row of the list; the same again changes nothing."""
    if actor.role not in CONGRESS_STAFF:
        raise Refused("写作提示词句由代表工作委员会维护")
    key = {"congress_id": actor.realm_id, "kind": data["kind"], "words": data["words"]}
    used = data.get("is_used", True)
    row, new = Phrase.objects.get_or_create(**key, defaults={"is_used": used})
    if not new and row.is_used == used:
        return "unchanged"
    if not new:
        Phrase.objects.filter(pk=row.pk).update(is_used=used)
    note = f"{data['words']}：{'启用' if used else '停用'}"
    record(actor=actor, action="enter_phrase", label="维护写作提示词句", subject=row, at=at, note=note)
    return "created" if new else "updated"
