"""What the public may read of an answered suggestion; each promise in it, in the words as checked."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.promise import Commitment
from minqiao.duties.suggestions.models.suggestion import Suggestion
from minqiao.registry.units.models import Unit


class PublicationQuerySet(models.QuerySet):
    """Scopes."""

    def published(self):
        """What anybody may read."""
        return self.filter(state=c.PublicationState.PUBLISHED)

    def open(self):
        """Those whose limit runs: neither published nor withheld yet."""
        return self.filter(state__in=c.UNPUBLISHED)


class Publication(models.Model):
    """The decision on publishing, and the text as it was issued.

    `text` is what people checked and, once published, what was issued; nobody writes it afterwards. The
    columns below it are what the public list shows, written when it is issued: reading it needs no other
    table.
    """

    suggestion = models.ForeignKey(
        Suggestion, models.CASCADE, related_name="publications", verbose_name="代表建议"
    )
    edition = models.PositiveSmallIntegerField("稿次", default=1)
    state = models.CharField(
        "公开环节", max_length=12, choices=c.PublicationState.choices, default=c.PublicationState.REVIEW
    )
    replied_on = models.DateField("答复日")
    due_on = models.DateField("公开期限")
    due_facts = models.JSONField("公开期限说明", default=dict)
    reminded = models.CharField("已提醒到", max_length=8, blank=True)
    proposed = models.CharField("承办单位建议", max_length=12, choices=c.DisclosureState.choices, blank=True)
    mode = models.CharField("公开方式", max_length=12, choices=c.DisclosureState.choices, blank=True)
    ground = models.CharField("不公开的理由", max_length=30, blank=True)
    ground_words = models.CharField("不公开的理由（文字）", max_length=200, blank=True)
    ground_basis = models.CharField("不公开的依据", max_length=200, blank=True)
    decision_note = models.CharField("审定意见", max_length=500, blank=True)
    asked_on = models.DateField("征求代表意见日", null=True, blank=True)
    ask_due_on = models.DateField("代表答复期限", null=True, blank=True)
    ask_due_facts = models.JSONField("代表答复期限说明", default=dict)
    deputy_view = models.CharField("代表意见", max_length=10, choices=c.DeputyView.choices, blank=True)
    deputy_words = models.CharField("代表的话", max_length=500, blank=True)
    gov_reviewed_on = models.DateField("会审日", null=True, blank=True)
    gov_note = models.CharField("会审意见", max_length=500, blank=True)
    text = models.JSONField("公开文本", default=dict)
    checked = models.JSONField("核对记录", default=list)
    checked_on = models.DateField("核对日", null=True, blank=True)
    checked_by = models.CharField("核对人", max_length=60, blank=True)
    # As issued:
    number = models.CharField("编号", max_length=30, blank=True)
    title = models.CharField("公开标题", max_length=100, blank=True)
    year = models.PositiveSmallIntegerField("年度", null=True, blank=True)
    topic = models.CharField("类别", max_length=12, choices=c.Topic.choices, blank=True)
    county = models.CharField("县区", max_length=60, blank=True)
    category = models.CharField("办理类别", max_length=2, blank=True)
    units_words = models.CharField("承办单位", max_length=120, blank=True)
    units = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name="承办单位")
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    text_hash = models.CharField("校验值", max_length=64, blank=True)
    taken_down_on = models.DateField("撤下日", null=True, blank=True)
    take_down_reason = models.CharField("撤下原因", max_length=500, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开"
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "edition"], name="one_publication_per_edition"),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(state=c.PublicationState.PUBLISHED),
                name="one_published_text_per_suggestion",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.PublicationState.PUBLISHED)
                | (Q(published_at__isnull=False, checked_on__isnull=False) & ~Q(text_hash="")),
                name="published_text_was_checked_and_has_its_hash",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.PublicationState.WITHHELD) | ~Q(ground=""),
                name="withheld_text_has_its_ground",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.PublicationState.TAKEN_DOWN) | ~Q(take_down_reason=""),
                name="text_taken_down_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="publication_by_due"),
            models.Index(fields=["state", "-published_at", "-id"], name="publication_by_day"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}".strip()


class PublicationPromise(models.Model):
    """A promise as the public reads it: its words as checked and issued, tied to its line of the ledger.

    What became of it is read from the ledger on the day; its words never are (decision 0022).
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="promises", verbose_name="公开")
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="+", verbose_name="承诺事项")
    text = models.TextField("公开文字")
    unit = models.CharField("承办单位", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "公开的承诺事项"
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "commitment"], name="one_public_wording_per_promise_and_edition"
            )
        ]

    def __str__(self):
        return self.text
