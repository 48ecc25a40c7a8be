"""The words: kinds of values, where a rule comes from, groups on the page."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What the value of a rule is."""

    DURATION = "duration", "期限"
    NUMBER = "number", "数"
    YES_NO = "yes_no", "是否"
    CHOICE = "choice", "选项"
    TEXT = "text", "文字"
    LIST = "list", "清单"


class Level(TextChoices):
    """How firm the ground of a value is."""

    LAW = "law", "国家法律"
    PROVINCE = "province", "省级规定"
    CITY = "city", "市级规定"
    COUNTY = "county", "县级规定"
    DEFAULT = "default", "平台默认（参照外地规定）"


class Group(TextChoices):
    """Parts of the page, in its order."""

    TERMS = "terms", "代表建议：期限"
    SUGGESTIONS = "suggestions", "代表建议：办法"
    EVALUATION = "evaluation", "代表建议：答复、评价与公开"
    FUND = "fund", "建议办理专项资金"
    VOTE = "vote", "民生实事票决与测评"
    CONTACT = "contact", "联系、联络站与群众意见"
    DUTY = "duty", "培训、小组与履职记录"
    HOUSE = "house", "留存与名称"
