"""The ledger of promises: progress, proof, the deputy's grade, explanations; over the years until settled."""

from django.conf import settings

from minqiao.duties.suggestions.actions.clocks import NO_STEP, dated_step, rules_on
from minqiao.duties.suggestions.actions.handling import day_of, follow_promises
from minqiao.duties.suggestions.choices import (
    SETTLED_PROMISES,
    Fulfilment,
    LedgerKind,
    PromiseState,
)
from minqiao.duties.suggestions.documents import fulfilment_form
from minqiao.duties.suggestions.models import Commitment, LedgerEntry, Suggestion
from minqiao.duties.suggestions.rules.promises import (
    awaited,
    done_day_fault,
    least,
    new_date_fault,
    next_report,
    report_number,
    voices,
)
from minqiao.duties.suggestions.workflow import COMMITMENT
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.rulebook.queries import value_from
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.actions import issue
from minqiao.kit.actor import CLOCK
from minqiao.kit.deadlines import ONE_DAY, Rule, due
from minqiao.kit.workflow import Refused

NO_REPORT = {"report_due_on": None, "report_due_facts": {}, "report_chased_on": None}
NOTE = 300  # of a long text the trail keeps so much; the whole stands in the ledger


def _rules(promise, on):
    """The rules the case keeps; of a case older than this ledger those that stand now."""
    kept = promise.handling.suggestion.rules
    return kept if "fulfilment" in kept else rules_on(settings.PLACE, on)


def _report_clock(promise, number, on):
    """The columns of the report that is due: every quarter from the reply, on its very day."""
    kept = _rules(promise, on)["commitment_report"]
    rule = Rule(
        "commitment_report", kept["label"], kept["value"] * number, "months", kept["basis"], roll_over=False
    )
    found = due(rule, promise.reply.issued_on, calendar())
    return {"report_due_on": found.due, "report_due_facts": found.as_dict(), "report_chased_on": None}


def _months(promise, on):
    return value_from(_rules(promise, on), "commitment_report")


def _reported(promise, on):
    """The clock after a report on `on`."""
    issued, months = promise.reply.issued_on, _months(promise, on)
    awaited = promise.report_due_on or on
    return _report_clock(promise, next_report(issued, awaited, on, months), on)


def _running(promise, on):
    """The clock of the quarter that is running after `on`."""
    number = report_number(promise.reply.issued_on, on + ONE_DAY, _months(promise, on))
    return _report_clock(promise, number, on)


def begin_tracking(handling, on):
    """The letter is out: its promises bind, the first report is due a quarter later. Inside an @act only."""
    for promise in handling.reply.commitments.all():
        promise.handling, promise.reply = handling, handling.reply
        Commitment.objects.filter(pk=promise.pk).update(**_report_clock(promise, 1, on))


def _hold(promise):
    """Lock the suggestion: of two lead signers who speak at once the second hears the first."""
    suggestion = promise.handling.suggestion
    Suggestion.objects.select_for_update().only("pk").get(pk=suggestion.pk)
    promise.__dict__.pop("_prefetched_objects_cache", None)
    return suggestion


def _now(promise):
    """The promise as it stands, locked: what follows counts on from its date and its times."""
    _hold(promise)
    freshen(promise)


def _move(promise, action, *, actor, at, note="", **changes):
    """A step of one promise; the axis of the whole follows. The suggestion's row is locked first."""
    suggestion = _hold(promise)
    note = note[:NOTE]
    step = take(COMMITMENT, promise, action, actor=actor, at=at, case=suggestion, note=note, **changes)
    if step.target:
        follow_promises(suggestion, promise.handling)
    return step


def _enter(promise, kind, *, actor, at, file=None, **words):
    """A line in the ledger, with the file that proves it."""
    entry = LedgerEntry.objects.create(
        commitment=promise, kind=kind, on=day_of(at), by=actor.name[:60], **words
    )
    if file:
        place = {"subject": promise, "case": promise.handling.suggestion, "actor": actor, "at": at}
        keep(file, note=f"{entry.get_kind_display()}：{promise.text}"[:200], **place)
    return entry


@act
def report_progress(promise, *, actor, at, text, file=None):
    """What was done in the quarter; the next report is due a quarter on."""
    on = day_of(at)
    _now(promise)
    COMMITMENT.step("report_progress", actor, promise, on)
    clock = _reported(promise, on)
    _move(promise, "report_progress", actor=actor, at=at, note=text, **clock)
    _enter(promise, LedgerKind.PROGRESS, actor=actor, at=at, text=text, file=file)
    return promise


@act
def report_done(promise, *, actor, at, done_on, text, file=None):
    """The unit says it is done, since when, and what proves it; the deputy's clock to grade begins."""
    on = day_of(at)
    if why := done_day_fault(promise, done_on, on):
        raise Refused(why, action="report_done")
    clock = dated_step(_rules(promise, on), "fulfilment", on) | NO_REPORT
    changes = {"done_on": done_on, "grade": "", "grade_chased_on": None, **clock}
    _move(promise, "report_done", actor=actor, at=at, note=text, **changes)
    _enter(promise, LedgerKind.DONE, actor=actor, at=at, text=text, done_on=done_on, file=file)
    edition = promise.entries.filter(kind=LedgerKind.DONE).count()
    place = {"subject": promise, "case": promise.handling.suggestion, "edition": edition}
    issue(fulfilment_form(promise, text), kind="fulfilment_form", actor=actor, at=at, **place)
    return promise


@act
def grade_fulfilment(promise, *, actor, at, grade, words="", mandate=None):
    """A lead signer says whether it was kept; nobody of the government learns it before the release.

    `mandate`: whose paper form a clerk enters. Of a merged file every lead signer is heard; the least good
    of what they say counts.
    """
    _hold(promise)
    whose = _whose(promise, actor, mandate, awaited(promise), "grade_fulfilment")
    last = {} if len(awaited(promise)) > 1 else NO_STEP
    counts = least([grade, *(one.grade for one in voices(promise).values())])
    _move(promise, "grade_fulfilment", actor=actor, at=at, grade=counts, **last)
    said = {"grade": grade, "text": words, "mandate_id": whose, "is_for_paper": actor.role != Role.DEPUTY}
    _enter(promise, LedgerKind.GRADE, actor=actor, at=at, **said)
    return promise


def _whose(promise, actor, mandate, among, action):
    """The lead signer who speaks: the deputy himself, or the one whose paper form a clerk enters."""
    if actor.role == Role.DEPUTY:
        return actor.scope_id
    whose = mandate.pk if mandate else next(iter(among), None)
    if among and whose not in among:
        raise Refused("请选择是哪一位领衔代表的评价", action=action)
    return whose


@act
def verify_fulfilment(promise, *, actor, at, grade, words):
    """The deputy said nothing in time: the committee looks for itself, and says so."""
    _hold(promise)
    counts = least([grade, *(one.grade for one in voices(promise).values())])
    _move(promise, "verify_fulfilment", actor=actor, at=at, grade=counts, **NO_STEP)
    _enter(promise, LedgerKind.GRADE, actor=actor, at=at, grade=grade, text=words, is_verified=True)
    return promise


@act
def revise_fulfilment(promise, *, actor, at, grade, words="", mandate=None):
    """A second thought before the release; that it was changed stays on record, not what it was."""
    _hold(promise)
    COMMITMENT.step("revise_fulfilment", actor, promise, day_of(at))
    said = voices(promise)
    whose = _whose(promise, actor, mandate, [one for one in said if one], "revise_fulfilment")
    changed = said.pop(whose if whose in said else None)
    counts = least([grade, *(one.grade for one in said.values())])
    _move(promise, "revise_fulfilment", actor=actor, at=at, grade=counts)
    words = {"grade": grade, "text": words, "by": actor.name[:60], "on": day_of(at)}
    how = {"is_for_paper": actor.role != Role.DEPUTY, "is_verified": False, "mandate_id": whose}
    LedgerEntry.objects.filter(pk=changed.pk).update(**words, **how)
    return promise


@act
def release_fulfilment(promise, *, actor, at):
    """Now the unit may read it: kept and settled, or to be explained by its principal."""
    on = day_of(at)
    kept = promise.grade == Fulfilment.MET
    changes = {"settled_on": on} if kept else {"done_on": None, "reminded": "", **_running(promise, on)}
    _move(promise, "release_fulfilment", actor=actor, at=at, **changes)
    promise.entries.filter(kind=LedgerKind.GRADE, released_on=None).update(released_on=on)
    return promise


@act
def explain_delay(promise, *, actor, at, reason, new_due_on, file=None):
    """The principal says in writing why it is not kept in time, and by when it will be."""
    on = day_of(at)
    _now(promise)
    COMMITMENT.step("explain_delay", actor, promise, on)
    if why := new_date_fault(promise, new_due_on, on):
        raise Refused(why, action="explain_delay")
    old, changes = promise.due_on, _put_off(promise, new_due_on, on)
    note = f"{old}延至{new_due_on}：{reason}"
    _move(promise, "explain_delay", actor=actor, at=at, note=note, **changes)
    dates = {"old_due_on": old, "new_due_on": new_due_on}
    _enter(promise, LedgerKind.EXPLAINED, actor=actor, at=at, text=reason, file=file, **dates)
    return promise


def _put_off(promise, new_due_on, on):
    times = promise.times_deferred + 1
    return {"due_on": new_due_on, "times_deferred": times, "reminded": "", **_running(promise, on)}


@act
def give_up(promise, *, actor, at, reason, file=None):
    """The principal says in writing why it cannot be kept at all."""
    changes = {"settled_on": day_of(at), **NO_STEP, **NO_REPORT}
    _move(promise, "give_up", actor=actor, at=at, note=reason, **changes)
    _enter(promise, LedgerKind.GIVEN_UP, actor=actor, at=at, text=reason, file=file)
    return promise


@act
def insist(promise, *, actor, at, note, new_due_on):
    """The committee does not accept it: the promise stands, with a new date."""
    on = day_of(at)
    if why := new_date_fault(promise, new_due_on, on):
        raise Refused(why, action="insist")
    old, changes = promise.due_on, {"settled_on": None, **_put_off(promise, new_due_on, on)}
    _move(promise, "insist", actor=actor, at=at, note=f"期限{new_due_on}：{note}", **changes)
    dates = {"old_due_on": old, "new_due_on": new_due_on}
    _enter(promise, LedgerKind.REOPENED, actor=actor, at=at, text=note, **dates)
    return promise


@act
def end_tracking(promise, *, actor, at, note):
    """The matter itself is over: solved otherwise, taken up in another promise, the term at its end."""
    changes = {"settled_on": day_of(at), **NO_STEP, **NO_REPORT}
    _move(promise, "end_tracking", actor=actor, at=at, note=note, **changes)
    _enter(promise, LedgerKind.ENDED, actor=actor, at=at, text=note)
    return promise


def end_with_the_matter(suggestion, *, actor, at):
    """A withdrawn suggestion takes its promises with it. Inside an @act only."""
    rows = Commitment.objects.filter(handling__suggestion=suggestion, reply__issued_on__isnull=False)
    for promise in rows.exclude(state__in=sorted(SETTLED_PROMISES)).order_by("pk"):
        states = {"from_state": promise.state, "to_state": PromiseState.ENDED}
        changes = {"settled_on": day_of(at), **NO_STEP, **NO_REPORT}
        Commitment.objects.filter(pk=promise.pk).update(state=PromiseState.ENDED, **changes)
        _enter(promise, LedgerKind.ENDED, actor=CLOCK, at=at, text="建议已撤回")
        place = {"subject": promise, "case": suggestion, "at": at}
        record(actor=actor, action="end_promise", label="承诺随建议终止", **place, **states)
    follow_promises(suggestion)
