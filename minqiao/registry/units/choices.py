"""The words: kinds of handling units."""

from django.db.models import TextChoices


class UnitKind(TextChoices):
    """Which of the organs a unit belongs to (一府一委两院 and others)."""

    GOVERNMENT = "government", "政府工作部门"
    COUNTY_GOVERNMENT = "county_government", "县级政府（管委会）"
    PARTY = "party", "党群部门"
    SUPERVISORY = "supervisory", "监察委员会"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"
    ENTERPRISE = "enterprise", "国有企业事业单位"


# Whom the government leads: its own departments, the governments below it, what the state owns through it.
UNDER_GOVERNMENT = frozenset({UnitKind.GOVERNMENT, UnitKind.COUNTY_GOVERNMENT, UnitKind.ENTERPRISE})
