"""The command `tick`, and the mail settings it works with."""

import pytest
from django.core.management import CommandError, call_command

from minqiao.config.environment import mail as mail_settings
from minqiao.duties.suggestions.actions import handling
from minqiao.overviews.notifications import tasks
from tests.factories import a_contact, a_dispatched, at, to_signing
from tests.notifications.test_clock import reminders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail_is_on(settings):
    settings.MAIL = True


def test_the_command_says_what_was_done(world, monkeypatch, capsys):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-23")
    a_dispatched(world)
    call_command("tick")
    first = capsys.readouterr().out
    call_command("tick")
    assert "代表建议：提醒1件\n" in first
    assert capsys.readouterr().out == "没有到点的事\n"


def test_a_task_that_fails_stops_no_other_and_the_command_says_so(world, monkeypatch, capsys):
    monkeypatch.setenv("MINQIAO_TODAY", "2026-06-23")
    a_dispatched(world)

    def broken(now):
        raise OSError("disk full")

    real = tasks.mechanisms()
    first = real[0].__class__(slug="x", label="某栏目", tasks=(broken,))
    monkeypatch.setattr(tasks, "mechanisms", lambda: [first, *real])
    with pytest.raises(CommandError):
        call_command("tick")
    out = capsys.readouterr().out
    assert "某栏目：broken没有完成（disk full）" in out
    assert "代表建议：提醒1件" in out


# The address of the mail server:


@pytest.mark.parametrize(
    ("url", "host", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.test", "mail.example.test", 25, False, False),
        ("smtp+tls://u:p%40ss@mail.example.test", "mail.example.test", 587, True, False),
        ("smtps://mail.example.test:994", "mail.example.test", 994, False, True),
    ],
)
def test_an_address_becomes_settings(url, host, port, tls, ssl):
    found = mail_settings(url)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["EMAIL_HOST_PASSWORD"] == ("p@ss" if "u:p" in url else "")


def test_without_an_address_no_mail_and_a_wrong_one_is_said():
    assert mail_settings("")["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    assert mail_settings("console://")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    with pytest.raises(ValueError, match="EMAIL_URL"):
        mail_settings("http://mail.example.test")


def test_reminded_units_may_still_answer(world):
    """A reminder is the clock's act: it moves nothing."""
    _, rows = a_dispatched(world)
    reminders("2026-06-23")
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-06-23"))
    a_contact(world, row, "2026-06-23")
    to_signing(world, row, "2026-06-23")
    row.refresh_from_db()
    assert (row.state, row.reminded) == ("reply_signing", "black")
