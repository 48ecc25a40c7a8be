"""Reading a notebook: the deputy's own notes, and who is to be reminded of them."""

import datetime as dt

from django.db.models import Count, Exists, OuterRef
from django.http import Http404
from django.urls import reverse

from minqiao.duties.suggestions.choices import EDITABLE, IdeaState
from minqiao.duties.suggestions.models import Idea, IdeaReminder, Suggestion
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.queries import attachments_by_subject
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.ids import id_from
from minqiao.kit.mechanism import Waiting
from minqiao.registry.congress.models import Session

ORDER = ("-pk",)
AHEAD = dt.timedelta(days=366)  # no session is reminded of earlier


def ideas(actor, params):
    """The deputy's notes: those that wait to be used, or as the filters ask, newest first."""
    rows = Idea.objects.visible_to(actor).select_related("suggestion")
    if (suggestion := id_from(params.get("suggestion", ""))) is not None:
        return rows.filter(suggestion_id=suggestion).order_by(*ORDER)
    state = params.get("state") if params.get("state") in IdeaState.values else IdeaState.OPEN
    return rows.filter(state=state).order_by(*ORDER)


def ideas_by_state(actor):
    """How many notes stand in each state."""
    rows = Idea.objects.visible_to(actor).order_by().values_list("state").annotate(count=Count("pk"))
    return dict(rows)


def idea_of(actor, pk):
    """One note of the deputy's own, or 404."""
    found = Idea.objects.visible_to(actor).filter(pk=pk).select_related("suggestion").first()
    if found is None:
        raise Http404("没有这条素材，或者不是您的素材本")
    return found


def free_ideas(actor):
    """The notes that may still become a suggestion."""
    return Idea.objects.visible_to(actor).unused().order_by(*ORDER)


def own_drafts(actor):
    """The drafts a note may be added to: the deputy's own, not handed in."""
    rows = Suggestion.objects.visible_to(actor).filter(lead_signer_id=actor.scope_id, state__in=EDITABLE)
    return rows.order_by("-pk") if actor.role == Role.DEPUTY else rows.none()


def to_remind(today):
    """(session, mandate, count): who has unused notes before a session that is near, and was not told yet."""
    sessions = Session.objects.filter(opens_on__gt=today, opens_on__lte=today + AHEAD)
    for session in sessions.select_related("congress").order_by("opens_on", "pk"):
        days = value("idea_reminder_days", place=session.congress.area_id, on=today)
        if not days or (session.opens_on - today).days > days:
            continue
        told = IdeaReminder.objects.filter(session=session).values("mandate_id")
        rows = Idea.objects.unused().filter(congress_id=session.congress_id).exclude(mandate_id__in=told)
        counts = rows.order_by("mandate_id").values_list("mandate_id").annotate(count=Count("pk"))
        yield from ((session, mandate_id, count) for mandate_id, count in counts)


def own_data(user_id):
    """A person's notebook for the copy the law grants, as JSON; empty when there is none."""
    rows = Idea.objects.filter(mandate__deputy__user_id=user_id).exclude(state=IdeaState.DELETED)
    ideas = list(rows.select_related("suggestion").order_by("pk"))
    files = attachments_by_subject(ideas)
    notes = [_as_told(row, files.get(row.pk, [])) for row in ideas]
    return {"素材本": notes} if notes else {}


def _as_told(idea, files):
    names = ("title", "text", "place", "created_at")
    facts = {str(Idea._meta.get_field(name).verbose_name): getattr(idea, name) for name in names}
    labels = {
        "类别": idea.get_topic_display(),
        "来源": idea.get_source_display(),
        "状态": idea.get_state_display(),
    }
    names = [one.name for one in files]
    return facts | labels | {"写成的建议": str(idea.suggestion or ""), "附件": names}


def waiting_ideas(actor, today):
    """What waits for a deputy who was reminded before a session: his notes, as long as some are unused."""
    if actor.role != Role.DEPUTY:
        return []
    unused = Idea.objects.unused().filter(mandate_id=OuterRef("mandate_id"))
    rows = IdeaReminder.objects.filter(Exists(unused), mandate_id=actor.scope_id)
    rows = rows.filter(session__opens_on__gt=today).select_related("session").order_by("session__opens_on")
    return [
        Waiting(
            act="快要开会了，请看一看素材本",
            title=row.title,
            url=reverse("suggestions:ideas"),
            due_on=row.session.opens_on,
        )
        for row in rows[:1]
    ]
