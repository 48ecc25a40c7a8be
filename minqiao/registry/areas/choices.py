"""The words: levels of administrative divisions."""

from django.db.models import TextChoices


class Level(TextChoices):
    """From the nation down; `zone` is a management zone outside the official code list."""

    NATION = "nation", "全国"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"
    TOWNSHIP = "township", "乡镇（街道）"
    VILLAGE = "village", "村（社区）"
    ZONE = "zone", "管理区"
