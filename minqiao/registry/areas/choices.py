"""The words: levels of administrative divisions."""

from django.db.models import TextChoices


class Level(TextChoices):
    """From the city down; `zone` is a management zone outside the official code list."""

    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"
    TOWNSHIP = "township", "乡镇（街道）"
    VILLAGE = "village", "村（社区）"
    ZONE = "zone", "管理区"
