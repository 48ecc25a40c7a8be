"""“检查”: the hints on a text as it stands in the form, without saving it. Works without a script."""

from minqiao.duties.suggestions.queries import near, writing

SIDE_BY_SIDE = ("register", "hint_merge", "merge")  # the screener looks for what says the same
DRAFTED = frozenset(
    {"submit_reply", "check_format", "pass_review", "send_back_reply", "issue", "issue_without_contact"}
)


def is_check(request):
    """Whether the page was sent to be looked over, not to be saved."""
    return request.POST.get("then") == "check"


def posted(request):
    """What was posted, an earlier suggestion chosen from the list written into its field."""
    if not (number := request.POST.get("same_as")):
        return request.POST
    data = request.POST.copy()
    data["repeat_of"] = number[:30]
    return data


def of_text(actor, congress_id, form, exclude=None):
    """What is to be said of a suggestion's text: hints at a second matter, what resembles it."""
    form.is_valid()
    words = form.cleaned_data
    title, facts, requests = words.get("title", ""), words.get("facts", ""), words.get("requests") or []
    return {
        "matter": writing.matter_hints(congress_id, title, facts, requests),
        "rows": near.similar(actor, f"{title} {facts}", exclude),
        "chosen": words.get("repeat_of", ""),
    }


def of_answers(handling, form):
    """What of each answer in the form is empty phrases."""
    form.is_valid()
    return writing.findings(handling.suggestion.congress_id, form.cleaned_data.get("answers") or [])


def beside(actor, workflow, subject, action):
    """What a step's page shows of all this: raised before, what says the same, hints, empty phrases."""
    suggestion = getattr(subject, "suggestion", subject)
    if workflow.slug in ("batch", "commitment"):
        return {}
    found = {"earlier": near.earlier(actor, suggestion)}
    text = (suggestion.title, suggestion.facts, suggestion.requests)
    if workflow.slug == "suggestion" and action in SIDE_BY_SIDE:
        found["rows"] = near.similar(actor, f"{suggestion.title} {suggestion.facts}", suggestion.pk)
    if action in ("submit", "register"):
        found["matter"] = writing.matter_hints(suggestion.congress_id, *text)
    if action in DRAFTED and subject.reply:
        found["findings"] = writing.findings(suggestion.congress_id, subject.reply.answers)
    return found
