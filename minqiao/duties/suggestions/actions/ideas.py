"""A deputy's notebook: jot, change, use, archive, delete. The trail tells that, never what."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.models import Idea, IdeaReminder
from minqiao.duties.suggestions.rules.ideas import FACTS_MAX, common, facts_of, title_of
from minqiao.duties.suggestions.workflow import IDEA
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.actions import erase_all, keep, keep_copy
from minqiao.foundation.attachments.queries import attachments_of
from minqiao.foundation.trail.actions import act, record, take
from minqiao.kit.actor import CLOCK
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import seat


@act
def jot(*, actor, at, once=None, **words):
    """Note an idea. The same `once` gives the first note instead of a second one."""
    if actor.role != Role.DEPUTY:
        raise Refused("素材本只供代表本人使用", action="jot")
    if once and (found := _noted(actor, once)):
        return found
    place = {"mandate_id": actor.scope_id, "congress_id": seat(actor.scope_id)["congress_id"]}
    idea = Idea(**place, created_at=at, once=once, **words)
    try:
        with transaction.atomic():
            idea.save(force_insert=True)
    except IntegrityError as error:  # the same form sent twice at the same moment
        if found := _noted(actor, once):
            return found
        raise Refused("这份表单已经由他人提交过，请重新打开页面填写", action="jot") from error
    record(actor=actor, action="jot", label="记素材", subject=idea, at=at, to_state=idea.state)
    return idea


def _noted(actor, once):
    return Idea.objects.visible_to(actor).filter(once=once).first()


@act
def edit(idea, *, actor, at, **words):
    """Change a note."""
    take(IDEA, idea, "edit", actor=actor, at=at, **words)
    return idea


@act
def use(idea, *, actor, at, also=(), into=None, one_matter=False):
    """Begin a suggestion from one or several notes, or add them to an own draft; their files go along.

    `one_matter`: the deputy has read the hints and says that it is one matter.
    """
    ideas = [idea, *(one for one in also if one.pk != idea.pk)]
    draft = _added(into, ideas, actor, at) if into else _begun(ideas, actor, at)
    note = "代表确认为一件事" if one_matter else ""
    for one in ideas:
        take(IDEA, one, "use", actor=actor, at=at, note=note, suggestion=draft)
        for file in attachments_of(one):
            keep_copy(file, subject=draft, case=draft, actor=actor, at=at)
    return idea


def _begun(ideas, actor, at):
    words = {name: common(ideas, name) for name in ("topic", "source")}
    facts = facts_of(ideas)[:FACTS_MAX]
    return drafting.draft(actor=actor, at=at, title=title_of(ideas), facts=facts, **words)


def _added(draft, ideas, actor, at):
    facts = "\n".join(filter(None, (draft.facts, facts_of(ideas))))
    if len(facts) > FACTS_MAX:
        raise Refused(f"加入后案由超过{FACTS_MAX}字，请另写一件", action="use")
    return drafting.edit(draft, actor=actor, at=at, facts=facts)


@act
def attach(idea, upload, *, actor, at):
    """Add a photo or another file to a note; the trail keeps its checksum, not its name."""
    if why := IDEA.refusal("edit", actor, idea, timezone.localtime(at).date()):
        raise Refused(why, action="attach")
    return keep(upload, subject=idea, actor=actor, at=at, label="上传素材附件", is_named=False)


@act
def archive(idea, *, actor, at):
    """Put a note aside; it is not reminded of."""
    take(IDEA, idea, "archive", actor=actor, at=at)
    return idea


@act
def reopen(idea, *, actor, at):
    """Let a note wait to be used again."""
    take(IDEA, idea, "reopen", actor=actor, at=at, suggestion=None)
    return idea


@act
def delete(idea, *, actor, at):
    """Wipe a note: its words and files are gone, the trail says that there was one."""
    erase_all(idea, actor=actor, at=at, reason="代表删除素材")
    blank = dict.fromkeys(("title", "text", "place", "topic", "source"), "")
    take(IDEA, idea, "delete", actor=actor, at=at, suggestion=None, **blank)
    return idea


@act
def remind_of_ideas(mandate_id, session, count, *, at, on):
    """The clock's own act: tell a deputy once before a session how many notes are unused."""
    words = {"count": count, "sent_on": on}
    row, new = IdeaReminder.objects.get_or_create(mandate_id=mandate_id, session=session, defaults=words)
    if new:
        record(actor=CLOCK, action="remind_ideas", label="提醒素材本", subject=row, at=at, note=f"{count}条")
    return new
