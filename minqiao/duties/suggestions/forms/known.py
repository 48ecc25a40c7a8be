"""What a form shows at first: what is already known of the thing it changes (ask once)."""

from minqiao.duties.suggestions.forms import FORMS

# Acts that change words which stand already: what is left out stays as it is.
REVISIONS = frozenset({"edit", "sort", "draft_reply", "revise_evaluation"})


def known(slug, action, subject):
    """The values of the form's fields that the subject holds already."""
    names = FORMS[slug][action].base_fields
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
        return {name: getattr(handling.unit, name) for name in ("contact_name", "contact_phone")}
    promises = list(reply.commitments.all())
    return {name: getattr(reply, name) for name in names if hasattr(reply, name)} | {
        "promise_texts": [one.text for one in promises],
        "promise_dates": [one.due_on for one in promises],
    }
