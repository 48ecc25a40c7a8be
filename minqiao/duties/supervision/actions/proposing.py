"""From a committee's proposal to the choice of the chairs' council."""

from django.utils import timezone

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.supervision.choices import KeyState
from minqiao.duties.supervision.models import KeyItem, KeySuggestion
from minqiao.duties.supervision.rules.matter import may_be_grouped
from minqiao.duties.supervision.rules.people import may_propose
from minqiao.duties.supervision.workflow import KEY_ITEM
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import next_serial
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress as congress_of


def day_of(at):
    """The calendar day of a moment, here."""
    return timezone.localtime(at).date()


@act
def propose(*, actor, at, title, reasons, suggestions, committee=None):
    """A committee proposes a key item; entered by the deputy affairs committee, it names the `committee`."""
    if why := may_propose(actor):
        raise Refused(why, action="propose")
    own = actor.role == Role.SPECIAL_COMMITTEE
    if not own and (committee is None or committee.congress_id != actor.realm_id):
        raise Refused("请写明是哪个委员会提请的", action="propose")
    on = day_of(at)
    item = KeyItem.objects.create(
        congress=congress_of(actor.realm_id),
        year=on.year,
        until_year=on.year,
        title=title,
        reasons=reasons,
        proposed_by_id=actor.scope_id if own else committee.pk,
        proposed_on=on,
        created_at=at,
    )
    record(actor=actor, action="propose", label="提请重点督办", subject=item, at=at, to_state=item.state)
    _bring_in(item, suggestions, "propose")
    return item


def _bring_in(item, suggestions, action):
    """Put suggestions under an item; each under one standing item at a time."""
    ids = [one.pk for one in suggestions]
    rows = list(Suggestion.objects.select_for_update().filter(pk__in=ids, congress_id=item.congress_id))
    if len(rows) != len(ids) or not rows:
        raise Refused("请选择本级的代表建议", action=action)
    taken = KeySuggestion.objects.filter(suggestion__in=rows, stands=True).select_related("item")
    standing = {one.suggestion_id: one.item.title for one in taken}
    for row in rows:
        if why := may_be_grouped(row, standing):
            raise Refused(why, action=action)
    for row in rows:
        KeySuggestion.objects.update_or_create(item=item, suggestion=row, defaults={"stands": True})


@act
def edit(item, *, actor, at, title, reasons):
    """Change what is proposed, before the chairs' council has decided."""
    take(KEY_ITEM, item, "edit", actor=actor, at=at, title=title, reasons=reasons)
    return item


@act
def group(item, *, actor, at, suggestions):
    """Bring further suggestions on the same matter under the item."""
    note = "、".join(one.number for one in suggestions)
    take(KEY_ITEM, item, "group", actor=actor, at=at, note=note)
    _bring_in(item, suggestions, "group")
    if item.chosen_on:
        _tell_of_choice(item, suggestions, actor, at)
    return item


@act
def drop(item, *, actor, at, suggestion, note):
    """Take one suggestion out, with the reason (withdrawn, or of another matter)."""
    take(KEY_ITEM, item, "drop", actor=actor, at=at, note=f"{suggestion.number}：{note}")
    item.members.filter(suggestion=suggestion).delete()
    return item


@act
def take_back(item, *, actor, at, note):
    """The committee no longer proposes it."""
    take(KEY_ITEM, item, "take_back", actor=actor, at=at, note=note)
    item.members.update(stands=False)
    return item


@act
def choose(item, *, actor, at, meeting, decided_on, note=""):
    """列为重点督办: by the chairs' council in a meeting (Deputies Law art. 52), within the place's number."""
    KEY_ITEM.step("choose", actor, item, day_of(at))
    year = decided_on.year
    number = f"重点{year}-{next_serial(f'key-item:{item.congress_id}:{year}'):02}"
    _refuse_beyond(item, decided_on)  # with the year's series locked: two choices never count past each other
    changes = {"number": number, "chosen_on": decided_on, "meeting": meeting, "choice_note": note}
    years = {"year": year, "until_year": year}
    words = "：".join(filter(None, (meeting, note)))
    take(KEY_ITEM, item, "choose", actor=actor, at=at, note=words, **changes, **years)
    members = item.members.select_related("suggestion__congress").order_by("pk")
    _tell_of_choice(item, [one.suggestion for one in members], actor, at)
    return item


def _refuse_beyond(item, on):
    """Rule key_item_count: how many a year; 0 sets no limit."""
    most = value("key_item_count", place=item.congress.area_id, on=on)
    chosen = KeyItem.objects.filter(congress_id=item.congress_id, year=on.year, chosen_on__isnull=False)
    count = chosen.exclude(state=KeyState.CANCELLED).count()
    if most and count >= most:
        raise Refused(f"{on.year}年已有{count}件重点督办建议，本地规则为{most}件", action="choose")


def _tell_of_choice(item, suggestions, actor, at):
    """On each suggestion's own trail, so that whoever opens it learns of it."""
    for one in suggestions:
        note = f"{item.number} {item.title}"
        record(actor=actor, action="made_key", label="列为重点督办", subject=one, at=at, note=note)


@act
def not_choose(item, *, actor, at, meeting, decided_on, note):
    """Not among the key items; the reason is told to the committee, which goes on overseeing it."""
    words = f"{meeting}：{note}"
    changes = {"meeting": meeting, "decided_on": decided_on, "decision_note": note}
    take(KEY_ITEM, item, "not_choose", actor=actor, at=at, note=words, **changes)
    item.members.update(stands=False)
    return item
