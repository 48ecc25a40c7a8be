"""What the deputy does before the text is handed in: draft, edit, co-signers, submit."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from minqiao.duties.suggestions.actions.clocks import NO_ASSIGN_CLOCK, assign_clock
from minqiao.duties.suggestions.actions.earlier import tied
from minqiao.duties.suggestions.actions.giving_back import give_back
from minqiao.duties.suggestions.choices import FINAL_STATES, Kind, SigningState, State
from minqiao.duties.suggestions.models import Signing, Suggestion
from minqiao.duties.suggestions.queries.people import the_mandate
from minqiao.duties.suggestions.rules.versions import changed_since, version
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.search.actions import index
from minqiao.kit.sheets import CellRefused
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import seat, sitting_on


@act
def draft(*, actor, at, signer=None, once=None, kind=Kind.SUGGESTION, **words):
    """Begin a suggestion. A deputy writes his own; a clerk names the `signer` and it is marked as entered.

    `once` makes a repeated sending return the first draft instead of a second one.
    """
    if once and Suggestion.objects.filter(once=once).exists():
        return _first_draft(once, actor)
    place = _seat(actor, signer)
    remark = kind == Kind.REVIEW_REMARK
    suggestion = Suggestion(
        **place,
        year=timezone.localtime(at).year,
        kind=kind,
        is_paper=actor.role != Role.DEPUTY,
        state=State.NOTED if remark else State.DRAFT,
        created_at=at,
        once=once,
        **tied(actor, words),
    )
    try:
        with transaction.atomic():
            suggestion.save(force_insert=True)
    except IntegrityError:  # the same form sent twice at the same moment
        return _first_draft(once, actor)
    label = "记录审议发言" if remark else "建立草稿"
    record(actor=actor, action="draft", label=label, subject=suggestion, at=at, to_state=suggestion.state)
    return suggestion


@act
def convert_bill(*, actor, at, signer, co_signers=(), once=None, **words):
    """议案转建议: keeps the bill's number and day; all who signed the bill stand under it at once."""
    if actor.role not in CONGRESS_STAFF:
        raise Refused("议案转建议由大会秘书处或者代表工作委员会登记")
    found = draft(actor=actor, at=at, signer=signer, once=once, kind=Kind.BILL_CONVERTED, **words)
    for one in co_signers:
        if one.congress_id != found.congress_id:
            raise Refused(f"{one}不是同一届人民代表大会的代表")
        if one.pk != found.lead_signer_id:
            state = {"state": SigningState.CONFIRMED, "answered_at": at}
            Signing.objects.get_or_create(suggestion=found, mandate=one, defaults=state)
    return found


def _first_draft(once, actor):
    found = Suggestion.objects.visible_to(actor).filter(once=once).first()
    if found is None:
        raise Refused("这份表单已经由他人提交过，请重新打开页面填写")
    return found


def _seat(actor, signer):
    """Whose text it is, in which congress and delegation: the columns of a new suggestion."""
    if actor.role == Role.DEPUTY:
        return {"lead_signer_id": actor.scope_id, **seat(actor.scope_id)}
    if actor.role not in CONGRESS_STAFF:
        raise Refused("只有代表可以提出建议，代表工作委员会、大会秘书处可以代为录入")
    if signer is None or signer.congress_id != actor.realm_id:
        raise Refused("请写明是哪一位代表提出的")
    return {"lead_signer_id": signer.pk, **seat(signer.pk)}


@act
def enter_row(data, *, actor, at, lookups=None):
    """Keep one row of the spreadsheet as a draft entered for its deputy; the same again changes nothing.

    A deputy's own draft is not found here, nor what has ended; what was handed in is Refused, not doubled.
    """
    try:
        signer = the_mandate(actor.realm_id, data["signer"])
    except LookupError as error:
        raise CellRefused("signer", str(error)) from error
    words = {name: value for name, value in data.items() if name != "signer"}
    open_ones = Suggestion.objects.visible_to(actor).exclude(state__in=FINAL_STATES)
    same = open_ones.filter(lead_signer=signer, title=data["title"])
    found = same.order_by("-is_paper", "-pk").first()
    if found is None:
        draft(actor=actor, at=at, signer=signer, **words)
        return "created"
    if all(getattr(found, name) == value for name, value in words.items()):
        return "unchanged"
    edit(found, actor=actor, at=at, **words)
    return "updated"


@act
def edit(suggestion, *, actor, at, **words):
    """Change the draft. When the substance changes, those who had co-signed are asked again."""
    freshen(suggestion)
    before = version(suggestion)
    take(SUGGESTION, suggestion, "edit", actor=actor, at=at, **tied(actor, words, suggestion.pk))
    _ask_again(suggestion, before, actor, at)
    return suggestion


@act
def autosave(suggestion, *, actor, at, seen="", **words):
    """Keep what is being typed. Not an act of anybody's will, so the typing itself leaves no trail, and
    nobody's confirmation is cancelled by it; `seen` is the version the page last kept ("" compares nothing).
    """
    freshen(suggestion)
    before = version(suggestion)
    why = SUGGESTION.refusal("edit", actor, suggestion, _day(at)) or changed_since(suggestion, seen)
    if why:
        raise Refused(why, action="edit")
    words = tied(actor, words, suggestion.pk)
    for name, text in words.items():
        setattr(suggestion, name, text)
    if version(suggestion) != before and _confirmed(suggestion).exists():
        raise Refused("已有代表确认联名，改动不自动保存，请点“保存”", action="edit")
    Suggestion.objects.filter(pk=suggestion.pk).update(**words)


def _confirmed(suggestion):
    return suggestion.signings.filter(state=SigningState.CONFIRMED)


def _ask_again(suggestion, before, actor, at):
    """Who had confirmed another text is asked to confirm this one."""
    if version(suggestion) == before:
        return
    confirmed = _confirmed(suggestion)
    if confirmed.update(state=SigningState.INVITED, answered_at=None):
        record(actor=actor, action="ask_again", label="请联名代表重新确认", subject=suggestion, at=at)


@act
def invite(suggestion, *, actor, at, mandates):
    """Ask deputies of the same congress to join. Asking twice changes nothing."""
    take(SUGGESTION, suggestion, "invite", actor=actor, at=at, note="、".join(str(one) for one in mandates))
    for one in mandates:
        if one.congress_id != suggestion.congress_id or one.pk == suggestion.lead_signer_id:
            raise Refused(f"{one}不是同一届人民代表大会的其他代表，不能邀请联名")
        row, new = Signing.objects.get_or_create(suggestion=suggestion, mandate=one)
        if not new and row.state == SigningState.DECLINED:
            Signing.objects.filter(pk=row.pk).update(state=SigningState.INVITED, answered_at=None)
    return suggestion


@act
def confirm_cosign(suggestion, *, actor, at):
    """A co-signer has read the text and confirms it is his true wish."""
    return _answer_invitation(suggestion, "confirm_cosign", SigningState.CONFIRMED, actor, at)


@act
def decline_cosign(suggestion, *, actor, at):
    """An invited deputy does not join."""
    return _answer_invitation(suggestion, "decline_cosign", SigningState.DECLINED, actor, at)


def _answer_invitation(suggestion, action, state, actor, at):
    take(SUGGESTION, suggestion, action, actor=actor, at=at)
    row = suggestion.signings.filter(mandate_id=actor.scope_id).exclude(state=SigningState.DECLINED)
    if not row.update(state=state, answered_at=at):
        raise Refused("邀请已经取消", action=action)
    return suggestion


@act
def drop_cosigner(suggestion, *, actor, at, mandate_id):
    """Withdraw an invitation, or drop who has not answered."""
    take(SUGGESTION, suggestion, "drop_cosigner", actor=actor, at=at)
    suggestion.signings.filter(mandate_id=mandate_id).delete()
    return suggestion


@act
def submit(suggestion, *, actor, at, one_matter=False):
    """Hand in: to the secretariat in session, to the deputy affairs committee between sessions.

    It belongs to the session that sits on that day; between sessions to none, to the year's own series, and
    the workdays run in which it is to be assigned. `one_matter`: the deputy has read the
    hints and says that it is one matter.
    """
    session = sitting_on(suggestion.congress, _day(at))
    changes = {"session": session, "submitted_at": at, "office_note": "", "year": _day(at).year}
    changes |= NO_ASSIGN_CLOCK if session else assign_clock(suggestion, _day(at))
    note = "代表确认为一件事" if one_matter else ""
    take(SUGGESTION, suggestion, "submit", actor=actor, at=at, note=note, **changes)
    index_text(suggestion)
    return suggestion


@act
def discard(suggestion, *, actor, at):
    """Throw a draft away; it stays in the trail."""
    take(SUGGESTION, suggestion, "discard", actor=actor, at=at)
    give_back(suggestion, actor=actor, at=at)
    return suggestion


@act
def confirm_remark(suggestion, *, actor, at):
    """The speaker confirms what was written of his words; they belong to the session that sat then."""
    said_in = sitting_on(suggestion.congress, _day(suggestion.created_at))
    changes = {"submitted_at": at, "session": said_in}
    changes |= NO_ASSIGN_CLOCK if said_in else assign_clock(suggestion, _day(at))
    take(SUGGESTION, suggestion, "confirm_remark", actor=actor, at=at, **changes)
    index_text(suggestion)
    return suggestion


def _day(at) -> dt.date:
    return timezone.localtime(at).date()


def index_text(suggestion):
    """Put number, title, signers and text into the search index."""
    joined = suggestion.signings.exclude(state=SigningState.DECLINED).select_related("mandate__deputy")
    names = [str(suggestion.lead_signer), *(str(row.mandate) for row in joined)]
    if suggestion.request_confidential:  # a search by name would tell who raised it
        names = []
    words = [suggestion.number, suggestion.title, *names, suggestion.facts, *suggestion.requests]
    index(subject=suggestion, text="\n".join(words))
