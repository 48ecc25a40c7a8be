"""Writing messages with the act, and sending them once."""

from itertools import groupby

from django.core.mail import send_mail

from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.notifications.models import Beat, Message
from minqiao.overviews.notifications.rules import MAX_TRIES, digest_words


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
    words = " ".join(notice.words.format(title=title, number=number).split())[:300]
    for user_id in sorted(notice.to(record.subject) - {event.user_id}):
        yield Message(
            user_id=user_id,
            case_type=event.case_type,
            case_id=event.case_id,
            words=words,
            is_urgent=notice.urgent,
            created_at=event.at,
        )


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
    """Send what may not wait; answers how many went out."""
    rows = Message.objects.filter(is_urgent=True, **_unsent()).select_related("user").order_by("pk")
    return sum(_send(row.user, [row], now) for row in rows[:2000])


def send_digests(now):
    """One mail a person with all that waited; once a day. Answers how many people were written to."""
    if not claim_day("digest", local_day(now)):
        return 0
    rows = Message.objects.filter(**_unsent()).select_related("user").order_by("user_id", "pk")
    return sum(_send(user, list(group), now) for user, group in groupby(rows, key=lambda row: row.user))


def _unsent():
    return {"sent_at": None, "read_at": None, "tries__lt": MAX_TRIES, "user__is_active": True}


def _send(user, messages, now):
    """Claim first, then send; a failed sending gives the claim back and counts the try."""
    mine = [row for row in messages if _claim(row, now)]
    if not mine or not user.email:
        return 0
    try:
        send_mail("民桥消息", digest_words(mine), None, [user.email])
    except OSError:
        ids = [row.pk for row in mine]
        Message.objects.filter(pk__in=ids).update(sent_at=None)
        return 0
    return 1


def _claim(row, now):
    waiting = Message.objects.filter(pk=row.pk, sent_at=None)
    return bool(waiting.update(sent_at=now, tries=row.tries + 1))
