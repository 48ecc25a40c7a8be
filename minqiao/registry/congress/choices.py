"""The words: levels, kinds of committees, states of a mandate."""

from django.db.models import TextChoices


class Level(TextChoices):
    """The five levels of people's congresses."""

    NATIONAL = "national", "全国"
    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class CommitteeKind(TextChoices):
    """Bijie counts eight special committees, offices and working bodies together."""

    SPECIAL = "special", "专门委员会"
    OFFICE = "office", "办事机构"
    WORKING = "working", "工作机构"


class MandateState(TextChoices):
    """Deputies Law art. 61-62."""

    ACTIVE = "active", "履职"
    SUSPENDED = "suspended", "暂停执行代表职务"
    ENDED = "ended", "代表资格终止"


class Sex(TextChoices):
    FEMALE = "女", "女"
    MALE = "男", "男"
