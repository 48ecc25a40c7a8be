"""Publishing an answered suggestion: reviewed, decided, checked by a person, issued, taken down."""

from django.conf import settings
from django.utils import timezone

from minqiao.duties.suggestions.actions.clocks import due
from minqiao.duties.suggestions.choices import (
    ANSWERING,
    UNPUBLISHED,
    DisclosureState,
    PublicationState,
    SigningState,
)
from minqiao.duties.suggestions.models import Publication, PublicationPromise, Reply, Suggestion
from minqiao.duties.suggestions.queries.publications import original_of
from minqiao.duties.suggestions.rules.disclosing import (
    blocks_of,
    digest_of,
    hidden_names,
    proposer_words,
    public_only,
    strictest,
    with_texts,
)
from minqiao.duties.suggestions.workflow import PUBLICATION
from minqiao.foundation.rulebook.queries import snapshot
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.search.actions import index, remove
from minqiao.kit.actor import CLOCK

UNDECIDED = {"mode": "", "ground": "", "ground_words": "", "ground_basis": "", "decision_note": ""}
UNCHECKED = {"text": {}, "checked": [], "checked_on": None, "checked_by": ""}


def _day(at):
    return timezone.localtime(at).date()


def open_review(suggestion):
    """Once all its parts are answered the limit for publishing runs. A new round of replies, a new edition.

    An earlier edition stays published until the new one takes its place; one not yet published is replaced.
    """
    if suggestion.replied_on is None:
        return None
    earlier = Publication.objects.filter(suggestion=suggestion)
    newest = earlier.order_by("-edition").first()
    if newest and newest.replied_on == suggestion.replied_on:
        return newest
    earlier.exclude(state=PublicationState.PUBLISHED).update(state=PublicationState.SUPERSEDED)
    clock = due(_rules(suggestion, "disclosure", suggestion.replied_on), "disclosure", suggestion.replied_on)
    new = Publication.objects.create(
        suggestion=suggestion,
        edition=newest.edition + 1 if newest else 1,
        replied_on=suggestion.replied_on,
        due_on=clock.due,
        due_facts=clock.as_dict(),
        proposed=strictest(_proposed(suggestion)),
    )
    _set_on(suggestion, publication=new)
    return new


def _proposed(suggestion):
    rows = suggestion.handlings.standing().filter(role__in=ANSWERING)
    return set(rows.values_list("reply__disclosure", flat=True))


def _rules(suggestion, key, on):
    """The rules of the case; what an older case does not keep is taken as it stands."""
    if key in suggestion.rules:
        return suggestion.rules
    return suggestion.rules | snapshot([key], place=settings.PLACE, on=on)


def _set_on(suggestion, **changes):
    Suggestion.objects.filter(pk=suggestion.pk).update(**changes)
    for name, value in changes.items():
        setattr(suggestion, name, value)


def _step(publication, action, actor, at, note="", **changes):
    place = {"actor": actor, "at": at, "case": publication.suggestion, "note": note}
    return take(PUBLICATION, publication, action, **place, **changes)


@act
def gov_review(publication, *, actor, at, note=""):
    """The government office has read what is to be published."""
    changes = {"gov_reviewed_on": _day(at), "gov_note": note}
    _step(publication, "gov_review", actor, at, note, **changes)
    return publication


@act
def ask_deputy(publication, *, actor, at):
    """Ask the deputy what he thinks of publishing; his days begin."""
    on = _day(at)
    clock = due(_rules(publication.suggestion, "disclosure_ask", on), "disclosure_ask", on)
    changes = {"asked_on": on, "ask_due_on": clock.due, "ask_due_facts": clock.as_dict()}
    _step(publication, "ask_deputy", actor, at, f"答复期限{clock.due}", **changes)
    return publication


@act
def say_on_publication(publication, *, actor, at, deputy_view, deputy_words=""):
    """The deputy's word; the committee weighs it."""
    changes = {"deputy_view": deputy_view, "deputy_words": deputy_words}
    _step(publication, "say_on_publication", actor, at, **changes)
    return publication


@act
def decide_open(publication, *, actor, at, mode, note=""):
    """It is published, in full or in short; what the unit proposed stays beside it on record."""
    words = DisclosureState(mode).label
    if publication.proposed and publication.proposed != mode:
        words = f"承办单位建议{publication.get_proposed_display()}，审定{words}"
    changes = UNDECIDED | {"mode": mode, "decision_note": note}
    _step(publication, "decide_open", actor, at, f"{words}。{note}".rstrip("。"), **changes)
    _set_on(publication.suggestion, disclosure_state=mode)
    return publication


@act
def decide_withheld(publication, *, actor, at, ground, ground_words, ground_basis, note=""):
    """It is not published, on a ground that names its article; words and article stay as they are today."""
    changes = {"mode": DisclosureState.WITHHELD, "ground": ground, "decision_note": note}
    changes |= {"ground_words": ground_words, "ground_basis": ground_basis}
    words = f"{ground_words}（{ground_basis}）"
    _step(publication, "decide_withheld", actor, at, words, **changes)
    _set_on(publication.suggestion, disclosure_state=DisclosureState.WITHHELD)
    return publication


@act
def redact(publication, *, actor, at, texts, checked):
    """Keep the public text block by block, and what became of each finding: who accepted, who kept it."""
    original = original_of(publication)
    text = with_texts(original, publication.mode, texts)
    changes = {"text": text, "checked": checked, "checked_on": _day(at), "checked_by": actor.name[:60]}
    before, after = blocks_of(original, publication.mode), blocks_of(text, publication.mode)
    changed = sum(old != new for old, new in zip(before, after, strict=True))
    note = f"核对{len(checked)}处，改动{changed}段"
    _step(publication, "redact", actor, at, note, **changes)
    return publication


@act
def publish(publication, *, actor, at):
    """Issue the text as it was checked. From now on nobody changes it; its check value is in the trail."""
    suggestion = publication.suggestion
    freshen(publication)  # what goes out is the text as it stands now, locked, not as a page had loaded it
    text = public_only(publication.text, publication.mode, hidden_names(suggestion))
    text |= {"proposer": proposer_words(suggestion, _joined(suggestion))}
    replies = list(
        Reply.objects.filter(current_for__suggestion=suggestion, current_for__role__in=ANSWERING)
        .select_related("handling__unit")
        .prefetch_related("commitments")
        .order_by("handling_id")
    )
    value = digest_of(text)
    changes = _as_listed(suggestion, text, replies) | {
        "text": text,
        "published_at": at,
        "text_hash": value,
    }
    PUBLICATION.step("publish", actor, publication, _day(at))
    _replace_earlier(publication, at)
    note = f"{DisclosureState(publication.mode).label}，第{publication.edition}稿，校验值{value}"
    _step(publication, "publish", actor, at, note, **changes)
    publication.units.set([reply.handling.unit for reply in replies])
    _issue_promises(publication, text, replies)
    words = [publication.number, publication.title, publication.units_words, text["proposer"]]
    words += [block for _, block in blocks_of(text, publication.mode)]
    index(subject=publication, text="\n".join(words))
    return publication


def _issue_promises(publication, text, replies):
    """The promises in the words the public reads; of a summary none. An emptied line is not issued."""
    PublicationPromise.objects.bulk_create(
        PublicationPromise(
            publication=publication, commitment=promise, text=words, unit=reply.handling.unit.short_name
        )
        for reply, told in zip(replies, text["replies"], strict=True)
        for promise, words in zip(reply.commitments.all(), told["promises"], strict=False)
        if words
    )


def _joined(suggestion):
    return sum(row.state == SigningState.CONFIRMED for row in suggestion.signings.all())


def _as_listed(suggestion, text, replies):
    """What the public list shows, so that reading it asks no other table."""
    area = suggestion.delegation.area if suggestion.delegation else None
    named = area if area and not suggestion.request_confidential else None
    return {
        "number": suggestion.number,
        "title": text["title"],
        "year": suggestion.year,
        "topic": suggestion.topic,
        "county": named.name if named else "",
        "category": suggestion.result_category,
        "units_words": "、".join(reply.handling.unit.short_name for reply in replies)[:120],
    }


def _replace_earlier(publication, at):
    """The new edition takes the place of the one the public read so far."""
    rows = Publication.objects.published().filter(suggestion_id=publication.suggestion_id)
    for row in rows.exclude(pk=publication.pk):
        Publication.objects.filter(pk=row.pk).update(state=PublicationState.SUPERSEDED)
        remove(subject=row)
        states = {"from_state": row.state, "to_state": PublicationState.SUPERSEDED}
        place = {"subject": row, "case": publication.suggestion, "at": at}
        record(actor=CLOCK, action="supersede_publication", label="由后一稿替换", **place, **states)


@act
def take_down(publication, *, actor, at, note):
    """The public reads it no longer; that it was published, and why it no longer is, stays on record."""
    changes = {"taken_down_on": _day(at), "take_down_reason": note}
    _step(publication, "take_down", actor, at, note, **changes)
    remove(subject=publication)
    _set_on(publication.suggestion, disclosure_state=DisclosureState.WITHHELD)
    return publication


@act
def review_again(publication, *, actor, at, note):
    """Decide anew: after a second thought, after a mend. What was checked is checked again."""
    changes = UNDECIDED | UNCHECKED
    _step(publication, "review_again", actor, at, note, **changes)
    _set_on(publication.suggestion, disclosure_state=DisclosureState.NOT_REVIEWED)
    return publication


@act
def remind_publication(publication, *, at, key, words):
    """The clock's own act: tell the committee once when the limit is near, once when it is over."""
    waiting = Publication.objects.filter(pk=publication.pk, state__in=UNPUBLISHED)
    if not waiting.filter(reminded=publication.reminded).update(reminded=key):
        return False
    states = {"from_state": publication.state, "to_state": publication.state}
    place = {"subject": publication, "case": publication.suggestion, "at": at}
    note = f"公开期限{publication.due_on}，{words}"
    action = f"remind_publication_{key}"
    record(actor=CLOCK, action=action, label="公开期限提醒", note=note, **place, **states)
    return True
