"""The demo's year: everybody's lives entered on the stage and played up to a day. Made by real acts only."""

import datetime as dt

from minqiao.config.demo import people
from minqiao.config.demo.between import enter_between
from minqiao.config.demo.cast import Cast
from minqiao.config.demo.days import at, day, moment, workdays_after
from minqiao.config.demo.fates import CHOSEN
from minqiao.config.demo.funded import enter_funds
from minqiao.config.demo.items import Authors, Pool
from minqiao.config.demo.notebook import enter_notebook
from minqiao.config.demo.projects import enter_projects
from minqiao.config.demo.registry import SCALES
from minqiao.config.demo.session import enter_session
from minqiao.config.demo.stage import Stage
from minqiao.config.demo.stations import enter_stations
from minqiao.config.demo.supervised import enter_supervision
from minqiao.config.demo.voted import voted
from minqiao.overviews.notifications.actions import mark_read
from minqiao.overviews.notifications.tasks import do_what_is_due

TODAY = dt.date(2026, 6, 10)  # twelve days before the session's items are due: something waits for everybody
FOUNDED = moment("01-05 09:00")  # when the registry is written
BEGINS, ENDS = day("02-20"), day("12-31")  # the calendar of workdays ends with the year
OPENS = 9 * 60  # minutes: the demo's day has just begun, what it brings is for the visitor to do


def build_year(built, *, scale, today, told=lambda on: None):
    """Play the year up to the morning of `today`, on what the registry built; `told(day)` hears of days."""
    cast, stage = Cast(built), Stage()
    pool = Pool(cast.units, reserved=[title for _, title in CHOSEN.values()])
    authors = Authors(people.shipped()[: SCALES[scale][0]], "authors")
    enter_session(stage, cast, authors, pool, scale=scale)
    enter_between(stage, cast, authors, pool, scale=scale)
    enter_notebook(stage, cast)
    enter_supervision(stage, cast)
    enter_funds(stage, cast)
    enter_stations(stage, cast, scale=scale)
    enter_projects(stage, cast, scale=scale)
    stage.enter(voted(cast))
    stage.enter(_clock())
    stage.enter(_readers(built["users"].values(), workdays_after(min(today, ENDS), -2)))
    stage.play(at(min(today, ENDS), OPENS), told)


def _clock():
    """The clock of the house at eight on every workday: what it calls at every `tick`, no mail sent."""
    on = workdays_after(BEGINS, 1)
    while on <= ENDS:
        now = at(on, 8 * 60)
        yield now
        do_what_is_due(now)
        on = workdays_after(on, 1) if on < ENDS else ENDS + dt.timedelta(days=1)


def _readers(users, on):
    """On a day shortly before, everybody has read what was there in the morning; what came since is new."""
    now = at(on, 8 * 60)
    yield now
    for user in users:
        mark_read(user.pk, now)
