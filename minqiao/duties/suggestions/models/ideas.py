"""A deputy's notebook: ideas that may become suggestions, and reminders of them before a session."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.suggestion import Suggestion
from minqiao.foundation.accounts.choices import Role
from minqiao.registry.congress.models import Congress, Mandate, Session


class IdeaQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """A notebook is its deputy's alone: no office, no leader, no other deputy reads in it."""
        mine = self.filter(mandate_id=actor.scope_id) if actor.role == Role.DEPUTY else self.none()
        return mine.exclude(state=c.IdeaState.DELETED)

    def unused(self):
        """Those that wait to be used."""
        return self.filter(state=c.IdeaState.OPEN)


class Idea(models.Model):
    """素材: what a deputy jots down on his way; several may become one suggestion, if they are one matter."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="ideas", verbose_name="代表")
    title = models.CharField("一句话", max_length=100)
    text = models.TextField("详细记录", blank=True)
    place = models.CharField("地点", max_length=60, blank=True)
    topic = models.CharField("类别", max_length=12, choices=c.Topic.choices, blank=True)
    source = models.CharField("来源", max_length=16, choices=c.Source.choices, blank=True)
    state = models.CharField("状态", max_length=10, choices=c.IdeaState.choices, default=c.IdeaState.OPEN)
    suggestion = models.ForeignKey(
        Suggestion, models.PROTECT, null=True, blank=True, related_name="ideas", verbose_name="写成的建议"
    )
    once = models.UUIDField("防重复编号", null=True, blank=True, unique=True)
    created_at = models.DateTimeField("记录时间")

    objects = IdeaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "素材"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=c.IdeaState.USED) | Q(suggestion__isnull=False),
                name="used_idea_names_its_suggestion",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.IdeaState.DELETED) | Q(title="", text="", place=""),
                name="deleted_idea_keeps_no_words",
            ),
        ]
        indexes = [models.Index(fields=["mandate", "state", "-id"], name="idea_by_mandate")]

    def __str__(self):
        return "素材"  # its words are the deputy's alone: no message, no trail names them


class IdeaReminder(models.Model):
    """That a deputy was reminded of his unused ideas before a session: once."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+", verbose_name="代表")
    session = models.ForeignKey(Session, models.PROTECT, related_name="+", verbose_name="会议")
    count = models.PositiveIntegerField("未用素材")
    sent_on = models.DateField("提醒日")

    class Meta:
        verbose_name = verbose_name_plural = "素材提醒"
        constraints = [
            models.UniqueConstraint(fields=["mandate", "session"], name="one_reminder_of_ideas_per_session")
        ]

    @property
    def title(self):
        """What the message says."""
        return f"{self.session.name}将于{self.session.opens_on}开幕，素材本里还有{self.count}条没有写成建议"


class Phrase(models.Model):
    """A turn of phrase a place adds to the shipped list, or takes out of it (`is_used` False)."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    kind = models.CharField("用途", max_length=8, choices=c.PhraseKind.choices)
    words = models.CharField("词句", max_length=40)
    is_used = models.BooleanField("启用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "写作提示词句"
        constraints = [
            models.UniqueConstraint(fields=["congress", "kind", "words"], name="one_row_per_phrase")
        ]
