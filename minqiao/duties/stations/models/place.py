"""Kinds of places as a tree, places, the deputies attached to them."""

from django.db import models
from django.db.models import Max, Q

from minqiao.duties.stations import choices as c
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.clock import local_day
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress, Mandate


class Kind(models.Model):
    """A kind of place: 站, 室 under it, 行业站, 网上站. Data: other cities name and nest them otherwise."""

    code = models.SlugField("代号", max_length=12, primary_key=True)
    name = models.CharField("名称", max_length=30)
    short_name = models.CharField("简称", max_length=10)
    under = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name="隶属于"
    )
    is_online = models.BooleanField("网上", default=False)
    model_slots = models.PositiveSmallIntegerField("每县示范名额", default=0)
    position = models.PositiveSmallIntegerField("次序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "站点类型"
        ordering = ["position", "code"]

    def __str__(self):
        return self.name


class PlaceQuerySet(models.QuerySet):
    """Scopes."""

    def open(self):
        """Open to residents: the public directory."""
        return self.filter(state__in=c.RUNNING)

    def kept_by(self, station_id):
        """A station and what belongs to it."""
        return self.filter(Q(pk=station_id) | Q(parent_id=station_id))


class Place(models.Model):
    """A station, a room, a station by trade or online. Public by nature; it holds no resident's data."""

    code = models.CharField("编号", max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="places", verbose_name="类型")
    name = models.CharField("名称", max_length=60)
    state = models.CharField(
        "状态", max_length=16, choices=c.PlaceState.choices, default=c.PlaceState.APPLIED
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="所在区划")
    county = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="县区")
    township = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="乡镇（街道）"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="rooms", verbose_name="所属联络站"
    )
    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="指导的人大")
    city = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="市级人大")
    address = models.CharField("地址", max_length=120, blank=True)
    longitude = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, blank=True)
    latitude = models.DecimalField("纬度", max_digits=9, decimal_places=6, null=True, blank=True)
    head = models.CharField("站长", max_length=30, blank=True)
    liaison = models.CharField("联络员", max_length=30, blank=True)
    phone = models.CharField("站点电话", max_length=30, blank=True)
    opening = models.CharField("开放时间", max_length=120, blank=True)
    floor_area = models.PositiveIntegerField("面积（平方米）", null=True, blank=True)
    facilities = models.CharField("功能区和设施", max_length=200, blank=True)
    market = models.CharField("赶集日", max_length=30, blank=True)
    online_url = models.URLField("网上入口", max_length=200, blank=True)
    state_note = models.CharField("变动说明", max_length=300, blank=True)
    since = models.DateField("启用日", null=True, blank=True)
    plaque_no = models.CharField("示范牌号", max_length=30, blank=True)
    plaque_on = models.DateField("授牌日", null=True, blank=True)
    changed_at = models.DateTimeField("资料变动时间")

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联络站点"
        constraints = [
            models.CheckConstraint(
                condition=(Q(longitude__isnull=True) & Q(latitude__isnull=True))
                | Q(longitude__range=(73, 136), latitude__range=(3, 54)),
                name="place_coordinates_lie_in_the_country",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.PlaceState.MODEL) | (Q(plaque_on__isnull=False) & ~Q(plaque_no="")),
                name="model_place_has_its_plaque",
            ),
        ]
        indexes = [
            models.Index(fields=["county", "code"], name="place_by_county"),
            models.Index(fields=["township", "code"], name="place_by_township"),
            models.Index(fields=["congress", "state", "code"], name="place_by_state"),
        ]

    @property
    def title(self):
        """For whoever is told of an act on it."""
        return self.name

    @property
    def number(self):
        return self.code

    @property
    def station_id(self):
        """The station that keeps it: itself, or the one it belongs to."""
        return self.parent_id or self.pk

    @property
    def deputy_ids(self):
        """Mandates attached to the place: read when a judgement asks, then kept."""
        if "_deputy_ids" not in self.__dict__:
            self._deputy_ids = frozenset(self.attached.values_list("mandate_id", flat=True))
        return self._deputy_ids

    @property
    def slots_taken(self):
        """Model places of this kind in the county, nominated ones too."""
        if "_slots_taken" not in self.__dict__:
            states = (c.PlaceState.MODEL, c.PlaceState.CANDIDATE)
            rows = Place.objects.filter(county_id=self.county_id, kind_id=self.kind_id, state__in=states)
            self._slots_taken = rows.count()
        return self._slots_taken

    @property
    def last_held_on(self):
        """The day residents were received last, or None."""
        if "_last_held_on" not in self.__dict__:
            self._last_held_on = self.receptions.filter(state=c.ReceptionState.HELD).aggregate(
                last=Max("on")
            )["last"]
        return self._last_held_on

    @property
    def model_months(self):
        """Without a reception for so long a place is no model (rule station.model_months)."""
        return value("station.model_months", place=self.area_id, on=local_day(self.changed_at))

    def __str__(self):
        return self.name


class Attached(models.Model):
    """A deputy who receives residents at a place."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="attached", verbose_name="站点")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="stations", verbose_name="代表")

    class Meta:
        verbose_name = verbose_name_plural = "进站代表"
        constraints = [
            models.UniqueConstraint(fields=["place", "mandate"], name="one_line_per_deputy_at_a_place")
        ]
