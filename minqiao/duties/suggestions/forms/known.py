"""What a form shows at first: what is already known of the thing it changes (ask once)."""

from django.conf import settings

from minqiao.duties.suggestions.choices import PUBLIC_MODES
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.queries.publications import texts_of
from minqiao.foundation.rulebook.queries import value

# Acts that change words which stand already: what is left out stays as it is.
REVISIONS = frozenset({"edit", "sort", "draft_reply", "revise_evaluation", "redact"})


def known(slug, action, subject):
    """The values of the form's fields that the subject holds already."""
    names = FORMS[slug][action].base_fields
    if action in ("redact", "decide_open"):
        return _of_publication(subject, action)
    if action == "draft_reply":
        return _of_reply(subject, names)
    if slug == "commitment":
        return {"grade": subject.grade} if action == "revise_fulfilment" else {}
    source = subject.reply.evaluation if action == "revise_evaluation" else subject
    return {name: getattr(source, name) for name in names if hasattr(source, name)}


def _of_reply(handling, names):
    """The draft so far with its promises; before there is one, the unit's own contact."""
    reply = handling.reply
    if reply is None:
        own = {name: getattr(handling.unit, name) for name in ("contact_name", "contact_phone")}
        return own | {"disclosure": value("disclosure.mode", place=settings.PLACE, on=handling.dispatched_on)}
    promises = list(reply.commitments.all())
    return {name: getattr(reply, name) for name in names if hasattr(reply, name)} | {
        "promise_texts": [one.text for one in promises],
        "promise_dates": [one.due_on for one in promises],
    }


def _of_publication(publication, action):
    """The texts as last checked or as proposed; the mode the unit proposed, where it is an open one."""
    if action == "redact":
        return {"texts": texts_of(publication)}
    return {"mode": publication.proposed} if publication.proposed in dict(PUBLIC_MODES) else {}
