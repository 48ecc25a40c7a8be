"""One suggestion with all that belongs to it, cut to what the actor may read: eight queries at most."""

from operator import attrgetter
from types import SimpleNamespace

from django.db.models import Exists, F, OuterRef
from django.http import Http404

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment, Contact, Handling, Idea, Suggestion
from minqiao.duties.suggestions.queries.casefile import CaseFile, Part
from minqiao.duties.suggestions.queries.near import earlier
from minqiao.duties.suggestions.queries.promises import is_told, tracked
from minqiao.duties.suggestions.queries.returns import asked_of
from minqiao.duties.suggestions.queries.rounds import add_rounds
from minqiao.duties.suggestions.queries.waiting import DUTIES
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.inter_session import WAITING
from minqiao.duties.suggestions.rules.lamps import with_assistants
from minqiao.duties.suggestions.rules.matter import where_it_is
from minqiao.duties.suggestions.rules.people import may_attach
from minqiao.duties.suggestions.rules.telling import ASIDE, MILESTONES
from minqiao.duties.suggestions.workflow import HANDLING, PUBLICATION, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.queries import attachment_in, attachments_in
from minqiao.foundation.trail.queries import events_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.choices import ISSUED_LABEL, SCAN_LABEL
from minqiao.instruments.papers.queries import papers_of
from minqiao.kit.deadlines import light
from minqiao.kit.workflow import Refused, acts_that_wait

CASE = "suggestions.suggestion"
BY_KEY = attrgetter("pk")
KIND_OF_PAPER = {label: kind for kind, label in ISSUED_LABEL.items()}
KIND_OF_SCAN = {label: kind for kind, label in SCAN_LABEL.items()}


def suggestion_of(actor, pk):
    """One suggestion the actor may see, or 404 (never “exists but not for you”)."""
    rows = Suggestion.objects.visible_to(actor).filter(pk=pk)
    rows = rows.annotate(has_ideas=Exists(Idea.objects.visible_to(actor).filter(suggestion=OuterRef("pk"))))
    rows = rows.select_related(
        "congress", "session", "lead_signer__deputy", "delegation", "batch", "merged_into", "raised_before",
        "publication",
    )  # fmt: skip
    found = next(iter(rows.order_by()), None)  # one by its key: an order would cost more than the row
    if found is None:
        raise Http404("没有这件建议，或者您无权查看")
    return found


def handling_of(actor, pk):
    """One handling the actor may see, its fellows in hand, or 404."""
    rows = Handling.objects.visible_to(actor).filter(pk=pk)
    found = rows.values_list("suggestion_id", flat=True).first()
    if found is None:
        raise Http404("没有这件承办事项，或者您无权查看")
    suggestion = suggestion_of(actor, found)
    return next(row for row in _handlings(suggestion) if row.pk == pk)


def _handlings(suggestion):
    rows = Handling.objects.filter(suggestion=suggestion)
    rows = rows.select_related("unit", "reply__evaluation", "opinion", "works_with__suggestion")
    rows = sorted(rows.order_by(), key=BY_KEY)  # a handful: put in order here, cheaper than asked for
    for row in rows:
        row.suggestion = suggestion
        row.fellows = rows
    return rows


def open_extension(handling):
    """The request for more time that waits for its decision, or None."""
    return handling.extensions.filter(state=c.ExtensionState.PENDING).first()


def case_file(actor, pk, today):
    """Everything about one suggestion that the actor may read."""
    suggestion = suggestion_of(actor, pk)
    signings = sorted(suggestion.signings.select_related("mandate__deputy").order_by(), key=BY_KEY)
    suggestion._prefetched_objects_cache = {"signings": signings}
    handlings = _handlings(suggestion)
    suggestion._prefetched_objects_cache["handlings"] = handlings
    hidden = sight.proposer(actor, suggestion)
    whole = list(events_of(CASE, suggestion.pk))
    papers, attachments = _papers(actor, suggestion, whole), _attachments(actor, suggestion, whole)
    contacts, promises = _children(handlings)
    events = _events(actor, suggestion, handlings, whole, promises)
    if hidden:
        events = [_unnamed(one) for one in events]
    asked = asked_of(handlings)
    units = {row.unit_id for row in handlings}
    return CaseFile(
        suggestion=suggestion,
        proposer=f"（{hidden}）" if hidden else suggestion.lead_signer.deputy.name,
        delegation="" if hidden else str(suggestion.delegation or ""),
        signings=[] if hidden else signings,
        parts=add_rounds(actor, [_part(actor, row, contacts, promises, asked, today) for row in handlings]),
        events=events,
        papers=papers,
        attachments=attachments,
        light=_light(_date_of(suggestion), suggestion.replied_on, today),
        steps=_steps(SUGGESTION, actor, suggestion, today),
        may_attach=not may_attach(actor, suggestion),
        earlier=earlier(actor, suggestion),
        may_phone=bool(suggestion.assigned_on) and not sight.phone(actor, suggestion, units),
        milestones=[one for one in events if one.action in MILESTONES],
        is_lead=actor.role == Role.DEPUTY and actor.scope_id == suggestion.lead_signer_id,
        where=where_it_is(suggestion),
        publication=_publication(actor, suggestion, today),
    )


def _publication(actor, suggestion, today):
    """Where the public text is, and what the actor may do with it; None before there is a reply."""
    row = suggestion.publication
    if row is None:
        return None
    row.suggestion = suggestion
    return SimpleNamespace(
        row=row,
        light=light(row.due_on, today, calendar()) if row.state in c.UNPUBLISHED else None,
        steps=_steps(PUBLICATION, actor, row, today),
        deputy_view="" if sight.deputy_view(actor, suggestion) else row.get_deputy_view_display(),
        deputy_words="" if sight.deputy_view(actor, suggestion) else row.deputy_words,
    )


def _steps(workflow, actor, subject, today):
    """What may be done, first what waits for this actor; of the rest only what this state bars, and why."""
    first = acts_that_wait(DUTIES, actor.role, subject.state)
    return workflow.offered(actor, subject, today, first, ASIDE)


def _unnamed(event):
    """A signer's act without the signer, for those from whom the proposer is kept."""
    if event.action in sight.SIGNERS_ACTS:
        event.name, event.capacity, event.note = "提出人", "代表", ""
    return event


def _children(handlings):
    """Contacts and promises of all parts: two queries, none when there is no part."""
    ids = [row.pk for row in handlings]
    if not ids:
        return [], []
    leads = [row.works_with_id for row in handlings if row.works_with_id]
    contacts = Contact.objects.filter(handling_id__in=ids).order_by()
    promises = Commitment.objects.filter(handling_id__in=[*ids, *leads])
    promises = promises.annotate(issued_on=F("reply__issued_on"), round=F("reply__round"))
    return (
        sorted(contacts, key=attrgetter("on", "pk")),
        sorted(promises.order_by(), key=attrgetter("reply_id", "position")),
    )


def _part(actor, row, contacts, promises, asked, today):
    own = None if row.is_ended else _light(row.due_on, row.replied_on, today)
    part = Part(row=row, light=with_assistants(own, row, today))
    part.age = (today - row.origin_assigned_on).days
    if not sight.contacts(actor, row):
        part.returns = [one for one in asked if one.handling_id == row.pk]
        part.contacts = [one for one in contacts if one.handling_id == row.pk]
    part.opinion = None if sight.opinion(actor, row) else row.opinion
    if not sight.reply(actor, row):
        part.reply = row.reply
        part.promises = [
            one for one in promises if row.reply and one.round == row.reply.round and is_told(one, row)
        ]
    part.tracked = tracked(actor, row, promises, today)
    evaluation = getattr(row.reply, "evaluation", None) if row.reply_id else None
    if evaluation is not None:
        part.evaluation_hidden = sight.evaluation(actor, row)
        part.evaluation = None if part.evaluation_hidden else evaluation
        part.objection = "" if sight.objection(actor, row) else evaluation.objection
    part.steps = _steps(HANDLING, actor, row, today)
    return part


def _date_of(suggestion):
    """The reply's date; before the assignment, the day by which the office is to assign it."""
    waits = suggestion.due_on is None and suggestion.state in WAITING
    return suggestion.assign_due_on if waits else suggestion.due_on


def _light(due_on, done_on, today):
    return light(due_on, today, calendar()) if due_on and done_on is None else None


def _events(actor, suggestion, handlings, whole, promises):
    """The lines the actor is told, without the remarks that are not for him."""
    by_pk = {row.pk: row for row in handlings}
    rows = {("suggestions.handling", pk): row for pk, row in by_pk.items()}
    rows |= {
        ("suggestions.commitment", one.pk): by_pk[one.handling_id]
        for one in promises
        if one.handling_id in by_pk
    }
    hidden, told = _hidden_files(actor, suggestion, whole), []
    for one in whole:
        of_file = one.action in ("attach", "detach") and one.subject_id in hidden
        if of_file or sight.event(actor, suggestion, one):
            continue
        if sight.event_note(actor, rows.get((one.subject_type, one.subject_id)), one):
            one.note = ""
        told.append(one)
    return told


def _hidden_files(actor, suggestion, events):
    kinds = {one.subject_id: KIND_OF_SCAN.get(one.label, "") for one in events if one.action == "attach"}
    return {pk for pk, kind in kinds.items() if sight.attachment(actor, suggestion, kind)}


def _papers(actor, suggestion, events):
    """The papers the actor may open, as the trail tells of them."""
    issued = [one for one in events if one.action == "issue_paper"]
    return [one for one in issued if not sight.paper(actor, suggestion, KIND_OF_PAPER.get(one.label, ""))]


def files_of(actor, suggestion):
    """The files of a suggestion the actor may open, oldest first."""
    rows = attachments_in(suggestion)
    kinds = {paper.pk: paper.kind for paper in papers_of(suggestion)}
    return [row for row in rows if not sight.attachment(actor, suggestion, _kind(row, kinds))]


def file_of(actor, pk, file_pk):
    """A suggestion and one of its files, or 404; Refused when the file is not for the actor."""
    suggestion = suggestion_of(actor, pk)
    found = attachment_in(suggestion, file_pk)
    if found is None:
        raise Http404("没有这个附件")
    kinds = {paper.pk: paper.kind for paper in papers_of(suggestion)}
    if why := sight.attachment(actor, suggestion, _kind(found, kinds)):
        raise Refused(why)
    return suggestion, found


def _kind(attachment, kinds):
    """Of which kind of paper this file is the scan; "" when it is none."""
    return kinds.get(attachment.subject_id, "") if attachment.subject_type == "papers.paper" else ""


def _attachments(actor, suggestion, events):
    """Files the actor may open, as the trail tells of them: kept, and not removed since."""
    gone = {one.subject_id for one in events if one.action == "detach"}
    gone |= _hidden_files(actor, suggestion, events)
    kept = [one for one in events if one.action == "attach" and one.subject_id not in gone]
    return [
        SimpleNamespace(pk=one.subject_id, name=one.note.partition("，校验值")[0], at=one.at) for one in kept
    ]
