"""Where the page goes on after a text was saved."""

from django.contrib import messages
from django.urls import reverse

from minqiao.duties.suggestions.rules.matter import missing
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.kit.clock import today


def onward_from(request, suggestion, form):
    """The saved text's page, or the step that hands it in when that was asked for.

    "" when something is missing: the form then says it beside the fields, and is shown again as it was typed.
    """
    detail = reverse("suggestions:detail", args=[suggestion.pk])
    if request.POST.get("then") != "submit":
        return detail
    if wanting := missing(suggestion):
        form.ask_for(wanting)
        return ""
    if why := SUGGESTION.refusal("submit", request.actor, suggestion, today()):
        messages.warning(request, f"已保存，还不能提交：{why}")
        return detail
    return reverse("suggestions:step", args=[suggestion.pk, "submit"])
