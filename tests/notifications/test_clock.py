"""The clock: reminders once a light, mail once a day and never twice, quiet nights, failing servers."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from minqiao.duties.suggestions.actions import handling
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.tasks import remind_of_dates
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.overviews.notifications.models import Message
from minqiao.overviews.notifications.rules import MAX_TRIES, is_quiet, wait_after
from minqiao.overviews.notifications.tasks import tick
from tests.api.stages import contacted, extension_asked
from tests.factories import a_dispatched, a_world, at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail_is_on(settings, tmp_path):
    """And no file of another test lies about, which the clock would clear away."""
    settings.MAIL, settings.MEDIA_ROOT = True, tmp_path


def with_addresses():
    for user in User.objects.all():
        user.email = f"{user.username}@example.test"
        user.save()


def a_message(world, words="有一件事", urgent=False, when="2026-06-01", who="affairs"):
    user_id = getattr(world, who).user_id
    fields = {"case_type": "suggestions.suggestion", "case_id": 1, "created_at": at(when)}
    return Message.objects.create(user_id=user_id, words=words, is_urgent=urgent, **fields)


def reminders(now):
    """What was recorded by letting the clock of the room tick at a moment."""
    before = Event.objects.count()
    remind_of_dates(at(now))
    return list(Event.objects.filter(seq__gt=before).values_list("action", flat=True))


# Due 2026-06-22; 15 days before is 06-07; five workdays before is 06-12 (19 June is a holiday).


def test_each_light_reminds_once(world):
    a_dispatched(world)
    said = {on: reminders(on) for on in ("2026-06-06", "2026-06-07", "2026-06-08", "2026-06-11")}
    assert said == {"2026-06-06": [], "2026-06-07": ["remind_amber"], "2026-06-08": [], "2026-06-11": []}
    assert [reminders("2026-06-15"), reminders("2026-06-15"), reminders("2026-06-22")] == [
        ["remind_red"],
        [],
        [],
    ]
    assert [reminders("2026-06-23"), reminders("2026-06-24"), reminders("2027-06-24")] == [
        ["remind_black"],
        [],
        [],
    ]


def test_a_clock_that_stood_still_reminds_of_the_last_light_only(world):
    a_dispatched(world)
    assert [reminders("2026-07-01"), reminders("2026-07-02")] == [["remind_black"], []]


def test_who_is_reminded(world):
    a_dispatched(world)
    told = {}
    for on in ("2026-06-08", "2026-06-15", "2026-06-23"):
        Message.objects.all().delete()
        reminders(on)
        told[on] = set(Message.objects.values_list("user__username", flat=True))
    unit = {"officer-A14", "head-A14", "principal-A14"}
    assert told == {
        "2026-06-08": {"officer-A14"},
        "2026-06-15": unit,
        "2026-06-23": unit | {"affairs", "gov"},
    }


def test_what_is_answered_is_not_reminded_of(world):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    Handling.objects.filter(pk=row.pk).update(replied_on=at("2026-05-20").date())
    assert reminders("2026-07-01") == []


def test_after_an_extension_the_new_date_reminds_anew(world):
    row = contacted(world)
    rows = Handling.objects.exclude(pk=row.pk)
    rows.update(reminded="black")
    assert reminders("2026-06-10") == ["remind_amber"]
    row.refresh_from_db()
    words = {"reason": "征地", "done_so_far": "勘察"}
    handling.request_extension(row, actor=world.officer["A14"], at=at("2026-06-10"), **words)
    handling.approve_extension(row, actor=world.affairs, at=at("2026-06-11"))
    assert [reminders("2026-06-23"), reminders("2026-09-10"), reminders("2026-09-21")] == [
        [],
        ["remind_amber"],
        ["remind_black"],
    ]


def test_an_open_request_for_more_time_does_not_stop_the_clock(world):
    row = extension_asked(world)
    Handling.objects.exclude(pk=row.pk).update(reminded="black")
    assert reminders("2026-06-23") == ["remind_black"]


# Mail:


def test_the_digest_goes_once_a_day_with_each_line_once(world):
    with_addresses()
    a_message(world, "收到代表提交的建议：甲")
    a_message(world, "收到代表提交的建议：甲")
    a_message(world, "收到代表提交的建议：乙")
    a_message(world, "丙", who="gov")
    assert tick(at("2026-06-01 09:00")) == ["每日汇总：发给2人"]
    a_message(world, "丁", when="2026-06-01 09:30")
    assert tick(at("2026-06-01 10:00")) == []
    assert [letter.to for letter in mail.outbox] == [["affairs@example.test"], ["gov@example.test"]]
    assert mail.outbox[0].body.split("\n")[:4] == [
        "您有2条消息：",
        "",
        "收到代表提交的建议：甲",
        "收到代表提交的建议：乙",
    ]
    assert tick(at("2026-06-02 08:00")) == ["每日汇总：发给1人"]


def test_what_is_urgent_goes_at_the_next_tick_in_one_letter(world):
    with_addresses()
    tick(at("2026-06-01 08:00"))
    for number in range(3):
        a_message(world, f"交办{number}", urgent=True)
    a_message(world, "慢的")
    assert tick(at("2026-06-01 10:00")) == ["即时消息：发给1人"]
    assert len(mail.outbox) == 1
    assert "慢的" not in mail.outbox[0].body


def test_at_night_nothing_goes_out(world):
    with_addresses()
    a_message(world, urgent=True)
    night = [tick(at("2026-06-01 21:00")), tick(at("2026-06-02 03:00")), tick(at("2026-06-02 07:59"))]
    assert (night, mail.outbox) == ([[], [], []], [])
    assert tick(at("2026-06-02 08:00")) == ["即时消息：发给1人"]


@pytest.mark.parametrize(
    ("time", "quiet"), [("07:59", True), ("08:00", False), ("20:59", False), ("21:00", True)]
)
def test_the_night_has_its_bounds(time, quiet):
    assert is_quiet(dt.time.fromisoformat(time)) == quiet


def test_what_was_read_or_has_no_address_is_not_mailed(world):
    a_message(world, urgent=True)
    with_addresses()
    User.objects.filter(username="gov").update(email="")
    a_message(world, urgent=True, who="gov")
    Message.objects.filter(user__username="affairs").update(read_at=at("2026-06-01 09:01"))
    assert (tick(at("2026-06-01 10:00")), mail.outbox) == ([], [])


def test_old_news_is_not_mailed_when_mail_is_switched_on_late(world, settings):
    with_addresses()
    settings.MAIL = False
    a_message(world, urgent=True, when="2026-05-20")
    assert tick(at("2026-05-20 10:00")) == []
    settings.MAIL = True
    assert (tick(at("2026-06-01 10:00")), mail.outbox) == ([], [])


class Broken(EmailBackend):
    """A mail server that refuses everyone."""

    tried = 0

    def send_messages(self, letters):
        Broken.tried += 1
        raise ConnectionRefusedError("no mail today")


def test_a_failing_server_keeps_the_message_and_is_asked_again_later_each_time(world, settings):
    with_addresses()
    Broken.tried = 0
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    row = a_message(world, urgent=True)
    start, tries = at("2026-06-01 09:00"), []
    for minutes in range(0, 12 * 60, 5):
        tick(start + dt.timedelta(minutes=minutes))
        if Broken.tried > len(tries):
            tries.append(minutes)
    assert tries == [0, 10, 50, 210]
    for hours in (23, 24, 25, 26, 40):
        tick(start + dt.timedelta(hours=hours))
    row.refresh_from_db()
    assert (Broken.tried, row.tries, row.sent_at) == (MAX_TRIES, MAX_TRIES, None)


def test_a_server_that_recovers_gets_it_once(world, settings):
    with_addresses()
    good = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    a_message(world)
    assert tick(at("2026-06-01 09:00")) == []
    settings.EMAIL_BACKEND = good
    done = [tick(at(f"2026-06-01 {time}")) for time in ("09:05", "09:10", "09:30", "12:00")]
    assert done == [[], ["即时消息：发给1人"], [], []]
    assert len(mail.outbox) == 1


def test_one_wrong_address_keeps_nobody_elses_letter_back(world):
    with_addresses()
    User.objects.filter(username="affairs").update(email="a\nb@example.test")
    a_message(world, urgent=True)
    a_message(world, urgent=True, who="gov")
    tick(at("2026-06-01 10:00"))
    assert [letter.to for letter in mail.outbox] == [["gov@example.test"]]


def test_the_wait_grows():
    assert [wait_after(tries).total_seconds() / 60 for tries in (1, 2, 3, 4)] == [10, 40, 160, 640]


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_send_and_remind_once():
    world = a_world()
    with_addresses()
    a_dispatched(world)
    for number in range(5):
        a_message(world, f"{number}", urgent=number % 2 == 0, when="2026-06-23 08:00")

    def one(_):
        try:
            return tick(at("2026-06-23 09:00"))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(one, range(8)))
    lines = [(letter.to[0], line) for letter in mail.outbox for line in letter.body.split("\n")[2:-2]]
    assert len(lines) == len(set(lines))
    assert Event.objects.filter(action="remind_black").count() == 1
    assert Message.objects.filter(created_at__gte=at("2026-06-22"), sent_at=None).count() == 0


# The command:
