"""Writing messages with the act, and sending them once."""

import logging
from itertools import groupby

from django.core.mail import send_mail
from django.db.models import Q

from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.notifications.models import Beat, Message
from minqiao.overviews.notifications.rules import FRESH, MAX_TRIES, digest_words, wait_after

logger = logging.getLogger(__name__)


def write_messages(sender, records, **kwargs):
    """The trail's listener: one message for each person a recorded act concerns, in the same transaction."""
    notices = {kind: rows for room in mechanisms() for kind, rows in room.notices.items()}
    found = []
    for record in records:
        notice = notices.get(record.event.subject_type, {}).get(record.event.action)
        if notice:
            found += _messages(notice, record)
    Message.objects.bulk_create(found)


def _messages(notice, record):
    event, case = record.event, record.case
    title, number = getattr(case, "title", str(case)), getattr(case, "number", "")
    said = {"title": title, "number": number, **_which(record.subject)}
    words = " ".join(notice.words.format(**said).split())[:300]
    for user_id in sorted(notice.to(record.subject, local_day(event.at)) - {event.user_id}):
        yield Message(
            user_id=user_id,
            case_type=event.case_type,
            case_id=event.case_id,
            words=words,
            is_urgent=notice.urgent,
            created_at=event.at,
        )


def _which(subject):
    """What tells subjects of one case apart: the unit, and the place among several of that unit."""
    holder = subject if hasattr(subject, "unit") else getattr(subject, "handling", None)
    unit = getattr(getattr(holder, "unit", None), "short_name", "")
    return {"unit": unit, "item": getattr(subject, "ordinal", "")}


def mark_read(user_id, at, pk=None):
    """Mark one message, or all of a person's, as read."""
    rows = Message.objects.filter(user_id=user_id, read_at=None)
    (rows.filter(pk=pk) if pk else rows).update(read_at=at)


def claim_day(name, today):
    """True for exactly one caller a day, however many clocks tick."""
    Beat.objects.get_or_create(name=name)
    waiting = Beat.objects.filter(name=name).exclude(done_on=today)
    return bool(waiting.update(done_on=today))


def send_urgent(now):
    """Send what may not wait and what failed before; answers how many people were written to."""
    again = Q(tries__gt=0, wait_until__lte=now)
    return _send_all(_unsent(now).filter(Q(is_urgent=True, tries=0) | again), now)


def send_digests(now):
    """One mail a person with all that waited; once a day. Answers how many people were written to."""
    if not claim_day("digest", local_day(now)):
        return 0
    return _send_all(_unsent(now).filter(tries=0), now)


def _unsent(now):
    """What nobody has sent or read, and is news still; only to those who can be written to."""
    news = Message.objects.filter(sent_at=None, read_at=None, tries__lt=MAX_TRIES, created_at__gt=now - FRESH)
    return news.filter(user__is_active=True).exclude(user__email="")


def _send_all(rows, now):
    """One mail for each person."""
    rows = rows.select_related("user").order_by("user_id", "pk")
    return sum(_send(user, list(group), now) for user, group in groupby(rows, key=lambda row: row.user))


def _send(user, messages, now):
    """Claim first, then send: never twice. What failed is given back and waits longer each time."""
    mine = [row for row in messages if _claim(row, now)]
    if not mine:
        return 0
    try:
        send_mail("民桥消息", digest_words(mine), None, [user.email])
    except (OSError, ValueError) as error:  # SMTPException is an OSError; ValueError: an address that is none
        logger.warning("mail to user %s failed: %s", user.pk, type(error).__name__)
        for row in mine:
            wait = wait_after(row.tries + 1)
            Message.objects.filter(pk=row.pk).update(sent_at=None, wait_until=now + wait)
        return 0
    return 1


def _claim(row, now):
    waiting = Message.objects.filter(pk=row.pk, sent_at=None, tries=row.tries)
    return bool(waiting.update(sent_at=now, tries=row.tries + 1))
