"""A vote, its items and officials, and what each teller counted. No row ties a ballot to a person."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.foundation.accounts.models import User
from minqiao.instruments.ballots.choices import SINGLE, TELLERS, Post, RoundState
from minqiao.instruments.ballots.rules import Measure
from minqiao.instruments.ballots.rules.tally import Heap, differences, disagreement
from minqiao.registry.congress.models import Congress

INSIDE = CONGRESS_LEADERS | {Role.DEPUTY, Role.GOV_OFFICE, Role.GOV_LEADER}
SEALED = (RoundState.SEALED, RoundState.ANNOUNCED)


class RoundQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The staff sees all, an official his own, deputies and government once the measure is passed."""
        named = Q(Exists(Official.objects.filter(round=OuterRef("pk"), user_id=actor.user_id)))
        here = Q(congress_id=actor.realm_id)
        if actor.role in CONGRESS_STAFF:
            return self.filter(here | named)
        if actor.role in INSIDE:
            return self.filter(named | (here & ~Q(state=RoundState.PREPARED)))
        return self.filter(named) if actor.user_id else self.none()

    def of_owner(self, owner):
        """The rounds held for a case of another room, first to last, without those called off."""
        place = {"owner_type": owner._meta.label_lower, "owner_id": owner.pk}
        return self.filter(**place).exclude(state=RoundState.CANCELLED).order_by("turn", "pk")


class Round(models.Model):
    """一次投票. A second vote is a round of its own after the `previous` one, under the same measure."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    title = models.CharField("票决事项", max_length=100)
    meeting = models.CharField("会议", max_length=80)
    turn = models.PositiveSmallIntegerField("第几次投票", default=1)
    previous = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="following", verbose_name="上一次投票"
    )
    owner_type = models.CharField("所属事项类型", max_length=60, blank=True)
    owner_id = models.BigIntegerField("所属事项编号", default=0)
    state = models.CharField("环节", max_length=10, choices=RoundState.choices, default=RoundState.PREPARED)
    seats = models.PositiveSmallIntegerField("应选项数")
    rules = models.JSONField("票决规则", default=dict)  # as they stood when the measure was passed
    measure_text = models.TextField("票决办法补充内容", blank=True)
    settlements = models.PositiveSmallIntegerField("办法版次", default=0)
    all_deputies = models.PositiveIntegerField("全体代表", null=True, blank=True)
    present = models.PositiveIntegerField("到会", null=True, blank=True)
    printed = models.PositiveIntegerField("印制", null=True, blank=True)
    issued = models.PositiveIntegerField("发出", null=True, blank=True)
    returned = models.PositiveIntegerField("收回", null=True, blank=True)
    spoiled = models.PositiveIntegerField("写坏更换", default=0)
    opened_at = models.DateTimeField("开始投票时间", null=True, blank=True)
    result = models.JSONField("计票结果", default=dict)
    seal = models.CharField("校验值", max_length=64, blank=True)
    sealings = models.PositiveSmallIntegerField("报告单版次", default=0)
    sealed_at = models.DateTimeField("封存时间", null=True, blank=True)
    taken = models.JSONField("主席团决定的项目", default=list)
    announced_on = models.DateField("宣布日", null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "票决"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_type", "owner_id", "turn"],
                condition=~Q(state=RoundState.CANCELLED) & ~Q(owner_id=0),
                name="one_round_per_owner_and_turn",
            ),
            models.CheckConstraint(
                condition=Q(present__isnull=True) | Q(present__lte=F("all_deputies")),
                name="round_has_no_more_present_than_deputies",
            ),
            models.CheckConstraint(
                condition=Q(issued__isnull=True) | Q(issued__lte=F("present")),
                name="round_issues_no_more_than_present",
            ),
            models.CheckConstraint(
                condition=Q(returned__isnull=True) | Q(returned__lte=F("issued")),
                name="round_gets_back_no_more_than_issued",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SEALED) | (~Q(seal="") & Q(sealed_at__isnull=False)),
                name="round_sealed_has_its_digest",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="round_has_a_seat"),
        ]
        indexes = [
            models.Index(fields=["congress", "state"]),
            models.Index(fields=["owner_type", "owner_id"]),
        ]

    def __str__(self):
        return f"{self.title}（第{self.turn}次投票）" if self.turn > 1 else self.title

    @property
    def number(self):
        """What stands before the title in lists of acts."""
        return f"第{self.turn}次投票" if self.turn > 1 else ""

    @property
    def measure(self) -> Measure:
        """The measure as frozen."""
        names = ("mark", "threshold", "tie", "fewer", "quorum", "validity")
        return Measure(**{name: self.rules[f"vote.{name}"]["value"] for name in names})

    @property
    def items(self) -> list[str]:
        """The names on the ballot, in its order."""
        return [one.name for one in self.options.all()]

    def _users(self, *posts):
        return frozenset(one.user_id for one in self.officials.all() if one.post in posts)

    @property
    def teller_ids(self):
        return self._users(*TELLERS)

    @property
    def scrutineer_ids(self):
        return self._users(Post.SCRUTINEER)

    @property
    def chief_ids(self):
        return self._users(Post.CHIEF)

    def tally(self, post) -> dict[int, Heap]:
        """What the teller of this post entered, by number of the heap."""
        rows = [row for row in self.heaps.all() if row.post == post]
        return {row.number: Heap(row.number, row.ballots, row.void, row.votes) for row in rows}

    def heaps_of(self, user_id) -> list:
        """What a user entered as a teller."""
        posts = [one.post for one in self.officials.all() if one.user_id == user_id]
        return [row for row in self.heaps.all() if row.post in posts]

    def differences(self) -> list:
        """Where the two tellers do not agree."""
        return differences(*map(self.tally, TELLERS))

    def disagreement(self) -> str:
        """Why the count may not be closed, or ""."""
        return disagreement(*map(self.tally, TELLERS), self.returned or 0)

    @property
    def open_matter(self) -> str:
        """What must still happen by the measure: second_vote, presidium or ""."""
        following = self.result.get("outcome", {}).get("next", "")
        return "" if following == "presidium" and self.taken else following

    @property
    def not_returned(self):
        return None if self.returned is None else self.issued - self.returned

    @property
    def unused(self):
        return None if self.issued is None else self.printed - self.issued - self.spoiled


class Option(models.Model):
    """An item on the ballot; `subject_id` is what it stands for in the owner's room."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="options", verbose_name="票决")
    position = models.PositiveSmallIntegerField("序号")
    name = models.CharField("名称", max_length=60)
    subject_id = models.BigIntegerField("事项编号", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "票决项目"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "position"], name="one_item_per_place_on_a_ballot"),
            models.UniqueConstraint(fields=["round", "name"], name="one_item_per_name_on_a_ballot"),
        ]

    def __str__(self):
        return self.name


class Official(models.Model):
    """A teller or scrutineer of one vote, and when he signed the count."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="officials", verbose_name="票决")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="用户")
    post = models.CharField("职责", max_length=14, choices=Post.choices)
    name = models.CharField("姓名", max_length=60)
    signed_at = models.DateTimeField("签字时间", null=True, blank=True)
    is_on_paper = models.BooleanField("纸面签字", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "票决工作人员"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "user"], name="one_post_per_person_in_a_vote"),
            models.UniqueConstraint(
                fields=["round", "post"], condition=Q(post__in=sorted(SINGLE)),
                name="one_person_per_single_post",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_post_display()} {self.name}"


class HeapEntry(models.Model):
    """What one teller counted in one heap of ballots."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="heaps", verbose_name="票决")
    post = models.CharField("计票人", max_length=14, choices=Post.choices)
    number = models.PositiveSmallIntegerField("堆号")
    ballots = models.PositiveIntegerField("张数")
    void = models.PositiveIntegerField("废票")
    votes = models.JSONField("票数")

    class Meta:
        verbose_name = verbose_name_plural = "计票录入"
        ordering = ["number", "post"]
        constraints = [
            models.UniqueConstraint(fields=["round", "post", "number"], name="one_entry_per_heap_and_teller"),
            models.CheckConstraint(
                condition=Q(void__lte=F("ballots")), name="heap_has_no_more_void_than_all"
            ),
        ]
