"""The words: kinds of days."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What a day is in the State Council's yearly notice."""

    WORKDAY = "workday", "工作日"
    WEEKEND = "weekend", "周末"
    HOLIDAY = "holiday", "节假日"
    MAKEUP_WORKDAY = "makeup_workday", "调休上班"


# Every yearly notice arranges these seven; a year that lacks one has not been copied in full.
HOLIDAYS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
