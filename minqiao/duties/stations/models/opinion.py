"""What residents raise, where it goes, and the text messages by which they are told."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.models.place import Attached, Place
from minqiao.duties.suggestions.choices import Topic
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, Role
from minqiao.kit.sealed import SealedField
from minqiao.registry.congress.models import Congress, Mandate


class OpinionQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """domain.md 2.10: the station its own, county and city what lies below them, a deputy what was
        raised where he receives, and of his station what was passed up. Nobody sees what is not verified.
        """
        known = self.exclude(state=c.OpinionState.UNVERIFIED)
        if actor.role == Role.STATION_KEEPER:
            return known.filter(Q(station_id=actor.scope_id) | Q(place_id=actor.scope_id))
        if actor.role == Role.DEPUTY_AFFAIRS or actor.role in CONGRESS_LEADERS:
            return known.filter(Q(congress_id=actor.realm_id) | Q(city_id=actor.realm_id))
        if actor.role == Role.DEPUTY:
            mine = Attached.objects.filter(mandate_id=actor.scope_id)
            here = mine.filter(place=OuterRef("place_id"))
            near = mine.filter(Q(place=OuterRef("station_id")) | Q(place__parent=OuterRef("station_id")))
            passed_up = Q(Exists(near), route=c.Route.HIGHER_DEPUTY)
            return known.filter(Exists(here) | passed_up | Q(taken_by_id=actor.scope_id))
        return self.none()


class Opinion(models.Model):
    """群众意见. Name and number are sealed; staff never learn the tracking code of what was sent."""

    number = models.CharField("编号", max_length=30, blank=True)
    once = models.UUIDField("防重复编号", unique=True)
    code_key = models.CharField("查询码摘要", max_length=64, unique=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="opinions", verbose_name="站点")
    station = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name="受理联络站")
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="县级人大")
    city = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="市级人大")
    way = models.CharField("来源", max_length=8, choices=c.Way.choices)
    state = models.CharField(
        "环节", max_length=12, choices=c.OpinionState.choices, default=c.OpinionState.UNVERIFIED
    )
    text = models.TextField("反映的情况")
    topic = models.CharField("类别", max_length=12, choices=Topic.choices, blank=True)
    village = models.CharField("村组或者地点", max_length=60, blank=True)
    name = SealedField("称呼", blank=True, default="")
    phone = SealedField("手机号", blank=True, default="")
    phone_key = models.CharField("手机号摘要", max_length=64, blank=True, db_index=True)
    is_verified = models.BooleanField("手机号已核实", default=False)
    check_key = models.CharField("验证码摘要", max_length=64, blank=True)
    check_tries = models.PositiveSmallIntegerField("验证次数", default=0)
    codes_sent = models.PositiveSmallIntegerField("验证码条数", default=0)
    consented_at = models.DateTimeField("同意告知事项时间")
    entered_by = models.CharField("代为登记", max_length=60, blank=True)
    taken_by = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接待代表"
    )
    received_at = models.DateTimeField("收到时间")
    route = models.CharField("办理途径", max_length=14, choices=c.Route.choices, blank=True)
    wanted_level = models.CharField("需要哪级解决", max_length=12, choices=c.WantedLevel.choices, blank=True)
    handler = models.CharField("办理单位", max_length=60, blank=True)
    routed_on = models.DateField("分流日", null=True, blank=True)
    due_on = models.DateField("办理期限", null=True, blank=True)
    due_facts = models.JSONField("期限说明", default=dict)
    door = models.CharField("正确渠道", max_length=120, blank=True)
    suggestion = models.ForeignKey(
        Suggestion, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="代表建议"
    )
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField("答复日", null=True, blank=True)
    told_on = models.DateField("告知日", null=True, blank=True)
    rating = models.CharField("评价", max_length=12, choices=c.Rating.choices, blank=True)
    rating_words = models.CharField("评价意见", max_length=300, blank=True)
    first_rating = models.CharField("首次评价", max_length=12, choices=c.Rating.choices, blank=True)
    was_sent_again = models.BooleanField("已退回再办", default=False)
    closed_on = models.DateField("办结日", null=True, blank=True)
    public_text = models.TextField("公开的事项", blank=True)
    public_answer = models.TextField("公开的答复", blank=True)
    published_on = models.DateField("公开日", null=True, blank=True)
    erased_on = models.DateField("联系方式清除日", null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "群众意见"
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"], condition=~Q(number=""), name="one_opinion_per_number"
            ),
            models.CheckConstraint(
                condition=Q(state=c.OpinionState.UNVERIFIED) | ~Q(number=""),
                name="opinion_received_has_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.OpinionState.ASSIGNED) | (~Q(route="") & Q(due_on__isnull=False)),
                name="opinion_assigned_has_its_route_and_date",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.OpinionState.CONVERTED) | Q(suggestion__isnull=False),
                name="opinion_converted_has_its_suggestion",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[c.OpinionState.ANSWERED, c.OpinionState.RATED]) | ~Q(answer=""),
                name="opinion_answered_has_its_answer",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.OpinionState.REDIRECTED) | ~Q(door=""),
                name="opinion_redirected_names_the_right_door",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | (~Q(public_text="") & ~Q(public_answer="")),
                name="opinion_published_has_its_public_words",
            ),
        ]
        indexes = [
            models.Index(fields=["station", "state", "-id"], name="opinion_of_station"),
            models.Index(fields=["congress", "state", "-id"], name="opinion_of_county"),
            models.Index(fields=["city", "state", "-id"], name="opinion_of_city"),
            models.Index(fields=["place", "-id"], name="opinion_of_place"),
            models.Index(fields=["state", "due_on"], name="opinion_by_date"),
            models.Index(fields=["-published_on", "-id"], name="opinion_published"),
        ]

    @property
    def title(self):
        """Without a word of what was said: messages and lists outside the room show this."""
        return f"{self.get_topic_display() or '群众'}意见"

    @property
    def deputy_ids(self):
        """Mandates attached to the place where it was raised."""
        return self.place.deputy_ids

    def __str__(self):
        return f"群众意见{self.number}"


class Text(models.Model):
    """One text message to a resident, written with the act and sent once by the clock."""

    opinion = models.ForeignKey(Opinion, models.CASCADE, related_name="texts", verbose_name="群众意见")
    kind = models.CharField("种类", max_length=12, choices=c.TextKind.choices)
    words = models.CharField("内容", max_length=300)
    created_at = models.DateTimeField("时间")
    sent_at = models.DateTimeField("发送时间", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("发送次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "群众短信"
        ordering = ["pk"]
        indexes = [models.Index(fields=["sent_at", "tries"], name="text_unsent")]
