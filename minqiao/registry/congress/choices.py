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


class SuspensionReason(TextChoices):
    """Deputies Law art. 61."""

    DETAINED = "detained", "因刑事案件被羁押，正在受侦查、起诉、审判"
    SERVING = "serving", "被依法判处管制、拘役或者有期徒刑而没有附加剥夺政治权利，正在服刑"


class EndReason(TextChoices):
    """Deputies Law art. 62; death ends a mandate by itself."""

    MOVED = "moved", "迁出或者调离本行政区域"
    RESIGNED = "resigned", "辞职被接受"
    ABSENT = "absent", "未经批准两次不出席本级人民代表大会会议"
    RECALLED = "recalled", "被罢免"
    NATIONALITY = "nationality", "丧失中华人民共和国国籍"
    DEPRIVED = "deprived", "依照法律被剥夺政治权利"
    INCAPABLE = "incapable", "丧失行为能力"
    DEATH = "death", "去世"
    TERM_OVER = "term_over", "任期届满"
