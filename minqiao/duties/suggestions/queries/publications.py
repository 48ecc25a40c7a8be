"""Publications for those who review them: the queue, one of them, its original beside the proposals."""

import datetime as dt

from django.conf import settings
from django.db.models import F, prefetch_related_objects
from django.http import Http404

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Publication, Reply
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.duties.suggestions.rules.disclosing import blocks_of, names_to_propose, proposals
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.prepared import Sought
from minqiao.kit.workflow import Refused

REVIEWERS = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE}
STATES = dict(c.PublicationState.choices)
NEAR = dt.timedelta(days=15)  # no five workdays are spread over more
ROW = (
    "pk", "suggestion_id", "suggestion__number", "suggestion__title", "suggestion__handled_by", "state",
    "proposed", "mode", "replied_on", "due_on", "published_at", "edition", "deputy_view",
)  # fmt: skip


def publications(actor, params):
    """Rows of the review queue, the nearest date first; one state of them when asked."""
    if actor.role not in REVIEWERS:
        raise Refused("公开审查情况供代表工作委员会、政府办公室查看")
    rows = Publication.objects.filter(suggestion__congress_id=actor.realm_id)
    state = params.get("state", "")
    if state in STATES:
        rows = rows.filter(state=state)
    elif state != "all":
        rows = rows.open()
    if state == c.PublicationState.PUBLISHED:
        return rows.order_by("-published_at", "-pk").values(*ROW)
    return rows.order_by(F("due_on").asc(), "pk").values(*ROW)


def publication_of(actor, pk):
    """One publication of a suggestion the actor may see, or 404."""
    found = Publication.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("没有这份公开稿，或者您无权查看")
    found.suggestion = suggestion_of(actor, found.suggestion_id)
    return found


_DUE = Sought(
    lambda last: Publication.objects.open().filter(due_on__lte=last).exclude(reminded="black"),
    (dt.date(1949, 10, 1),),
    lambda: Publication.objects.select_related("suggestion__congress"),
)


def near_publication_date(today):
    """Open publications near their date or past it, with their suggestions, for the clock."""
    return _DUE(today + NEAR)


def grounds(on):
    """Why a text is not published: code, words and basis, as the rulebook has them on a day."""
    return value("disclosure.grounds", place=settings.PLACE, on=on)


def original_of(publication):
    """What would be public if nothing were hidden. No contact person, no number: they are not part of it."""
    suggestion = publication.suggestion
    rows = Reply.objects.filter(current_for__suggestion=suggestion, current_for__role__in=c.ANSWERING)
    replies = list(
        rows.select_related("handling__unit").prefetch_related("commitments").order_by("handling_id")
    )
    summaries = [reply.public_summary for reply in replies if reply.public_summary]
    return {
        "title": suggestion.title,
        "facts": suggestion.facts,
        "analysis": suggestion.analysis,
        "requests": list(suggestion.requests),
        "summary": "\n".join(summaries),
        "replies": [_reply(reply) for reply in replies],
    }


def _reply(reply):
    names = ("opening", "closing", "category")
    return {name: getattr(reply, name) for name in names} | {
        "unit": reply.handling.unit.name,
        "part": reply.handling.part,
        "answers": list(reply.answers),
        "promises": [f"{one.text}（{one.due_on}前）" for one in reply.commitments.all()],
        "replied_on": str(reply.issued_on),
    }


def proposals_of(publication):
    """(heading, original, findings, proposed text) of every block a person has to check."""
    suggestion = publication.suggestion
    prefetch_related_objects([suggestion], "signings__mandate__deputy")
    return proposals(original_of(publication), publication.mode, names_to_propose(suggestion))


def texts_of(publication):
    """The texts as they stand: as last checked, else as proposed. In the order of the blocks."""
    if publication.checked_on:
        return [words for _, words in blocks_of(publication.text, publication.mode)]
    return [words for *_, words in proposals_of(publication)]
