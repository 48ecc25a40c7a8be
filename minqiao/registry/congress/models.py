"""Assemblies, their sessions and bodies, their deputies and each deputy's mandates."""

from django.db import models
from django.db.models import F, Q

from minqiao.foundation.accounts.models import User
from minqiao.kit.sealed import SealedField
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.choices import CommitteeKind, Level, MandateState, Sex


class Congress(models.Model):
    """An assembly in one term, for example the third congress of Bijie."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="congresses", verbose_name="行政区划")
    level = models.CharField("层级", max_length=12, choices=Level.choices)
    name = models.CharField("名称", max_length=60)
    standing_committee = models.CharField("常委会名称", max_length=80)
    government = models.CharField("本级政府名称", max_length=60)
    term = models.PositiveSmallIntegerField("届")
    starts_on = models.DateField("任期开始")
    ends_on = models.DateField("任期结束", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "人民代表大会"
        constraints = [
            models.UniqueConstraint(
                fields=["area", "level", "term"], name="one_congress_per_area_level_and_term"
            )
        ]

    def __str__(self):
        return self.name


class Session(models.Model):
    """A plenary meeting, numbered within the term."""

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="sessions", verbose_name="人民代表大会"
    )
    number = models.PositiveSmallIntegerField("次")
    name = models.CharField("名称", max_length=80)
    opens_on = models.DateField("开幕")
    closes_on = models.DateField("闭幕")
    cut_off_at = models.DateTimeField("建议截止时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "会议"
        constraints = [
            models.UniqueConstraint(fields=["congress", "number"], name="one_session_per_number"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="session_closes_after_it_opens"
            ),
        ]

    def __str__(self):
        return self.name


class Delegation(models.Model):
    """Deputies grouped in session, by electing unit."""

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="delegations", verbose_name="人民代表大会"
    )
    name = models.CharField("名称", max_length=60)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="区划"
    )

    class Meta:
        verbose_name = verbose_name_plural = "代表团"
        constraints = [models.UniqueConstraint(fields=["congress", "name"], name="one_delegation_per_name")]

    def __str__(self):
        return self.name


class Committee(models.Model):
    """A special committee, office or working body of a congress or its standing committee."""

    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="committees", verbose_name="人民代表大会"
    )
    name = models.CharField("名称", max_length=60)
    short_name = models.CharField("简称", max_length=20)
    kind = models.CharField("类别", max_length=12, choices=CommitteeKind.choices)
    field = models.CharField("联系领域", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "专委会、委室"
        constraints = [models.UniqueConstraint(fields=["congress", "name"], name="one_committee_per_name")]

    def __str__(self):
        return self.name


class Deputy(models.Model):
    """A person elected at one level or several; contact data is sealed at rest."""

    code = models.CharField("代表编号", max_length=20, unique=True)
    name = models.CharField("姓名", max_length=30)
    pinyin = models.CharField("拼音", max_length=80, blank=True)
    initials = models.CharField("拼音首字母", max_length=10, blank=True)
    sex = models.CharField("性别", max_length=2, choices=Sex.choices, blank=True)
    nationality = models.CharField("民族", max_length=20, blank=True)
    birth_year = models.PositiveSmallIntegerField("出生年份", null=True, blank=True)
    post = models.CharField("单位及职务", max_length=120, blank=True)
    phone = SealedField("电话", blank=True, default="")
    address = SealedField("通讯地址", blank=True, default="")
    user = models.OneToOneField(
        User, models.SET_NULL, null=True, blank=True, related_name="deputy", verbose_name="用户"
    )

    class Meta:
        verbose_name = verbose_name_plural = "代表"
        indexes = [models.Index(fields=["name"]), models.Index(fields=["initials"])]

    def __str__(self):
        return self.name


class Mandate(models.Model):
    """A deputy in one congress. The right to act hangs on it, and follows its state at once."""

    deputy = models.ForeignKey(Deputy, models.PROTECT, related_name="mandates", verbose_name="代表")
    congress = models.ForeignKey(
        Congress, models.PROTECT, related_name="mandates", verbose_name="人民代表大会"
    )
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="mandates", verbose_name="代表团"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="选举单位或选区"
    )
    certificate_no = models.CharField("代表证号", max_length=30)
    is_committee_member = models.BooleanField("常委会组成人员", default=False)
    is_chairs_council = models.BooleanField("主任会议成员", default=False)
    state = models.CharField("状态", max_length=12, choices=MandateState.choices, default=MandateState.ACTIVE)
    starts_on = models.DateField("起始日")
    ended_on = models.DateField("终止日", null=True, blank=True)
    state_reason = models.CharField("变动原因", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "代表资格"
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "congress"], name="one_mandate_per_deputy_and_congress"
            ),
            models.UniqueConstraint(
                fields=["congress", "certificate_no"], name="one_mandate_per_certificate"
            ),
            models.CheckConstraint(
                condition=Q(state=MandateState.ENDED, ended_on__isnull=False)
                | (~Q(state=MandateState.ENDED) & Q(ended_on__isnull=True)),
                name="mandate_ended_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["congress", "state"])]

    def __str__(self):
        return str(self.deputy)
