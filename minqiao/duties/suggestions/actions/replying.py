"""From the first draft of a reply to the evaluation that is given back to the unit."""

from minqiao.duties.suggestions.actions.clocks import step_clock
from minqiao.duties.suggestions.actions.disclosing import open_review
from minqiao.duties.suggestions.actions.handling import NO_CLOCK, day_of, follow, followers, hold, move
from minqiao.duties.suggestions.actions.promising import begin_tracking
from minqiao.duties.suggestions.documents import feedback_form, reply_letter
from minqiao.duties.suggestions.models import Commitment, Evaluation, Handling, Reply
from minqiao.duties.suggestions.queries.writing import empty_answers
from minqiao.duties.suggestions.rules.matter import too_late_promise
from minqiao.duties.suggestions.workflow import HANDLING
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.trail.actions import act, freshen
from minqiao.instruments.papers.actions import issue as issue_paper
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.workflow import Refused


@act
def draft_reply(handling, *, actor, at, promises=(), **words):
    """Write or rewrite the draft: answers under the numbered requests, promises as (text, due date)."""
    if why := too_late_promise(promises, day_of(at)):
        raise Refused(why, action="draft_reply")
    move(handling, "draft_reply", actor=actor, at=at)
    words["empty_answers"] = empty_answers(handling.suggestion.congress_id, words.get("answers") or [])
    reply, _ = Reply.objects.update_or_create(handling=handling, round=handling.round, defaults=words)
    Handling.objects.filter(pk=handling.pk).update(reply=reply)
    handling.reply = reply
    reply.commitments.all().delete()
    Commitment.objects.bulk_create(
        Commitment(
            reply=reply, handling=handling, position=position, text=text, first_due_on=due_on, due_on=due_on
        )
        for position, (text, due_on) in enumerate(promises, 1)
    )
    return handling


@act
def submit_reply(handling, *, actor, at):
    """The draft goes to the unit's own check."""
    move(handling, "submit_reply", actor=actor, at=at)
    return handling


@act
def check_format(handling, *, actor, at):
    """The unit's deputy head has read it; on to the pre-review, or to the principal where there is none."""
    move(handling, "check_format", actor=actor, at=at)
    return handling


@act
def pass_review(handling, *, actor, at):
    """The government office has read it: form and substance hold."""
    move(handling, "pass_review", actor=actor, at=at)
    return handling


@act
def send_back_reply(handling, *, actor, at, note):
    """Whoever is reading it sends the draft back with the reason."""
    move(handling, "send_back_reply", actor=actor, at=at, note=note)
    Reply.objects.filter(pk=handling.reply_id).update(review_note=note)
    return handling


@act
def issue(handling, *, actor, at):
    """The principal signs: the letter gets its number, the deputy's clock to evaluate begins."""
    return _issue(handling, "issue", actor, at)


@act
def issue_without_contact(handling, *, actor, at, note):
    """Signed although no contact is on record: the written reason goes into the report."""
    return _issue(handling, "issue_without_contact", actor, at, no_contact_note=note)


def _issue(handling, action, actor, at, no_contact_note=""):
    on = day_of(at)
    hold(handling)
    freshen(handling)
    HANDLING.step(action, actor, handling, on)
    with_it = followers(handling) if handling.leads_file else []
    unheard = [row.suggestion.number for row in with_it if row.first_contact_on is None]
    if unheard and not no_contact_note:
        why = f"并案的{'、'.join(unheard)}还没有联系代表的记录，不能签发；请先联系代表并登记"
        raise Refused(why, action=action)
    freshen(handling.reply)
    _letter(handling, handling.reply, actor, at, no_contact_note)
    clock = step_clock(handling.suggestion.rules, "evaluate", on)
    note = no_contact_note or handling.reply.number
    move(handling, action, actor=actor, at=at, note=note, replied_on=on, **clock)
    begin_tracking(handling, on)
    _form(handling, actor, at)
    open_review(handling.suggestion)
    for row in with_it:
        _answer_too(row, handling, actor, at)
    return handling


def _letter(handling, reply, actor, at, no_contact_note=""):
    """Number and issue the letter of one suggestion."""
    on = day_of(at)
    reply.signer, reply.issued_on, reply.no_contact_note = actor.name, on, no_contact_note
    word = (handling.unit.reply_word or handling.unit.short_name).removesuffix("函")
    series = series_of_year(f"{word}函", on.year)
    place = {"subject": handling, "case": handling.suggestion, "actor": actor, "at": at}
    letter = reply_letter(handling, reply)
    paper = issue_paper(letter, kind="reply_letter", series=series, edition=handling.round, **place)
    reply.number = paper.number
    reply.save()


def _form(handling, actor, at):
    place = {"subject": handling, "case": handling.suggestion, "actor": actor, "at": at}
    issue_paper(
        feedback_form(handling, handling.reply), kind="feedback_form", edition=handling.round, **place
    )


COPIED = (
    "category",
    "opening",
    "answers",
    "closing",
    "contact_name",
    "contact_phone",
    "disclosure",
    "disclosure_code",
    "disclosure_ground",
    "public_summary",
)


def _answer_too(handling, lead, actor, at):
    """The same answer to the signers of another suggestion of the file: their own letter, their own form."""
    reply = Reply(handling=handling, round=handling.round)
    for name in COPIED:
        setattr(reply, name, getattr(lead.reply, name))
    handling.works_with = lead
    _letter(handling, reply, actor, at, lead.reply.no_contact_note)
    answered = {"reply": reply, "replied_on": lead.replied_on}
    Handling.objects.filter(pk=handling.pk).update(**answered)
    handling.reply, handling.replied_on = reply, lead.replied_on
    _form(handling, actor, at)
    follow(handling.suggestion, day_of(at))
    open_review(handling.suggestion)


@act
def evaluate(handling, *, actor, at, **grades):
    """The lead signer grades attitude and result; the unit sees nothing of it until it is released."""
    evaluation = Evaluation(
        reply=handling.reply,
        mandate_id=handling.suggestion.lead_signer_id,
        entered_for_paper=actor.role != Role.DEPUTY,
        evaluated_at=at,
        **grades,
    )
    move(handling, "evaluate", actor=actor, at=at, **NO_CLOCK)
    evaluation.save()
    return handling


@act
def revise_evaluation(handling, *, actor, at, **grades):
    """A second thought before the release; that it was changed stays on record, not what it was."""
    move(handling, "revise_evaluation", actor=actor, at=at)
    paper = actor.role != Role.DEPUTY
    rows = Evaluation.objects.filter(reply_id=handling.reply_id)
    rows.update(entered_for_paper=paper, evaluated_at=at, **grades)
    return handling


@act
def release(handling, *, actor, at):
    """Now the unit may read the grades. A private objection it never reads."""
    move(handling, "release", actor=actor, at=at, evaluation_released=True)
    Evaluation.objects.filter(reply_id=handling.reply_id).update(released_at=at)
    follow(handling.suggestion, day_of(at))
    return handling
