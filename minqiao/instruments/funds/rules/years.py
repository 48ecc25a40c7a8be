"""Which places and years can have a fund, and when its book ends (pure)."""

from minqiao.instruments.funds.choices import FundLevel
from minqiao.registry.areas.choices import Level

LEVELS = {
    Level.CITY: FundLevel.CITY,
    Level.COUNTY: FundLevel.COUNTY,
    Level.ZONE: FundLevel.COUNTY,
    Level.TOWNSHIP: FundLevel.TOWNSHIP,
}
FIRST_YEAR = 2021  # Bijie set aside the first money in 2021


def level_of(area_level) -> FundLevel:
    """The level of a fund of such a place; a management zone counts as a county."""
    return LEVELS[area_level]


def name_of(place, year) -> str:
    """How a fund is named."""
    return f"{place}{year}年代表建议办理专项资金"


def why_no_year(area_level, year, on) -> str:
    """Why such a place can have no fund for this year, or ""."""
    if area_level not in LEVELS:
        return "专项资金按市、县、乡三级设立"
    last = on.year + 1
    return "" if FIRST_YEAR <= year <= last else f"年度应在{FIRST_YEAR}至{last}之间"


def at_years_end(fund, on) -> str:
    """Why the book cannot be closed yet, or "": closing cannot be undone."""
    return "" if (on.year, on.month) >= (fund.year, 12) else f"{fund.year}年12月起才能年终结账"


def why_not_below(fund, area) -> str:
    """Why a place gets no quota of this fund and adds no money to it, or ""."""
    return "" if area.parent_id == fund.area_id else f"{area.name}不是{fund.area.name}的下一级"
