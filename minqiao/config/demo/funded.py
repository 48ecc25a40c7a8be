"""The funds in the demo's year: the city's with its quotas and matching money, the counties' beside it."""

from minqiao.config.demo.days import day, moment
from minqiao.instruments.funds.actions import years
from minqiao.instruments.funds.choices import EntryKind, MatchSource
from minqiao.instruments.funds.queries.ledger import entries_of
from minqiao.registry.areas.queries import area, counties

YEAR = 2026
TEN_THOUSAND = 10_000_00  # fen
FINANCE = "A09"
BUDGET, CARRIED = 1000, 23.65  # of the city, in ten thousand yuan
QUOTA = 60  # of each county
# What each county set aside itself, and what it adds to the city's projects (ten thousand yuan).
COUNTY_FUNDS = (700, 600, 650, 500, 600, 550, 650, 650)
MATCHING = (40, 25, 0, 30, 20, 0, 35, 20)


def enter_funds(stage, cast):
    """Let the books of the year be opened and filled."""
    stage.enter(_city(cast))
    stage.enter(_counties(cast))


def _fen(amount):
    return round(amount * TEN_THOUSAND)


def _city(cast):
    """Opened after the city's budget is passed; a slip in a county's matching money is put right."""
    office, place = cast.affairs(), area(cast.congress.area_id)
    now = moment("02-24 10:00")
    yield now
    fund = years.open_fund(actor=office, at=now, area=place, year=YEAR, finance_unit=cast.units.get(FINANCE))
    step = {"actor": office, "at": now, "on": day("02-13")}
    years.budget(fund, amount=_fen(BUDGET), reference="毕财预〔2026〕12号", note="市级预算安排", **step)
    years.carry_in(fund, amount=_fen(CARRIED), reference="毕财预〔2026〕15号", note="上年项目结余", **step)
    now = moment("03-12 15:00")
    yield now
    step = {"actor": office, "at": now, "on": day("03-12")}
    places = counties(place.pk)[: len(MATCHING)]
    for county in places:
        years.allocate(fund, area=county, amount=_fen(QUOTA), reference="毕人常代〔2026〕6号", **step)
    yield from _matching(fund, places, office)


def _matching(fund, places, office):
    now = moment("03-26 11:00")
    yield now
    step = {"actor": office, "at": now, "source": MatchSource.COUNTY, "on": day("03-25")}
    for county, amount in zip(places, MATCHING, strict=False):
        if amount:
            years.add_match(
                fund, area=county, amount=_fen(amount), reference=f"{county.name}财政局承诺函", **step
            )
    wrong = entries_of(fund).filter(kind=EntryKind.ADD_MATCH)[0]
    now = moment("03-27 09:30")
    yield now
    years.reverse(fund, actor=office, at=now, seq=wrong.seq, note="承诺函写明的金额是24万元，录入有误")
    step["at"] = now
    years.add_match(fund, area=wrong.debit.area, amount=_fen(24), reference=wrong.reference, **step)


def _counties(cast):
    """The counties' own funds, kept beside the city's so that one view shows both."""
    office, city = cast.affairs(), cast.congress.area_id
    now = moment("03-05 16:00")
    yield now
    for county, amount in zip(counties(city), COUNTY_FUNDS, strict=False):
        fund = years.open_fund(actor=office, at=now, area=county, year=YEAR)
        reference = f"{county.name}财政局预算批复"
        years.budget(fund, amount=_fen(amount), reference=reference, actor=office, at=now, on=day("02-27"))
