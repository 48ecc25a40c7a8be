"""Issuing chasers and circulars: always by a person, after a preview; never by the clock."""

from minqiao.duties.supervision.actions.leading import series_for
from minqiao.duties.supervision.actions.proposing import day_of
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.documents import chase_notice, circular
from minqiao.duties.supervision.models import Chase, ChasedPart
from minqiao.duties.supervision.queries.chasing import ladder
from minqiao.duties.supervision.rules.people import may_chase
from minqiao.duties.supervision.workflow import CHASE
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.models import Congress
from minqiao.registry.congress.queries import congress as congress_of

CHANGED = "催办清单已有变化（有的已经答复或者刚刚催办过），请重新打开核对后再印发"


def issuer_of(actor, congress):
    """In whose name a chaser goes out: the committee's, or the government office's."""
    if actor.role == Role.GOV_OFFICE:
        return f"{congress.government}办公室"
    return f"{congress.standing_committee}代表工作委员会"


def _series(actor, congress, on):
    if actor.role == Role.GOV_OFFICE:
        return series_of_year(value("gov_supervision_word", place=congress.area_id, on=on), on.year)
    return series_for(congress, on)


def notice_draft(actor, parts, level, *, demand, answer_by, on):
    """The chaser as it would be issued, for the preview."""
    congress = congress_of(actor.realm_id)
    words = {"issuer": issuer_of(actor, congress), "demand": demand, "answer_by": answer_by, "on": on}
    return chase_notice(congress, parts[0].unit, level, parts, **words)


def circular_draft(actor, parts, *, demand, on):
    """The circular as it would be issued, for the preview."""
    congress = congress_of(actor.realm_id)
    return circular(congress, parts, issuer=issuer_of(actor, congress), demand=demand, on=on)


@act
def chase(*, actor, at, unit, level, parts, demand, answer_by):
    """催办通知 to one unit on the chosen parts (handling ids), as far as the ladder still proposes them."""
    congress, on = _locked(actor), day_of(at)
    wanted = ladder(actor, on).notices.get((unit.pk, level), [])
    chosen = _those(wanted, parts)
    document = notice_draft(actor, chosen, level, demand=demand, answer_by=answer_by, on=on)
    row = {"unit": unit, "level": level, "demand": demand, "answer_by": answer_by}
    return _issue(document, "chase_notice", congress, chosen, actor, at, **row)


@act
def circulate(*, actor, at, parts, demand):
    """通报: all that is late after two chasers, as far as the ladder still proposes it."""
    congress, on = _locked(actor), day_of(at)
    chosen = _those(ladder(actor, on).circular, parts)
    document = circular_draft(actor, chosen, demand=demand, on=on)
    row = {"unit": None, "level": ChaseLevel.CIRCULAR, "demand": demand}
    return _issue(document, "circular", congress, chosen, actor, at, **row)


def _locked(actor):
    """The congress, its row locked: two clerks never issue the same chaser twice."""
    if why := may_chase(actor):
        raise Refused(why, action="chase")
    return Congress.objects.select_for_update().get(pk=actor.realm_id)


def _those(proposed, ids):
    known = {part.handling_id: part for part in proposed}
    if not ids or not set(ids) <= set(known):
        raise Refused(CHANGED, action="chase")
    return [part for part in proposed if part.handling_id in set(ids)]


def _issue(document, kind, congress, parts, actor, at, **row):
    on = day_of(at)
    found = Chase.objects.create(
        congress=congress, issued_on=on, issued_by=issuer_of(actor, congress)[:80], **row
    )
    ChasedPart.objects.bulk_create(
        ChasedPart(
            chase=found, handling_id=part.handling_id, due_on=part.due_on, days_late=part.days_late(on)
        )
        for part in parts
    )
    label, note = f"印发{found.get_level_display()}", "、".join(part.number for part in parts)
    action = "circulate" if found.unit_id is None else "chase"
    record(actor=actor, action=action, label=label, subject=found, at=at, note=note[:500])
    series = _series(actor, congress, on)
    issue(document, kind=kind, subject=found, case=found, actor=actor, at=at, series=series)
    return found


@act
def answer_chase(chase, *, actor, at, words, promised_on):
    """The unit says why, and when it will answer the deputies."""
    changes = {"answer": words, "promised_on": promised_on, "answered_on": day_of(at)}
    note = f"{words}（{promised_on}前答复）"
    take(CHASE, chase, "answer_chase", actor=actor, at=at, note=note[:500], **changes)
    return chase
